public import Diagnostics
public import Report
internal import Settings

extension SiteMaker {
    /// The newest week in words, in the site's first language, ready to be a commit's message: the headline on the first
    /// line, a blank one, then the verdict and a line a change. `nil` without data.
    public func message(for report: Report) throws(Failure) -> (subject: String, body: String)? {
        try firstEdition(of: report).message
    }

    /// The site in its first language, owners' names hidden where they are not to be published.
    func firstEdition(of report: Report) throws(Failure) -> Edition {
        let report = settings.site.publishesPeople ? report : report.hidingOwners(settings)
        return try edition(of: report, in: settings.site.languages.first ?? "tr")
    }

    /// The site in one of its languages, with the numbers that its notes ask for.
    func edition(of report: Report, in language: String) throws(Failure) -> Edition {
        let words = try words(in: language)
        var otherWords: [Words] = []
        for other in settings.site.languages where other != language { otherWords.append(try self.words(in: other)) }
        if otherWords.isEmpty { otherWords = [try self.words(in: language == "en" ? "tr" : "en")] }
        let empty = Edition(maker: self, report: report, words: words, otherWords: otherWords)
        var maker = self
        maker.library = library.filled(for: language, empty.noteAnswers)
        return Edition(maker: maker, report: report, words: words, otherWords: otherWords)
    }
}

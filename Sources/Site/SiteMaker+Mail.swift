public import Calendars
public import Diagnostics
public import Report
internal import Settings

/// A week as an e-mail.
public struct Mail: Sendable {
    /// One line.
    public var subject: String
    /// Plain text, lines ended by LF.
    public var plain: String
    /// HTML for mail programs.
    public var html: String
    /// The message as a file that mail programs open (`.eml`).
    public var message: String
}

extension SiteMaker {
    /// The e-mail of a week; `nil` where no funnel that pages of weeks show has it.
    ///
    /// - Parameters:
    ///   - language: One of the site's; `nil`: the first.
    ///   - sender: As in `Rapor <rapor@example.org>`; `nil`: the site's title, at the site's host.
    ///   - recipient: The same; `nil`: none.
    /// - Throws: `Failure` where an address holds a line end.
    public func mail(
        of week: Week,
        for report: Report,
        in language: String? = nil,
        from sender: String? = nil,
        to recipient: String? = nil
    ) throws(Failure) -> Mail? {
        let shown = settings.site.publishesPeople ? report : report.hidingOwners(settings)
        let edition = try edition(of: shown, in: language ?? settings.site.languages.first ?? "tr")
        guard let contents = edition.mail(of: week), let end = report.asOf else { return nil }
        let plain = MailText(contents: contents).text
        let html = MailHTML(contents: contents).text
        let message = try MailMessage(
            from: sender ?? "\(contents.siteTitle) <huni@\(host)>",
            to: recipient,
            subject: contents.subject,
            date: end,
            zone: report.zone,
            host: host,
            plain: plain,
            html: html
        )
        return Mail(subject: contents.subject, plain: plain, html: html, message: message.text)
    }

    /// The site's host; a name that nobody can have where it is not known.
    private var host: String {
        let parts = settings.site.baseURL?.split(separator: "/", omittingEmptySubsequences: false) ?? []
        let host = parts.count > 2 ? parts[2].prefix { $0 != ":" } : ""
        return host.isEmpty ? "huni.invalid" : String(host)
    }
}

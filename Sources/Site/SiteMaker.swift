// Site: report, notes and templates → every file of the site. It touches no disk.

public import Diagnostics
internal import Funnel
public import Report
public import Settings

/// Makes the files of a site.
public struct SiteMaker {
    let settings: Settings
    var library: ContentLibrary
    /// Is told what each page gives to its template: what every page gives, and what it gives beside that.
    var observe: ((_ template: String, _ shared: [String: TemplateValue], _ own: [String: TemplateValue]) -> Void)?
    let templates: TemplateSet
    /// The site's own texts, a language each.
    let translations: [Translation]
    let brand: Brand

    /// Prepares notes and templates.
    ///
    /// - Parameters:
    ///   - content: Everything below `content/` but the data, by path from the site's folder.
    ///   - templates: The site's own templates, by name; they replace built-in ones.
    ///   - texts: Files of texts in further languages, by path: `i18n/de.yaml`.
    ///   - showsDrafts: Whether notes and plays that are drafts are shown, marked as such; published sites leave them
    ///     out.
    /// - Throws: `Failure` with everything that is wrong with them.
    public init(
        _ settings: Settings,
        content: [String: [UInt8]],
        templates: [String: [UInt8]],
        texts: [String: [UInt8]] = [:],
        showsDrafts: Bool = false
    ) throws(Failure) {
        self.settings = settings
        library = ContentLibrary(content, settings: settings, showsDrafts: showsDrafts)
        translations = try Self.translations(texts)
        var problems = (library.problems + translations.flatMap(\.problems)).filter { $0.severity == .error }
        do {
            self.templates = try TemplateSet(own: templates)
        } catch {
            problems += error.diagnostics
            throw Failure(problems)
        }
        do {
            brand = try Brand(settings.site.brand, files: content, styleSheet: self.templates.css)
        } catch {
            throw Failure(problems + error.diagnostics)
        }
        guard problems.isEmpty else { throw Failure(problems) }
    }

    /// What does not stop a build, but should be seen to.
    public func warnings(for report: Report) -> [Diagnostic] {
        let weeks = Set(report.funnels.flatMap { ($0.metrics?.weeks ?? []).map(\.week) })
        let lost = library.commentedWeeks.filter { !weeks.contains($0.week) }.map { _, file in
            Diagnostic(
                .warning,
                at: SourcePosition(file: file),
                "the data have no such week, so that no page shows the comment",
                remedy: "Correct the week in the file's name, or remove the file."
            )
        }
        return library.problems.filter { $0.severity == .warning } + lost + languageWarnings
    }

    /// Every file of the site, by its path in the output folder.
    ///
    /// - Throws: `Failure` where a template asks for a value that its page does not have, or where an old address that
    ///   should lead to a page is another page's.
    public func files(for report: Report) throws(Failure) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [Address.styleSheet.path: templates.css + Array(brand.css.utf8)]
        for (address, bytes) in library.assets { files[address.path] = bytes }
        if let logo = brand.logo { files[logo.address.path] = logo.bytes }
        let report = settings.site.publishesPeople ? report : report.hidingOwners(settings)
        for sheet in report.sheets {
            files[Address.data(sheet.name, "csv").path] = Array(sheet.csv.utf8)
            files[Address.data(sheet.name, "json").path] = Array(sheet.jsonText.utf8)
        }
        for language in settings.site.languages {
            for (address, bytes) in try self.files(in: language, for: report) { files[address.path] = bytes }
        }
        return files
    }

    private func files(in language: String, for report: Report) throws(Failure) -> [Address: [UInt8]] {
        let edition = try edition(of: report, in: language)
        let others = settings.site.languages.filter { $0 != language }
        let pages = edition.pages
        var files: [Address: [UInt8]] = [:]
        for page in pages + (try edition.redirectPages(besides: Set(pages.map(\.address)))) {
            let (shared, own) = (edition.frame(of: page), page.values)
            observe?(page.template, shared, own)
            files[edition.located(page.address)] = try templates.render(
                page.template,
                shared.merging(own) { $1 },
                words: edition.words
            )
        }
        guard let base = settings.site.baseURL else { return files }
        if let feed = Feed(edition: edition, base: base).xml { files[edition.located(.feed)] = Array(feed.utf8) }
        if others.isEmpty || language == settings.site.languages.first {
            let shown = pages.map(\.address).filter { $0 != .notFound }
            let sitemap = Sitemap(base: base, languages: settings.site.languages, pages: shown)
            files[.sitemap] = Array(sitemap.xml.utf8)
        }
        return files
    }
}

/// A page before it is filled into its template.
struct Page {
    var address: Address
    var template: String
    /// Shown in the browser's tab and in search results, before the site's name.
    var title: String
    var description: String
    var values: [String: TemplateValue]
    /// Whether the page says up to when the data are complete: pages that do not depend on it stay as they are when
    /// data are added.
    var isDated = false
    /// The page that this one only leads to; `nil` for a page with something of its own.
    var standsFor: Address?
}

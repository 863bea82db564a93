// Site: report, notes and templates → every file of the site. It touches no disk.

public import Diagnostics
public import Report
public import Settings

/// Makes the files of a site.
public struct SiteMaker {
    let settings: Settings
    let library: ContentLibrary
    let templates: TemplateSet

    /// Prepares notes and templates.
    ///
    /// - Parameters:
    ///   - content: Everything below `content/` but the data, by path from the site's folder.
    ///   - templates: The site's own templates, by name; they replace built-in ones.
    ///   - showsDrafts: Whether notes and plays that are drafts are shown, marked as such; published sites leave them
    ///     out.
    /// - Throws: `Failure` with everything that is wrong with them.
    public init(
        _ settings: Settings,
        content: [String: [UInt8]],
        templates: [String: [UInt8]],
        showsDrafts: Bool = false
    ) throws(Failure) {
        self.settings = settings
        library = ContentLibrary(content, settings: settings, showsDrafts: showsDrafts)
        var problems = library.problems.filter { $0.severity == .error }
        do {
            self.templates = try TemplateSet(own: templates)
        } catch {
            problems += error.diagnostics
            throw Failure(problems)
        }
        guard problems.isEmpty else { throw Failure(problems) }
    }

    /// What does not stop a build, but should be seen to.
    public var warnings: [Diagnostic] { library.problems.filter { $0.severity == .warning } }

    /// Every file of the site, by its path in the output folder.
    ///
    /// - Throws: `Failure` where a template asks for a value that its page does not have.
    public func files(for report: Report) throws(Failure) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [Address.styleSheet.path: templates.css]
        for (address, bytes) in library.assets { files[address.path] = bytes }
        let report = settings.site.publishesPeople ? report : report.hidingOwners(settings)
        for language in settings.site.languages {
            let edition = Edition(maker: self, report: report, words: try Words(language: language))
            for page in edition.pages {
                let address = page.address.inLanguage(language, of: settings.site.languages)
                files[address.path] = try templates.render(
                    page.template,
                    edition.values(of: page),
                    words: edition.words
                )
            }
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
}

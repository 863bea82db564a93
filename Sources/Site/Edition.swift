internal import Calendars
internal import Funnel
internal import Notes
internal import Report
internal import Settings

/// The site in one language.
struct Edition {
    let maker: SiteMaker
    let report: Report
    let words: Words
    /// Those of the site's other languages, at least of one, for what is shown in all.
    let otherWords: [Words]

    var site: SiteSettings { maker.settings.site }
    /// The language of this edition first, then the others, for texts that it does not have.
    var languages: [String] { [words.language] + site.languages.filter { $0 != words.language } }
    var title: String { text(site.title) }

    var pages: [Page] {
        [frontPage] + weekPages + funnelPages + [stagesPage] + stagePages + valuePages + pipelinePages + testPages
            + activityPages
            + freePages + [archivePage, methodPage, glossaryPage, notFoundPage]
    }

    /// The funnels whose view is that of the first one: no page mixes two.
    var mainFunnels: [FunnelReport] { report.funnels.filter(isOnWeekPages) }

    /// The funnels of the other view, which have pages of their own.
    var otherFunnels: [FunnelReport] { report.funnels.filter { !isOnWeekPages($0) } }

    /// Whether the pages of weeks show the funnel.
    func isOnWeekPages(_ funnel: FunnelReport) -> Bool { funnel.view == report.funnels.first?.view }

    /// Every week that any of the main funnels has, oldest first.
    var weeks: [Week] { Set(mainFunnels.flatMap { ($0.metrics?.weeks ?? []).map(\.week) }).sorted() }

    /// A stage's or funnel's name in this language, another where it has none.
    func text(_ text: LocalizedText) -> String {
        languages.lazy.compactMap(text.text).first ?? text.texts.first ?? ""
    }

    func name(of funnel: FunnelReport) -> String {
        funnel.settings.name.map(text) ?? funnel.settings.definition.id
    }

    /// What every page's template can ask for.
    func frame(of page: Page) -> [String: TemplateValue] {
        let isNotFound = page.address == .notFound
        let here = page.address
        func link(_ target: Address) -> String { isNotFound ? absolute(target) : here.link(to: target) }
        let pipeline: [(String, Address)] =
            (hasPipeline ? [("pipeline", .pipeline)] : []) + (hasTests ? [("tests", .tests)] : [])
        let parts =
            [("this_week", .index), ("stages", .stages)] + pipeline + [("archive", .archive), ("method", .method)]
        let nav = parts.map { name, target -> [String: TemplateValue] in
            ["name": .text(words.say("nav.\(name)")), "url": .text(link(target)), "is_current": .flag(target == here)]
        }
        return sharing(page).merging([
            "lang": .text(words.language),
            "page_title": .text("\(page.title) · \(title)"),
            "description": .text(page.description),
            "site_title": .text(title),
            "brand": .text(site.brand?.name.map(text) ?? title),
            "logo": .optional(
                maker.brand.logo.map { logo in
                    isNotFound ? basePath + logo.address.path : located(here).link(to: logo.address)
                }
            ),
            "root": .text(isNotFound ? basePath : located(here).root),
            "home": .text(link(.index)),
            "nav": .list(nav),
            "has_languages": .flag(site.languages.count > 1),
            "languages": .list(site.languages.count > 1 ? site.languages.map { version(of: page, in: $0) } : []),
            "data_end": page.isDated ? .text(dataEnd) : .absent,
            "untranslated": untranslated.map(TemplateValue.text) ?? .absent,
            "method_url": .text(link(.method)),
            "foot_links": .list(footLinks.map { ["name": .text($0), "url": .text(link($1))] }),
            "redirect": .absent,
        ]) { $1 }
    }

    /// How many texts stand in English on pages of another language; `nil` where none does.
    private var untranslated: String? {
        let count = words.phrasebook.untranslated
        guard count > 0 else { return nil }
        return words.say("foot.untranslated", ["count": words.formats.count(count)], plural: PluralNumber(count))
    }

    /// Pages that the foot of each page leads to.
    private var footLinks: [(String, Address)] {
        [(words.say("foot.method"), .method), (words.say("foot.glossary"), .glossary)]
            + maker.library.freePages(in: words).map { ($0.note.title ?? "", $0.source.address) }
            + (site.baseURL != nil && hasFeed ? [(words.say("foot.feed"), .feed)] : [])
    }

    /// Whether there is a complete week to tell of.
    var hasFeed: Bool { mainFunnels.first?.metrics?.newestCompleteWeek != nil }

    /// What other sites show where the page is shared, and the feed; absent where nobody knows the site's address.
    private func sharing(_ page: Page) -> [String: TemplateValue] {
        guard let base = site.baseURL, let address = canonical(page) else {
            return ["canonical": .absent, "open_graph": .absent, "feed": .absent]
        }
        let graph: [String: TemplateValue] = [
            "title": .text(page.title), "text": .text(page.description), "url": .text(address),
            "site": .text(title), "locale": .text(words.phrasebook.locale),
        ]
        return [
            "canonical": .text(address), "open_graph": page.standsFor == nil ? .object(graph) : .absent,
            "feed": hasFeed ? .text(base + located(.feed).path) : .absent,
        ]
    }

    private func version(of page: Page, in language: String) -> [String: TemplateValue] {
        let target = (page.standsFor ?? page.address).inLanguage(language, of: site.languages)
        let isNotFound = page.address == .notFound
        return [
            "code": .text(language),
            "name": .text(Formats.name(ofLanguage: language, in: language)),
            "url": .text(isNotFound ? basePath + target.path : located(page.address).link(to: target)),
            "is_current": .flag(language == words.language),
        ]
    }

    /// Where a page of this edition really lies.
    func located(_ address: Address) -> Address { address.inLanguage(words.language, of: site.languages) }

    /// The path part of the site's address, for the one page that does not know where it is shown.
    private var basePath: String {
        guard let base = site.baseURL else { return "/" }
        let afterScheme = base.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        let path = afterScheme.count > 2 ? afterScheme[2].drop { $0 != "/" } : "/"
        return path.isEmpty ? "/" : String(path)
    }

    private func absolute(_ address: Address) -> String { basePath + located(address).path }

    private func canonical(_ page: Page) -> String? {
        guard page.address != .notFound else { return nil }
        return site.baseURL.map { $0 + located(page.standsFor ?? page.address).path }
    }

    /// The last local day of complete data.
    var lastDay: LocalDate? {
        report.asOf.map { report.zone.local(Instant(microseconds: $0.microseconds - 1)).date }
    }

    private var dataEnd: String {
        lastDay.map { words.say("foot.data_end", ["date": words.formats.date($0)]) } ?? words.say("foot.no_data")
    }

    private var notFoundPage: Page {
        Page(
            address: .notFound,
            template: "not-found",
            title: words.say("not_found.title"),
            description: words.say("not_found.text"),
            values: [:]
        )
    }
}

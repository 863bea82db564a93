internal import Calendars
internal import Figures
internal import Funnel
internal import Report
internal import Settings

/// The newest weeks as an Atom feed (RFC 4287): an entry a complete week, its id the address of its page for good.
///
/// Times come from the data: a week is published when it is over; it is updated with the data until its numbers are
/// final, and never after.
struct Feed {
    let edition: Edition
    /// Where the site will be found, ending in a slash.
    let base: String

    private static let mostEntries = 26

    private var words: Words { edition.words }
    private var address: String { base + edition.located(.feed).path }

    /// The whole file; `nil` without a complete week.
    var xml: String? {
        guard let funnel = edition.mainFunnels.first, let metrics = funnel.metrics else { return nil }
        let weeks = metrics.weeks.filter(\.isComplete).suffix(Self.mostEntries).reversed()
        guard let newest = weeks.map({ updated($0, in: metrics) }).max() else { return nil }
        let say = FunnelWords(edition: edition, funnel: funnel)
        let entries = weeks.map { entry($0, say, metrics) }
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(words.language)">
            <id>\(escaped(address))</id>
            <title>\(escaped(edition.title))</title>
            <updated>\(edition.report.zone.timestamp(newest))</updated>
            <author><name>\(escaped(edition.title))</name></author>
            <link rel="self" type="application/atom+xml" href="\(escaped(address))"/>
            <link rel="alternate" type="text/html" href="\(escaped(base + edition.located(.index).path))"/>
            \(entries.joined(separator: "\n"))
            </feed>

            """
    }

    private func entry(_ week: WeekMetrics, _ say: FunnelWords, _ metrics: FunnelMetrics) -> String {
        let story = WeekStory(say: say, metrics: metrics, week: week)
        let page = escaped(base + edition.located(.week(week.week)).path)
        let end = metrics.timeline.instant(at: metrics.timeline.end(of: week.week))
        return """
            <entry>
            <id>\(page)</id>
            <title>\(escaped("\(words.weekTitle(week.week)): \(story.headline)"))</title>
            <published>\(edition.report.zone.timestamp(end))</published>
            <updated>\(edition.report.zone.timestamp(updated(week, in: metrics)))</updated>
            <link rel="alternate" type="text/html" href="\(page)"/>
            <summary>\(escaped(story.lede))</summary>
            </entry>
            """
    }

    /// The end of data while the week's numbers may change; once they are final, the moment when they became so.
    private func updated(_ week: WeekMetrics, in metrics: FunnelMetrics) -> Instant {
        let end = metrics.timeline.end(of: week.week)
        let isNeverFinal = edition.maker.settings.funnels.first?.definition.cohort == .person
        let maturing = isNeverFinal ? nil : metrics.funnel.maturingMicroseconds
        let final = metrics.view == .activity ? end : maturing.map { end + $0 } ?? metrics.asOf
        return metrics.timeline.instant(at: min(metrics.asOf, final))
    }
}

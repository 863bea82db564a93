internal import Advice
internal import Calendars
internal import Figures
internal import Funnel
internal import Settings

/// What a week's e-mail says, before it is HTML or plain text.
struct MailContents {
    /// A stage of a funnel.
    struct Row {
        var name: String
        var count: String
        /// The rate from the stage before with its interval; `nil` at the first stage and for small samples.
        var rate: String?
        /// The change since the week before; `nil` where the two cannot be compared.
        var change: String?
        var isSignal: Bool
        /// The bar's part of the widest one, 0…1; `nil` where the count is not known.
        var part: Double?
    }

    /// One funnel's week.
    struct Table {
        /// The funnel's name, where there are several.
        var heading: String?
        var rows: [Row]
    }

    /// A fact under the headline.
    struct Fact {
        var title: String
        var text: String
    }

    var language: String
    var siteTitle: String
    /// Week and dates.
    var kick: String
    var headline: String
    var verdict: String
    var facts: [Fact]
    var tables: [Table]
    var footer: String
    /// The week's page; `nil` where nobody has said where the site is.
    var url: String?
    var words: Words
    var subject: String
}

extension Edition {
    /// The e-mail of a week; `nil` where no funnel has it.
    func mail(of week: Week) -> MailContents? {
        guard let (all, lead) = stories(of: week) else { return nil }
        let headline = lead.sentence.text(namesFunnel: all.count > 1)
        let date = lastDay.map(words.formats.date) ?? ""
        return MailContents(
            language: words.language,
            siteTitle: title,
            kick: "\(words.weekName(week)) · \(words.formats.dates(week))",
            headline: headline,
            verdict: [lead.notice, lead.lede].compactMap(\.self).joined(separator: " "),
            facts: lead.plainFacts.map {
                MailContents.Fact(title: $0.title, text: [$0.lead, $0.text].compactMap(\.self).joined(separator: " "))
            },
            tables: all.map { story in
                MailContents.Table(
                    heading: all.count > 1 ? name(of: story.say.funnel) : nil,
                    rows: story.week.cohort.stages.indices.map { mailRow($0, in: story) }
                )
            },
            footer: words.say("mail.footer", ["date": date]),
            url: site.baseURL.map { $0 + located(.week(week)).path },
            words: words,
            subject: words.say("mail.subject", ["week": words.weekTitle(week), "headline": headline])
        )
    }

    private func mailRow(_ stage: Int, in story: WeekStory) -> MailContents.Row {
        let say = story.say
        let metrics = story.week.cohort.stages[stage]
        let judgement = story.week.judgements.indices.contains(stage) ? story.week.judgements[stage] : nil
        let largest = story.week.cohort.stages.compactMap(\.count).max() ?? 0
        let isShown = stage == 0 || say.shown(metrics.fromPrevious) != nil
        let change = judgement?.change.map { stage == 0 ? words.formats.signedPercent($0) : words.points($0) }
        return MailContents.Row(
            name: say.counted(stage),
            count: say.count(metrics.count),
            rate: say.shown(metrics.fromPrevious).map { "\($0.rate) (\($0.interval))\(metrics.isMatured ? "" : " ◔")" },
            change: isShown ? change : nil,
            isSignal: judgement?.signal != nil,
            part: metrics.count.map { largest > 0 ? Double($0) / Double(largest) : 0 }
        )
    }
}

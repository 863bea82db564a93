internal import Calendars

/// The way of one person through the story.
struct Walk {
    private let story: Story
    private let person: String
    private let entry: Story.Channel
    private var dice: Dice
    /// Thrown for troubles and tests alone, so that a story without them tells the same visits.
    private var luck: Dice
    private var moment: Int
    private var session: Session
    private var rows: [EventRow] = []

    /// Somebody whose first visit is at `moment`.
    init(story: Story, person: String, moment: Int, dice: Dice, luck: Dice) {
        var dice = dice
        entry = story.channels[dice.index(weights: story.channels.map(\.firstVisits))]
        session = Session(channel: entry.name, device: dice.chance(0.66) ? "mobile" : "desktop")
        self.story = story
        self.person = person
        self.moment = moment
        self.dice = dice
        self.luck = luck
    }

    /// Everything the person ever does, in order of time; no two rows at the same second.
    mutating func allRows() -> [EventRow] {
        session.campaign = campaign()
        record(story.stages[0].events)
        for stage in story.stages.indices.dropFirst() {
            let variant = drawnVariant(before: stage)
            guard dice.chance(rate(to: stage, variant)) else { break }
            guard proceed(to: stage, variant) else { break }
        }
        while dice.chance(0.12) { comeBack() }
        return rows
    }

    /// The variant that the person sees before the step, also noted at the row that brought them there; `nil` where nothing is tested.
    private mutating func drawnVariant(before stage: Int) -> String? {
        guard let trial = story.trial, trial.stage == stage, trial.weeks.contains(week) else { return nil }
        let variant = luck.chance(0.5) ? "B" : "A"
        rows[rows.count - 1].variant = variant
        return variant
    }

    private func rate(to stage: Int, _ variant: String?) -> Double {
        let week = week
        let plain = story.stages[stage].rate * entry.factor * (variant == "B" ? story.trial?.factor ?? 1 : 1)
        return story.turns.reduce(plain) { rate, turn in
            guard turn.stage == stage, turn.weeks.contains(week), turn.device == nil || turn.device == session.device
            else { return rate }
            return rate * turn.factor
        }
    }

    /// Takes the step, unless it fails that day.
    private mutating func proceed(to index: Int, _ variant: String?) -> Bool {
        let stage = story.stages[index]
        if dice.chance(stage.delay.atOnce) {
            moment += dice.whole(150...1500)
        } else {
            wait(hours: stage.delay.hours)
            openSession()
            if dice.chance(0.6) {
                record(story.stages[0].events)
                moment += dice.whole(40...600)
            }
        }
        let today = LocalDate(dayNumber: moment / secondsADay)
        for outage in story.outages where outage.stage == index && outage.days.contains(today) {
            if luck.chance(outage.share) { return false }
        }
        record(stage.events)
        rows[rows.count - 1].variant = variant
        return true
    }

    private mutating func comeBack() {
        wait(hours: 20...720)
        openSession()
        record(story.stages[0].events)
    }

    /// Lets time pass; what would fall into the night waits for the morning.
    private mutating func wait(hours: ClosedRange<Int>) {
        moment += dice.whole((hours.lowerBound * 3600)...(hours.upperBound * 3600))
        let clock = moment % secondsADay
        if clock < 7 * 3600 {
            moment += 7 * 3600 - clock + dice.whole(0...12_000)
        }
    }

    /// A later visit: often from another channel, now and then on the other device.
    private mutating func openSession() {
        if dice.chance(0.55) {
            session.channel = story.channels[dice.index(weights: story.channels.map(\.laterVisits))].name
        }
        if dice.chance(0.12) {
            session.device = session.device == "mobile" ? "desktop" : "mobile"
        }
        session.campaign = campaign()
    }

    private mutating func campaign() -> String? {
        let week = week
        for campaign in story.campaigns where campaign.channel == session.channel && campaign.weeks.contains(week) {
            if dice.chance(campaign.share) { return campaign.name }
        }
        return nil
    }

    private mutating func record(_ events: [String]) {
        let weights = events.indices.map { 1 << (events.count - 1 - $0) }
        let event = events[dice.index(weights: weights)]
        rows.append(EventRow(moment: moment, person: person, event: event, session: session))
    }

    private var week: Week { Week(containing: LocalDate(dayNumber: moment / secondsADay)) }
}

internal import Figures
internal import Funnel

/// A stage's newest final numbers beside their targets; empty where it has none.
struct TargetBullets {
    let say: FunnelWords
    let stage: Int

    private var words: Words { say.words }

    /// Of the newest week in which the stage is final.
    func html(of metrics: FunnelMetrics) -> String {
        guard let target = say.target(stage), let week = newest(metrics) else { return "" }
        let numbers = week.cohort.stages[stage]
        var bullets: [Bullet] = []
        if stage > 0, let goal = target.rate, let rate = numbers.fromPrevious, let shown = say.shown(rate) {
            let text = words.say("figure.target_count", ["count": words.formats.percent(goal)])
            let name = "\(say.step(to: stage)), \(words.weekName(week.week))"
            bullets.append(Bullet(name, value: rate.rate, text: shown.rate, target: goal, targetText: text))
        }
        if let goal = target.count, let count = numbers.count {
            let text = words.say("figure.target_count", ["count": say.count(goal)])
            let name = "\(say.name(stage)), \(words.weekName(week.week))"
            bullets.append(
                Bullet(name, value: Double(count), text: say.count(count), target: Double(goal), targetText: text)
            )
        }
        return Bullet.html(bullets)
    }

    private func newest(_ metrics: FunnelMetrics) -> WeekMetrics? {
        metrics.weeks.last { $0.cohort.stages[stage].isMatured && $0.cohort.stages[stage].count != nil }
    }
}

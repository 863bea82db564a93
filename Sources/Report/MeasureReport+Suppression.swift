internal import Funnel
internal import Settings

extension [MeasureReport] {
    /// Hides small numbers of single stages, in all measures of a source that share names together.
    mutating func suppressStages(below least: Int) {
        let bySource = Dictionary(grouping: indices.filter { !self[$0].stages.isEmpty }) { self[$0].settings.source }
        for places in bySource.values {
            for group in MeasuresByStage.groups(of: places.map { self[$0].settings.formula }) {
                suppressStages(of: group.map { places[$0] }, below: least)
            }
        }
    }

    private mutating func suppressStages(of places: [Int], below least: Int) {
        let told = MeasuresByStage(
            places.map { place in
                let measure = self[place]
                let stages = measure.stages.map(\.series)
                return MeasuresByStage.Measure(measure.settings.formula, whole: measure.series, stages: stages)
            },
            below: least
        )
        for (place, measure) in zip(places, told.measures) {
            for (stage, series) in measure.stages.enumerated() {
                self[place].stages[stage].series = series
                self[place].stages[stage].hideThemes(all: told.hidesTotals, quarters: told.hidesWeeks)
            }
        }
    }
}

extension StageMeasure {
    /// Themes add up to the stage's own numbers: of all weeks, and of quarters.
    fileprivate mutating func hideThemes(all: Bool, quarters: Bool) {
        if all { themes = [] }
        guard quarters else { return }
        for index in themes.indices { (themes[index].recent, themes[index].before) = (nil, nil) }
    }
}

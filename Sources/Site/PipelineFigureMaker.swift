internal import Figures
internal import Funnel

/// A bar a stage: how many records ever came to it.
struct PipelineFigureMaker {
    let story: PipelineStory
    let id: String

    private var say: FunnelWords { story.say }
    private var words: Words { say.words }
    private var stages: [PipelineStage] { story.pipeline.stages }

    var figure: FunnelFigure {
        FunnelFigure(
            id: id,
            title: words.say("pipeline.figure"),
            subtitle: words.say("pipeline.figure_sub", ["date": story.date, "noun": say.people]),
            key: FunnelFigure.Key(
                thisWeek: words.say("pipeline.came"),
                lastWeek: "",
                target: "",
                lost: words.say("pipeline.rest"),
                bottleneck: "",
                maturing: ""
            ),
            rows: stages.indices.map(row),
            smallPanelCaption: smallPanelCaption,
            table: table,
            tableSummary: words.say("figure.table")
        )
    }

    /// The numbers of the bars; how the stages were left stands in the table beneath the figure.
    private var table: DataTable {
        let names = ["stage", "reached"].map { words.say("pipeline.\($0)") }
        return DataTable(
            caption: words.say("pipeline.figure"),
            columns: names.enumerated().map { DataTable.Column($0.element, isNumeric: $0.offset > 0) },
            rows: stages.indices.map { DataTable.Row([say.name($0), say.count(stages[$0].reached)]) },
            regionLabel: say.region(words.say("pipeline.figure"))
        ).linked(say.edition.downloads(.pipeline(say.funnel), from: .pipeline))
    }

    private var smallPanelCaption: String {
        guard let first = FunnelFigure.firstSmallStage(in: stages.map(\.reached)) else { return "" }
        let largest = stages[first...].map(\.reached).max() ?? 0
        let values = ["count": say.count(largest), "noun": say.noun(largest)] as KeyValuePairs
        return words.say("figure.small_panel", values, plural: PluralNumber(largest))
    }

    private func row(_ index: Int) -> FunnelFigure.Row {
        let stage = stages[index]
        let ended = stage.endings.reduce(0, +)
        let rest = words.say("pipeline.step", ["open": say.count(stage.openNow), "ended": say.count(ended)])
        let line: [FunnelFigure.Piece] = [.strong(say.count(stage.advanced)), .plain(rest)]
        return FunnelFigure.Row(
            name: say.name(index),
            count: stage.reached,
            countText: say.count(stage.reached),
            step: index + 1 < stages.count ? FunnelFigure.Step(line: line) : nil
        )
    }
}

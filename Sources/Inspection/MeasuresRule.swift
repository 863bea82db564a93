internal import Records
internal import Settings

/// Measures: a day or a week, and figures that no funnel counts.
struct MeasuresRule: GroupRule {
    func guess(_ group: TableGroup, _ answers: InspectionAnswers) -> FormGuess? {
        let weeks = group.names { $0.kind == .week }
        let time = weeks.first ?? TimeChoice(of: group).name
        if time == nil, group.hasDatedNeighbour || EntityChoice(of: group).unique != nil { return nil }
        let figures = group.names { $0.kind.isNumeric && !HeaderWords($0.name).hold(ColumnRoles.id) }
        guard !figures.isEmpty, EntityChoice(of: group).repeated == nil,
            !EntityChoice(of: group).hasRecords
        else { return nil }
        return Self.guess(group, time: time, figures: figures, id: group.id(otherwise: "measures"), answers)
    }

    /// A source of measures, and what is made of its columns.
    static func guess(
        _ group: TableGroup,
        time: String?,
        figures: [String],
        id: String,
        _ answers: InspectionAnswers
    ) -> FormGuess {
        let day = DaySource(time, in: group, answers)
        var source = ProposedSource(id: id, form: .measures, files: group.files, columns: day.columns)
        source.read = day.reading
        let ratios = RatioSearch(of: group).ratios
        var guess = FormGuess(
            source,
            of: group.fileNames,
            because: "\(day.words), and \(listed(figures.prefix(6).map { "“\($0)”" }))"
                + (figures.count > 6 ? " and others" : "")
                + " \(figures.count == 1 ? "is a figure" : "are figures") of it."
        )
        guess.measures = measures(figures.prefix(8), ratios: ratios, of: group, source: id)
        guess.remarks = ratios.map { "“\($0.column)” is “\($0.part)” ÷ “\($0.whole)” in every row." }
        guess.remarks.append("Measures stand beside a funnel: list them at the stages that they belong to.")
        guess.questions = day.questions
        return guess
    }

    private static func measures(
        _ figures: ArraySlice<String>,
        ratios: [RatioSearch.Ratio],
        of group: TableGroup,
        source: String
    ) -> [ProposedMeasure] {
        var ids = DistinctNames()
        return figures.map { figure in
            let id = ids.name(settingsName(figure, otherwise: "measure"))
            let formula: ProposedMeasure.Formula
            if let ratio = ratios.first(where: { $0.column == figure }) {
                formula = .ratio(ratio.part, of: ratio.whole)
            } else {
                let isSum = group.kind(of: figure) == .wholeNumber || group.kind(of: figure) == .money
                let isMean = HeaderWords(figure).hold([
                    "avg", "average", "mean", "score", "position", "ortalama", "gem",
                ])
                formula = isSum && !isMean ? .sum(figure) : .mean(figure)
            }
            return ProposedMeasure(id: id, source: source, formula: formula, name: readable(figure))
        }
    }

    private static func readable(_ header: String) -> String { header.replacing("_", with: " ") }
}

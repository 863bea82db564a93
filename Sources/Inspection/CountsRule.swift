internal import Records
internal import Settings

/// Counts: a day or a week, and columns of whole numbers that fall from left to right.
struct CountsRule: GroupRule {
    func guess(_ group: TableGroup, _ answers: InspectionAnswers) -> FormGuess? {
        let weeks = group.names { $0.kind == .week }
        guard let time = weeks.first ?? TimeChoice(of: group).name else { return nil }
        let falling = FallingColumns(of: group).names
        guard falling.count >= 2, group.rowCount >= 3 else { return nil }
        return Self.guess(group, time: time, stages: StageColumns(falling), answers)
    }

    /// A source of counts, and a funnel over it.
    static func guess(
        _ group: TableGroup,
        time: String,
        stages: StageColumns,
        _ answers: InspectionAnswers
    ) -> FormGuess {
        let spacing = DaySpacing(of: time, in: group)
        let variants = VariantFiles(of: group, time: time).values
        var source = ProposedSource(
            id: group.id(otherwise: "counts"),
            form: .counts,
            files: variants.isEmpty ? group.files : group.paths.map { (nil, $0) },
            columns: [(spacing.key, time)]
        )
        source.stages = stages.stages.map { ($0.id, .column($0.column)) }
        source.variants = variants
        let headers = stages.stages.map(\.column)
        source.missing = group.missingWords([time] + headers)
        source.read = group.reading(times: [time], answers) + spacing.reading
        let sums = stages.stages.map { stage in
            "“\(stage.column)” (\(number(Int(group.numbers(stage.column).reduce(0) { $0 + ($1 ?? 0) }))))"
        }
        var guess = FormGuess(
            source,
            of: group.fileNames,
            because: "“\(time)” is \(spacing.words), and counts fall from left to right: \(sums.joined(separator: " → "))."
        )
        guess.funnels = [funnel(source.id, stages, DimensionChoice(of: group, used: [time] + headers).names)]
        guess.remarks = remarks(group, spacing, headers, variants.map(\.value))
        guess.questions = group.questions(times: [time], answers)
        return guess
    }

    static func funnel(_ source: String, _ stages: StageColumns, _ dimensions: [String]) -> ProposedFunnel {
        var funnel = ProposedFunnel(id: source, source: source, stages: [])
        funnel.stages = stages.stages.map { ProposedFunnel.Stage(id: $0.id, name: $0.name) }
        funnel.dimensions = dimensions
        return funnel
    }

    private static func remarks(
        _ group: TableGroup,
        _ spacing: DaySpacing,
        _ headers: [String],
        _ variants: [String]
    ) -> [String] {
        var remarks: [String] = []
        if !variants.isEmpty {
            remarks.append("The files are of the same days and hold the variants \(listed(variants)), by their names.")
        }
        if spacing == .otherWeeks {
            remarks.append("The days are a week apart, but no Mondays or Sundays: each counts in the week that it lies in.")
        }
        for name in headers where group.missingCount(name) > 0 {
            let count = group.missingCount(name)
            remarks.append("“\(name)” is blank in \(counted(count, "row")): it is missing there, which is not 0.")
        }
        return remarks
    }
}

internal import Records
internal import Settings

/// Counts: a day or a week, and columns of whole numbers that fall from left to right.
struct CountsRule: GroupRule {
    func guess(_ group: TableGroup, _ answers: InspectionAnswers) -> FormGuess? {
        let weeks = group.names { $0.kind == .week }
        let time = weeks.first ?? TimeChoice(of: group).name
        if time == nil, group.hasDatedNeighbour { return nil }
        let falling = FallingColumns(of: group).names
        let entity = EntityChoice(of: group)
        guard falling.count >= 2, group.rowCount >= 3, !entity.hasRecords, entity.unique == nil || time != nil else {
            return nil
        }
        return Self.guess(group, time: time, stages: StageColumns(falling), answers)
    }

    /// A source of counts, and a funnel over it.
    static func guess(
        _ group: TableGroup,
        time: String?,
        stages: StageColumns,
        _ answers: InspectionAnswers
    ) -> FormGuess {
        let day = DaySource(time, in: group, answers)
        let variants = time.map { VariantFiles(of: group, time: $0) }
        let source = source(group, day, stages, variants?.values ?? [])
        let sums = stages.stages.map { stage in
            "“\(stage.column)” (\(grouped(group.numbers(stage.column).reduce(0.0) { $0 + ($1 ?? 0) })))"
        }
        var guess = FormGuess(
            source,
            of: group.fileNames,
            because: "\(day.words), and counts fall: \(sums.joined(separator: " → "))."
        )
        let headers = stages.stages.map(\.column)
        guess.funnels = [funnel(source.id, stages, DimensionChoice(of: group, used: day.names + headers).names)]
        guess.remarks = (variants?.remarks ?? []) + remarks(group, day.spacing, headers)
        guess.questions = day.questions
        return guess
    }

    private static func source(
        _ group: TableGroup,
        _ day: DaySource,
        _ stages: StageColumns,
        _ variants: [(value: String, file: String)]
    ) -> ProposedSource {
        var source = ProposedSource(
            id: group.id(otherwise: "counts"),
            form: .counts,
            files: variants.isEmpty ? group.files : group.paths.map { (nil, $0) },
            columns: day.columns
        )
        source.stages = stages.stages.map { ($0.id, .column($0.column)) }
        source.variants = variants
        source.read = day.reading
        return source
    }

    /// A funnel whose stages are columns.
    static func funnel(_ source: String, _ stages: StageColumns, _ dimensions: [String]) -> ProposedFunnel {
        var funnel = ProposedFunnel(id: source, source: source, stages: [])
        funnel.stages = stages.stages.map { ProposedFunnel.Stage(id: $0.id, name: $0.name) }
        funnel.dimensions = dimensions
        return funnel
    }

    private static func remarks(
        _ group: TableGroup,
        _ spacing: DaySpacing,
        _ headers: [String]
    ) -> [String] {
        var remarks: [String] = []
        if spacing == .otherWeeks {
            remarks.append(
                "The days are a week apart, but no Mondays or Sundays: each counts in the week that it lies in."
            )
        }
        for name in headers where group.missingCount(name) > 0 {
            let count = group.missingCount(name)
            remarks.append("“\(name)” is blank in \(counted(count, "row")): it is missing there, which is not 0.")
        }
        return remarks
    }
}

internal import Settings

/// A funnel as it is proposed for `funnels:`.
struct ProposedFunnel {
    /// A stage of it.
    struct Stage {
        var id: String
        /// What it is called; `nil` where the id or the preset says it.
        var name: String?
        /// The word in the event column, where it is another than the id.
        var event: String?
        /// The measures shown with it.
        var measures: [String] = []
    }

    var id: String
    var source: String
    var stages: [Stage]
    /// The columns to break it down by.
    var dimensions: [String] = []
    /// Sentences that stand above its stages.
    var comments: [String] = []
    /// How old a week must be for its rates to be final, in days, where the data tell.
    var maturesAfterDays: Int?
    /// The same where they do not: a usual number, for the user to think over.
    var usualMaturityDays: Int?

    /// The preset that names two of its stages at least, if there is one.
    var preset: Preset? {
        let matches = Preset.allCases.map { preset in
            (preset, stages.count { stage in preset.stages.contains { $0.id == stage.id } })
        }
        let most = matches.map(\.1).max() ?? 0
        return most >= 2 ? matches.first { $0.1 == most }?.0 : nil
    }

    /// The lines of the list's item, the first without its dash; not indented.
    var lines: [String] {
        var lines = ["id: \(id)", "source: \(source)"]
        if let preset { lines.append("preset: \(preset.rawValue)") }
        if !dimensions.isEmpty { lines.append("dimensions: [\(dimensions.map(dimension).joined(separator: ", "))]") }
        if let maturesAfterDays {
            lines += ["# 95 % of those who come to a stage have come by then", "matures_after: \(maturesAfterDays)d"]
        } else if let usualMaturityDays {
            let reason = "how old a week must be for its rates to be final"
            lines.append("# matures_after: \(usualMaturityDays)d      # \(reason)")
        }
        lines += comments.map { "# \($0)" }
        return lines + ["stages:"] + stages.map { "  - \(line(of: $0))" }
    }

    private func line(of stage: Stage) -> String {
        var pairs: [(key: String, value: String)] = [("id", YAMLWords.scalar(stage.id))]
        let isPresets = preset?.stages.contains { $0.id == stage.id } ?? false
        if let name = stage.name, name != stage.id, !isPresets { pairs.append(("name", YAMLWords.scalar(name))) }
        if let event = stage.event, event != stage.id {
            pairs.append(("match", YAMLWords.map([("event", YAMLWords.scalar(event))])))
        }
        if !stage.measures.isEmpty { pairs.append(("measures", "[\(stage.measures.joined(separator: ", "))]")) }
        return YAMLWords.map(pairs)
    }

    /// A column whose name is safe in addresses stands for itself.
    private func dimension(_ column: String) -> String {
        let name = settingsName(column, otherwise: "dimension")
        if name == column { return name }
        return YAMLWords.map([("id", YAMLWords.scalar(name)), ("from", YAMLWords.scalar(column))])
    }
}

/// A measure as it is proposed for `measures:`.
struct ProposedMeasure {
    /// How it is made from columns.
    enum Formula {
        case sum(String)
        case mean(String)
        case ratio(String, of: String)

        /// The columns that it is made from.
        var columns: [String] {
            switch self {
            case .sum(let column), .mean(let column): [column]
            case .ratio(let part, let whole): [part, whole]
            }
        }
    }

    var id: String
    var source: String
    var formula: Formula
    /// What it is called.
    var name: String

    /// What stands behind `id:`.
    var yaml: String {
        var pairs: [(key: String, value: String)] = [("source", YAMLWords.scalar(source))]
        switch formula {
        case .sum(let column): pairs.append(("sum", YAMLWords.scalar(column)))
        case .mean(let column): pairs.append(("mean", YAMLWords.scalar(column)))
        case .ratio(let part, let whole):
            pairs.append(("ratio", "[\(YAMLWords.scalar(part)), \(YAMLWords.scalar(whole))]"))
            pairs.append(("unit", "percent"))
        }
        pairs.append(("name", YAMLWords.scalar(name)))
        return YAMLWords.map(pairs)
    }
}

/// `text` as a name that is safe in addresses, in file names and in JSON.
/// - Parameter otherwise: The name where nothing of the text is left.
func settingsName(_ text: String, otherwise: String) -> String {
    if !text.isEmpty, text.utf8.count <= 60, text.utf8.allSatisfy(isOfName), let first = text.utf8.first,
        isOfWord(first)
    {
        return text
    }
    return HeaderWords(text).name() ?? otherwise
}

private func isOfName(_ byte: UInt8) -> Bool {
    isOfWord(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
}

private func isOfWord(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

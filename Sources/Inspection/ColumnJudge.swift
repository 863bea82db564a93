internal import Records

/// Decides what a column holds, from all its different words together.
struct ColumnJudge {
    let answers: InspectionAnswers

    /// A column of a sheet with its kind, its dates and its numbers.
    func profile(_ name: String, _ column: CodedColumn) -> ColumnProfile {
        let header = HeaderWords(name)
        let bare = ColumnProfile(name: name, column: column, missing: MissingWords.contains)
        let values = ColumnProfile(name: name, column: column, missing: MissingWords.containsAmongValues)
        if bare.words.isEmpty || values.words.isEmpty { return bare.with(kind: .empty) }
        if let found = person(bare, header) { return found }
        if Booleans.hold(values.words) { return values.with(kind: .boolean) }
        if header.hold(ColumnRoles.id), !header.hold(["clicks", "count"]) { return bare.with(kind: .id) }
        if let found = DateJudge(answers: answers).profile(values, header) { return found }
        if let found = numbers(values) { return found }
        return words(bare)
    }

    /// Mail, telephones and whatever the header says is about people.
    private func person(_ column: ColumnProfile, _ header: HeaderWords) -> ColumnProfile? {
        if most(of: column.words, are: PrivateWords.isMail) { return column.with(kind: .mail) }
        if header.hold(ColumnRoles.address), column.words.contains(where: { !$0.allSatisfy(\.isNumber) }) {
            return column.with(kind: .address)
        }
        let isOfThings = header.hold(ColumnRoles.things) || header.hold(["date", "time", "at", "id"])
        if header.hold(ColumnRoles.person), !isOfThings,
            column.words.contains(where: { $0.contains(where: \.isLetter) })
        {
            return column.with(kind: .person)
        }
        let isNamedAfterEntity = header.words.count == 1 && header.hold(Set(ColumnRoles.entity))
        if isNamedAfterEntity, column.words.contains(where: { $0.contains(where: \.isLetter) }),
            !Booleans.hold(column.words)
        {
            return column.with(kind: .id)
        }
        return most(of: column.words, are: PrivateWords.isAddress) ? column.with(kind: .address) : nil
    }

    private func numbers(_ column: ColumnProfile) -> ColumnProfile? {
        let style: NumberStyle
        switch NumberStyle.found(in: column.words) {
        case .notNumbers: return nil
        case .style(let found): style = found
        case .ambiguous:
            guard case .style(let whole) = NumberStyle.found(in: column.words, areWhole: true) else { return nil }
            style = whole
        }
        return numbers(column, in: style)
    }

    /// The column read in a style; `nil` where too few of its words are numbers in it.
    func numbers(_ column: ColumnProfile, in style: NumberStyle) -> ColumnProfile? {
        let readings = column.words.map { style.reading(of: $0) }
        let found = readings.compactMap { $0 }
        guard !found.isEmpty, found.count * 10 >= column.words.count * 9 else { return nil }
        var result = column
        result.readings = readings
        result.numbers = style
        result.currency = found.lazy.compactMap(\.currency).first
        result.kind = kind(of: found)
        return result
    }

    private func kind(of readings: [NumberReading]) -> ColumnKind {
        if readings.contains(where: \.isPercent) { return .percent }
        if readings.contains(where: { $0.currency != nil }) { return .money }
        return readings.allSatisfy { $0.whole != nil && $0.decimals == 0 } ? .wholeNumber : .number
    }

    /// What is neither a time nor a number.
    private func words(_ column: ColumnProfile) -> ColumnProfile {
        if most(of: column.words, are: Durations.isDuration) { return column.with(kind: .duration) }
        let isVaried = column.words.count >= 20 && column.words.count * 2 > column.filledCount
        if WordShape(column.words).isOfIDs, isVaried || column.isUnique { return column.with(kind: .id) }
        if isVaried, most(of: column.words, are: PrivateWords.isPersonName) { return column.with(kind: .person) }
        return column.with(kind: .text)
    }
}

/// Whether nine words of ten are so.
func most(of words: [String], are isSo: (String) -> Bool) -> Bool {
    words.prefix(10_000).count(where: isSo) * 10 >= min(words.count, 10_000) * 9
}

extension ColumnProfile {
    /// The same with that kind.
    func with(kind: ColumnKind) -> ColumnProfile {
        var result = self
        result.kind = kind
        return result
    }
}

/// Words for yes and no.
private enum Booleans {
    private static let pairs: [Set<String>] = [
        ["true", "false"], ["yes", "no"], ["evet", "hayır"], ["evet", "hayir"], ["y", "n"], ["t", "f"],
        ["doğru", "yanlış"],
    ]

    static func hold(_ words: [String]) -> Bool {
        guard words.count <= 6 else { return false }
        let folded = Set(words.map { $0.lowercased() })
        return pairs.contains { folded.isSubset(of: $0) }
    }
}

/// Hours, minutes and seconds.
private enum Durations {
    static func isDuration(_ word: String) -> Bool {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false)
        return (2...3).contains(parts.count) && parts.allSatisfy { (1...3).contains($0.utf8.count) && Int($0) != nil }
    }
}

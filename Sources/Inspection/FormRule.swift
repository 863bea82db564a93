/// A rule that tells what tables are.
protocol FormRule: Sendable {
    /// What some of the tables are; they are taken out of `groups`. `nil` where the rule fits none of them.
    func guess(_ groups: inout [TableGroup], _ answers: InspectionAnswers) -> FormGuess?
}

extension FormRule {
    /// All that the rule makes of the tables, one after the other.
    func guesses(_ groups: inout [TableGroup], _ answers: InspectionAnswers) -> [FormGuess] {
        var guesses: [FormGuess] = []
        while let guess = guess(&groups, answers) { guesses.append(guess) }
        return guesses
    }
}

/// A rule that looks at one group of tables at a time.
protocol GroupRule: FormRule {
    /// What the tables are; `nil` where the rule does not fit.
    func guess(_ group: TableGroup, _ answers: InspectionAnswers) -> FormGuess?
}

extension GroupRule {
    func guess(_ groups: inout [TableGroup], _ answers: InspectionAnswers) -> FormGuess? {
        for index in groups.indices {
            guard var guess = guess(groups[index], answers) else { continue }
            let group = groups.remove(at: index)
            guess.remarks += group.remarks
            guess.addMissingWords(of: [group])
            return guess
        }
        return nil
    }
}

// Inspection: bytes of unknown files → what they are, and settings that read them. Knows no disk.
//
// Files become profiles (what is written, and how), tables of the same columns groups, and rules, one a form, tell what
// a group is. The first rule that fits has it.

public import Diagnostics

/// What unknown files are, and the settings that read them.
public struct Inspection: Sendable {
    /// The files, in the order given.
    public let files: [FileProfile]
    /// What they most likely are.
    public private(set) var guesses: [FormGuess] = []
    /// What stands in the way: files that cannot be read, and questions that the user has to answer.
    public private(set) var problems: [Diagnostic] = []
    /// Rows that cannot be read, and do not stand in the way of the others.
    public let warnings: [Diagnostic]
    /// The settings of all that needs no answer.
    public let proposal: SettingsProposal

    /// Looks at files together: those of one header are one source, and tables of the same ids are joined.
    /// - Parameter answers: What the user says beforehand.
    public init(of files: [InspectedFile], answers: InspectionAnswers = InspectionAnswers()) {
        self.files = files.map { FileProfile($0, answers: answers) }
        problems = self.files.compactMap(\.problem)
        warnings = self.files.flatMap(\.tables).flatMap(\.faults)
        var groups = TableGroup.groups(of: self.files)
        for rule in Self.rules { guesses += rule.guesses(&groups, answers) }
        guesses.removeAll { $0.sources.isEmpty }
        for group in groups {
            let name = group.fileNames[0]
            if let index = guesses.firstIndex(where: { $0.files.contains(name) }) {
                guesses[index].remarks.append("The table that begins on line \(group.parts[0].table.line) is not used.")
            } else {
                problems.append(UnknownForm(group).diagnostic)
            }
        }
        problems += guesses.flatMap(\.questions)
        proposal = SettingsProposal(guesses.filter { $0.questions.isEmpty })
    }

    private static let rules: [any FormRule] = [
        KnownExportsRule(), StageFilesRule(), WideRecordsRule(), LongRecordsRule(), EventsRule(), LongCountsRule(),
        CountsRule(), MeasuresRule(),
    ]
}

public import Diagnostics
internal import Records
public import Settings

/// What some files most likely are, and the settings that read them.
public struct FormGuess: Sendable {
    /// The form.
    public let form: DataForm
    /// The export, if its header is known: `HubSpot deals`.
    public var known: String?
    /// The names of the files, the joined one last.
    public let files: [String]
    /// Why, in a sentence.
    public let reason: String
    /// What else is worth knowing, a sentence each.
    public var remarks: [String] = []
    /// What has to be answered before the files can be read; the proposal is complete without.
    public var questions: [Diagnostic] = []

    var sources: [ProposedSource]
    var measures: [ProposedMeasure] = []
    var funnels: [ProposedFunnel] = []
}

extension FormGuess {
    /// A guess of one source.
    init(_ source: ProposedSource, of files: [String], because reason: String) {
        form = source.form
        self.files = files
        self.reason = reason
        sources = [source]
    }
}

extension FormGuess {
    /// Says which words of the columns that are used mean that there is no value.
    mutating func addMissingWords(of groups: [TableGroup]) {
        let used = sources.flatMap(\.headers) + funnels.flatMap(\.dimensions) + measures.flatMap(\.formula.columns)
        var words: [String] = []
        for word in groups.flatMap({ $0.missingWords(used) }) where !words.contains(word) { words.append(word) }
        for index in sources.indices { sources[index].missing = words }
    }
}

internal import Calendars

/// One row of the invented CRM.
struct RecordRow: Sendable {
    var entity: String
    var source: String?
    var owner: String
    var amount: Int?
    /// By stage; the first one is there.
    var stages: [LocalDate?]
    /// By outcome.
    var outcomes: [LocalDate?]
    var reason: String?
    var created: LocalDate

    static func header(of story: PipelineStory) -> [String] {
        [story.entityColumn] + (story.sources.isEmpty ? [] : ["source"]) + ["owner", "amount"]
            + story.stages.map(\.column) + story.outcomes.map(\.column) + ["reason"]
    }

    /// In the order of the header; what is missing is empty.
    func cells(in story: PipelineStory) -> [String] {
        [entity] + (story.sources.isEmpty ? [] : [source ?? ""]) + [owner, amount.map(String.init) ?? ""]
            + (stages + outcomes).map { $0.map(\.description) ?? "" } + [reason ?? ""]
    }
}

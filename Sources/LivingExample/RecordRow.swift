internal import Calendars

/// One row of the invented CRM.
struct RecordRow: Sendable {
    var entity: String
    var source: String?
    var company: Company?
    var owner: PipelineStory.Owner
    var amount: Int?
    /// By stage, in seconds of the site's clock since 1970-01-01; the first one is there.
    var stages: [Int?]
    /// By outcome, likewise.
    var outcomes: [Int?]
    var reason: String?
    var created: Int

    /// Who the record is about.
    struct Company: Sendable {
        var sector: PipelineStory.Sector
        var staff: Int
    }

    static func header(of story: PipelineStory) -> [String] {
        [story.entityColumn] + (story.sources.isEmpty ? [] : ["source"])
            + (story.sectors.isEmpty ? [] : ["sector", "staff"]) + ["owner"] + (story.hasTeams ? ["team"] : []) + [
                "amount"
            ]
            + story.stages.map(\.column) + story.outcomes.map(\.column) + ["reason"]
    }

    /// In the order of the header; what is missing is empty.
    func cells(in story: PipelineStory) -> [String] {
        [entity] + (story.sources.isEmpty ? [] : [source ?? ""])
            + (story.sectors.isEmpty ? [] : [company?.sector.name ?? "", company.map { "\($0.staff)" } ?? ""])
            + [owner.name] + (story.hasTeams ? [owner.team ?? ""] : []) + [amount.map(String.init) ?? ""]
            + (stages + outcomes).map { $0.map { written($0, clock: story.hasClock) } ?? "" } + [reason ?? ""]
    }

    private func written(_ moment: Int, clock: Bool) -> String {
        let date = "\(LocalDate(dayNumber: moment / secondsADay))"
        guard clock else { return date }
        let minute = moment % secondsADay / 60
        return date + "T" + [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}

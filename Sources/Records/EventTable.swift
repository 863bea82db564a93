public struct CodedColumn: Sendable {
    public let codes: [Int32]
    public let words: [String]
    public init(codes: [Int32], words: [String]) { self.codes = codes; self.words = words }
}
public struct EventTable: Sendable {
    public let rowCount: Int
    public let entityCount: Int
    public let entities: [Int32]
    public let times: [Int64]
    public let hasClockTimes: Bool
    public let columns: [String: CodedColumn]
    public init(entityCount: Int, entities: [Int32], times: [Int64], hasClockTimes: Bool, columns: [String: CodedColumn]) {
        rowCount = entities.count; self.entityCount = entityCount; self.entities = entities; self.times = times
        self.hasClockTimes = hasClockTimes; self.columns = columns
    }
}

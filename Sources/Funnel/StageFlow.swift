/// What came into a stage in one week, and what became of it. All numbers are of rounds.
///
/// Stocks are counted at the boundaries of the week and flows by their own dates, so that ``isConserved`` says something.
public struct StageFlow: Hashable, Sendable {
    /// Rounds that stood in the stage when the week began.
    public var openAtStart = 0
    /// Rounds that came to it.
    public var entered = 0
    /// Rounds that went on to the next stage; at the last stage those that were won, which is when they come there.
    public var advanced = 0
    /// Rounds that ended in it, one number an outcome.
    public var endings: [Int]
    /// Rounds that stood in it when the week, or the data, ended. A win that was taken back later stands in the last stage
    /// until then.
    public var openAtEnd = 0

    init(outcomeCount: Int) {
        endings = Array(repeating: 0, count: outcomeCount)
    }

    /// Open at the start + entered = advanced + ended + open at the end.
    public var isConserved: Bool { openAtStart + entered == advanced + endings.reduce(0, +) + openAtEnd }
}

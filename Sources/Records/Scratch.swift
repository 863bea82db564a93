/// A place for bytes that are read again later, so that they need not stay in memory: a temporary file's, as a rule.
public protocol Scratch: Sendable {
    /// What it is called when something is wrong with it.
    var name: String { get }

    /// Puts bytes behind all others.
    /// - Returns: Where they begin.
    /// - Throws: `ByteFault` where there is no room, or the system refuses.
    func append(_ bytes: [UInt8]) throws(ByteFault) -> Int

    /// The bytes of a range, all of which were put there before.
    /// - Throws: `ByteFault` where the system refuses, or something is missing.
    func bytes(in range: Range<Int>) throws(ByteFault) -> [UInt8]
}

/// How much memory scanned rows may take, and where those go that do not fit in.
///
/// It makes no difference to what is counted.
public struct RowAllowance: Sendable {
    /// So many bytes of packed rows stay in memory; a few megabytes of rows that are not packed yet come in addition.
    public var byteCount: Int
    /// Where the others go.
    public var scratch: any Scratch

    /// Keeps `byteCount` bytes of rows in memory, and the others in `scratch`.
    public init(byteCount: Int, scratch: any Scratch) {
        self.byteCount = max(0, byteCount)
        self.scratch = scratch
    }

    /// The share of one among `count` who divide it evenly.
    public func share(among count: Int) -> RowAllowance {
        RowAllowance(byteCount: byteCount / max(1, count), scratch: scratch)
    }
}

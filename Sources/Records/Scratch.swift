internal import Diagnostics

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

/// How much memory what is read may take, and where rows go that do not fit in.
///
/// It makes no difference to what is counted.
public struct RowAllowance: Sendable {
    /// So many bytes of packed rows stay in memory; a few megabytes of rows that are not packed yet come in addition.
    public var byteCount: Int
    /// Where the others go.
    public var scratch: any Scratch
    /// So many bytes of what is counted of a funnel's entities stay in memory; the others go to `scratch`, too.
    public var countedSize: Int
    /// So many bytes of files may be read as a whole, where they cannot be read piece by piece.
    public var wholeSize: Int

    /// Keeps `byteCount` bytes of rows in memory, and the others in `scratch`.
    public init(byteCount: Int, scratch: any Scratch, countedSize: Int = .max, wholeSize: Int = .max) {
        self.countedSize = countedSize
        self.wholeSize = wholeSize
        self.byteCount = max(0, byteCount)
        self.scratch = scratch
    }

    /// The share that one has of the rows among `count` who divide it evenly.
    public func share(among count: Int) -> RowAllowance {
        var share = self
        share.byteCount /= max(1, count)
        return share
    }
}

extension Scratch {
    /// Puts bytes aside.
    /// - Returns: Where they are.
    /// - Throws: `RecordsError` where they cannot be put there.
    public func put(_ bytes: [UInt8]) throws(RecordsError) -> Range<Int> {
        do throws(ByteFault) {
            let start = try append(bytes)
            return start..<(start + bytes.count)
        } catch {
            throw RecordsError(kind: .notPutAside(error.message), position: SourcePosition(file: name))
        }
    }

    /// The bytes that were put in a range.
    /// - Throws: `RecordsError` where they cannot be read again.
    public func get(_ range: Range<Int>) throws(RecordsError) -> [UInt8] {
        do throws(ByteFault) {
            return try bytes(in: range)
        } catch {
            throw RecordsError(kind: .notPutAside(error.message), position: SourcePosition(file: name))
        }
    }
}

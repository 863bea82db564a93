internal import Records
internal import Synchronization

/// Where counting puts what does not fit in memory.
///
/// Whoever counts goes on when something goes wrong, and asks for the fault before anybody is told what came of it.
final class Overflow: Sendable {
    /// So many ages may be held to be sorted.
    let mostAges: Int
    private let scratch: any Scratch
    private let first = Mutex<RecordsError?>(nil)

    init(_ allowance: RowAllowance) {
        scratch = allowance.scratch
        mostAges = max(16, allowance.countedSize / 64)
    }

    /// What went wrong first.
    var fault: RecordsError? { first.withLock(\.self) }

    /// Puts bytes aside.
    /// - Returns: Where they are; `nil` where they could not be put there.
    func put(_ bytes: [UInt8]) -> Range<Int>? {
        told { () throws(RecordsError) in try scratch.put(bytes) }
    }

    /// The bytes of a range; `nil` where they cannot be read again.
    func get(_ range: Range<Int>) -> [UInt8]? {
        told { () throws(RecordsError) in try scratch.get(range) }
    }

    private func told<Product>(_ work: () throws(RecordsError) -> Product) -> Product? {
        do throws(RecordsError) {
            return try work()
        } catch {
            first.withLock { $0 = $0 ?? error }
            return nil
        }
    }
}

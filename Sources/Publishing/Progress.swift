/// Counts the single changes of a run on the disk, so that a test can stop it before any of them.
final class Progress {
    private let beforeStep: (Int) throws -> Void
    private var count = 0

    /// Calls `beforeStep` with the number of each step, from 0, before it is done.
    init(_ beforeStep: @escaping (Int) throws -> Void) {
        self.beforeStep = beforeStep
    }

    /// The next change is about to happen.
    func step() throws {
        try beforeStep(count)
        count += 1
    }
}

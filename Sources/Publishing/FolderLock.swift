internal import Diagnostics
internal import Foundation

/// Keeps a second run from writing the same folder at the same time.
struct FolderLock {
    private let descriptor: Int32
    private let path: String

    /// Takes the lock; it is a file beside `path`, and the system gives it back when the program ends.
    init(beside path: String) throws {
        self.path = path + ".lock"
        descriptor = open(self.path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard descriptor >= 0 else { throw EnvironmentFailure("make", self.path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw Failure("another run is writing this site now", remedy: "Wait until it is done, then build again.")
        }
    }

    /// Gives the lock back and removes its file.
    func release() {
        unlink(path)
        close(descriptor)
    }
}

// Watching: a folder → word that something in it has changed. It reads no file and knows nothing of sites.

internal import Foundation
internal import Synchronization

/// Tells when files below a folder appear, change, move or go.
public struct FolderWatch: Sendable {
    /// How changes are found.
    public enum Method: Sendable {
        /// The system tells (inotify), at once; where it cannot, by looking.
        case notices
        /// By looking four times a second: for folders of other machines, of which the system does not tell.
        case looking
    }

    /// An element for each burst of changes, once nothing has changed for 50 ms, and no later than half a second after
    /// it began. Bursts that nobody has asked for are one. It ends with the task that waits for it.
    public let changes: AsyncStream<Void>

    /// Begins at once: what changes from now on is told.
    ///
    /// - Parameters:
    ///   - root: The folder; it may go and come back.
    ///   - ignored: Names in `root` that do not count, with everything below them. Names anywhere that begin with a dot
    ///     or end with `~` count neither, and folders that are links are not entered.
    public init(_ root: String, besides ignored: Set<String> = [], by method: Method = .notices) {
        let place = WatchedPlace(root: root, ignored: ignored)
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        changes = stream
        let hasEnded = EndMark()
        continuation.onTermination = { _ in hasEnded.set() }
        let begun = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            var observer = Self.observer(of: place, by: method)
            begun.signal()
            while !hasEnded.isSet {
                if !observer.isComplete { observer = LookingObserver(place) }
                guard observer.sawChange(within: 500) else { continue }
                var bursts = 1
                while bursts < 10, observer.sawChange(within: 50) { bursts += 1 }
                continuation.yield()
            }
        }
        begun.wait()
    }

    static func observer(of place: WatchedPlace, by method: Method) -> any FolderObserver {
        #if os(Linux)
            if method == .notices, let observer = NoticeObserver(place) { return observer }
        #endif
        return LookingObserver(place)
    }
}

/// One way to find changes; used by one thread.
protocol FolderObserver {
    /// Whether it still sees every folder.
    var isComplete: Bool { get }

    /// Waits until something has changed, `milliseconds` at most; whether it has.
    mutating func sawChange(within milliseconds: Int32) -> Bool
}

/// Whether nobody waits any more.
private final class EndMark: Sendable {
    private let mark = Mutex(false)

    var isSet: Bool { mark.withLock { $0 } }

    func set() { mark.withLock { $0 = true } }
}

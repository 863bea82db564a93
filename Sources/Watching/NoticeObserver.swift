#if os(Linux)
    internal import Foundation

    /// Is told of changes by the system: inotify, with a watch on each folder.
    final class NoticeObserver: FolderObserver {
        /// Files are told when their writer closes them, not at every write, so that half of one is seldom read.
        private static let kinds = UInt32(
            IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF
                | IN_MOVE_SELF
        )

        private let place: WatchedPlace
        private let descriptor: Int32
        /// The watch on the folder itself; `nil` while there is no such folder.
        private var top: Int32?
        private(set) var isComplete = true

        /// `nil` where the system does not tell, or not of so many folders.
        init?(_ place: WatchedPlace) {
            self.place = place
            descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
            guard descriptor >= 0 else { return nil }
            watchFolders()
            guard isComplete else { return nil }
        }

        deinit {
            if descriptor >= 0 { close(descriptor) }
        }

        func sawChange(within milliseconds: Int32) -> Bool {
            if top == nil {
                watchFolders()
                if top != nil { return true }
            }
            var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let clock = ContinuousClock()
            let end = clock.now + .milliseconds(Int(milliseconds))
            while true {
                let left = max(.zero, end - clock.now) / .milliseconds(1)
                guard poll(&ready, 1, Int32(left.rounded(.up))) > 0 else { return false }
                if readNotices() { return true }
            }
        }

        /// Asks for notices of every folder there is; of one that is watched already, nothing changes.
        private func watchFolders() {
            top = nil
            _ = FolderTree(place) { folder in
                let watch = inotify_add_watch(descriptor, folder, Self.kinds | UInt32(IN_ONLYDIR))
                if watch >= 0, folder == place.root { top = watch }
                // No room for more watches; a folder that has gone meanwhile is told by the one that it was in.
                if watch < 0, errno == ENOSPC || errno == ENOMEM { isComplete = false }
            }
        }

        /// Reads the notices that wait; whether any of them counts.
        private func readNotices() -> Bool {
            var buffer = [UInt8](repeating: 0, count: 16_384)
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return false }
            var hasChange = false
            var hasNewFolder = false
            for notice in Notice.all(in: buffer[..<count]) {
                if notice.is(IN_IGNORED), notice.watch == top { top = nil }
                let counts = notice.is(IN_Q_OVERFLOW) || place.counts(notice.name, isAtTop: notice.watch == top)
                hasChange = hasChange || (counts && !notice.is(IN_IGNORED))
                hasNewFolder = hasNewFolder || (counts && notice.is(IN_ISDIR)) || notice.is(IN_Q_OVERFLOW)
            }
            // Before the change is told: what is written into a new folder from then on is told by the folder itself.
            if hasNewFolder { watchFolders() }
            return hasChange
        }
    }

    /// One of the system's notices.
    private struct Notice {
        var watch: Int32
        var kinds: UInt32
        /// The name in the watched folder; empty where the folder itself is meant.
        var name: String

        func `is`(_ kind: Int32) -> Bool { kinds & UInt32(bitPattern: kind) != 0 }

        /// The notices in what the system gave: watch, kinds, cookie and length of the name, four bytes each, and the name,
        /// filled up with zeros.
        static func all(in bytes: ArraySlice<UInt8>) -> [Notice] {
            var notices: [Notice] = []
            bytes.withUnsafeBytes { raw in
                var offset = 0
                while offset + 16 <= raw.count {
                    func number<N: FixedWidthInteger & BitwiseCopyable>(at place: Int) -> N {
                        raw.loadUnaligned(fromByteOffset: offset + place, as: N.self)
                    }
                    let length = Int(number(at: 12) as UInt32)
                    let name = raw[(offset + 16)..<min(raw.count, offset + 16 + length)].prefix { $0 != 0 }
                    let text = String(decoding: name, as: UTF8.self)
                    notices.append(Notice(watch: number(at: 0), kinds: number(at: 4), name: text))
                    offset += 16 + length
                }
            }
            return notices
        }
    }
#endif

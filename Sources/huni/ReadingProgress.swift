internal import Foundation
internal import Synchronization

/// How far reading has come, for a person at a terminal: bytes, rows a second, and the time left.
///
/// Any thread may tell it; it says something at once, then ten times a second at most, and nothing where nobody looks.
final class ReadingProgress: Sendable {
    private struct State {
        var file = ""
        var bytes = 0
        var total = 0
        var rows = 0
        let start = ContinuousClock.now
        /// When something was said last; `nil` where nothing has been.
        var shown: ContinuousClock.Instant?
    }

    private let console: Console
    private let state = Mutex(State())

    init(_ console: Console) {
        self.console = console
    }

    /// So many bytes more will be read.
    func expect(bytes: Int) {
        state.withLock { $0.total += bytes }
    }

    /// So many bytes of a file have been read.
    func add(bytes: Int, of file: String) {
        tell { state in
            state.file = file
            state.bytes += bytes
        }
    }

    /// So many rows have been found.
    func add(rows: Int) {
        tell { $0.rows += rows }
    }

    private func tell(_ change: (inout State) -> Void) {
        guard console.showsProgress else { return }
        let text = state.withLock { state -> String? in
            change(&state)
            let now = ContinuousClock.now
            if let shown = state.shown, now - shown < .milliseconds(100) { return nil }
            state.shown = now
            let (seconds, attoseconds) = (now - state.start).components
            return Self.text(
                file: state.file,
                bytes: state.bytes,
                total: state.total,
                rows: state.rows,
                seconds: Double(seconds) + Double(attoseconds) / 1e18
            )
        }
        if let text { console.progress(text) }
    }

    /// `reading web.csv: 312 of 476 MB, 9,400,000 rows/s, 2 s left`; what nobody knows yet is left out.
    static func text(file: String, bytes: Int, total: Int, rows: Int, seconds: Double) -> String {
        var parts = ["\(megabytes(min(bytes, total))) of \(megabytes(total)) MB"]
        if rows > 0, seconds > 0 {
            let pace = Int(Double(rows) / seconds)
            let step = pace >= 100_000 ? 100_000 : pace >= 1000 ? 1000 : 1
            parts.append("\(number(pace / step * step)) rows/s")
        }
        if bytes > 0, bytes < total {
            let left = Double(total - bytes) / Double(bytes) * seconds
            parts.append(
                left > 120 ? "\(number(Int((left / 60).rounded(.up)))) min left" : "\(Int(left.rounded(.up))) s left"
            )
        }
        return "reading \(file): \(parts.joined(separator: ", "))"
    }

    private static func megabytes(_ bytes: Int) -> String { number((bytes + 500_000) / 1_000_000) }
}

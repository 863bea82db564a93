internal import Diagnostics
internal import Foundation
internal import Publishing
internal import Records
internal import Report

/// All rejected rows as CSV: where they stand and why, and nothing of what they hold.
struct RejectedRows {
    private static let header = "source,file,line,column,reason"

    private let report: Report

    init(_ report: Report) {
        self.report = report
    }

    var csv: String {
        var lines = [Self.header]
        for source in report.sources {
            for rejection in ([source.rejections] + source.joins.map(\.rejections)).joined() {
                let place = rejection.position
                let file =
                    place.file.contains { ",\"\n".contains($0) }
                    ? "\"\(place.file.replacing("\"", with: "\"\""))\"" : place.file
                let numbers = [place.line, place.column].map { $0.map(String.init) ?? "" }.joined(separator: ",")
                lines.append("\(source.id),\(file),\(numbers),\(rejection.reason.rawValue)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Writes the rows to `path`, over nothing but such a file from an earlier run.
    func write(to path: String) throws {
        let url = URL(filePath: path)
        do {
            if FileManager.default.fileExists(atPath: path) {
                guard try Data(contentsOf: url).starts(with: Self.header.utf8) else { throw stranger(path) }
            }
            try Data(csv.utf8).write(to: url)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw EnvironmentFailure(path: path, message: "cannot be written: \(error.localizedDescription)")
        }
    }

    private func stranger(_ path: String) -> Failure {
        Failure(
            at: SourcePosition(file: path),
            "this file was not written by --rejected, and stays as it is",
            remedy: "Name another file."
        )
    }
}

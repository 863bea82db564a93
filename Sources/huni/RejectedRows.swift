internal import Diagnostics
internal import Foundation
internal import Publishing
internal import Records
internal import Report

/// All rejected rows as CSV: where they stand and why, and nothing of what they hold.
struct RejectedRows {
    private let report: Report

    init(_ report: Report) {
        self.report = report
    }

    var csv: String {
        var lines = ["source,file,line,column,reason"]
        for source in report.sources {
            for rejection in source.rejections {
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

    func write(to path: String) throws {
        do {
            try Data(csv.utf8).write(to: URL(filePath: path))
        } catch {
            throw Failure("'\(path)' cannot be written: \(error.localizedDescription)", remedy: "Name another file.")
        }
    }
}

internal import Diagnostics

/// The page that stands at every address while the site cannot be built.
struct ErrorPage {
    private let problems: [Diagnostic]

    init(_ problems: [Diagnostic]) {
        self.problems = problems
    }

    var html: [UInt8] {
        let errors = problems.count { $0.severity == .error }
        let title = "The site cannot be built: \(errors) \(errors == 1 ? "error" : "errors")"
        return Array(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; \
            base-uri 'none'; form-action 'none'">
            <meta name="color-scheme" content="light dark">
            <title>\(title)</title>
            <link rel="stylesheet" href="\(ServedSite.own)error.css">
            </head>
            <body>
            <main>
            <h1>\(title)</h1>
            <p class="lede">Once the files are mended, this page gives way to the site by itself.</p>
            <ol>
            \(problems.map(item).joined(separator: "\n"))
            </ol>
            </main>
            </body>
            </html>

            """.utf8
        )
    }

    private func item(_ problem: Diagnostic) -> String {
        let place = problem.position.map { "<p class=\"place\">\(escaped("\($0)"))</p>\n" } ?? ""
        let remedy = problem.remedy.map { "\n<p class=\"remedy\">\(escaped($0))</p>" } ?? ""
        let kind = problem.severity.rawValue
        return """
            <li class="\(kind)">
            \(place)<p class="message"><strong>\(kind):</strong> \(escaped(problem.message))</p>\(remedy)
            </li>
            """
    }

    /// `text` with nothing in it that HTML reads as more than text.
    private func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "\0": "\u{FFFD}"
            default: String(scalar)
            }
        }
        .joined()
    }
}

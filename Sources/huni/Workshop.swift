internal import Diagnostics
internal import Foundation
internal import Publishing
internal import Report
internal import Settings
internal import Site

/// The way from the site's folder to its files, phase by phase, each timed.
struct Workshop {
    let options: SiteOptions
    let folder: SiteFolder
    private(set) var phases: [(name: String, seconds: Double)] = []

    init(_ options: SiteOptions) {
        self.options = options
        folder = SiteFolder(options.root, config: options.config)
    }

    /// What a site is made of.
    struct Result {
        var report: Report
        var files: [String: [UInt8]]
        /// What does not stop a build.
        var warnings: [Diagnostic]
        /// Bytes of data read.
        var bytes: Int
    }

    /// Reads everything and makes the site's files.
    ///
    /// - Parameter baseURL: In the place of the one in the configuration.
    /// - Throws: `Failure` with what is wrong in notes, templates and data together.
    mutating func make(baseURL: String?) throws -> Result {
        var settings = try folder.settings()
        if let baseURL { settings.site.baseURL = baseURL }
        var problems: [Diagnostic] = []
        var maker: SiteMaker?
        do {
            maker = try phase("notes") { folder, _ in
                try SiteMaker(settings, content: try folder.content(), templates: try folder.templates())
            }
        } catch let failure as Failure {
            problems += failure.diagnostics
        }
        var counted: (report: Report, bytes: Int)?
        do {
            counted = try report(settings)
        } catch let failure as Failure {
            problems += failure.diagnostics
        }
        guard let maker, let counted, problems.isEmpty else { throw Failure(problems) }
        let files = try phase("pages") { _, _ in try maker.files(for: counted.report) }
        let warnings = maker.warnings + counted.report.warnings
        return Result(report: counted.report, files: files, warnings: warnings, bytes: counted.bytes)
    }

    /// Reads the data and counts.
    mutating func report(
        _ settings: Settings,
        funnel: String? = nil,
        by breakdowns: [[String]]? = nil
    ) throws -> (report: Report, bytes: Int) {
        let maker = ReportMaker(settings, lastDay: options.asOf, funnel: funnel, breakdowns: breakdowns)
        var bytes = 0
        let report = try phase("data") { folder, console in
            try maker.report { source in
                let files = try folder.dataFiles(of: source, progress: console.progress)
                bytes += (files.rows + files.joined).map(\.bytes.count).reduce(0, +)
                console.progress("counting \(source.id)")
                return files
            }
        }
        return (report, bytes)
    }

    /// Does `work`, and takes down how long it took.
    mutating func phase<Product>(
        _ name: String,
        _ work: (SiteFolder, Console) throws -> Product
    ) rethrows -> Product {
        let clock = ContinuousClock()
        let start = clock.now
        defer {
            options.console.progress("")
            let time = clock.now - start
            let (seconds, attoseconds) = time.components
            phases.append((name, Double(seconds) + Double(attoseconds) / 1e18))
        }
        return try work(folder, options.console)
    }
}

internal import Calendars
internal import Diagnostics
internal import Foundation
internal import Publishing
internal import Records
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
        var count: Count
        var files: [String: [UInt8]]
        /// What does not stop a build.
        var warnings: [Diagnostic]
        /// Makes the site's files.
        var maker: SiteMaker
        /// Where the site will be found; `nil` where nobody has said.
        var baseURL: String?

        var report: Report { count.report }
    }

    /// What the data give.
    struct Count {
        var report: Report
        /// The same data with all funnels and dimensions, where that was asked for.
        var whole: Report?
        /// Bytes of data read.
        var bytes = 0
        /// The files read, joined tables too.
        var files: [String] = []
    }

    /// Reads everything and makes the site's files.
    ///
    /// - Parameters:
    ///   - baseURL: In the place of the one in the configuration.
    ///   - showsDrafts: Whether notes and plays that are drafts are shown, marked as such.
    ///   - known: What the data give, where it is known already; they are not read then.
    /// - Throws: `Failure` with what is wrong in notes, templates and data together.
    mutating func make(baseURL: String?, showsDrafts: Bool = false, known: Count? = nil) throws -> Result {
        var settings = try folder.settings()
        if let baseURL { settings.site.baseURL = baseURL }
        var problems: [Diagnostic] = []
        var maker: SiteMaker?
        do {
            maker = try phase("notes") { folder, _ in
                try SiteMaker(
                    settings,
                    content: try folder.content(),
                    templates: try folder.templates(),
                    texts: try folder.texts(),
                    showsDrafts: showsDrafts
                )
            }
        } catch let failure as Failure {
            problems += failure.diagnostics
        }
        var counted = known
        do {
            if counted == nil { counted = try report(settings, wantsTouches: true) }
        } catch let failure as Failure {
            problems += failure.diagnostics
        }
        guard let maker, let counted, problems.isEmpty else { throw Failure(problems) }
        let files = try phase("pages") { _, _ in try maker.files(for: counted.report) }
        let warnings = maker.warnings(for: counted.report) + counted.report.warnings
        return Result(count: counted, files: files, warnings: warnings, maker: maker, baseURL: settings.site.baseURL)
    }

    /// Reads the data once and counts.
    ///
    /// - Parameter andWhole: Whether all funnels are counted by all dimensions, too.
    mutating func report(
        _ settings: Settings,
        funnel: String? = nil,
        by breakdowns: [[String]]? = nil,
        closing: Week? = nil,
        wantsActivity: Bool = true,
        wantsTouches: Bool = false,
        andWhole: Bool = false
    ) throws -> Count {
        let progress = ReadingProgress(options.console)
        let plan = MemoryPlan(options.memory)
        let temporary = TemporaryFile()
        let effort = EventScan.Effort(
            threads: plan.threads,
            allowance: plan.allowance(temporary)
        ) { progress.add(rows: $0) }
        let asked = ReportMaker(
            settings,
            lastDay: options.asOf,
            funnel: funnel,
            breakdowns: breakdowns,
            closed: closing == nil ? try folder.closedWeeks() : [],
            closing: closing,
            wantsActivity: wantsActivity,
            wantsTouches: wantsTouches,
            effort: effort
        )
        let whole = ReportMaker(
            settings,
            lastDay: options.asOf,
            wantsActivity: false,
            wantsTouches: wantsTouches,
            effort: effort
        )
        var bytes = 0
        var paths: [String] = []
        do {
            let (report, wholeReport) = try phase("data") { folder, console in
                func files(_ source: SourceSettings) throws -> SourceFiles {
                    let files = try folder.dataFiles(of: source, progress: progress)
                    let all = files.rows + files.joined
                    bytes += all.map(\.source.byteCount).reduce(0, +)
                    paths += all.map(\.path)
                    console.progress("counting \(source.id)")
                    return files
                }
                guard andWhole else { return (try asked.report(files: files), Report?.none) }
                let both = try asked.reports(with: whole, files: files)
                return (both.own, both.other)
            }
            return Count(report: report, whole: wholeReport, bytes: bytes, files: paths)
        } catch {
            guard let fault = temporary.fault else { throw error }
            throw EnvironmentFailure(
                path: temporary.name,
                message: "cannot hold what does not fit in memory: \(fault)",
                remedy: "Name a folder with more room for temporary files (TMPDIR), or allow more memory (--memory)."
            )
        }
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

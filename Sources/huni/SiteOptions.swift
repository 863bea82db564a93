public import ArgumentParser
public import Calendars
internal import Diagnostics

/// What every command takes.
struct SiteOptions: ParsableArguments {
    @Option(name: [.short, .long], help: "The site's folder.")
    var root = "."

    @Option(name: [.short, .long], help: "The configuration, relative to the site's folder.")
    var config = "huni.yaml"

    @Option(help: ArgumentHelp("The last day of complete data, as 2026-11-15.", valueName: "day"))
    var asOf: LocalDate?

    @Flag(help: "Fail on rejected rows and warnings.")
    var strict = false

    @Flag(name: [.short, .long], help: "Print nothing but problems.")
    var quiet = false

    @Flag(help: "Print problems as JSON, one a line.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "The most memory to use, 96MB or more; what does not fit goes to a file in TMPDIR, else /tmp.",
            valueName: "size"
        )
    )
    var memory: MemorySize?

    func validate() throws {
        guard let memory, memory.bytes < MemoryPlan.leastSize else { return }
        let least = MemoryPlan.leastSize / 1_000_000
        throw ValidationError("--memory must be at least \(least)MB; less is not enough to run")
    }

    var console: Console { Console(asJSON: json, isQuiet: quiet) }

    /// Why the run fails, where `--strict` asks for no warnings and there are some.
    func refusal(of warnings: [Diagnostic]) -> Diagnostic? {
        guard strict, !warnings.isEmpty else { return nil }
        return Diagnostic(
            .error,
            "there are rejected rows or warnings, and --strict asks for none",
            remedy: "Mend them, or build without --strict."
        )
    }
}

/// Where the site will be found by its readers.
struct PublicAddress: ParsableArguments {
    @Option(name: [.customShort("u"), .long], help: "Where the site will be found, in place of site.base_url.")
    var baseURL: String?

    /// With its last slash.
    var url: String? { baseURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" } }

    func validate() throws {
        if let baseURL, !baseURL.hasPrefix("http://"), !baseURL.hasPrefix("https://") {
            throw ValidationError("--base-url must begin with http:// or https://")
        }
    }
}

extension LocalDate: ExpressibleByArgument {
    /// Reads `2026-11-15`.
    public init?(argument: String) { self.init(argument) }
}

extension Week: ExpressibleByArgument {
    /// Reads `2026-W47`.
    public init?(argument: String) { self.init(argument) }
}

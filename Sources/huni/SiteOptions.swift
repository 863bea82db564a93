public import ArgumentParser
public import Calendars

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

    var console: Console { Console(asJSON: json, isQuiet: quiet) }
}

extension LocalDate: ExpressibleByArgument {
    /// Reads `2026-11-15`.
    public init?(argument: String) { self.init(argument) }
}

extension Week: ExpressibleByArgument {
    /// Reads `2026-W47`.
    public init?(argument: String) { self.init(argument) }
}

internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Serving
internal import Watching

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Shows the site while it is written: builds on each change, reloads the browser.",
        discussion: """
            Examples:
              huni serve --open
              huni serve -r my-report --port 0     any free port
              huni serve -u https://example.org/funnel/     below /funnel/, as it will be there

            Only this machine is answered, from memory: output is neither read nor written. Drafts are shown, marked as
            such. What keeps the site from being built is shown in the browser until it is mended. Ctrl-C ends it.
            """
    )

    @OptionGroup var site: SiteOptions
    @OptionGroup var publicAddress: PublicAddress

    @Option(help: "The port of 127.0.0.1; 0 takes one that is free.")
    var port: UInt16 = 8000

    @Flag(help: "Open the site in the browser.")
    var open = false

    @Flag(help: "Look for changes four times a second, where the system does not tell of them, as in network folders.")
    var poll = false

    func run() async throws {
        endOnSignals()
        let server = try takePort()
        let watch = FolderWatch(site.root, besides: LiveBuild.ignored, by: poll ? .looking : .notices)
        var builds = LiveBuild(site, baseURL: publicAddress.url)
        let first = builds.make()
        let live = LiveSite(first, at: server.address, launch: String(Int(Date.now.timeIntervalSince1970 * 1000)))
        let url = server.address.url(first.base)
        site.console.say("serving  \(url)")
        if open { Browser(console: site.console).open(url) }
        try await withThrowingTaskGroup { group in
            group.addTask { try await server.run(live) }
            group.addTask { [builds] in
                var builds = builds
                for await _ in watch.changes { await live.show(builds.make()) }
            }
            try await group.next()
            group.cancelAll()
        }
    }

    private func takePort() throws -> LocalServer {
        do {
            return try LocalServer(port: port)
        } catch {
            site.console.report([error.diagnostic])
            throw ExitCode(3)
        }
    }

    /// Ctrl-C and `kill` end the program at once, in whatever it is doing: nothing is on the disk that could be left
    /// half done. Handlers, unlike signals that are ignored, are not handed on to a browser that is opened.
    private func endOnSignals() {
        signal(SIGINT) { _ in _exit(0) }
        signal(SIGTERM) { _ in _exit(0) }
        signal(SIGPIPE) { _ in }
    }
}

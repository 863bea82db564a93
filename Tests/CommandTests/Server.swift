import Foundation
import Testing

/// A running `huni serve` of one test's own; ended with the value.
final class Server {
    /// What it said before it served.
    private(set) var firstLines: [String] = []
    /// The address it printed.
    private(set) var url = ""
    private(set) var port: UInt16 = 0
    /// What it says from then on.
    let output: Wire
    private let process = Process()
    private let errorFile: String
    /// Its folder lasts as long as the server.
    private let site: Site

    /// Starts the program in the folder of `site`, by default on a free port, and waits until it serves.
    convenience init(_ site: Site, _ arguments: String..., port: UInt16 = 0, environment: [String: String] = [:]) throws
    {
        try self.init(arguments + ["--port", "\(port)"], in: site, environment: environment)
        while let line = try output.line() {
            firstLines.append(line)
            if line.hasPrefix("serving  ") { break }
        }
        let problems = try errors()
        let last = try #require(firstLines.last, "it ended: \(problems)")
        url = String(last.dropFirst("serving  ".count))
        self.port = try #require(URL(string: url)?.port.flatMap(UInt16.init), "\(last)")
    }

    /// Starts it on `port` to say nothing, and waits until it listens.
    convenience init(quietly site: Site, port: UInt16) throws {
        try self.init(["--quiet", "--port", "\(port)"], in: site, environment: [:])
        self.port = port
        _ = try errors { _ in Wire.isListening(at: port) }
    }

    private init(_ arguments: [String], in site: Site, environment: [String: String]) throws {
        self.site = site
        errorFile = "\(site.logs)/\(UUID().uuidString).err"
        try Data().write(to: URL(filePath: errorFile))
        let pipe = Pipe()
        let program: URL = try #require(Run.program)
        process.executableURL = program
        process.arguments = ["serve"] + arguments
        process.currentDirectoryURL = URL(filePath: site.folder)
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        process.standardError = try FileHandle(forWritingTo: URL(filePath: errorFile))
        output = Wire(dup(pipe.fileHandleForReading.fileDescriptor))
        try process.run()
        try pipe.fileHandleForWriting.close()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    /// What has gone to standard error so far.
    func errors() throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: errorFile)), as: UTF8.self)
    }

    /// What has gone to standard error once it satisfies `condition`.
    func errors(until condition: (String) -> Bool) throws -> String {
        let clock = ContinuousClock()
        let end = clock.now + .seconds(30)
        while true {
            let errors = try errors()
            if condition(errors) { return errors }
            try #require(clock.now < end, "it has said only this: \(errors)")
            usleep(20_000)
        }
    }

    /// Ends it, and waits: its exit code, negative where the signal killed it.
    func end(_ signal: Int32 = SIGINT) throws -> Int32 {
        let end = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in end.signal() }
        kill(process.processIdentifier, signal)
        try #require(end.wait(timeout: .now() + 30) == .success, "it did not end")
        return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }

    /// The answer to a request for `target`, which is sent as it is.
    func get(_ target: String = "/", method: String = "GET", host: String? = nil) throws -> Answer {
        try answer(to: "\(method) \(target) HTTP/1.1\r\nHost: \(host ?? "127.0.0.1:\(port)")\r\n\r\n")
    }

    /// The answer to whatever `text` is.
    func answer(to text: String) throws -> Answer {
        let wire = try Wire(port: port)
        try wire.send(text)
        return try Answer(wire)
    }

    /// Follows the site's changes as a page does.
    func changes() throws -> Changes {
        let wire = try Wire(port: port)
        try wire.send("GET /.huni/changes HTTP/1.1\r\nHost: localhost:\(port)\r\nAccept: text/event-stream\r\n\r\n")
        return try Changes(wire)
    }
}

/// What the server answered.
struct Answer {
    let status: Int
    var headers: [String: String] = [:]
    let bytes: [UInt8]

    init(_ wire: Wire) throws {
        let first = try #require(try wire.line())
        status = try #require(first.split(separator: " ").dropFirst().first.flatMap { Int($0) }, "\(first)")
        while let line = try wire.line(), line != "\r" {
            let parts = line.dropLast().split(separator: ":", maxSplits: 1)
            headers[String(parts[0])] = String(parts[1].dropFirst())
        }
        bytes = try wire.rest()
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// The changes of a site, as they come.
struct Changes {
    private let wire: Wire
    /// The version that was shown at first.
    let first: String

    fileprivate init(_ wire: Wire) throws {
        self.wire = wire
        try #require(try wire.line() == "HTTP/1.1 200 OK\r")
        first = try wire.line(after: "data: ")
    }

    /// Waits for the next version.
    func next() throws -> String { try wire.line(after: "data: ") }
}

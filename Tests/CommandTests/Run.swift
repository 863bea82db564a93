import Foundation
import Testing

/// One run of the real program, and what it left behind.
struct Run: Equatable {
    let status: Int32
    let output: String
    let errors: String

    /// Starts the program and waits for its end, 30 seconds at most.
    ///
    /// - Parameters:
    ///   - other: What is started in the program's place.
    ///   - sink: Where standard output goes instead of to the result.
    init(
        _ arguments: [String],
        of other: URL? = nil,
        in directory: String,
        environment: [String: String] = [:],
        logs: String,
        sink: String? = nil
    ) throws {
        let name = "\(logs)/\(UUID().uuidString)"
        let process = Process()
        let program: URL = try #require(other ?? Self.program)
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: directory)
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.file(name + ".out")
        if let sink { process.standardOutput = try FileHandle(forWritingTo: URL(filePath: sink)) }
        process.standardError = try Self.file(name + ".err")
        let end = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in end.signal() }
        try process.run()
        if end.wait(timeout: .now() + 30) == .timedOut {
            kill(process.processIdentifier, SIGKILL)
            Issue.record("huni \(arguments.joined(separator: " ")) did not end")
        }
        process.waitUntilExit()
        status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
        output = String(decoding: try Data(contentsOf: URL(filePath: name + ".out")), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: URL(filePath: name + ".err")), as: UTF8.self)
    }

    init(status: Int32, output: String, errors: String) {
        self.status = status
        self.output = output
        self.errors = errors
    }

    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }

    /// Standard output as JSON.
    func json() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    }

    /// Stops the test where the run was not fine.
    func expectSuccess() throws {
        try #require(status == 0, "\(errors)")
    }

    /// Standard error as JSON, an object a line.
    func diagnostics() throws -> [[String: Any]] {
        try errorLines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
    }

    private static func file(_ path: String) throws -> FileHandle {
        try Data().write(to: URL(filePath: path))
        return try FileHandle(forWritingTo: URL(filePath: path))
    }

    /// The program as it was built along with these tests.
    static let program: URL? = {
        let beside = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "huni")
        let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../.build/debug/huni")
        return [beside, package].compactMap { $0?.standardizedFileURL }.first {
            FileManager.default.isExecutableFile(atPath: $0.path(percentEncoded: false))
        }
    }()
}

internal import Diagnostics
internal import Foundation

/// The browser of whoever sits at this machine.
struct Browser {
    let console: Console

    #if os(macOS)
        private static let program = "open"
    #else
        private static let program = "xdg-open"
    #endif

    /// Shows `url`; where that cannot be done, says so.
    func open(_ url: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [Self.program, url]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.terminationHandler = { process in
            if process.terminationStatus != 0 { warn() }
        }
        do { try process.run() } catch { warn() }
    }

    private func warn() {
        let remedy = "Open the address above yourself."
        console.report([Diagnostic(.warning, "\(Self.program) cannot open the browser", remedy: remedy)])
    }
}

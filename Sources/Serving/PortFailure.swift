public import Diagnostics
internal import FlyingSocks
internal import Foundation

/// The port could not be taken.
public struct PortFailure: Error, Hashable, Sendable {
    private let port: UInt16
    private let isInUse: Bool
    private let reason: String

    init(port: UInt16, _ error: any Error) {
        self.port = port
        let number = (error as? SocketError)?.number
        isInUse = number == EADDRINUSE
        reason = number.map { String(cString: strerror($0)) } ?? error.localizedDescription
    }

    /// What is wrong, and what to do about it.
    public var diagnostic: Diagnostic {
        isInUse
            ? Diagnostic(
                .error,
                "port \(port) is in use by another program",
                remedy: "End that program, or choose another port with --port; --port 0 takes one that is free."
            )
            : Diagnostic(
                .error,
                "port \(port) cannot be taken: \(reason)",
                remedy: "Choose another port with --port; --port 0 takes one that is free."
            )
    }
}

internal import Foundation

/// The machine does not let us: the disk is full, a folder may not be written.
public struct EnvironmentFailure: Error, Sendable, CustomStringConvertible {
    /// What could not be done.
    public let action: String
    /// To which file or folder.
    public let path: String
    /// The system's reason.
    public let code: Int32

    init(_ action: String, _ path: String, code: Int32 = errno) {
        self.action = action
        self.path = path
        self.code = code
    }

    /// `cannot write output/index.html: No space left on device`
    public var description: String { "cannot \(action) \(path): \(String(cString: strerror(code)))" }
}

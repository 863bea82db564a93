/// The machine did not do what was asked: disk full, no permission, a folder that is a file. Exit code 3.
///
/// What the user can mend in the site or in the output folder is a `Failure` instead.
public struct EnvironmentFailure: Error, Hashable, Sendable {
    /// The file or folder it happened to, as the user named the output folder.
    public var path: String
    /// What was tried and what the system answered, without a full stop.
    public var message: String

    /// What to do about it.
    public var remedy: String

    /// Says that the system refused something at `path`.
    public init(
        path: String,
        message: String,
        remedy: String = "Look at the path, its permissions and the space left, and run the same command again."
    ) {
        self.path = path
        self.message = message
        self.remedy = remedy
    }
}

extension EnvironmentFailure: CustomStringConvertible {
    /// `output/index.html cannot be written: No space left on device`.
    public var description: String { "\(path) \(message)" }
}

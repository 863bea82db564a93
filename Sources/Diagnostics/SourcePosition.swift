/// A place in a file that a person can jump to.
public struct SourcePosition: Hashable, Sendable {
    /// The path as the user knows it: relative to the site's folder where the file lies inside it.
    public var file: String
    /// Counted from 1; `nil` where the whole file is meant.
    public var line: Int?
    /// Counted from 1 in UTF-8 bytes; `nil` where the whole line is meant.
    public var column: Int?

    /// Names a place; `column` makes sense only with `line`.
    public init(file: String, line: Int? = nil, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension SourcePosition: CustomStringConvertible {
    /// `file:line:column`, as compilers print it.
    public var description: String {
        ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
    }
}

extension SourcePosition: Comparable {
    /// By file, then from the top of the file to its end.
    public static func < (lhs: Self, rhs: Self) -> Bool {
        (lhs.file, lhs.line ?? 0, lhs.column ?? 0) < (rhs.file, rhs.line ?? 0, rhs.column ?? 0)
    }
}

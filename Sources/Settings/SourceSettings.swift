public import Diagnostics
public import Records

/// One of the `sources:`.
public struct SourceSettings: Sendable {
    /// Its name, used by funnels, measures and tests.
    public var id: String
    /// Where it stands in huni.yaml.
    public var position: SourcePosition
    /// What a row is, and what its columns mean.
    public var form: SourceForm
    /// The files to read, in the order given.
    public var files: [SourceFile]
    /// How they are written.
    public var format: TextFormat
    /// Tables that are joined to the rows, in the order given.
    public var joins: [JoinSettings]
    /// What tells the variants of a test apart; `nil` where there are none.
    public var variant: VariantSettings?

    /// The event that all rows of the file at `path` are; `nil` where rows say so themselves.
    public func event(ofFile path: String) -> String? {
        files.first { $0.event != nil && $0.pattern.matches(path) }?.event?.value
    }

    /// The variant that all rows of the file at `path` are of; `nil` where the settings name none for it.
    public func variant(ofFile path: String) -> String? {
        guard case .files(let files) = variant else { return nil }
        return files.first { $0.pattern.matchesPathOrName(path) }?.value
    }

    /// Where huni.yaml names each column of the source's own rows first.
    public var columnPositions: [String: SourcePosition] {
        var columns = form.columns + joins.map(\.column)
        if case .column(let column) = variant { columns.append(column) }
        return Dictionary(columns.map { ($0.value, $0.position) }) { first, _ in first }
    }
}

/// Files of a source.
public struct SourceFile: Sendable {
    /// Their path.
    public var pattern: FilePattern
    /// The event that each of their rows is; `nil` where rows say so themselves.
    public var event: Placed<String>?
}

/// A table that is joined to a source's rows by a key.
public struct JoinSettings: Sendable {
    /// The table; never with a wildcard.
    public var file: FilePattern
    /// The column of the source's own rows that holds the key.
    public var column: Placed<String>
    /// The column of the table that holds it.
    public var key: Placed<String>
}

/// What tells the variants of a test apart.
public enum VariantSettings: Sendable {
    /// A column's value.
    case column(Placed<String>)
    /// The file that a row stands in.
    case files([VariantFile])
}

/// Files whose rows are of one variant.
public struct VariantFile: Sendable {
    /// The variant.
    public var value: String
    /// The path, or the name alone, of some of the source's files.
    public var pattern: FilePattern
}

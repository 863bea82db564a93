public import Calendars

/// How an events file is written, as far as it does not say so itself.
public struct EventFormat: Sendable {
    /// The zone of times without an offset of their own.
    public var zone: Zone
    /// What parts the cells: any byte but a quote, CR or LF; `nil`, the default, where the header tells.
    public var delimiter: UInt8?
    /// Cells that count as missing beside the blank ones, compared as they are; none by default.
    public var missing: Set<String>

    /// Says how the file is written.
    public init(zone: Zone, delimiter: UInt8? = nil, missing: Set<String> = []) {
        self.zone = zone
        self.delimiter = delimiter
        self.missing = missing
    }
}

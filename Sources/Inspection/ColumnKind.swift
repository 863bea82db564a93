/// What the values of a column are.
public enum ColumnKind: String, Sendable {
    /// Nothing stands in it.
    case empty
    /// Whole numbers without any sign beside them.
    case wholeNumber = "whole number"
    /// Other numbers.
    case number
    /// Numbers with a percent sign, in some rows at least.
    case percent
    /// Numbers with a currency, in some rows at least.
    case money
    /// Days.
    case date
    /// Days with a clock time, in some rows at least.
    case dateTime = "date and time"
    /// Seconds, or their fractions, since 1970.
    case epoch
    /// Names of weeks.
    case week
    /// Hours, minutes and seconds.
    case duration
    /// Yes and no.
    case boolean
    /// Words.
    case text
    /// What tells people, companies or things apart.
    case id
    /// Addresses of mail.
    case mail = "e-mail"
    /// Names of people, or of what is named like them.
    case person = "name"
    /// Addresses of the web, of machines, of houses, and telephone numbers.
    case address

    /// Whether the values may name somebody, so that none of them is shown.
    public var isPrivate: Bool { [.id, .mail, .person, .address].contains(self) }

    /// Whether the values say when.
    var isTime: Bool { [.date, .dateTime, .epoch].contains(self) }

    /// Whether the values can be added up or averaged.
    var isNumeric: Bool { [.wholeNumber, .number, .percent, .money].contains(self) }
}

/// The classes of numbers that languages tell apart in the forms of their words (Unicode CLDR).
enum PluralCategory: String, CaseIterable, Sendable {
    case zero, one, two, few, many, other
}

/// A number as it is shown, by which a language chooses the form of the words around it. `1` and `1.0` may take
/// different forms.
struct PluralNumber: Hashable, Sendable {
    /// The number without its point and its sign: 150 of 1.50.
    private let digits: Int
    /// How many digits stand after the point.
    private let places: Int

    /// A whole number; its sign does not matter.
    init(_ number: Int) {
        digits = number == .min ? .max : abs(number)
        places = 0
    }

    /// A number shown with at least and at most so many decimals, rounded as it is shown; zero where it is none.
    init(_ number: Double, decimals: ClosedRange<Int>) {
        var power = 1
        for _ in 0..<decimals.upperBound { power *= 10 }
        var digits = Int(exactly: (abs(number) * Double(power)).rounded(.toNearestOrEven)) ?? 0
        var places = decimals.upperBound
        while places > decimals.lowerBound, digits % 10 == 0 { (digits, places) = (digits / 10, places - 1) }
        (self.digits, self.places) = (digits, places)
    }

    /// The value that rules call by this letter (CLDR, Language Plural Rules, "Operands"); `nil` for a number that is no
    /// whole one, which no rule's list holds, and for letters that there are not.
    func operand(_ letter: Character) -> Int? {
        var (power, whole) = (1, digits)
        for _ in 0..<places { (power, whole) = (power * 10, whole / 10) }
        var (fraction, shown) = (digits % power, places)
        switch letter {
        case "n": return fraction == 0 ? whole : nil
        case "i": return whole
        case "v": return places
        case "f": return fraction
        case "t", "w":
            while shown > 0, fraction % 10 == 0 { (fraction, shown) = (fraction / 10, shown - 1) }
            return letter == "t" ? fraction : shown
        case "c", "e": return 0
        default: return nil
        }
    }
}

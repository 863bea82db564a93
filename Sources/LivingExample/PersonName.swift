/// Identifiers as `u7k2m9q`: no two people of a story share one, and their order says nothing about the people's.
struct PersonName {
    private let key: UInt64

    /// Another seed gives the same number another name.
    init(seed: UInt64) {
        var dice = Dice(seed: seed, stream: .min)
        key = UInt64(dice.whole(0...Int(Self.mask)))
    }

    /// The identifier of the person with this number.
    ///
    /// Each operation maps the 30-bit numbers one to one onto themselves, so different numbers stay different.
    /// - Parameter number: From 0 up to 2³⁰ − 1.
    func callAsFunction(_ number: Int) -> String {
        var mixed = UInt64(number) ^ key
        for factor: UInt64 in [0x2C1B_3C6D, 0x297A_2D39, 0x1B56_C4E9] {
            mixed ^= mixed >> 15
            mixed = (mixed &* factor) & Self.mask
        }
        mixed ^= mixed >> 15
        return "u" + (0..<6).map { String(Self.letters[Int(mixed >> UInt64(5 * $0)) & 31]) }.joined()
    }

    private static let mask: UInt64 = 0x3FFF_FFFF
    /// Without i, l, o and u, which are easily misread.
    private static let letters = Array("0123456789abcdefghjkmnpqrstvwxyz")
}

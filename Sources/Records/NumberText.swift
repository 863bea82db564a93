/// A number's text without what stands around it: its sign, a percent sign, a currency.
///
/// The sign is `-`, `+` or U+2212. A percent sign or a currency (a sign such as `₺`, letters and a sign such as `US$`, or a
/// code such as `TRY`) may stand in front or behind, spaces or none between. Parentheses mean nothing here.
struct NumberText {
    /// Whether a minus stands in front.
    var isNegative = false
    /// Whether a percent sign stands at either end.
    var isPercent = false
    /// Digits, points, commas, apostrophes, and spaces of any kind as plain ones; not empty.
    var core: [UInt8]
    /// The power of ten behind an `e`.
    var power = 0

    /// Takes `word` apart; `nil` where something is left that no number has.
    init?(_ word: Span<UInt8>) {
        guard word.count <= 100 else { return nil }
        var scalars = String(decoding: word.indices.map { word[$0] }, as: UTF8.self).unicodeScalars[...]
        var ends = Ends()
        guard ends.strip(&scalars) else { return nil }
        (isNegative, isPercent) = (ends.sign == "-", ends.isPercent)
        if let letter = scalars.lastIndex(where: { $0 == "e" || $0 == "E" }) {
            guard let power = Self.power(scalars[letter...].dropFirst()) else { return nil }
            self.power = power
            scalars = scalars[..<letter]
        }
        core = []
        for scalar in scalars {
            guard let byte = Self.coreByte(scalar) else { return nil }
            core.append(byte)
        }
        if core.isEmpty { return nil }
    }

    private static func power(_ scalars: Substring.UnicodeScalarView) -> Int? {
        let digits = scalars.drop { $0 == "+" || $0 == "-" }
        guard scalars.count - digits.count <= 1, digits.count <= 3, digits.allSatisfy({ ("0"..."9").contains($0) })
        else { return nil }
        return Int(String(scalars))
    }

    private static func coreByte(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar {
        case "0"..."9", ".", ",", "'": UInt8(ascii: scalar)
        case "’": UInt8(ascii: "'")
        case let scalar where isSpace(scalar): ASCII.space
        default: nil
        }
    }

    /// Blanks, the no-break spaces, the thin space and the figure space.
    fileprivate static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        [" ", "\t", "\u{A0}", "\u{202F}", "\u{2009}", "\u{2007}"].contains(scalar)
    }
}

extension NumberText {
    /// The digits before and behind the decimal sign; `nil` where the text is no number in that style.
    func digits(in style: NumberStyle) -> (whole: [UInt8], fraction: [UInt8])? {
        let parts = core.split(separator: style.decimal, omittingEmptySubsequences: false)
        guard let whole = parts.first, parts.count <= 2 else { return nil }
        let fraction = parts.dropFirst().first
        if let fraction, fraction.isEmpty || !fraction.allSatisfy(ASCII.isDigit) { return nil }
        if whole.isEmpty { return fraction.map { ([], Array($0)) } }
        guard let ungrouped = Self.ungrouped(whole, by: style.grouping.first) else { return nil }
        return (ungrouped, Array(fraction ?? []))
    }

    /// `nil` where the groups, if there are any, are not threes behind one to three digits that begin with no 0.
    private static func ungrouped(_ whole: ArraySlice<UInt8>, by sign: UInt8?) -> [UInt8]? {
        let groups = whole.split(omittingEmptySubsequences: false) { $0 == sign }
        guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(ASCII.isDigit) }) else { return nil }
        if groups.count > 1 {
            guard let first = groups.first, first.count <= 3, first.first != UInt8(ascii: "0"),
                groups.dropFirst().allSatisfy({ $0.count == 3 })
            else { return nil }
        }
        return Array(groups.joined())
    }
}

/// What has been found at the ends of a number.
private struct Ends {
    var sign: Unicode.Scalar?
    var isPercent = false
    var hasCurrency = false

    /// Takes everything off both ends but the number; `false` where something stands there twice, or is unknown.
    mutating func strip(_ scalars: inout Substring.UnicodeScalarView) -> Bool {
        while let first = scalars.first, !(("0"..."9").contains(first) || ".,".unicodeScalars.contains(first)) {
            if NumberText.isSpace(first) {
                scalars.removeFirst()
            } else if first == "-" || first == "+" || first == "\u{2212}" {
                guard sign == nil else { return false }
                sign = first == "+" ? "+" : "-"
                scalars.removeFirst()
            } else {
                let unit = scalars.prefix(while: CurrencySigns.mayHold)
                guard take(unit.isEmpty ? scalars.prefix(1) : unit) else { return false }
                scalars.removeFirst(max(1, unit.count))
            }
        }
        while let last = scalars.last, !("0"..."9").contains(last) {
            if NumberText.isSpace(last) {
                scalars.removeLast()
            } else {
                let unit = scalars.suffix(while: CurrencySigns.mayHold)
                guard take(unit.isEmpty ? scalars.suffix(1) : unit) else { return false }
                scalars.removeLast(max(1, unit.count))
            }
        }
        return !scalars.isEmpty
    }

    private mutating func take(_ unit: Substring.UnicodeScalarView) -> Bool {
        guard !isPercent, !hasCurrency else { return false }
        if String(unit) == "%" {
            isPercent = true
        } else {
            hasCurrency = CurrencySigns.isCurrency(unit)
        }
        return isPercent || hasCurrency
    }
}

extension Substring.UnicodeScalarView {
    fileprivate func suffix(while isWanted: (Unicode.Scalar) -> Bool) -> Self {
        var start = endIndex
        while start > startIndex, isWanted(self[index(before: start)]) { start = index(before: start) }
        return self[start...]
    }
}

/// An upper bound for the width of a text in any of the fonts that a page may be shown in. No font is measured: the
/// widths are those of the widest usual one, in four classes of signs.
struct TextExtent {
    /// Pixels of the font's size.
    let size: Double
    let isBold: Bool

    /// Ticks, keys and remarks.
    static let small = TextExtent(size: 13, isBold: false)
    /// A tick or name that is to be seen.
    static let smallBold = TextExtent(size: 13, isBold: true)
    /// The number that a figure is about.
    static let strong = TextExtent(size: 14, isBold: true)

    /// Pixels that `text` takes at most.
    func width(of text: String) -> Double {
        let ems = text.unicodeScalars.reduce(0) { $0 + Self.ems(of: $1) }
        return ems * size * (isBold ? 1.08 : 1)
    }

    /// `text`, shortened to `pixels` with an ellipsis where it is longer.
    func shortened(_ text: String, to pixels: Double) -> String {
        guard width(of: text) > pixels else { return text }
        var kept = text
        while !kept.isEmpty, width(of: kept + "…") > pixels { kept.removeLast() }
        while kept.last == " " { kept.removeLast() }
        return kept + "…"
    }

    /// `text` broken at its spaces into at most `lines` lines of `pixels`; what does not fit is shortened.
    func wrapped(_ text: String, to pixels: Double, lines most: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, width(of: "\(last) \(word)") <= pixels {
                lines[lines.count - 1] = "\(last) \(word)"
            } else if lines.count == most {
                lines[most - 1] = shortened("\(lines[most - 1]) \(word)", to: pixels)
                break
            } else {
                lines.append(String(word))
            }
        }
        return lines.map { shortened($0, to: pixels) }
    }

    private static func ems(of scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "ı", "l", "j", "t", "f", "r", "I", ".", ",", ":", ";", "'", "|", "!", "(", ")", " ", "\u{a0}", "·":
            0.4
        case "m", "w", "M", "W", "%", "@", "—", "…", "→": 0.98
        case _ where scalar.properties.canonicalCombiningClass != .notReordered: 0
        case _ where scalar.properties.isUppercase: 0.74
        default: 0.64
        }
    }
}

/// A few words about a number, with a sign and a tone, e.g. "▼ −%12,7 geçen haftaya göre".
public struct Remark: Sendable, Equatable {
    /// What the words mean for the reader. Colour is for signals only, and never alone: the sign and the words differ too.
    public enum Tone: String, Sendable, Equatable {
        /// Neither better nor worse.
        case plain
        /// Ordinary variation.
        case noise
        /// A signal for the better.
        case good
        /// A signal for the worse; also the bottleneck.
        case bad
        /// Not final yet.
        case maturing
    }

    /// A sign before the words, not read aloud, e.g. "≈".
    public let symbol: String?
    /// Read aloud instead of the sign, and not seen, e.g. "Ordinary variation:".
    public let spoken: String?
    /// The words.
    public let text: String
    /// The tone.
    public let tone: Tone

    /// A remark.
    public init(_ text: String, tone: Tone, symbol: String? = nil, spoken: String? = nil) {
        self.symbol = symbol
        self.spoken = spoken
        self.text = text
        self.tone = tone
    }

    /// The remark as one inline element.
    public func html() -> String {
        var content = ""
        if let symbol { content += "<span aria-hidden=\"true\">\(escaped(symbol))</span>\u{a0}" }
        if let spoken { content += "<span class=\"vh\">\(escaped(spoken)) </span>" }
        return "<span class=\"d \(tone.rawValue)\">\(content)\(escaped(text))</span>"
    }
}

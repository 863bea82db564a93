// Settings: huni.yaml as typed values, every fault of it with its place.

/// A text of the user's in the site's languages.
public struct LocalizedText: Hashable, Sendable {
    private var byLanguage: [String: String]
    private var forAll: String?

    /// One text for every language.
    public init(_ text: String) {
        byLanguage = [:]
        forAll = text
    }

    /// A text a language.
    public init(_ byLanguage: [String: String]) {
        self.byLanguage = byLanguage
        forAll = nil
    }

    /// The text in `language`; `nil` where there is none.
    public func text(in language: String) -> String? { byLanguage[language] ?? forAll }
}

/// What the things that move through a funnel are called.
public struct Noun: Hashable, Sendable {
    /// A noun's forms in one language.
    public struct Forms: Hashable, Sendable {
        /// After the number one.
        public var one: String
        /// After other numbers.
        public var other: String

        /// The form after the number one, and after others.
        public init(one: String, other: String) {
            self.one = one
            self.other = other
        }
    }

    private var byLanguage: [String: Forms]

    /// A noun by language.
    public init(_ byLanguage: [String: Forms]) {
        self.byLanguage = byLanguage
    }

    /// The noun's forms in `language`; `nil` where it has none.
    public func forms(in language: String) -> Forms? { byLanguage[language] }
}

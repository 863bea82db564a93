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

    /// All texts, those of the built-in languages first.
    public var texts: [String] {
        let first = Settings.knownLanguages.reversed().compactMap { byLanguage[$0] }
        let others = byLanguage.sorted { $0.key < $1.key }.filter { !Settings.knownLanguages.contains($0.key) }
        return [forAll].compactMap(\.self) + first + others.map(\.value)
    }

    /// The text in `language`; `nil` where there is none.
    public func text(in language: String) -> String? { byLanguage[language] ?? forAll }
}

/// What the things that move through a funnel are called.
public struct Noun: Hashable, Sendable {
    /// A noun's forms in one language.
    public struct Forms: Hashable, Sendable {
        private let byCategory: [String: String]
        /// After numbers that have no form of their own.
        public let other: String

        /// The classes of numbers that languages tell apart (Unicode CLDR).
        public static let categories = ["zero", "one", "two", "few", "many", "other"]

        /// The form after the number one, and after others.
        public init(one: String, other: String) {
            self.init(other: other, byCategory: ["one": one])
        }

        /// The forms by the class of the number before them; a class without one takes `other`.
        public init(other: String, byCategory: [String: String]) {
            self.other = other
            self.byCategory = byCategory
        }

        /// The form after numbers of a class.
        public subscript(category: String) -> String { byCategory[category] ?? other }
    }

    private var byLanguage: [String: Forms]

    /// A noun by language.
    public init(_ byLanguage: [String: Forms]) {
        self.byLanguage = byLanguage
    }

    /// The noun's forms in `language`; `nil` where it has none.
    public func forms(in language: String) -> Forms? { byLanguage[language] }
}

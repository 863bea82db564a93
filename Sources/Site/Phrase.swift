/// One text of a language, with its forms where it depends on a number.
struct Phrase: Sendable {
    /// The form of each category; `other` is always there, and stands where another is missing.
    private(set) var forms: [PluralCategory: String]
    /// Whether it may have more than one form, in whatever language.
    let dependsOnNumber: Bool

    init(_ text: String) {
        forms = [.other: text]
        dependsOnNumber = false
    }

    /// - Returns: `nil` without a form for `other`.
    init?(forms: [PluralCategory: String]) {
        guard forms[.other] != nil else { return nil }
        self.forms = forms
        dependsOnNumber = true
    }

    subscript(category: PluralCategory) -> String { forms[category] ?? forms[.other] ?? "" }

    /// The names of the values that any of its forms asks for.
    var placeholders: Set<String> { Set(forms.values.flatMap(Self.placeholders)) }

    /// The names of the values that `text` asks for.
    static func placeholders(in text: String) -> Set<String> {
        Set(text.matches(of: /\{([^{}]*)\}/).map { String($0.1) })
    }
}

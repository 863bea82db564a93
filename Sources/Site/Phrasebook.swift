internal import Diagnostics
internal import Yams

/// The texts of one language, by names such as `week.h1`.
struct Phrasebook: Sendable {
    private enum Phrase: Sendable {
        case text(String)
        case plural(one: String, other: String)
    }

    private let phrases: [String: Phrase]
    let language: String

    /// The built-in texts of `language`.
    /// - Throws: `Failure` where they are no proper texts: a fault of the program's own files.
    init(language: String) throws(Failure) {
        let bytes = language == "tr" ? PackageResources.tr_yaml : PackageResources.en_yaml
        var phrases: [String: Phrase] = [:]
        do {
            guard let root = try compose(yaml: String(decoding: bytes, as: UTF8.self)) else {
                throw Failure("no texts for \(language)")
            }
            Self.collect(root, under: "", into: &phrases)
        } catch {
            throw Failure("the texts for \(language) cannot be read: \(error)")
        }
        self.phrases = phrases
        self.language = language
    }

    private static func collect(_ node: Node, under path: String, into phrases: inout [String: Phrase]) {
        guard let mapping = node.mapping else {
            phrases[path] = .text(node.scalar?.string ?? "")
            return
        }
        if let one = mapping["one"]?.scalar, let other = mapping["other"]?.scalar, path != "noun" {
            phrases[path] = .plural(one: one.string, other: other.string)
            return
        }
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            collect(value, under: path.isEmpty ? name : "\(path).\(name)", into: &phrases)
        }
    }

    /// Every name that stands for a text.
    var names: [String] { phrases.keys.sorted() }

    /// The text called `name` with its `{…}` filled in; `nil` where there is none of that name.
    ///
    /// - Parameter plural: The number that chooses between forms: one for exactly 1, other for all else (the CLDR
    ///   rules of English; Turkish texts have one form).
    func text(_ name: String, _ values: KeyValuePairs<String, String> = [:], plural: Double? = nil) -> String? {
        guard let phrase = phrases[name] else { return nil }
        switch phrase {
        case .text(let text): return Self.fill(text, values)
        case .plural(let one, let other): return Self.fill(plural == 1 ? one : other, values)
        }
    }

    /// Left to right, so that a value that holds braces is not filled in again.
    private static func fill(_ text: String, _ values: KeyValuePairs<String, String>) -> String {
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            filled += rest[..<open]
            filled += values.first { $0.key == name }?.value ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}

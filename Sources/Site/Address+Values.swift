internal import Funnel
internal import Settings

extension Address {
    /// The page of a dimension's value: `channels/<value>/` for channels, `by/<dimension>/<value>/` for others.
    ///
    /// - Parameters:
    ///   - funnel: The funnel's id where it is not the site's first, whose values own the plain addresses.
    ///   - word: The value's word from ``ValueNames``.
    static func value(_ word: String, of dimension: String, in funnel: String?) -> Address {
        let folder = dimension == "channel" ? "channels" : "by/\(ValueNames.word(for: dimension))"
        let path = "\(folder)/\(word)/index.html"
        return Address(funnel.map { "funnels/\($0)/\(path)" } ?? path)
    }
}

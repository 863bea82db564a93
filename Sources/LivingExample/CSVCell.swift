/// `text` as a cell of a CSV file: quoted where it holds a comma, a quote or a line end.
func csvCell(_ text: String) -> String {
    let quote: Unicode.Scalar = "\""
    guard text.unicodeScalars.contains(where: { [",", quote, "\n", "\r"].contains($0) }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}

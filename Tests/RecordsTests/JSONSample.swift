import Foundation

/// Objects by chance, and what Foundation makes of their values.
enum JSONSample {
    /// An object without a key twice, and without a point in a key.
    static func object(depth: Int, using random: inout SeededRandom) -> String {
        let keys = ["a", "b", "user", "ş", "\\u0041", "k\\n"].filter { _ in Int.random(in: 0...2, using: &random) > 0 }
        let pairs = keys.map { key in
            "\"\(key)\"" + blank(&random) + ":" + blank(&random) + value(depth: depth, using: &random)
        }
        return "{" + blank(&random) + pairs.joined(separator: blank(&random) + ",") + blank(&random) + "}"
    }

    /// Whether a cell's content is the value at a dotted path: nothing for null, and for what is not there.
    static func isValue(_ content: String, of object: [String: Any], at path: String) -> Bool {
        var value: Any? = object
        for key in path.split(separator: ".", omittingEmptySubsequences: false) {
            value = (value as? [String: Any])?[String(key)]
        }
        if let text = value as? String { return content == text }
        if value == nil || value is NSNull { return content.isEmpty }
        if content == "true" || content == "false" { return value as? Bool == (content == "true") }
        if let number = value as? NSNumber { return Double(content) == number.doubleValue }
        let array = try? JSONSerialization.jsonObject(with: Data(content.utf8))
        return array as? NSArray == value as? NSArray && array != nil
    }

    private static let numbers = ["0", "-1", "12.5", "1e3", "-0.25E-2", "7"]

    private static func value(depth: Int, using random: inout SeededRandom) -> String {
        switch Int.random(in: 0...7, using: &random) {
        case 0: "null"
        case 1: Bool.random(using: &random) ? "true" : "false"
        case 2, 3: numbers[Int.random(in: numbers.indices, using: &random)]
        case 4 where depth > 0: object(depth: depth - 1, using: &random)
        case 5: "[1, \"x\", {\"a\": [null]}]"
        default: string(using: &random)
        }
    }

    private static func string(using random: inout SeededRandom) -> String {
        let pieces = ["x", "é", "\\\"", "\\\\", "\\/", "\\u00e9", "\\ud83d\\ude00", "😀", " ", "\\t", ",", "{", "]"]
        let length = Int.random(in: 0...4, using: &random)
        return "\"" + (0..<length).map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }.joined() + "\""
    }

    private static func blank(_ random: inout SeededRandom) -> String {
        ["", "", " ", "\t "][Int.random(in: 0...3, using: &random)]
    }
}

// Serving: the built bytes → answers to a browser on this machine. It reads no file, so it can give away none.

/// The head of an HTTP request, as far as it matters here: RFC 9112, sections 3 and 5.
struct RequestHead: Equatable {
    /// What came of the bytes read so far.
    enum Reading: Equatable {
        /// The head has not ended yet.
        case incomplete
        /// No proper request: 400, or 431 where it is too long.
        case refused(Status)
        case complete(RequestHead)
    }

    /// In bytes; browsers send one or two thousand.
    static let longest = 16_384

    var method: String
    /// As it was sent, percent-encoded, with its query.
    var target: String
    /// Whom it was meant for: the value of its only `Host` line.
    var host: String

    /// Reads a head from the beginning of `bytes`; any bytes give an answer, and what follows the head is left alone.
    static func read(_ bytes: [UInt8]) -> Reading {
        let head = bytes.prefix(longest)
        var lines: [Substring] = []
        var rest = head
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            var line = rest[..<end]
            if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
            rest = rest[(end + 1)...]
            if line.isEmpty { return RequestHead(lines).map(Reading.complete) ?? .refused(.badRequest) }
            guard let text = String(validating: line, as: UTF8.self), !text.utf8.contains(where: isControl) else {
                return .refused(.badRequest)
            }
            lines.append(text[...])
        }
        return head.count < longest ? .incomplete : .refused(.headTooLong)
    }

    /// A tab may stand in a header's value.
    private static func isControl(_ byte: UInt8) -> Bool { (byte < 0x20 && byte != 0x09) || byte == 0x7F }

    /// `nil` where the lines are no request of HTTP/1.x to exactly one host.
    private init?(_ lines: [Substring]) {
        guard let first = lines.first else { return nil }
        let words = first.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, words[2] == "HTTP/1.1" || words[2] == "HTTP/1.0" else { return nil }
        let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
        guard !words[0].isEmpty, words[0].utf8.allSatisfy(letters.contains), !words[1].isEmpty else { return nil }
        var hosts: [String] = []
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":"), colon > line.startIndex, !Self.isBlank(line.utf8.first) else {
                return nil
            }
            if line[..<colon].lowercased() == "host" {
                hosts.append(String(Self.trimmed(line[line.index(after: colon)...])))
            }
        }
        guard hosts.count == 1 else { return nil }
        (method, target, host) = (String(words[0]), String(words[1]), hosts[0])
    }

    private static func isBlank(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while isBlank(text.utf8.first) { text.removeFirst() }
        while isBlank(text.utf8.last) { text.removeLast() }
        return text
    }
}

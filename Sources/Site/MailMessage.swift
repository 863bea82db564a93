internal import Calendars
internal import Diagnostics
internal import Foundation

/// An e-mail as mail programs open it: MIME with a plain and an HTML part (RFC 2046), headers in RFC 2047, lines ended by CRLF.
///
/// It depends on nothing but its parts: the Message-ID is made of them, and the Date is given.
struct MailMessage {
    let headers: [(name: String, value: String)]
    let plain: String
    let html: String

    /// - Throws: `Failure` where a header's value holds a line end or another control character.
    init(
        from: String,
        to: String?,
        subject: String,
        date: Instant,
        zone: Zone,
        host: String,
        plain: String,
        html: String
    ) throws(Failure) {
        let mark = Self.mark(of: subject + plain + html)
        let fields: [(String, String?)] = [
            ("From", from), ("To", to), ("Subject", subject), ("Date", Self.date(date, in: zone)),
            ("Message-ID", "<\(mark)@\(host)>"), ("MIME-Version", "1.0"),
        ]
        headers = fields.compactMap { name, value in value.map { (name, $0) } }
        for (name, value) in headers
        where value.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            throw Failure(
                "the mail's \(name) holds a line end or another control character",
                remedy: "Write it on one line."
            )
        }
        (self.plain, self.html) = (plain, html)
    }

    /// The whole message.
    var text: String {
        let boundary = "huni-\(Self.mark(of: plain + html))"
        let head = headers.map { Self.field($0.name, $0.value) }
        let lines =
            head + ["Content-Type: multipart/alternative; boundary=\"\(boundary)\"", ""]
            + ["--\(boundary)"] + Self.part("plain", plain) + ["--\(boundary)"] + Self.part("html", html)
            + ["--\(boundary)--", ""]
        return lines.joined(separator: "\r\n")
    }

    private static func part(_ kind: String, _ text: String) -> [String] {
        let encoded = Data(text.replacing("\n", with: "\r\n").utf8).base64EncodedString()
        return ["Content-Type: text/\(kind); charset=utf-8", "Content-Transfer-Encoding: base64", ""]
            + cut(encoded, every: 76)
    }

    private static func cut(_ text: String, every length: Int) -> [String] {
        let bytes = Array(text.utf8)
        return stride(from: 0, to: bytes.count, by: length).map { start in
            String(decoding: bytes[start..<min(start + length, bytes.count)], as: UTF8.self)
        }
    }

    /// A header's lines; words beyond ASCII are encoded, an address in angle brackets is not.
    private static func field(_ name: String, _ value: String) -> String {
        guard !value.allSatisfy(\.isASCII) else { return "\(name): \(value)" }
        if let open = value.lastIndex(of: "<"), name == "From" || name == "To" {
            let display = value[..<open].split(separator: " ").joined(separator: " ")
            return "\(name): \(encoded(display))\r\n \(value[open...])"
        }
        return "\(name): \(encoded(value))"
    }

    /// Encoded words (RFC 2047) of at most 75 characters, never cut within a character.
    private static func encoded(_ text: String) -> String {
        var words: [String] = []
        var chunk = ""
        for character in text {
            if chunk.utf8.count + String(character).utf8.count > 42 {
                words.append(chunk)
                chunk = ""
            }
            chunk.append(character)
        }
        return (words + [chunk]).map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    /// `Sun, 22 Nov 2026 23:59:59 +0300`
    static func date(_ instant: Instant, in zone: Zone) -> String {
        let stamp = zone.timestamp(instant)
        let local = zone.local(instant)
        let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][local.date.weekday]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = local.date.parts
        let clock = stamp.dropFirst(11).prefix(8)
        let offset = stamp.hasSuffix("Z") ? "+0000" : stamp.suffix(6).filter { $0 != ":" }
        return "\(weekday), \(parts.day) \(months[parts.month - 1]) \(parts.year) \(clock) \(offset)"
    }

    /// Sixteen hexadecimal digits of the bytes' hash (Fowler, Noll & Vo, FNV-1a).
    private static func mark(of text: String) -> String {
        let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

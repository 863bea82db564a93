/// Why a file packed by gzip cannot be unpacked.
public enum GzipFault: Error, Hashable, Sendable {
    /// It ends before its contents do, at that byte.
    case cutOff(at: Int)
    /// What stands at about that byte, from 0, cannot be.
    case corrupt(at: Int)
    /// It holds more than so many bytes.
    case tooLarge(limit: Int)

    /// What is wrong, as the end of a sentence that begins with "this file is packed by gzip".
    var explanation: String {
        switch self {
        case .cutOff(let byte): "and cut off: it ends at byte \(byte), before its contents do"
        case .corrupt(let byte): "and corrupt at about byte \(byte)"
        case .tooLarge(let limit): "and holds more than \(limit) bytes, which is too much"
        }
    }

    /// What to do about it.
    var remedy: String {
        switch self {
        case .cutOff: "Copy or export it again, whole."
        case .corrupt: "Copy or export it again; `gzip -t` tests a file."
        case .tooLarge: "Split it into several files, such as one a month."
        }
    }
}

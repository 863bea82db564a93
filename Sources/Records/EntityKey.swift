/// An entity's identifier as numbers that no other identifier has: equal keys are equal bytes, and the other way round.
///
/// | identifier | form | numbers |
/// | --- | --- | --- |
/// | up to 16 digits that do not begin with 0 | narrow | the number, and above it a bit that no short word has |
/// | other words up to 7 bytes | narrow | its bytes, and above them how many they are |
/// | a UUID in small letters | uuid | its 128 bits |
/// | other words up to 15 bytes | wide | its bytes, and above them how many they are |
/// | anything longer | long | a hash, and where the bytes are kept; compared byte by byte |
struct EntityKey: Equatable {
    enum Form: UInt8 { case narrow, wide, uuid, long }

    var high: UInt64
    var low: UInt64 = 0
    var form = Form.narrow

    /// The key of the bytes from `start` on; of a long word, its hash alone.
    /// - Precondition: There are at least 16 more bytes behind the word's end, and `count` is at least 1.
    @inline(__always)
    init(of text: RawSpan, at start: Int, count: Int) {
        let first = text.knownEightBytes(at: start)
        if count < 8 {
            if first & 0xFF != 0x30, let number = Self.decimal(Self.padded(first, count: count)) {
                high = number | 1 << 63
            } else {
                high = first.keepingBytes(count) | UInt64(truncatingIfNeeded: count) << 56
            }
        } else if count <= 16, let number = Self.number(first, text.knownEightBytes(at: start + 8), count: count) {
            high = number | 1 << 63
        } else if count < 16 {
            high = first
            low = text.knownEightBytes(at: start + 8).keepingBytes(count - 8) | UInt64(truncatingIfNeeded: count) << 56
            form = .wide
        } else if count == 36, let uuid = Self.uuid(in: text, at: start) {
            (high, low, form) = (uuid.high, uuid.low, .uuid)
        } else {
            high = Self.hash(of: text, at: start, count: count)
            form = .long
        }
    }

    /// Spreads entities over parts: the upper bits, of which any number may be taken.
    @inline(__always)
    var spread: UInt64 { form == .long ? high : (high ^ (low &* 0xD6E8_FEB8_6659_FD93)).folded }

    /// A number of 8 to 16 digits, none of them a zero in front.
    @inline(__always)
    private static func number(_ first: UInt64, _ second: UInt64, count: Int) -> UInt64? {
        guard first & 0xFF != 0x30, let upper = decimal(first) else { return nil }
        if count == 8 { return upper }
        guard let lower = decimal(count == 16 ? second : padded(second, count: count - 8)) else { return nil }
        return upper &* powersOfTen[count - 8] &+ lower
    }

    /// The first 1 to 7 of eight digits behind zeros.
    @inline(__always)
    private static func padded(_ digits: UInt64, count: Int) -> UInt64 {
        let missing = UInt64(truncatingIfNeeded: (8 - count) * 8)
        return digits << missing | 0x3030_3030_3030_3030 >> (64 - missing)
    }

    private static let powersOfTen: [UInt64] = [1, 10, 100, 1000, 10000, 100_000, 1_000_000, 10_000_000, 100_000_000]

    /// The number that eight digits are, the first of them lowest; `nil` where one is no digit.
    @inline(__always)
    static func decimal(_ digits: UInt64) -> UInt64? {
        let values = digits ^ 0x3030_3030_3030_3030
        guard (values | (values &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 == 0 else { return nil }
        let pairs = (values &* 10 &+ (values >> 8)) & 0x00FF_00FF_00FF_00FF
        let fours = (pairs &* 100 &+ (pairs >> 16)) & 0x0000_FFFF_0000_FFFF
        return (fours &* 10000 &+ (fours >> 32)) & 0xFFFF_FFFF
    }

    /// 8-4-4-4-12 digits of a hexadecimal number in small letters, with hyphens.
    @inline(__always)
    private static func uuid(in text: RawSpan, at start: Int) -> (high: UInt64, low: UInt64)? {
        let hyphens = text.knownByte(at: start + 8) & text.knownByte(at: start + 13) & text.knownByte(at: start + 18)
        guard hyphens == 0x2D,
            text.knownByte(at: start + 8) | text.knownByte(at: start + 13) | text.knownByte(at: start + 18) == 0x2D,
            text.knownByte(at: start + 23) == 0x2D
        else { return nil }
        let second = text.knownEightBytes(at: start + 9).keepingBytes(4) | text.knownEightBytes(at: start + 14) << 32
        let third = text.knownEightBytes(at: start + 19).keepingBytes(4) | text.knownEightBytes(at: start + 24) << 32
        guard let a = hexadecimal(text.knownEightBytes(at: start)), let b = hexadecimal(second),
            let c = hexadecimal(third), let d = hexadecimal(text.knownEightBytes(at: start + 28))
        else { return nil }
        return (a << 32 | b, c << 32 | d)
    }

    /// The 32 bits of eight hexadecimal digits; `nil` where one is none, or a capital letter.
    @inline(__always)
    private static func hexadecimal(_ digits: UInt64) -> UInt64? {
        let isLetter = (digits >> 6) & 0x0101_0101_0101_0101
        let values = (digits & 0x0F0F_0F0F_0F0F_0F0F) &+ isLetter &* 9
        let isOverNine = ((values &+ 0x0606_0606_0606_0606) >> 4) & 0x0101_0101_0101_0101
        let written = (values & 0x0F0F_0F0F_0F0F_0F0F) &+ 0x3030_3030_3030_3030 &+ isOverNine &* 39
        guard written == digits else { return nil }
        let pairs = (values << 4 | values >> 8) & 0x00FF_00FF_00FF_00FF
        let fours = (pairs << 8 | pairs >> 16) & 0x0000_FFFF_0000_FFFF
        return (fours << 16 | fours >> 32) & 0xFFFF_FFFF
    }

    private static func hash(of text: RawSpan, at start: Int, count: Int) -> UInt64 {
        var state = UInt64(truncatingIfNeeded: count)
        var offset = 0
        while offset + 8 <= count {
            state = (state ^ text.eightBytes(at: start + offset)).folded
            offset += 8
        }
        return (state ^ text.eightBytes(at: start + offset).keepingBytes(count - offset)).folded
    }
}

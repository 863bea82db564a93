/// Bytes as gzip packs them (RFC 1952), in stored blocks of DEFLATE (RFC 1951): one member.
func packed(_ bytes: [UInt8], blockSize: Int = 40_000) -> [UInt8] {
    func little(_ number: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt32($0 * 8)) }
    }
    var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    var start = 0
    repeat {
        let end = min(start + blockSize, bytes.count)
        file.append(end == bytes.count ? 1 : 0)
        file += little(UInt32(end - start), 2) + little(~UInt32(end - start), 2)
        file += bytes[start..<end]
        start = end
    } while start < bytes.count
    let table = (0..<UInt32(256)).map { byte in
        (0..<8).reduce(byte) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    let sum = bytes.withUnsafeBufferPointer { bytes in
        table.withUnsafeBufferPointer { table in
            bytes.reduce(~UInt32(0)) { $0 >> 8 ^ table[Int(($0 ^ UInt32($1)) & 0xFF)] }
        }
    }
    return file + little(~sum, 4) + little(UInt32(bytes.count), 4)
}

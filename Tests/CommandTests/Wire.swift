import Foundation
import Testing

/// Bytes from a running program, by a pipe or a connection; nothing is waited for longer than 30 seconds.
final class Wire {
    private let descriptor: Int32
    private var bytes: [UInt8] = []
    private static let patience: Int32 = 30_000

    /// - Parameter descriptor: Is closed with the value.
    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// A connection to 127.0.0.1.
    convenience init(port: UInt16) throws {
        let descriptor = Self.connection(to: port)
        try #require(descriptor != nil, "port \(port) refuses: \(String(cString: strerror(errno)))")
        self.init(descriptor ?? -1)
    }

    static func isListening(at port: UInt16) -> Bool {
        connection(to: port).map(close) != nil
    }

    private static func connection(to port: UInt16) -> Int32? {
        #if canImport(Darwin)
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #else
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = port.bigEndian
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if result == 0 { return descriptor }
        close(descriptor)
        return nil
    }

    deinit {
        close(descriptor)
    }

    func send(_ text: String) throws {
        let bytes = Array(text.utf8)
        try #require(write(descriptor, bytes, bytes.count) == bytes.count)
    }

    /// The next line, without its end; `nil` at the end of all.
    func line() throws -> String? {
        while true {
            if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: bytes[..<end], as: UTF8.self)
                bytes.removeFirst(end + 1)
                return line
            }
            guard try readMore() else { return nil }
        }
    }

    /// The first of the next lines that begins with `prefix`, without it.
    func line(after prefix: String) throws -> String {
        while let line = try line() {
            if line.hasPrefix(prefix) { return String(line.dropFirst(prefix.count)) }
        }
        return try #require(nil, "no line begins with '\(prefix)'")
    }

    /// Everything until the other side closes.
    func rest() throws -> [UInt8] {
        while try readMore() {}
        return bytes
    }

    private func readMore() throws -> Bool {
        var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        try #require(poll(&ready, 1, Self.patience) > 0, "nothing came within \(Self.patience / 1000) seconds")
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = read(descriptor, &buffer, buffer.count)
        try #require(count >= 0, "\(String(cString: strerror(errno)))")
        bytes += buffer[..<count]
        return count > 0
    }
}

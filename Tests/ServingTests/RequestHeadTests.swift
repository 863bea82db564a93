import Testing

@testable import Serving

@Suite struct RequestHeadTests {
    private static let whole = "GET /a?b HTTP/1.1\r\nUser-Agent: x\r\nhOST: \tlocalhost:8000 \r\n\r\n"

    private func read(_ text: String) -> RequestHead.Reading { RequestHead.read(Array(text.utf8)) }

    @Test func methodTargetAndHostAreRead() {
        #expect(read(Self.whole) == .complete(RequestHead(method: "GET", target: "/a?b", host: "localhost:8000")))
    }

    @Test func bodyAfterTheHeadIsLeftAlone() {
        #expect(read(Self.whole + "GET\u{0} nonsense") == read(Self.whole))
    }

    @Test func lineEndsMayBeBareLineFeeds() {
        #expect(read(Self.whole.replacing("\r\n", with: "\n")) == read(Self.whole))
    }

    @Test func everyBeginningOfAHeadIsIncomplete() {
        let bytes = Array(Self.whole.utf8)
        for end in bytes.indices { #expect(RequestHead.read(Array(bytes[..<end])) == .incomplete, "\(end)") }
    }

    @Test(arguments: [
        "\r\n\r\n", "GET\r\n\r\n", "GET / \r\nHost: a\r\n\r\n", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/2.0\r\nHost: a\r\n\r\n", "GET / HTTP/1.1 x\r\nHost: a\r\n\r\n", "get / HTTP/1.1\r\nHost: a\r\n\r\n",
        "G\u{7}T / HTTP/1.1\r\nHost: a\r\n\r\n", "GET /\u{0} HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n",
    ])
    func whatIsNoRequestIsRefused(_ text: String) {
        #expect(read(text) == .refused(.badRequest))
    }

    @Test func bytesThatAreNotUTF8AreRefused() {
        let head = Array("GET /".utf8) + [0xC3, 0x28] + Array(" HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
        #expect(RequestHead.read(head) == .refused(.badRequest))
    }

    @Test func headThatDoesNotEndIsRefusedInTime() {
        let start = "GET / HTTP/1.1\r\nHost: a\r\nX: "
        let room = RequestHead.longest - start.utf8.count
        #expect(read(start + String(repeating: "x", count: room - 1)) == .incomplete)
        #expect(read(start + String(repeating: "x", count: room)) == .refused(.headTooLong))
        #expect(read(start + String(repeating: "x", count: room) + "\r\n\r\n") == .refused(.headTooLong))
    }
}

extension RequestHead {
    /// A request for `target`.
    init(method: String = "GET", target: String, host: String = "127.0.0.1:8000") {
        let text = "\(method) \(target) HTTP/1.1\r\nHost: \(host)\r\n\r\n"
        guard case .complete(let head) = Self.read(Array(text.utf8)) else { preconditionFailure("no request: \(text)") }
        self = head
    }
}

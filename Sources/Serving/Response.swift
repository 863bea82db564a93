/// What a request is answered with.
struct Response: Equatable {
    var status: Status
    /// Besides those that every response has.
    var headers: [String: String] = [:]
    var body: [UInt8] = []
    /// Whether the connection stays open, and is told the site's version now and at each change (server-sent events).
    var followsChanges = false

    /// A page or file.
    static func file(_ bytes: [UInt8], type: MediaType, status: Status = .ok) -> Response {
        Response(status: status, headers: ["Content-Type": type.text], body: bytes)
    }

    /// A sentence to a person.
    static func plain(_ status: Status, _ text: String) -> Response {
        .file(Array((text + "\n").utf8), type: .plain, status: status)
    }

    /// Another address; for this once, as the site may change.
    static func elsewhere(_ path: String) -> Response {
        let address = RequestPath.encoded(path)
        var response = plain(.found, "The page is at \(address)")
        response.headers["Location"] = address
        return response
    }

    /// The response as it is sent; one a connection.
    /// - Parameter hasBody: Whether the body is sent; its length is said in any case.
    func bytes(hasBody: Bool) -> [UInt8] {
        var headers = headers.merging([
            "Cache-Control": "no-store", "Connection": "close", "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
        ]) { own, _ in own }
        if !followsChanges { headers["Content-Length"] = String(body.count) }
        let lines = headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }.joined()
        let head = "HTTP/1.1 \(status.rawValue) \(status.reason)\r\n\(lines)\r\n"
        return Array(head.utf8) + (hasBody ? body : [])
    }
}

/// The statuses that are given here.
enum Status: Int {
    case ok = 200
    case found = 302
    case badRequest = 400
    case notFound = 404
    case methodNotAllowed = 405
    case misdirected = 421
    case headTooLong = 431
    case failed = 500

    /// The words of RFC 9110.
    var reason: String {
        switch self {
        case .ok: "OK"
        case .found: "Found"
        case .badRequest: "Bad Request"
        case .notFound: "Not Found"
        case .methodNotAllowed: "Method Not Allowed"
        case .misdirected: "Misdirected Request"
        case .headTooLong: "Request Header Fields Too Large"
        case .failed: "Internal Server Error"
        }
    }
}

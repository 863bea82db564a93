/// What a file is, for the browser.
struct MediaType: Equatable {
    let text: String

    static let html = MediaType(text: "text/html; charset=utf-8")
    static let plain = MediaType(text: "text/plain; charset=utf-8")
    static let css = MediaType(text: "text/css; charset=utf-8")
    static let script = MediaType(text: "text/javascript; charset=utf-8")
    static let events = MediaType(text: "text/event-stream; charset=utf-8")

    private static let known: [String: MediaType] = [
        "html": .html, "css": .css, "txt": .plain,
        "csv": MediaType(text: "text/csv; charset=utf-8"),
        "json": MediaType(text: "application/json; charset=utf-8"),
        "xml": MediaType(text: "application/xml; charset=utf-8"),
        "eml": MediaType(text: "message/rfc822"),
        "svg": MediaType(text: "image/svg+xml"),
        "png": MediaType(text: "image/png"),
        "jpg": MediaType(text: "image/jpeg"),
        "jpeg": MediaType(text: "image/jpeg"),
        "webp": MediaType(text: "image/webp"),
        "avif": MediaType(text: "image/avif"),
        "gif": MediaType(text: "image/gif"),
        "pdf": MediaType(text: "application/pdf"),
    ]

    private init(text: String) { self.text = text }

    /// By the ending of the file's name; bytes of no known kind where it has none that is known.
    init(ofFile path: String) {
        let name = path.split(separator: "/").last ?? ""
        let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last ?? ""
        self = Self.known[ending.lowercased()] ?? MediaType(text: "application/octet-stream")
    }
}

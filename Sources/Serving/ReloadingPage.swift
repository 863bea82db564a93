/// A page on its way to the browser, with the script that reloads it. The files of a build never have it.
struct ReloadingPage {
    /// The page as it is sent.
    let html: [UInt8]

    /// - Parameter version: Of the site that the page belongs to.
    init(_ page: [UInt8], version: String) {
        let text = String(decoding: page, as: UTF8.self)
        let script = "<script src=\"\(ServedSite.own)reload.js?\(version)\" defer></script>\n"
        let end = text.firstRange(of: "</head>")?.lowerBound ?? text.endIndex
        html = Array((Self.widened(text[..<end]) + script + text[end...]).utf8)
    }

    /// `head` with its content security policy, where it states one, letting the script in and out.
    private static func widened(_ head: Substring) -> String {
        guard let name = head.firstRange(of: "http-equiv=\"Content-Security-Policy\""),
            let opening = head[name.upperBound...].firstRange(of: "content=\""),
            let closing = head[opening.upperBound...].firstIndex(of: "\"")
        else { return String(head) }
        let policy = SecurityPolicy(String(head[opening.upperBound..<closing])).allowing(["script-src", "connect-src"])
        return head[..<opening.upperBound] + policy.text + head[closing...]
    }
}

/// A content security policy: directives with their sources, the first one of a name being the one that counts.
struct SecurityPolicy {
    private var directives: [(name: String, sources: [String])] = []

    /// Reads `default-src 'none'; style-src 'self'`.
    init(_ text: String) {
        for directive in text.split(separator: ";") {
            let words = directive.split(whereSeparator: \.isWhitespace).map(String.init)
            if let name = words.first { directives.append((name.lowercased(), Array(words.dropFirst()))) }
        }
    }

    /// The policy that also lets `names` load from the page's own host; where nothing restricts them, as it is.
    func allowing(_ names: [String]) -> SecurityPolicy {
        var policy = self
        for name in names {
            guard let ruling = sources(of: name) ?? sources(of: "default-src") else { continue }
            let wider = ruling.filter { $0 != "'none'" && $0 != "'self'" } + ["'self'"]
            if let place = directives.firstIndex(where: { $0.name == name }) {
                policy.directives[place].sources = wider
            } else {
                policy.directives.append((name, wider))
            }
        }
        return policy
    }

    /// As it stands in a page.
    var text: String { directives.map { ([$0.name] + $0.sources).joined(separator: " ") }.joined(separator: "; ") }

    private func sources(of name: String) -> [String]? { directives.first { $0.name == name }?.sources }
}

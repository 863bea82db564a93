/// What a link or an image of a note points to, judged by the way a browser would read it.
enum Destination {
    /// An `http`, `https` or `mailto` address.
    case web
    /// A place on the same page.
    case fragment
    /// A file near the note, for the site to find.
    case relative
    /// Nothing that may be written, with the reason and a remedy.
    case refused(String, remedy: String)

    init(_ text: String) {
        let bytes = Array(text.utf8)
        if bytes.isEmpty {
            self = .refused("the destination is empty", remedy: "Write an address or a file between the parentheses.")
        } else if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            self = .refused(
                "the destination holds a control character",
                remedy: "Write the address without line breaks and tabs."
            )
        } else if let scheme = Self.scheme(of: text) {
            self = Self.judge(scheme, Self.visible(text))
        } else {
            self = Self.judgePath(Self.visible(text))
        }
    }

    /// Without white space and characters nobody sees: no trick with those hides a scheme.
    private static func visible(_ text: String) -> String {
        var visible = ""
        for scalar in text.unicodeScalars
        where !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint {
            visible.unicodeScalars.append(scalar)
        }
        return visible
    }

    /// What stands before a colon, lower-cased, unless a path, query or fragment begins earlier.
    private static func scheme(of text: String) -> String? {
        let visible = visible(text)
        guard let end = visible.firstIndex(where: { ":/?#\\".contains($0) }), visible[end] == ":" else { return nil }
        return visible[..<end].lowercased()
    }

    private static func judge(_ scheme: String, _ text: String) -> Self {
        let rest = text.dropFirst(scheme.count + 1)
        switch scheme {
        case "http", "https":
            if rest.hasPrefix("//"), let first = rest.dropFirst(2).first, !"/\\?#".contains(first) { return .web }
            return .refused("the address has no host", remedy: "Write it in full, as in \(scheme)://example.org/page.")
        case "mailto":
            if rest.contains("@") { return .web }
            return .refused("the mail address has no @", remedy: "Write it in full, as in mailto:name@example.org.")
        default:
            return .refused(
                "links to '\(scheme):' are not allowed",
                remedy: "Use http, https or mailto, or the path of a file near this note."
            )
        }
    }

    private static func judgePath(_ text: String) -> Self {
        if text.hasPrefix("#") { return .fragment }
        if text.hasPrefix("//") {
            return .refused("the address has no scheme", remedy: "Write https: before the two slashes.")
        }
        if text.contains("\\") {
            return .refused("the destination holds a backslash", remedy: "Separate folders by /.")
        }
        if text.hasPrefix("/") {
            return .refused(
                "the path begins at the server's top, which need not be the site's",
                remedy: "Write it relative to this note, as in ../interest/index.tr.md."
            )
        }
        if text.isEmpty {
            return .refused("the destination is empty", remedy: "Write an address or a file between the parentheses.")
        }
        return .relative
    }
}

extension Destination {
    /// Why an image may not be shown, with a remedy; `nil`: it may.
    static func refusal(ofImage text: String) -> (reason: String, remedy: String)? {
        switch Destination(text) {
        case .refused(let reason, let remedy) where !reason.hasPrefix("links to"): return (reason, remedy)
        case .refused, .web:
            return ("the image lies elsewhere", "Save it next to this note and write its file name.")
        case .fragment: return ("the destination is no image file", "Write the name of an image file.")
        case .relative: return refusal(ofImageFile: text)
        }
    }

    private static let imageEndings: Set<String> = ["png", "jpg", "jpeg", "webp", "avif", "gif"]

    private static func refusal(ofImageFile text: String) -> (reason: String, remedy: String)? {
        let path = text.prefix { $0 != "?" && $0 != "#" }
        let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        let ending = name.contains(".") ? name.split(separator: ".").last.map { $0.lowercased() } ?? "" : ""
        if imageEndings.contains(ending) { return nil }
        let remedy = "Save it as png, jpg, webp, avif or gif."
        if ending == "svg" || ending == "svgz" { return ("an SVG image may carry script", remedy) }
        return (
            ending.isEmpty ? "the image's file name has no ending" : "'.\(ending)' is no image that is shown", remedy
        )
    }
}

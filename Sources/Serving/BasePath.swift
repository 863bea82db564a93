/// The path below which a site is served: the one of its public address, so that what works here works there.
public struct BasePath: Hashable, Sendable {
    /// Decoded; begins and ends with a slash.
    public let text: String

    /// The top: no path before the site's own.
    public static let top = BasePath(publicAddress: nil)

    /// The path part of `https://example.org/funnel/`; `/` without an address, or where its percent signs are broken.
    public init(publicAddress: String?) {
        let parts = (publicAddress ?? "").split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        let path = parts.count > 3 ? parts[3].prefix { $0 != "?" && $0 != "#" } : ""
        let decoded = RequestPath.decoded(path.utf8).flatMap { String(validating: $0, as: UTF8.self) } ?? ""
        let names = decoded.split(separator: "/")
        text = names.isEmpty ? "/" : "/" + names.joined(separator: "/") + "/"
    }

    /// The path below this one that `path` names; `nil` where it lies elsewhere.
    func site(_ path: RequestPath) -> String? {
        path.text.hasPrefix(text) ? String(path.text.dropFirst(text.count)) : nil
    }

    /// Whether `path` is the way in: the top, or this one without its last slash.
    func isEntrance(_ path: RequestPath) -> Bool {
        path.text == "/" || path.text + "/" == text
    }
}

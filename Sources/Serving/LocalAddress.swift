/// Where the server is found, and whom it answers.
public struct LocalAddress: Hashable, Sendable {
    /// The only address it listens at.
    static let host = "127.0.0.1"

    /// The port it listens at.
    public let port: UInt16

    /// Whether a request was meant for this server.
    ///
    /// A page from elsewhere can make a browser ask for a name of its own that leads to 127.0.0.1 (DNS rebinding); its
    /// request bears that name.
    func isMeant(by host: String) -> Bool {
        let names = ["localhost", Self.host, "[::1]"]
        let asked = host.lowercased()
        return names.contains { asked == "\($0):\(port)" || (port == 80 && asked == $0) }
    }

    /// The address to type into a browser.
    public func url(_ base: BasePath) -> String {
        "http://\(Self.host):\(port)\(RequestPath.encoded(base.text))"
    }
}

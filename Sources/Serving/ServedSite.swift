public import Diagnostics

/// A site as it is shown at one moment: what its last build gave, and the answer to every request.
public struct ServedSite: Sendable {
    /// What the last build gave.
    public enum Build: Equatable, Sendable {
        /// Every file of the site, by its path.
        case files([String: [UInt8]], below: BasePath)
        /// What is to be mended before there are files.
        case failed([Diagnostic])
    }

    /// Addresses of the server's own; no page of a site begins with a dot.
    static let own = "/.huni/"

    let address: LocalAddress
    var build: Build
    /// Differs from build to build.
    var version: String

    /// The answer to a request that could be read.
    func answer(_ request: RequestHead) -> Response {
        guard address.isMeant(by: request.host) else {
            return .plain(.misdirected, "This is `huni serve`; it answers only at \(address.url(.top))")
        }
        guard ["GET", "HEAD"].contains(request.method) else {
            var response = Response.plain(.methodNotAllowed, "Pages can be read here, and nothing else.")
            response.headers["Allow"] = "GET, HEAD"
            return response
        }
        guard let path = RequestPath(target: request.target) else { return Self.refusal(.badRequest) }
        if path.text.hasPrefix(Self.own) { return ownFile(path.text.dropFirst(Self.own.count)) }
        switch build {
        case .failed(let problems): return page(ErrorPage(problems).html, status: .failed)
        case .files(let files, let base): return file(path, in: files, below: base)
        }
    }

    /// The answer to what is no proper request.
    static func refusal(_ status: Status) -> Response {
        .plain(status, "The request cannot be understood.")
    }

    private func file(_ path: RequestPath, in files: [String: [UInt8]], below base: BasePath) -> Response {
        guard let wanted = base.site(path) else {
            return base.isEntrance(path) ? .elsewhere(base.text) : notFound(files)
        }
        let name = wanted.isEmpty || wanted.hasSuffix("/") ? wanted + "index.html" : wanted
        if let bytes = files[name] {
            let type = MediaType(ofFile: name)
            return type == .html ? page(bytes) : .file(bytes, type: type)
        }
        return files[wanted + "/index.html"] == nil ? notFound(files) : .elsewhere(base.text + wanted + "/")
    }

    private func notFound(_ files: [String: [UInt8]]) -> Response {
        files["404.html"].map { page($0, status: .notFound) } ?? .plain(.notFound, "There is no such page.")
    }

    /// A page that reloads itself.
    private func page(_ html: [UInt8], status: Status = .ok) -> Response {
        .file(ReloadingPage(html, version: version).html, type: .html, status: status)
    }

    private func ownFile(_ name: Substring) -> Response {
        switch name {
        case "reload.js": return .file(PackageResources.reload_js, type: .script)
        case "error.css": return .file(PackageResources.error_css, type: .css)
        case "changes":
            return Response(status: .ok, headers: ["Content-Type": MediaType.events.text], followsChanges: true)
        default: return .plain(.notFound, "There is no such page.")
        }
    }
}

extension Address {
    /// An old address of a page: names of folders and of an HTML file, from the site's top; `nil` for anything else.
    init?(alias: String) {
        let path =
            alias.hasSuffix("/") ? alias + "index.html" : alias.hasSuffix(".html") ? alias : alias + "/index.html"
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9_-][A-Za-z0-9_.-]*/) != nil }
        guard isPlain, !alias.isEmpty, path.utf8.count <= 200 else { return nil }
        self.init(path)
    }
}

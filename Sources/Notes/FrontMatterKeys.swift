extension NoteKind {
    /// The keys that front matter may have, in the order in which they are listed for the user.
    var keys: [String] {
        switch self {
        case .stage, .comment: ["title", "owner", "aliases", "draft"]
        case .page: ["title", "owner", "weight", "aliases", "draft"]
        case .play: Self.playKeys
        }
    }

    static let playKeys = [
        "title", "when", "kpi", "effort", "owner", "channels", "audience", "started", "review", "test", "weight",
        "draft", "aliases",
    ]
}

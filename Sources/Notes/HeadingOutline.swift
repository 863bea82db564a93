/// The headings of a note with the levels and ids that they have on the page.
struct HeadingOutline {
    private(set) var headings: [Note.Heading] = []
    /// The place in `headings` of each node that is one.
    private(set) var places: [Int: Int] = [:]
    private let idPrefix: String

    /// Headings stand one level below the nearest larger one before them, the highest at `options.headingLevel`.
    init(_ tree: MarkdownTree, without skipped: Int?, options: NoteOptions) {
        idPrefix = options.idPrefix
        var larger: [Int] = []
        var slugs = SlugSet()
        for index in tree.nodes.indices where index != skipped {
            guard case .heading(let written) = tree.nodes[index].kind else { continue }
            while let last = larger.last, last >= written { larger.removeLast() }
            let level = min(6, max(1, options.headingLevel) + larger.count)
            larger.append(written)
            let text = tree.plainText(index)
            places[index] = headings.count
            let id = slugs.unique(slug(of: tree.plainText(index, hasNumbers: false)))
            headings.append(Note.Heading(level: level, text: text, id: idPrefix + id))
        }
        ids = Set(headings.map(\.id))
    }

    private var ids: Set<String> = []

    /// The heading of a node; `nil` where it is none, or is left out.
    func heading(_ node: Int) -> Note.Heading? { places[node].map { headings[$0] } }

    /// A `#fragment` that names a heading of the note, with the prefix that its id has; any other as it is.
    func fragment(_ destination: String) -> String {
        let id = idPrefix + destination.dropFirst()
        return ids.contains(id) ? "#" + id : destination
    }
}

/// Slugs that are taken.
private struct SlugSet {
    private var taken: Set<String> = []
    private var counts: [String: Int] = [:]

    /// The slug itself the first time, then with `-2`, `-3` … behind it.
    mutating func unique(_ slug: String) -> String {
        var candidate = slug
        while !taken.insert(candidate).inserted {
            counts[slug, default: 1] += 1
            candidate = "\(slug)-\(counts[slug, default: 1])"
        }
        return candidate
    }
}

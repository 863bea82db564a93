internal import Diagnostics

/// Decides for every link and image of a note what is written, and finds where raw HTML was dropped.
struct LinkCheck {
    /// What is written for a node; a link or image without address loses its element and keeps its text.
    private(set) var addresses: [Int: String] = [:]
    /// The markup of figures, by the image that asks for one.
    private(set) var figures: [Int: String] = [:]
    /// Whether any image asks for a figure.
    private(set) var asksForFigures = false
    private(set) var problems: [Diagnostic] = []
    private let tree: MarkdownTree
    private let text: NoteText
    private let outline: HeadingOutline
    private var finder: SourceFinder

    init(_ tree: MarkdownTree, in text: NoteText, outline: HeadingOutline) {
        self.tree = tree
        self.text = text
        self.outline = outline
        finder = SourceFinder(text)
    }

    /// Judges everything in the order of the source.
    mutating func checkAll(_ resolve: (LinkUse) -> LinkAnswer) {
        for index in tree.placed {
            let node = tree.nodes[index]
            switch node.kind {
            case .link(let destination, _):
                addresses[index] = link(destination, at: finder.position(ofDestination: destination, in: node), resolve)
            case .image(let destination, _):
                let position = finder.position(ofDestination: destination, in: node)
                if destination.hasPrefix(Self.figureScheme) {
                    asksForFigures = true
                    figures[index] = figure(destination, of: index, at: position, resolve)
                } else {
                    addresses[index] = image(destination, at: position, resolve)
                }
            case .rawInline(let markup):
                // One warning a tag; the closing one would only say it again.
                let position = finder.position(ofMarkup: markup, in: node)
                if !markup.hasPrefix("</") { reportRawHTML(at: position) }
            case .rawBlock:
                reportRawHTML(at: finder.start(of: node))
            default: break
            }
        }
    }

    private mutating func link(
        _ destination: String,
        at position: SourcePosition,
        _ resolve: (LinkUse) -> LinkAnswer
    ) -> String? {
        switch Destination(destination) {
        case .web: return destination
        case .fragment: return outline.fragment(destination)
        case .relative:
            return answer(to: LinkUse(kind: .link, destination: destination, position: position), resolve)
        case .refused(let reason, let remedy):
            problems.append(Diagnostic(at: position, reason, remedy: remedy))
            return nil
        }
    }

    private mutating func image(
        _ destination: String,
        at position: SourcePosition,
        _ resolve: (LinkUse) -> LinkAnswer
    ) -> String? {
        if let refusal = Destination.refusal(ofImage: destination) {
            problems.append(Diagnostic(at: position, refusal.reason, remedy: refusal.remedy))
            return nil
        }
        return answer(to: LinkUse(kind: .image, destination: destination, position: position), resolve)
    }

    private static let figureScheme = "figure:"

    /// A figure of the report stands alone in its paragraph.
    private mutating func figure(
        _ destination: String,
        of index: Int,
        at position: SourcePosition,
        _ resolve: (LinkUse) -> LinkAnswer
    ) -> String? {
        guard index > 0, case .paragraph = tree.nodes[index - 1].kind,
            tree.nodes[index - 1].end == tree.nodes[index].end
        else {
            problems.append(
                Diagnostic(
                    at: position,
                    "a figure of the report stands among other text",
                    remedy: "Put blank lines before and after it."
                )
            )
            return nil
        }
        let name = String(destination.dropFirst(Self.figureScheme.count))
        return answer(
            to: LinkUse(kind: .figure, destination: name, position: position, text: tree.plainText(index)),
            resolve
        )
    }

    private mutating func answer(to use: LinkUse, _ resolve: (LinkUse) -> LinkAnswer) -> String? {
        switch resolve(use) {
        case .address(let address): return address
        case .markup(let markup): return markup
        case .broken(let problem):
            problems.append(problem)
            return nil
        }
    }

    private mutating func reportRawHTML(at position: SourcePosition) {
        problems.append(
            Diagnostic(
                .warning,
                at: position,
                "raw HTML is left out",
                remedy: "Write it in Markdown; put \\ before a < that is meant as a character."
            )
        )
    }
}

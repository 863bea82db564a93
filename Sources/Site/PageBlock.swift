internal import Figures

/// A part of a page with a heading: sentences, a figure, a table, as far as there are any.
struct PageBlock {
    var title: String
    var subtitle: String?
    var texts: [String] = []
    /// A complete figure, which has title, subtitle and table itself.
    var figure: String?
    var table: DataTable?

    /// As the template `blocks` asks for it.
    var value: [String: TemplateValue] {
        [
            "title": .text(title), "sub": .optional(subtitle), "texts": .list(texts.map { ["text": .text($0)] }),
            "figure": .optional(figure), "table": .optional(table?.html()),
        ]
    }
}

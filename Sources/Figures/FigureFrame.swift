/// What stands around the marks of a figure: the finding above, the same numbers as a table below.
public struct FigureFrame: Sendable, Equatable {
    /// Prefix of the figure's ids, `{page}-{figure}`; unique on its page and free of spaces.
    public let id: String
    /// The finding, at most ten words.
    public let title: String
    /// Measure, population and period.
    public let subtitle: String
    /// Level of the title's heading, 1…6.
    public let headingLevel: Int
    /// The same numbers as a table.
    public let table: DataTable
    /// The words that open the table, e.g. "Data table".
    public let tableSummary: String

    /// A frame.
    /// - Precondition: a heading level of 1…6.
    public init(
        id: String,
        title: String,
        subtitle: String,
        headingLevel: Int = 2,
        table: DataTable,
        tableSummary: String
    ) {
        precondition((1...6).contains(headingLevel), "HTML has heading levels 1…6")
        self.id = id
        self.title = title
        self.subtitle = subtitle
        self.headingLevel = headingLevel
        self.table = table
        self.tableSummary = tableSummary
    }

    /// The complete `<figure>` around what `content` writes.
    func html(_ className: String = "fig", _ content: (inout Markup) -> Void) -> String {
        var markup = Markup()
        markup.element("figure", ["class": className, "aria-labelledby": "\(id)-title"]) { markup in
            markup.element("figcaption") { markup in
                markup.element("h\(headingLevel)", ["id": "\(id)-title", "class": "cap"], text: title)
                markup.element("p", ["id": "\(id)-sub", "class": "sub"], text: subtitle)
            }
            content(&markup)
            markup.element("details") { markup in
                markup.element("summary", text: tableSummary)
                table.write(to: &markup)
            }
        }
        return markup.text
    }

    /// An `<svg>` that fills the width and is `height` pixels high, named by the title and described by the subtitle.
    func picture(_ className: String, height: Int, to markup: inout Markup, _ content: (inout Markup) -> Void) {
        let attributes: KeyValuePairs = [
            "class": className, "width": "100%", "height": "\(height)", "role": "img",
            "aria-labelledby": "\(id)-title", "aria-describedby": "\(id)-sub",
        ]
        markup.element("svg", attributes, content)
    }
}

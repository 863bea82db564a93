/// A real table: caption, column heads with scope, the first cell of each row as its head.
public struct DataTable: Sendable, Equatable {
    /// A column's head.
    public struct Column: Sendable, Equatable {
        /// What the column holds.
        public let title: String
        /// Whether it holds numbers, which are set right-aligned. The first column heads the rows and never does.
        public let isNumeric: Bool

        /// A column.
        public init(_ title: String, isNumeric: Bool = false) {
            self.title = title
            self.isNumeric = isNumeric
        }
    }

    /// What a cell holds.
    public enum Cell: Sendable, Equatable {
        /// Words or a formatted number.
        case text(String)
        /// Words that lead to an address.
        case link(String, to: String)
        /// Markup that is safe already and written as it is.
        case markup(String)
    }

    /// One row.
    public struct Row: Sendable, Equatable {
        /// Its cells, one a column, the first being the row's head.
        public let cells: [Cell]
        /// A class of the style sheet, e.g. `total`.
        public let className: String?

        /// A row of cells.
        public init(_ cells: [Cell], className: String? = nil) {
            self.cells = cells
            self.className = className
        }

        /// A row of words.
        public init(_ texts: [String], className: String? = nil) {
            self.init(texts.map(Cell.text), className: className)
        }
    }

    /// What the table shows.
    public let caption: String
    /// Whether the caption is for assistive technology only, because a heading beside it says the same.
    public let hidesCaption: Bool
    /// The columns, at least one.
    public let columns: [Column]
    /// The rows, each as long as ``columns``.
    public let rows: [Row]
    /// Name of the region that scrolls where the table is wider than the page; `nil`: the table does not scroll.
    public let regionLabel: String?
    /// Files with the table's numbers; they are linked beneath it.
    public var downloads: Downloads?

    /// Files that hold a table's numbers.
    public struct Downloads: Sendable, Equatable {
        /// What stands before the links, e.g. "Data:".
        public let label: String
        /// Names and addresses.
        public let files: [File]

        /// A file.
        public struct File: Sendable, Equatable {
            /// What the link says, e.g. "CSV".
            public let name: String
            /// Where it leads.
            public let address: String

            /// A file at `address`.
            public init(_ name: String, at address: String) {
                self.name = name
                self.address = address
            }
        }

        /// Files under a label.
        public init(label: String, files: [File]) {
            self.label = label
            self.files = files
        }
    }

    /// A table.
    /// - Precondition: every row has as many cells as there are columns.
    public init(
        caption: String,
        hidesCaption: Bool = true,
        columns: [Column],
        rows: [Row],
        regionLabel: String? = nil
    ) {
        precondition(rows.allSatisfy { $0.cells.count == columns.count }, "a row has one cell a column")
        self.caption = caption
        self.hidesCaption = hidesCaption
        self.columns = columns
        self.rows = rows
        self.regionLabel = regionLabel
    }
}

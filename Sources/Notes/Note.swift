// Notes: Markdown with front matter → safe HTML, headings, and what is wrong with them. No C pointer leaves this room.

public import Diagnostics

/// What the site's owner wrote about a stage, a play or a subject: optional front matter and a body in Markdown.
public struct Note: Sendable {
    /// The path under which it was read; positions name it.
    public var file: String
    /// The front matter's title, or else the text of the first heading; `nil` where there is neither.
    public var title: String?
    /// What stands between the `---` lines at the top.
    public var frontMatter: FrontMatter
    /// The body: safe HTML without raw markup of the author's, one block element a line.
    ///
    /// A heading that supplied the title is left out of it.
    public var html: String
    /// The first paragraph as plain text; empty where there is none.
    public var summary: String
    /// The headings in `html`, in their order.
    public var headings: [Heading]
    /// Whether numbers or figures of the report stand in it.
    public var showsReport: Bool

    /// A heading as it stands in a note's `html`.
    public struct Heading: Hashable, Sendable {
        /// 1 to 6, as written in the HTML.
        public var level: Int
        /// Its plain text.
        public var text: String
        /// The value of its `id` attribute, unique in the note.
        public var id: String

        /// A heading as it stands in the HTML.
        public init(level: Int, text: String, id: String) {
            self.level = level
            self.text = text
            self.id = id
        }
    }

    /// A note and everything that is wrong with it.
    public struct Reading: Sendable {
        /// `nil` only where nothing could be read: no UTF-8, too large, front matter without end or no YAML.
        public var note: Note?
        /// Errors and warnings, from the top of the file to its end.
        public var problems: [Diagnostic]
    }

    /// Reads the bytes of a note file. UTF-8, with or without BOM; lines may end in LF, CRLF or CR.
    ///
    /// Time grows with the size; libcmark is quadratic on some inputs, hence `options.maximumBytes`.
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - file: The path that positions name.
    ///   - options: What kind of note it is, and how it fits into its page.
    ///   - insert: Asked once for every `{{ … }}` outside code.
    ///   - resolve: Asked once for every relative link, every image whose destination is allowed, and every figure.
    /// - Returns: The note with its problems; every call with equal arguments returns the same.
    public static func read(
        _ bytes: [UInt8],
        file: String,
        options: NoteOptions,
        insert: (Insertion) -> InsertionAnswer = Insertion.refused,
        resolve: (LinkUse) -> LinkAnswer
    ) -> Reading {
        do {
            let text = try NoteText(bytes, file: file, maximumBytes: options.maximumBytes)
            var reader = FrontMatterReader(text, kind: options.kind)
            let frontMatter = try reader.read()
            let page = NotePage(
                text,
                title: frontMatter.title,
                options: options,
                insert: insert,
                resolve: resolve
            )
            let note = Note(
                file: file,
                title: page.title,
                frontMatter: frontMatter,
                html: page.html,
                summary: page.summary,
                headings: page.headings,
                showsReport: page.showsReport
            )
            return Reading(note: note, problems: inOrder(reader.problems + page.problems))
        } catch {
            return Reading(note: nil, problems: error.diagnostics)
        }
    }

    /// From the top to the end; problems of one place stay in the order in which they were found.
    private static func inOrder(_ problems: [Diagnostic]) -> [Diagnostic] {
        func place(_ index: Int) -> (Int, Int, Int) {
            (problems[index].position?.line ?? 0, problems[index].position?.column ?? 0, index)
        }
        return problems.indices.sorted { place($0) < place($1) }.map { problems[$0] }
    }
}

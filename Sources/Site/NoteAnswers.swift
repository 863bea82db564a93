/// What stands in notes for the numbers and figures that they ask for.
struct NoteAnswers {
    /// Text for a number.
    var number: (NumberRequest) -> String
    /// Markup for a figure.
    var figure: (_ request: FigureRequest, _ place: FigurePlace) -> String

    /// While nothing has been counted: names are checked, and a dash stands for each number.
    static var none: NoteAnswers { NoteAnswers(number: { _ in "—" }, figure: { _, _ in "" }) }
}

/// Where a figure stands in a note.
struct FigurePlace {
    /// The page.
    var page: Address
    /// Its id there.
    var id: String
    /// The level of its heading.
    var level: Int
    /// What the note says in its place.
    var text: String
}

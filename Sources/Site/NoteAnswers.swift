/// What stands in notes for the numbers and figures that they ask for.
struct NoteAnswers {
    /// Text for a number.
    var number: (NumberRequest) -> String
    /// Markup for a figure; its id on the page, the level of its heading and its alternative text are given.
    var figure: (_ request: FigureRequest, _ id: String, _ level: Int, _ text: String) -> String

    /// While nothing has been counted: names are checked, and a dash stands for each number.
    static var none: NoteAnswers { NoteAnswers(number: { _ in "—" }, figure: { _, _, _, _ in "" }) }
}

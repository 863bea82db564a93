/// How numbers are put into weeks. A page or a file never mixes the two, and always says which one it shows.
public enum View: String, CaseIterable, Sendable {
    /// Entities are counted in the week in which they entered, however late they convert.
    case cohort
    /// What happened in the week, whoever it happened to.
    case activity
}

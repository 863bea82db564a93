/// The funnel of one week: left-aligned bars, what was lost as a hatched continuation, words between the stages.
///
/// All words and formatted numbers come in ready; the figure escapes them. Bars are decoration beside their numbers and
/// hidden from assistive technology; the same numbers stand in ``table``.
public struct FunnelFigure: Sendable, Equatable {
    /// The most stages one figure shows; a longer funnel has to be grouped by its owner.
    public static let maximumStages = 12

    /// Prefix of the figure's ids, `{page}-{figure}`; unique on its page and free of spaces.
    public let id: String
    /// The finding, at most ten words.
    public let title: String
    /// Measure, population and period.
    public let subtitle: String
    /// Level of the title's heading, 1…6.
    public let headingLevel: Int
    /// Words of the key. Only what the figure really draws is explained.
    public let key: Key
    /// The stages in their order, 1…``maximumStages``.
    public let rows: [Row]
    /// Said above the stages that are too small for the others' scale, e.g. "own scale: longest bar 180 people". Not
    /// shown where there are none; see ``firstSmallStage(in:)``.
    public let smallPanelCaption: String
    /// The same numbers as a table.
    public let table: DataTable
    /// The words that open the table, e.g. "Data table".
    public let tableSummary: String

    /// A figure of `rows`.
    /// - Precondition: 1…``maximumStages`` rows and a heading level of 1…6. The caller reports a longer funnel to the
    ///   user, as an error that asks for grouping, before it gets here.
    public init(
        id: String,
        title: String,
        subtitle: String,
        headingLevel: Int = 2,
        key: Key,
        rows: [Row],
        smallPanelCaption: String,
        table: DataTable,
        tableSummary: String
    ) {
        precondition((1...Self.maximumStages).contains(rows.count), "a funnel figure has 1…12 stages")
        precondition((1...6).contains(headingLevel), "HTML has heading levels 1…6")
        self.id = id
        self.title = title
        self.subtitle = subtitle
        self.headingLevel = headingLevel
        self.key = key
        self.rows = rows
        self.smallPanelCaption = smallPanelCaption
        self.table = table
        self.tableSummary = tableSummary
    }

    /// Index of the first of the last stages that would be too small to see, and get a scale of their own: two stages or
    /// more, each under 2 % of the largest count. `nil` where all stages share one scale.
    public static func firstSmallStage(in counts: [Int?]) -> Int? {
        FunnelLayout.tailStart(in: counts)
    }
}

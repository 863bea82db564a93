public import Diagnostics
public import Funnel

/// One of the `measures:`: a figure of a stage that is given, not counted.
public struct MeasureSettings: Sendable {
    /// How a figure is written.
    public enum Unit: String, CaseIterable, Sendable {
        /// A fraction as percent.
        case percent
        /// A time.
        case seconds
        /// An amount in the site's currency.
        case currency
        /// A whole number.
        case count
    }

    /// Which way a figure should go.
    public enum Direction: String, CaseIterable, Sendable {
        /// More is better.
        case up
        /// Less is better.
        case down
    }

    /// Its name in files and addresses, used by stages.
    public var id: String
    /// Where it stands in huni.yaml.
    public var position: SourcePosition
    /// Its name for readers; `nil`: its id.
    public var name: LocalizedText?
    /// The source of its values.
    public var source: String
    /// How a figure is made of them.
    public var formula: MeasureFormula
    /// Where huni.yaml names each measure of the data.
    public var namePositions: [String: SourcePosition]
    /// How it is written; `nil`: as a plain number.
    public var unit: Unit?
    /// Which way it should go; `nil` where neither is better.
    public var better: Direction?
}

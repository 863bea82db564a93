public import Diagnostics

/// One of the `tests:`: variants compared on their way to a stage.
public struct TestSettings: Sendable {
    /// Its name in files and addresses.
    public var id: String
    /// Where it stands in huni.yaml.
    public var position: SourcePosition
    /// Its name for readers; `nil`: its id.
    public var name: LocalizedText?
    /// The source with the variants.
    public var source: String
    /// The stage that they are to move.
    public var stage: String
    /// The rate from the first stage that is expected without a change, over 0 and under 1; `nil` where it is not said.
    public var baseline: Double?
    /// The smallest difference of rates that matters, over 0 and under 1; `nil` where it is not said.
    public var detect: Double?
    /// How sure the test must be of finding it, over 0 and under 1.
    public var power: Double
    /// The variant that the others are compared with; `nil`: the first one that the source lists, else the one named
    /// `control`, else the first by its bytes.
    public var control: String?
    /// By variant, its part of all who entered, as it was meant to be; empty: the same for each.
    public var split: [String: Double]
}

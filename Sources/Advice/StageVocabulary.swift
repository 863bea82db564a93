/// The words that an expression over one stage may use, from the site's settings alone: no data are needed.
public struct StageVocabulary: Sendable {
    /// A measure's names and what its values are.
    public struct Measure: Sendable {
        /// As in huni.yaml.
        public var id: String
        /// Its names for readers, in any language.
        public var names: [String]
        /// What its values are.
        public var kind: ValueKind

        /// A measure that is also found by its `names`.
        public init(id: String, names: [String], kind: ValueKind) {
            self.id = id
            self.names = names
            self.kind = kind
        }
    }

    /// Ids of the dimensions of all funnels with the stage, segments aside.
    public var dimensions: [String]
    /// Ids of the segments that are dimensions of a funnel with the stage.
    public var segments: [String]
    /// All measures of the site.
    public var measures: [Measure]
    /// Whether the stage is the first of every funnel that it is in.
    public var isFirst: Bool

    /// The value of a segment's dimension for those in it.
    private let memberValue: String

    /// - Parameter memberValue: The value that a segment's dimension has for those in the segment.
    public init(
        dimensions: [String],
        segments: [String],
        measures: [Measure],
        isFirst: Bool,
        memberValue: String
    ) {
        self.dimensions = dimensions
        self.segments = segments
        self.measures = measures
        self.isFirst = isFirst
        self.memberValue = memberValue
    }

    /// The id of the measure that has this id or, letter case aside, this name; blanks and `_` are the same.
    func measure(named name: String) -> String? {
        func plain(_ text: String) -> String { text.lowercased().replacing("_", with: " ") }
        let found =
            measures.first { $0.id == name }
            ?? measures.first { measure in
                ([measure.id] + measure.names).contains { plain($0) == plain(name) }
            }
        return found?.id
    }

    func kind(of value: StageValue) -> ValueKind {
        switch value.quantity {
        case .stage(let number): number.kind(isFirst: isFirst)
        case .measure(let id): measures.first { $0.id == id }?.kind ?? .amount
        }
    }

    /// `channel = "ads"`, or `segment = "hr-new"` for those in a segment.
    func selection(
        _ dimension: String,
        _ value: String,
        dimensionAt place: Int,
        valueAt valuePlace: Int
    ) throws(ExpressionError) -> StageValue.Selection {
        if dimensions.contains(dimension) || segments.contains(dimension) {
            return StageValue.Selection(dimension: dimension, value: value)
        }
        guard dimension == "segment" else {
            let known = dimensions + (segments.isEmpty ? [] : ["segment"])
            throw ExpressionError(.unknownDimension(dimension, known: known), at: place)
        }
        guard segments.contains(value) else {
            throw ExpressionError(.unknownSegment(value, known: segments), at: valuePlace)
        }
        return StageValue.Selection(dimension: value, value: memberValue)
    }
}

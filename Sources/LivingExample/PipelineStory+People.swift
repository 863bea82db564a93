public import Calendars

extension PipelineStory {
    /// One who answers for records.
    public struct Owner: Sendable {
        /// As written in the data.
        public var name: String
        /// The team that the owner works in; where nobody has one there is no such column.
        public var team: String?
        /// What the rate to the stage with this index is multiplied by, for the records of this owner.
        public var factors: [Int: Double]
        /// How many days the owner takes to accept or refuse a record, from these weeks on; the last that has begun counts.
        public var answers: [(from: Week, days: ClosedRange<Int>)]

        /// An owner; without answers the days are those of the stage.
        public init(
            _ name: String,
            team: String? = nil,
            factors: [Int: Double] = [:],
            answers: [(from: Week, days: ClosedRange<Int>)] = []
        ) {
            self.name = name
            self.team = team
            self.factors = factors
            self.answers = answers
        }

        func answer(in week: Week) -> ClosedRange<Int>? {
            answers.last { $0.from <= week }?.days
        }
    }

    /// A trade of companies.
    public struct Sector: Sendable {
        /// As written in the data.
        public var name: String
        /// Weight among records.
        public var weight: Int
        /// The fewest and the most people that work in such a company.
        public var staff: ClosedRange<Int>
        /// Every rate of its records is multiplied by it.
        public var factor: Double

        /// A sector; weights count only beside those of the other sectors.
        public init(_ name: String, weight: Int, staff: ClosedRange<Int>, factor: Double) {
            self.name = name
            self.weight = weight
            self.staff = staff
            self.factor = factor
        }
    }
}

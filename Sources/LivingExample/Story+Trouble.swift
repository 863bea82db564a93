public import Calendars

extension Story {
    /// A step that fails for a time: those who would take it in these days do not, and most of them never try again.
    public struct Outage: Sendable {
        /// Index of the stage that the step leads to, from 1 on.
        public var stage: Int
        /// The first and last day of it, by the site's clock.
        public var days: ClosedRange<LocalDate>
        /// Share of those who try in these days and are lost.
        public var share: Double

        /// An outage of the step to the stage with index `stage`.
        public init(stage: Int, days: ClosedRange<LocalDate>, share: Double) {
            self.stage = stage
            self.days = days
            self.share = share
        }
    }

    /// Events that happened and were not recorded.
    public struct TrackingFault: Sendable {
        /// The events that are missing.
        public var events: Set<String>
        /// The device on which it is missing.
        public var device: String
        /// The first and last day of it, by the site's clock.
        public var days: ClosedRange<LocalDate>
        /// Share of such events that are missing.
        public var share: Double

        /// A fault in the recording of `events` on `device`.
        public init(events: Set<String>, device: String, days: ClosedRange<LocalDate>, share: Double) {
            self.events = events
            self.device = device
            self.days = days
            self.share = share
        }

        func concerns(_ row: EventRow) -> Bool {
            events.contains(row.event) && row.session.device == device
                && days.contains(LocalDate(dayNumber: row.moment / secondsADay))
        }
    }

    /// A test of two variants: half of those who stand before a step see A, the way it was, and half see B.
    public struct Trial: Sendable {
        /// Index of the stage that the step leads to, from 1 on.
        public var stage: Int
        /// The weeks in which people are drawn.
        public var weeks: ClosedRange<Week>
        /// The rate of those who see B is multiplied by it.
        public var factor: Double

        /// A test of the step to the stage with index `stage`.
        public init(stage: Int, weeks: ClosedRange<Week>, factor: Double) {
            self.stage = stage
            self.weeks = weeks
            self.factor = factor
        }
    }
}

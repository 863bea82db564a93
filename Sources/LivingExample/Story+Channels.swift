public import Calendars

extension Story {
    /// Where visitors come from.
    public struct Channel: Sendable {
        /// As written in the data.
        public var name: String
        /// Weight among first visits.
        public var firstVisits: Int
        /// Weight among later visits that change the channel.
        public var laterVisits: Int
        /// Every rate of those who first came this way is multiplied by it.
        public var factor: Double

        /// A channel; weights count only beside those of the other channels.
        public init(name: String, firstVisits: Int, laterVisits: Int, factor: Double) {
            self.name = name
            self.firstVisits = firstVisits
            self.laterVisits = laterVisits
            self.factor = factor
        }

        /// Five usual channels that convert clearly differently.
        public static let usual = [
            Channel(name: "organic", firstVisits: 34, laterVisits: 30, factor: 1.0),
            Channel(name: "ads", firstVisits: 28, laterVisits: 14, factor: 0.84),
            Channel(name: "social", firstVisits: 18, laterVisits: 8, factor: 0.72),
            Channel(name: "referral", firstVisits: 11, laterVisits: 6, factor: 1.2),
            Channel(name: "email", firstVisits: 9, laterVisits: 42, factor: 1.34),
        ]
    }

    /// A named push of one channel.
    public struct Campaign: Sendable {
        /// As written in the data.
        public var name: String
        /// The channel that it runs on.
        public var channel: String
        /// The first and last week of it.
        public var weeks: ClosedRange<Week>
        /// Share of the channel's visits that carry the name.
        public var share: Double

        /// A campaign; where several run on one channel, the first of the list is asked first.
        public init(name: String, channel: String, weeks: ClosedRange<Week>, share: Double) {
            self.name = name
            self.channel = channel
            self.weeks = weeks
            self.share = share
        }
    }
}

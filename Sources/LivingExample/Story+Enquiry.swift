extension Story {
    /// A form by which some visitors ask the sales team for an offer.
    public struct Enquiry: Sendable {
        /// The name of its event.
        public var event: String
        /// Index of the stage that the asking visitors have reached.
        public var stage: Int
        /// Share of those at the stage who ask.
        public var share: Double
        /// How long after reaching the stage.
        public var delay: Delay

        /// A form that `share` of those at the stage with index `stage` send.
        public init(event: String, stage: Int, share: Double, delay: Delay) {
            self.event = event
            self.stage = stage
            self.share = share
            self.delay = delay
        }
    }
}

/// An enquiry that reached the sales team; the CRM and the web events know it by the same identifier.
public struct SentEnquiry: Hashable, Sendable {
    /// As in the column `lead_id` of the events.
    public var id: String
    /// When the form was sent, in seconds of the site's clock since 1970-01-01.
    public var moment: Int
    /// The channel of the person's first visit.
    public var channel: String
}

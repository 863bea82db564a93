/// The funnels that come with names, phases and owners; see README, "Presets".
public enum Preset: String, CaseIterable, Sendable {
    /// Three phases of marketing.
    case marketing
    /// The way of a customer, from hearing of a brand to staying with it.
    case customerJourney = "customer-journey"
    /// From lead to closed deal.
    case salesPipeline = "sales-pipeline"
    /// The four-step view of a deal.
    case deal

    /// An outcome of a preset.
    public struct Outcome: Sendable {
        /// The outcome's fixed name in files.
        public var id: String
        /// Its name for readers, Turkish and English.
        public var name: LocalizedText

        init(_ id: String, _ turkish: String, _ english: String) {
            self.id = id
            self.name = LocalizedText(["tr": turkish, "en": english])
        }
    }

    /// A stage of a preset.
    public struct Stage: Sendable {
        /// The stage's fixed name in files.
        public var id: String
        /// Its name for readers, Turkish and English.
        public var name: LocalizedText
        /// Its name in every language where there is little room; `nil`: its name is short enough.
        public var shortName: LocalizedText?
        /// Where it lies, if the preset says.
        public var phase: Phase?
        /// Who answers for it, if the preset says.
        public var owner: Owner?

        init(
            _ id: String,
            _ turkish: String,
            _ english: String,
            _ phase: Phase? = nil,
            _ owner: Owner? = nil,
            short: String? = nil
        ) {
            self.id = id
            self.name = LocalizedText(["tr": turkish, "en": english])
            shortName = short.map { LocalizedText($0) }
            self.phase = phase
            self.owner = owner
        }
    }

    /// In the funnel's order.
    public var stages: [Stage] {
        switch self {
        case .marketing:
            [
                Stage("awareness", "Farkındalık", "Awareness", .tofu, .marketing),
                Stage("consideration", "Değerlendirme", "Consideration", .mofu, .marketing),
                Stage("conversion", "Dönüşüm", "Conversion", .bofu, .sales),
            ]
        case .customerJourney:
            [
                Stage("awareness", "Farkındalık", "Awareness", .tofu, .marketing),
                Stage("interest", "İlgi", "Interest", .tofu, .marketing),
                Stage("decision", "Karar", "Decision", .mofu, .marketing),
                Stage("purchase", "Satın alma", "Purchase", .bofu, .sales),
                Stage("loyalty", "Sadakat", "Loyalty", .after, .service),
            ]
        case .salesPipeline:
            [
                Stage("lead", "Aday", "Lead", nil, .marketing),
                Stage("mql", "Pazarlama nitelikli aday", "Marketing-qualified lead", nil, .marketing, short: "MQL"),
                Stage("sal", "Satışça kabul edilen aday", "Sales-accepted lead", nil, .sales, short: "SAL"),
                Stage("sql", "Satış nitelikli aday", "Sales-qualified lead", nil, .sales, short: "SQL"),
                Stage("won", "Kazanıldı", "Closed won", nil, .sales),
            ]
        case .deal:
            [
                Stage("research", "Araştırma", "Research"),
                Stage("evaluation", "Değerlendirme", "Evaluation"),
                Stage("commitment", "Taahhüt", "Commitment"),
                Stage("won", "Kazanıldı", "Closed won"),
            ]
        }
    }

    /// How records can end other than at the last stage.
    public var outcomes: [Outcome] {
        let lost = Outcome("lost", "Kaybedildi", "Lost")
        return switch self {
        case .marketing, .customerJourney: []
        case .salesPipeline:
            [
                lost, Outcome("disqualified", "Elendi", "Disqualified"),
                Outcome("recycled", "Pazarlamaya döndü", "Handed back to marketing"),
            ]
        case .deal: [lost]
        }
    }
}

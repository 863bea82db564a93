/// An export that is known by its header.
enum KnownExport: String, CaseIterable {
    case hubSpotDeals = "HubSpot deals"
    case mailchimpCampaigns = "Mailchimp campaigns"
    case googleAds = "Google Ads report"
    case googleAnalytics = "Google Analytics report"

    /// The export that a group of tables is; `nil` where it is none of these.
    init?(of group: TableGroup) {
        let headers = group.names.map(Self.folded)
        guard let known = Self.allCases.first(where: { $0.fits(headers, group) }) else { return nil }
        self = known
    }

    private func fits(_ headers: [String], _ group: TableGroup) -> Bool {
        func all(_ names: String...) -> Bool { names.allSatisfy(headers.contains) }
        func any(_ names: String...) -> Bool { names.contains(where: headers.contains) }
        switch self {
        case .hubSpotDeals: return all("deal name", "deal stage", "pipeline", "close date", "create date")
        case .mailchimpCampaigns:
            return all("successful deliveries", "unique opens", "unique clicks") && any("send date", "title", "subject")
        case .googleAds:
            return any("impr.", "impressions") && any("clicks", "interactions")
                && any("campaign", "keyword", "ad group", "avg. cpc", "ctr", "campaign state", "campaign status")
        case .googleAnalytics:
            let isFramed = group.parts[0].file.preamble.contains { $0.hasPrefix("# ---") }
            return isFramed && any("sessions", "sessies", "oturumlar", "sitzungen", "sesiones", "users", "gebruikers")
        }
    }

    /// Small letters, and blanks for `_`: exports write `Send_Date` and `Send Date`.
    static func folded(_ header: String) -> String { header.lowercased().replacing("_", with: " ") }
}

extension TableGroup {
    /// The column whose header is one of these, whatever its letter case; the first of `headers` that there is.
    func column(known headers: String...) -> String? {
        headers.lazy.compactMap { header in names.first { KnownExport.folded($0) == header } }.first
    }
}

/// Exports that are known by their header, each mapped in its own way.
struct KnownExportsRule: GroupRule {
    func guess(_ group: TableGroup, _ answers: InspectionAnswers) -> FormGuess? {
        guard let export = KnownExport(of: group) else { return nil }
        var guess: FormGuess?
        switch export {
        case .hubSpotDeals: guess = HubSpotDeals(group).guess(answers)
        case .mailchimpCampaigns: guess = MailchimpCampaigns(group).guess(answers)
        case .googleAds: guess = GoogleAdsReport(group).guess(answers)
        case .googleAnalytics: guess = MeasuresRule().guess(group, answers)
        }
        guess?.known = export.rawValue
        return guess
    }
}

internal import Funnel
internal import Report

/// Where the other view is found.
extension Edition {
    /// Funnels counted in the other view than the first one, each with its view and its page.
    func otherView(from page: Address) -> TemplateValue {
        guard !otherFunnels.isEmpty else { return .absent }
        let funnels = otherFunnels.map { FunnelWords(edition: self, funnel: $0).placeElsewhere(from: page) }
        return .object(["funnels": .list(funnels)])
    }

    /// The funnels that also tell what happened in each week.
    var activeFunnels: [FunnelReport] { report.funnels.filter { $0.activity?.weeks.isEmpty == false } }

    /// The way to what happened in the weeks.
    func activityLink(from page: Address) -> TemplateValue {
        guard !activeFunnels.isEmpty else { return .absent }
        return .object(["name": .text(words.say("activity.to_here")), "url": .text(page.link(to: .activity))])
    }
}

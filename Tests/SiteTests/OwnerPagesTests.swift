import Foundation
import Testing

/// What owners accepted week by week, on the page of pipelines.
struct OwnerPagesTests {
    /// Each of three owners has four new deals a week.
    private func page(_ moreOfSite: String = "", dimensions: String = "[segment]") throws -> String {
        var site = FormSite.records(weeks: 8)
        site.settings = site.settings.replacing("dimensions: [owner, segment]", with: "dimensions: \(dimensions)")
        site.moreOfSite = moreOfSite
        return try #require(try site.files()["en/pipeline/index.html"])
    }

    private func weekly(_ page: String) -> String? {
        page.split(separator: "<figure").first { $0.contains("Created week by week, by owner") }
            .map { $0.components(separatedBy: "</figure>")[0] }
    }

    @Test func eachOwnerHasALineOnOneScaleAndATableOfWeeks() throws {
        let figure = try #require(weekly(try page()))
        #expect(figure.contains("The latest 8 weeks that are over; all boxes on one scale that starts at zero."))
        #expect(figure.components(separatedBy: "<li>").count == 4)
        #expect(rows(of: figure).filter { $0.dropFirst() == ["4", "4", "4"] }.count == 8)
        #expect(figure.contains("data/pipeline/deals/by-owner-weeks.csv"))
    }

    @Test func aDimensionOfTheFunnelHasPagesOfItsOwnForThat() throws {
        #expect(weekly(try page(dimensions: "[owner, segment]")) == nil)
    }

    @Test func weeksOfFewAreToldOfNobody() throws {
        #expect(weekly(try page("suppress_below: 4")) != nil)
        #expect(weekly(try page("suppress_below: 5")) == nil)
    }
}

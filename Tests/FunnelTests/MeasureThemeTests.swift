import Funnel
import Testing

/// Themes of feedback of which few are there.
@Suite struct MeasureThemeTests {
    @Test func themesOfFewAreToldTogetherAndQuartersOfAllOrNone() {
        let themes = [
            ThemeCount(theme: "late", total: 40, recent: 12, before: 9),
            ThemeCount(theme: "price", total: 4, recent: 1, before: 2),
            ThemeCount(theme: nil, total: 3, recent: 0, before: 3),
        ]
        let told = themes.suppressed(below: 5)
        #expect(told.map(\.theme) == ["late", Dimension.otherValue])
        #expect(told.map(\.total) == [40, 7])
        #expect(told.allSatisfy { $0.recent == nil && $0.before == nil })
    }

    @Test func whatIsLargeEverywhereIsToldAsItIs() {
        let themes = [
            ThemeCount(theme: "late", total: 40, recent: 12, before: 9),
            ThemeCount(theme: "price", total: 19, recent: 7, before: 6),
        ]
        #expect(themes.suppressed(below: 5) == themes)
    }

    @Test func aFewOfOneThemeAloneAreLeftOut() {
        let themes = [ThemeCount(theme: "late", total: 3, recent: 3, before: 0)]
        #expect(themes.suppressed(below: 5).isEmpty)
    }

    /// The quarter's sum is told as the measure's own, so that a hidden theme would follow from the others.
    @Test func theNextSmallestJoinsThoseOfFew() {
        let themes = [
            ThemeCount(theme: "late", total: 40, recent: 40, before: 0),
            ThemeCount(theme: "price", total: 6, recent: 6, before: 0),
            ThemeCount(theme: "taste", total: 2, recent: 2, before: 0),
        ]
        let told = themes.suppressed(below: 5)
        #expect(told.map(\.theme) == ["late", Dimension.otherValue] && told.map(\.total) == [40, 8])
    }
}

import Calendars
import Records
import Testing

@testable import Funnel

/// Stage measures week by week.
struct MeasureSeriesTests {
    private let monday = Week(number: 2950).monday
    private let timeline = Timeline.localDays(.utc)

    private func row(_ day: Int, _ name: Int, _ value: Double, _ base: Double? = nil) -> MeasureTable.Row {
        MeasureTable.Row(day: monday.advanced(by: day), name: name, value: value, base: base)
    }

    private func series(_ formula: MeasureFormula, _ rows: [MeasureTable.Row], days: Int = 70) -> MeasureSeries {
        let table = MeasureTable(names: ["opens", "sent"], isWeekly: false, rows: rows, days: rows.map(\.day))
        return MeasureSeries(formula, in: table, on: timeline, before: timeline.start(of: monday.advanced(by: days)))
    }

    @Test func aRatioDividesSumsAndIsNoMeanOfRates() {
        let rows = [row(0, 0, 90), row(0, 1, 100), row(3, 0, 1), row(3, 1, 900)]
        let point = series(.ratio("opens", of: "sent"), rows).points[0]
        #expect(point.value == 0.091)
        #expect(point.base == 1000)
        #expect(point.interval == ConversionRate(91, of: 1000).interval)
    }

    @Test func aMeanIsWeightedByItsBase() {
        let point = series(.mean("opens"), [row(0, 0, 4, 30), row(1, 0, 5, 10)]).points[0]
        #expect(point.value == 4.25)
        #expect(point.base == 40)
    }

    @Test func aSumOfNothingIsUnknownAndNot0() {
        let points = series(.sum("opens"), [row(0, 0, 3), row(1, 0, 4), row(14, 0, 0)]).points
        #expect(points.map(\.value) == [7, nil, 0])
    }

    @Test func aBaseOf0GivesNoRatio() {
        let point = series(.ratio("opens", of: "sent"), [row(0, 0, 0), row(0, 1, 0)]).points[0]
        #expect(point.value == nil && point.base == 0 && point.interval == nil)
    }

    @Test func aRatioAbove1HasNoInterval() {
        let point = series(.ratio("opens", of: "sent"), [row(0, 0, 3), row(0, 1, 2)]).points[0]
        #expect(point.value == 1.5 && point.interval == nil)
    }

    @Test func rowsAfterTheEndOfDataDoNotCountAndTheWeekIsNotOver() {
        let points = series(.sum("opens"), [row(0, 0, 1), row(7, 0, 2), row(9, 0, 4)], days: 9).points
        #expect(points.map(\.value) == [1, 2])
        #expect(points.map(\.isComplete) == [true, false])
    }

    @Test func theWholePeriodIsOne() {
        let rows = [row(0, 0, 1), row(0, 1, 4), row(7, 0, 3), row(7, 1, 4)]
        #expect(series(.ratio("opens", of: "sent"), rows).total?.value == 0.5)
    }

    @Test func aNameThatIsNotThereHasNoPoints() {
        let series = series(.sum("clicks"), [row(0, 0, 1)])
        #expect(series.points.isEmpty && series.total == nil)
    }

    /// 100 answers, 50 for and 20 against: 30. By hand: p = 51/102, q = 21/102, their difference 0.2941 and its error
    /// √((0.7059 − 0.0865) ÷ 102) = 0.0779.
    @Test func aNetScoreIsPromotersLessDetractorsWithItsInterval() throws {
        let names = ["for", "against", "all"]
        let values: [Double] = [50, 20, 100]
        let rows = values.enumerated().map { MeasureTable.Row(day: monday, name: $0.offset, value: $0.element) }
        let table = MeasureTable(names: names, isWeekly: false, rows: rows, days: [])
        let series = MeasureSeries(
            .netScore(promoters: "for", detractors: "against", of: "all"),
            in: table,
            on: timeline,
            before: timeline.start(of: monday.advanced(by: 7))
        )
        #expect(series.points[0].value == 30 && series.points[0].base == 100)
        let interval = try #require(series.points[0].interval)
        #expect(abs(interval.lowerBound - 14.1) < 0.1 && abs(interval.upperBound - 44.7) < 0.1)
    }

    @Test func aMeasureIsJudgedAgainstTheWeeksBeforeIt() throws {
        let usual: [Double] = [100, 104, 98, 101, 103, 99, 102, 97, 100, 101, 150]
        let rows = usual.enumerated().map { row($0.offset * 7, 0, $0.element) }
        let judged = series(.sum("opens"), rows, days: 77).judgements
        #expect(judged[5]?.range == nil && judged[6]?.range?.isProvisional == true)
        #expect(judged[9]?.signal == nil && judged[10]?.signal?.direction == .up)
        #expect(judged[10]?.change == 49)
        let range = try #require(judged[10]?.range)
        // The mean of the ten before is 100.5, their mean moving range 31 ÷ 9.
        #expect(abs(range.mean - 100.5) < 1e-9 && abs(range.high - (100.5 + 2.66 * 31 / 9)) < 1e-9)
    }

    @Test func sharesAreJudgedAsRatesAndSmallOnesNot() {
        var rows = (0..<9).flatMap { [row($0 * 7, 0, 20 + Double($0 % 2)), row($0 * 7, 1, 100)] }
        rows += [row(63, 0, 60), row(63, 1, 100), row(70, 0, 18), row(70, 1, 20)]
        let judged = series(.ratio("opens", of: "sent"), rows, days: 77).judgements
        #expect(judged[9]?.signal?.direction == .up)
        #expect(judged[10]?.signal == nil)
    }

    @Test func aNegativeScoreHasARangeBelow0() throws {
        let names = ["for", "against", "all"]
        let rows = (0..<9).flatMap { week in
            [Double(10 + week % 2), 40, 100].enumerated().map {
                MeasureTable.Row(day: monday.advanced(by: week * 7), name: $0.offset, value: $0.element)
            }
        }
        let series = MeasureSeries(
            .netScore(promoters: "for", detractors: "against", of: "all"),
            in: MeasureTable(names: names, isWeekly: false, rows: rows, days: []),
            on: timeline,
            before: timeline.start(of: monday.advanced(by: 63))
        )
        let range = try #require(series.judgements[8]?.range)
        #expect(range.low < -30 && range.high < 0 && series.judgements[8]?.signal == nil)
    }

    @Test func feedbackIsCountedByThemeAndByStage() {
        let rows = [
            MeasureTable.Row(day: monday, name: 0, value: 3, theme: 0, stage: 0),
            MeasureTable.Row(day: monday.advanced(by: 100), name: 0, value: 2, theme: 1, stage: 1),
            MeasureTable.Row(day: monday.advanced(by: 101), name: 0, value: 4, theme: 1, stage: 0),
            MeasureTable.Row(day: monday.advanced(by: 102), name: 0, value: 9),
        ]
        let table = MeasureTable(
            names: ["complaints"],
            isWeekly: false,
            rows: rows,
            days: [],
            themes: ["late", "broken"],
            stages: ["purchase", "loyalty"]
        )
        let asOf = timeline.start(of: monday.advanced(by: 105))
        func themes(_ stage: String?) -> [ThemeCount] {
            MeasureSeries.themes(.sum("complaints"), in: table, of: stage, on: timeline, before: asOf)
        }
        #expect(
            themes(nil) == [
                ThemeCount(theme: "broken", total: 6, recent: 6, before: 0),
                ThemeCount(theme: "late", total: 3, recent: 0, before: 3),
                ThemeCount(theme: nil, total: 9, recent: 9, before: 0),
            ]
        )
        #expect(themes("purchase").map(\.total) == [4, 3, 9])
        let own = MeasureSeries(.sum("complaints"), in: table, of: "loyalty", on: timeline, before: asOf)
        #expect(own.total?.value == 11)
    }
}

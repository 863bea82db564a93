import Calendars
import Funnel
import Records
import Testing

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
}

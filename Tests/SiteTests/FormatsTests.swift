import Calendars
import Testing

@testable import Site

struct FormatsTests {
    private let turkish = Formats(locale: "tr_TR")
    private let english = Formats(locale: "en_GB")

    @Test func thousandsAreParted() {
        #expect(turkish.count(1_234_567) == "1.234.567")
        #expect(english.count(1_234_567) == "1,234,567")
        #expect(turkish.count(-3) == "\u{2212}3")
    }

    @Test func percentsHaveOneDecimal() {
        #expect(turkish.percent(0.36) == "%36,0")
        #expect(english.percent(0.36) == "36.0%")
        #expect(turkish.percentRange(0.347...0.373) == "%34,7–37,3")
        #expect(english.percentRange(0.347...0.373) == "34.7–37.3%")
        #expect(turkish.wholePercent(0.3604) == "36")
    }

    @Test func differencesHaveASignOfTheirOwn() {
        #expect(turkish.signedDecimal(-6) == "\u{2212}6,0")
        #expect(english.signedDecimal(1.3) == "+1.3")
        #expect(english.signedDecimal(0) == "0.0")
        #expect(english.signedPercent(-0.042) == "\u{2212}4.2%")
        #expect(english.signedPercent(0.042) == "+4.2%")
        #expect(turkish.percentSize(-0.042) == "%4,2")
    }

    @Test func weeksThatCrossAMonthOrYearNameBoth() throws {
        let inside = try #require(Week(year: 2026, week: 46))
        let month = try #require(Week(year: 2026, week: 40))
        let year = try #require(Week(year: 2026, week: 53))
        #expect(plain(turkish.dates(inside)) == "9–15 Kasım 2026")
        #expect(plain(turkish.dates(month)) == "28 Eylül–4 Ekim 2026")
        #expect(plain(turkish.dates(year)) == "28 Aralık 2026–3 Ocak 2027")
        #expect(plain(english.dates(inside)) == "9–15 November 2026")
        #expect(plain(english.dates(month)) == "28 September–4 October 2026")
        #expect(plain(english.dates(year)) == "28 December 2026–3 January 2027")
    }

    @Test func datesAreWrittenOut() throws {
        let date = try #require(LocalDate(year: 2026, month: 11, day: 5))
        #expect(turkish.date(date) == "5 Kasım 2026")
        #expect(english.date(date) == "5 November 2026")
    }

    @Test func onePointZeroTakesTheFormOfManyInEnglish() throws {
        let (english, turkish) = (try Words(language: "en"), try Words(language: "tr"))
        #expect(english.points(0.01) == "+1.0 points")
        #expect(english.duration(60) == "1 minute")
        #expect(english.points(0.02) == "+2.0 points")
        #expect(english.points(0) == "0.0 points")
        #expect(turkish.points(-0.06) == "\u{2212}6,0 puan")
    }

    @Test func lengthsOfTimeTakeAReadableUnit() throws {
        let english = try Words(language: "en")
        #expect(english.duration(60) == "1 minute")
        #expect(english.duration(7_199) == "120 minutes")
        #expect(english.duration(7_200) == "2 hours")
        #expect(english.duration(172_800) == "2 days")
        #expect(try Words(language: "tr").duration(172_800) == "2 gün")
    }

    @Test func capitalsFollowTheLanguage() {
        #expect(turkish.capitalized("il") == "İl")
        #expect(english.capitalized("il") == "Il")
        #expect(Formats.name(ofLanguage: "tr", in: "tr") == "Türkçe")
        #expect(Formats.name(ofLanguage: "tr", in: "en") == "Turkish")
    }

    /// Without the thin or hard spaces that the platform's data set around a dash.
    private func plain(_ text: String) -> String {
        String(text.map { $0.isWhitespace ? " " : $0 }).replacing(" – ", with: "–")
    }
}

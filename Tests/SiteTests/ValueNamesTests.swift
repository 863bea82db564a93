import Settings
import Testing

@testable import Funnel
@testable import Site

/// Addresses of a dimension's values.
struct ValueNamesTests {
    private func names(_ counts: KeyValuePairs<String, Int>) -> ValueNames {
        let values = counts.map { value, count in
            ValueMetrics(values: [value], stages: [StageMetrics(count: count, isMatured: true)])
        }
        return ValueNames(BreakdownMetrics(dimensions: ["channel"], values: values))
    }

    private func word(of value: String) -> String? { names([value: 1]).word(for: .value(value)) }

    @Test(arguments: ["ads", "paid_search", "2026-11", "e-mail", "4"])
    func aPlainWordStandsForItself(value: String) {
        #expect(word(of: value) == value)
    }

    @Test(arguments: ["Ads", "../secret", "a/b", "", ".", "(none)", "other", "ağ", "a b", "%2e%2e", "a\u{0}b"])
    func whatIsNotGetsAMark(value: String) throws {
        let word = try #require(self.word(of: value))
        #expect(word.wholeMatch(of: /[a-z0-9][a-z0-9_-]*/) != nil, "\(word)")
        #expect(word != "other" && word != value)
    }

    @Test func valuesThatDifferInCaseOrSpacesHaveAddressesOfTheirOwn() {
        let values = ["google", "Google", "GOOGLE", " google", "google ", "g-oogle", "g oogle"]
        let words = values.compactMap { word(of: $0)?.lowercased() }
        #expect(Set(words).count == values.count)
    }

    @Test func aLongValueKeepsAShortAddress() throws {
        let word = try #require(self.word(of: String(repeating: "çok uzun ", count: 50)))
        #expect(word.utf8.count < 60)
    }

    @Test func theTwentyLargestHaveAPageEachAndTheRestOneTogether() {
        let values = (1...25).map { (count: Int) in
            ValueMetrics(values: ["v\(count)"], stages: [StageMetrics(count: count, isMatured: true)])
        }
        let breakdown = BreakdownMetrics(dimensions: ["channel"], values: values)
        let names = ValueNames(breakdown)
        #expect(names.parts.count == 21)
        #expect(names.parts.first == .value("v25") && names.parts.last == .rest)
        #expect(names.word(for: .value("v5")) == nil)
        #expect(breakdown.stages(of: .rest, besides: names)?.first?.count == 1 + 2 + 3 + 4 + 5)
    }

    @Test func readersSeeTheNameThatTheSiteGives() throws {
        let names = ["ads": LocalizedText(["tr": "reklam", "en": "adverts"])]
        let words = try Words(language: "tr", valueNames: names)
        #expect(words.value("ads") == "reklam" && words.value("social") == "social")
    }
}

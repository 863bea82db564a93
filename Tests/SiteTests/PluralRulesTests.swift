import Foundation
import Testing

@testable import Site

/// Plural rules against the samples that CLDR gives beside them.
struct PluralRulesTests {
    @Test func everySampleOfEveryLanguageIsOfItsCategory() throws {
        let url = try #require(Bundle.module.url(forResource: "plural-samples", withExtension: "txt"))
        var (languages, tried): ([String], Int) = ([], 0)
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
            guard line.hasPrefix("  ") else {
                languages = line.split(separator: " ").map(String.init)
                continue
            }
            let parts = line.dropFirst(2).split(separator: ":", maxSplits: 1)
            let category = try #require(PluralCategory(rawValue: String(parts[0])))
            let numbers = try parts[1].split(separator: " ").map { try number(String($0)) }
            for language in languages {
                let rules = PluralRules(language: language)
                for (text, number) in numbers {
                    #expect(rules.category(of: number) == category, "\(language) \(text)")
                    tried += 1
                }
            }
        }
        #expect(tried > 4000)
    }

    @Test func everyRuleIsUnderstood() {
        let lines = String(decoding: PackageResources.plurals_txt, as: UTF8.self).split(separator: "\n")
        let rules = lines.filter { $0.hasPrefix("  ") }
        #expect(rules.count > 80)
        for rule in rules {
            let text = rule.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
            #expect(PluralCondition(text) != nil, "\(rule)")
        }
    }

    @Test func languagesTellDifferentClassesApart() {
        #expect(PluralRules(language: "tr").categories == [.one, .other])
        #expect(PluralRules(language: "pl").categories == [.one, .few, .many, .other])
        #expect(PluralRules(language: "ar").categories == [.zero, .one, .two, .few, .many, .other])
        #expect(PluralRules(language: "ja").categories == [.other])
        #expect(PluralRules(language: "de-AT").categories == PluralRules(language: "de").categories)
        #expect(PluralRules(language: "pt-PT").category(of: PluralNumber(0)) == .other)
        #expect(PluralRules(language: "pt").category(of: PluralNumber(0)) == .one)
    }

    @Test func aNumberCountsAsItIsShown() {
        let english = PluralRules(language: "en")
        #expect(english.category(of: PluralNumber(1)) == .one)
        #expect(english.category(of: PluralNumber(-1)) == .one)
        #expect(english.category(of: PluralNumber(1, decimals: 0...2)) == .one)
        #expect(english.category(of: PluralNumber(1, decimals: 1...1)) == .other)
        #expect(english.category(of: PluralNumber(0.97, decimals: 0...1)) == .one)
        #expect(PluralRules(language: "pl").category(of: PluralNumber(2.5, decimals: 1...1)) == .other)
    }

    @Test(arguments: ["", "n", "n = ", "n % 0 = 1", "n < 3", "n = 4..2", "x y z w v"])
    func whatIsNoRuleIsNone(_ text: String) {
        #expect(PluralCondition(text) == nil)
    }

    private func number(_ text: String) throws -> (text: String, PluralNumber) {
        let places = text.split(separator: ".").dropFirst().first?.count ?? 0
        return (text, PluralNumber(try #require(Double(text)), decimals: places...places))
    }
}

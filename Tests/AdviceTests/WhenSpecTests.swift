import Advice
import Foundation
import Testing

@Suite("Conditions do what when.spec.md says")
struct WhenSpecTests {
    static let sections = SpecSection.all(of: "when.spec")

    @Test func theSpecificationIsRead() {
        let cases = Self.sections.flatMap { $0.block("cases") + $0.block("errors") + $0.block("limits") }
        #expect(cases.count > 150)
    }

    @Test(arguments: sections)
    func conditionsComeToWhatTheirNumbersSay(_ section: SpecSection) throws {
        let numbers = try observations(section.block("numbers"))
        for (text, expected) in section.pairs("cases") {
            let condition = try PlayCondition(text, vocabulary: .ofSpec(isFirst: section.isOfFirstStage))
            let outcome = condition.outcome { numbers["\($0)"] }
            let verdict = outcome.holds.map { $0 ? "holds" : "fails" } ?? "unknown"
            let evidence = outcome.evidence.map { "\($0.value)" }.joined(separator: ", ")
            #expect((evidence.isEmpty ? verdict : "\(verdict): \(evidence)") == expected, "\(text)")
        }
    }

    @Test(arguments: sections)
    func faultsAreNamedWithTheirPlaces(_ section: SpecSection) {
        for (text, expected) in section.pairs("errors") {
            let error = #expect(throws: ExpressionError.self, "\(text)") {
                try PlayCondition(text, vocabulary: .ofSpec(isFirst: section.isOfFirstStage))
            }
            guard let error else { continue }
            #expect("\(error.offset): \(error.message). \(error.remedy)" == expected, "\(text)")
        }
    }

    @Test(arguments: sections)
    func whatCanNeverHoldIsFound(_ section: SpecSection) throws {
        let limits = StageLimits(isFirst: section.isOfFirstStage, target: 0.38, targetCount: nil)
        for (text, expected) in section.pairs("limits") {
            let condition = try PlayCondition(text, vocabulary: .ofSpec(isFirst: section.isOfFirstStage))
            #expect((condition.canHold(within: limits) ? "possible" : "never") == expected, "\(text)")
        }
    }

    private func observations(_ lines: [String]) throws -> [String: Observation] {
        var numbers: [String: Observation] = [:]
        for line in lines {
            let cut = try #require(line.range(of: " = ", options: .backwards))
            let value = String(line[cut.upperBound...])
            let content = Double(value).map(Observation.Content.number) ?? .text(value.filter { $0 != "\"" })
            numbers[String(line[..<cut.lowerBound])] = Observation(content)
        }
        return numbers
    }
}

extension SpecSection {
    var isOfFirstStage: Bool { title.contains("first stage") }
}

extension StageVocabulary {
    static func ofSpec(isFirst: Bool = false) -> StageVocabulary {
        StageVocabulary(
            dimensions: ["channel", "device"],
            segments: ["hr-new"],
            measures: [
                Measure(id: "open_rate", names: ["Açma oranı", "Open rate"], kind: .rate),
                Measure(id: "score", names: [], kind: .amount),
            ],
            isFirst: isFirst,
            memberValue: "in"
        )
    }
}

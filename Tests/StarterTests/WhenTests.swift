import Advice
import Starter
import Testing
import Yams

private let presets = ["customer-journey", "marketing", "sales-pipeline", "deal"]

/// The condition of every play of a preset, with its stage's place among the preset's.
private func conditions(_ preset: String) throws -> [(path: String, text: String, isFirst: Bool)] {
    let files = starterFiles(preset: preset, languages: ["en"])
    let first = try #require(files.first).path.split(separator: "/")[2]
    return try files.filter { !$0.path.hasSuffix("/index.md") }.map { path, bytes in
        let text = try #require(String(validating: bytes, as: UTF8.self))
        let parts = text.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
        let fields = try #require(try Yams.load(yaml: String(parts[1])) as? [String: Any])
        return (path, try #require(fields["when"] as? String, "\(path)"), path.split(separator: "/")[2] == first)
    }
}

/// A new site may have no dimension, segment, measure or target, so that a play may not ask for any.
private func understood(_ text: String, isFirst: Bool) throws -> PlayCondition {
    try PlayCondition(
        text,
        vocabulary: StageVocabulary(dimensions: [], segments: [], measures: [], isFirst: isFirst, memberValue: "in")
    )
}

@Suite struct WhenTests {
    @Test(arguments: presets)
    func everyConditionIsUnderstoodOnASiteOfNothingButStages(preset: String) throws {
        for (path, text, isFirst) in try conditions(preset) {
            #expect(throws: Never.self, "\(path)") { try understood(text, isFirst: isFirst) }
        }
    }

    @Test(arguments: presets)
    func everyConditionCanHoldWithoutATarget(preset: String) throws {
        for (path, text, isFirst) in try conditions(preset) {
            let limits = StageLimits(isFirst: isFirst, target: nil, targetCount: nil)
            #expect(try understood(text, isFirst: isFirst).canHold(within: limits), "\(path): \(text)")
        }
    }

    @Test(arguments: presets)
    func whereAStageIsBadSomePlayAnswers(preset: String) throws {
        let stages = Dictionary(grouping: try conditions(preset)) { $0.path.split(separator: "/")[2] }
        for (stage, plays) in stages {
            let holds = try plays.contains { _, text, isFirst in
                try understood(text, isFirst: isFirst).outcome { bad($0, isFirst: isFirst) }.holds == true
            }
            #expect(holds, "\(stage)")
        }
    }

    @Test(arguments: presets)
    func theFirstStageHasAnAnswerInItsFirstWeekToo(preset: String) throws {
        let first = try conditions(preset).filter(\.isFirst)
        let holds = try first.contains { _, text, _ in
            try understood(text, isFirst: true).outcome { value in
                guard case .stage(.count) = value.quantity else { return nil }
                return Observation(.number(50))
            }.holds == true
        }
        #expect(holds)
    }

    /// A stage at a twentieth of those before it, and falling.
    private func bad(_ value: StageValue, isFirst: Bool) -> Observation? {
        guard case .stage(let number) = value.quantity else { return nil }
        switch number {
        case .rate, .rateFromFirst: return isFirst ? nil : Observation(.number(0.05))
        case .count: return Observation(.number(50))
        case .lost: return isFirst ? nil : Observation(.number(950))
        case .change: return Observation(.number(isFirst ? -0.3 : -0.04))
        case .gain: return Observation(.number(6))
        case .medianDays: return Observation(.number(9))
        case .signal: return Observation(.text("down"))
        default: return nil
        }
    }
}

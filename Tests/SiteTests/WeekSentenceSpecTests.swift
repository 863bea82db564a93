import Calendars
import Foundation
import Settings
import Testing

@testable import Advice
@testable import Funnel
@testable import Site

/// What a week says first, case by case, in both languages: `week-sentences.spec.md`.
@Suite("Weeks are told as in week-sentences.spec.md")
struct WeekSentenceSpecTests {
    static let cases = WeekCase.all(of: "week-sentences.spec")

    @Test func thereAreAtLeastFortyDifferentSituations() {
        #expect(Set(Self.cases.map { $0.block("tr").joined() }).count >= 40)
        #expect(Set(Self.cases.map { $0.block("en").joined() }).count >= 40)
    }

    @Test(arguments: cases, ["tr", "en"])
    func aWeekIsTold(_ situation: WeekCase, _ language: String) throws {
        let told = try situation.told(in: language)
        #expect(told == situation.block(language), "\(told.joined(separator: "\n"))")
    }

    @Test(arguments: cases, ["tr", "en"])
    func headlinesAreShortAndHaveOneNumber(_ situation: WeekCase, _ language: String) throws {
        let headline = try situation.told(in: language)[0]
        #expect(headline.count <= StageNames.longestHeadline)
        let bare = headline.replacing(/\d+\. → \d+\. aşama|stage \d+ → \d+|\d+\. aşama|stage \d+/, with: "")
        #expect(bare.matches(of: /[0-9][0-9.,]*/).count <= 1, "\(headline)")
    }

    @Test(arguments: cases, ["tr", "en"])
    func nothingIsSaidToBeTheCause(_ situation: WeekCase, _ language: String) throws {
        let text = try situation.told(in: language).joined(separator: " ").lowercased()
        for word in [
            "çünkü", "nedeniyle", "yüzünden", "sayesinde", "sebebiyle", "because", "due to", "thanks to", "caused",
        ] {
            #expect(!text.contains(word))
        }
    }
}

/// A week described in a few lines, and what is said of it.
struct WeekCase: CustomTestStringConvertible {
    let title: String
    private let lines: [String]

    static func all(of file: String) -> [WeekCase] {
        guard let url = Bundle.module.url(forResource: file, withExtension: "md"),
            let text = try? String(contentsOf: url, encoding: .utf8)
        else { return [] }
        return text.components(separatedBy: "\n### ").dropFirst().map { section in
            let lines = section.components(separatedBy: "\n")
            return WeekCase(title: lines[0], lines: lines)
        }
    }

    func block(_ name: String) -> [String] {
        guard let start = lines.firstIndex(of: "```\(name)") else { return [] }
        return Array(lines[(start + 1)...].prefix { $0 != "```" })
    }

    var testDescription: String { title }

    /// Headline, verdict, and the two facts that need no play.
    func told(in language: String) throws -> [String] {
        let words = try Words(language: language)
        let week = try WeekDescription(block("week")).week
        let finding = WeekFinding(of: week)
        let names = names(words)
        let verdict = WeekVerdict(names: names, week: week, finding: finding, wholeWay: wholeWay(words, names))
        let facts = [verdict.stepFact, verdict.changeFact].map { fact in
            ([fact.title + ":"] + [fact.lead].compactMap(\.self) + [fact.text]).joined(separator: " ")
        }
        let headline = WeekHeadline(names: names, week: week, finding: finding)
        return [headline.text(namesFunnel: title.contains("several funnels")), verdict.text] + facts
    }

    private func wholeWay(_ words: Words, _ names: StageNames) -> String {
        let step = "\(names.stages[0].short) → \(names.stages[names.stages.count - 1].short)"
        return names.byView(
            "week.overall",
            [
                "weeks": "18", "step": step, "rate": words.formats.percent(0.124),
                "interval": words.formats.percentRange(0.118...0.131),
            ]
        )
    }

    private func names(_ words: Words) -> StageNames {
        let isTurkish = words.language == "tr"
        let short =
            title.contains("long names")
            ? isTurkish
                ? ["Web sitesi ziyaretçisi", "Bültene kayıtlı olan", "Tadım kutusu isteyen"]
                : ["Visitor of the site", "Newsletter subscriber", "Asked for a tasting box"]
            : title.contains("pipeline")
                ? [isTurkish ? "Aday" : "Lead", "MQL", "SAL"]
                : isTurkish ? ["Farkındalık", "İlgi", "Karar"] : ["Awareness", "Interest", "Decision"]
        let forms = ["tr": Noun.Forms(one: "aday", other: "aday"), "en": Noun.Forms(one: "lead", other: "leads")]
        return StageNames(
            words: words,
            funnel: isTurkish ? "Toptan satış hattı" : "Wholesale pipeline",
            stages: short.map { StageNames.Name(full: $0, short: $0) },
            bases: [0, 0, 1],
            noun: title.contains("pipeline") ? Noun(forms) : nil,
            isActivity: title.contains("activity")
        )
    }
}

/// Reads a week: a line a stage, then what is known of it; see the specification's first lines.
struct WeekDescription {
    var week: WeekMetrics

    init(_ lines: [String]) throws {
        let words = lines.map { $0.split(separator: " ").map(String.init) }
        let stages = words.filter { $0[0].first?.isNumber == true || $0[0] == "?" }
        let age = try words.first { $0[0] == "age" }.map { try #require(Int($0[1])) }
        week = WeekMetrics(
            week: Week(number: 2952),
            ageDays: age ?? 70,
            isComplete: !words.contains(["running"]),
            cohort: CohortMetrics(stages: stages.map { Self.stage($0[0], isMatured: age == nil) }, breakdowns: []),
            before: words.contains(["first"])
                ? nil : CohortMetrics(stages: stages.map { Self.before($0) }, breakdowns: []),
            maturedUntilHere: []
        )
        week.judgements = try stages.enumerated().map { try Self.judgement($1, stage: $0, age: $0 == 0 ? nil : age) }
        week.gains = try words.filter { $0[0] == "step" }.map(Self.gain)
    }

    private static func stage(_ text: String, isMatured: Bool) -> StageMetrics {
        let rate = Self.rate(text)
        let count = Int(text) ?? rate?.numerator
        return StageMetrics(count: count, isMatured: isMatured, fromPrevious: rate, fromFirst: nil)
    }

    private static func rate(_ text: String) -> ConversionRate? {
        let parts = text.split(separator: "/").compactMap { Int($0) }
        return parts.count == 2 ? ConversionRate(parts[0], of: parts[1]) : nil
    }

    private static func before(_ line: [String]) -> StageMetrics {
        let text = value(after: "before", in: line)
        return stage(text ?? "?", isMatured: true)
    }

    private static func value(after word: String, in line: [String]) -> String? {
        line.firstIndex(of: word).map { line[$0 + 1] }
    }

    private static func judgement(_ line: [String], stage: Int, age: Int?) throws -> StageJudgement {
        let now = Self.stage(line[0], isMatured: true)
        let before = Self.before(line)
        let numbers = [before, now].map { metrics in
            StageJudgement.Point(
                week: Week(number: 1),
                value: stage == 0 ? metrics.count.map(Double.init) : metrics.fromPrevious?.rate,
                rate: metrics.fromPrevious
            )
        }
        var judgement = StageJudgement(number: stage == 0 ? .count : .rate, trend: numbers)
        judgement.ageDays = age
        if let value = judgement.value, let old = judgement.before {
            judgement.change = stage == 0 ? (value - old) / old : value - old
        }
        judgement.range = try value(after: "range", in: line).map(range)
        judgement.signal = try signal(in: line, isProvisional: judgement.range?.isProvisional ?? false)
        if let goal = value(after: "target", in: line).flatMap({ Double($0) }) {
            let crossed = line.last.flatMap { Signal.Direction(rawValue: $0) }
            let target = TargetState(goal: goal, crossed: crossed)
            if goal > 1 { judgement.countTarget = target } else { judgement.rateTarget = target }
        }
        return judgement
    }

    private static func signal(in line: [String], isProvisional: Bool) throws -> Signal? {
        guard let place = line.firstIndex(of: "signal") else { return nil }
        return Signal(
            direction: try #require(Signal.Direction(rawValue: line[place + 1])),
            kind: try #require(Signal.Kind(rawValue: line[place + 2])),
            isProvisional: isProvisional
        )
    }

    /// `0.33-0.38/12`: from, to, and of how many weeks.
    private static func range(_ text: String) throws -> NormalRange {
        let numbers = text.split { "-/".contains($0) }.compactMap { Double($0) }
        try #require(numbers.count == 3)
        return NormalRange(
            mean: (numbers[0] + numbers[1]) / 2,
            low: numbers[0],
            high: numbers[1],
            weeks: Int(numbers[2]),
            method: .individuals
        )
    }

    /// `step 2 1800/5600 bottleneck target 0.38 gain 12-20`
    private static func gain(_ line: [String]) throws -> StepGain {
        let ends = value(after: "gain", in: line)?.split(separator: "-").compactMap { Double($0) } ?? []
        let origin: StepGain.Origin? =
            line.contains("target") ? .target : line.contains("quartile") ? .quartile(weeks: 12) : nil
        return StepGain(
            stage: try #require(Int(line[1])) - 1,
            weeks: 4,
            rate: try #require(Self.rate(line[2])),
            reference: (value(after: "target", in: line) ?? value(after: "quartile", in: line)).flatMap { Double($0) },
            origin: origin,
            gain: ends.count == 2
                ? Gain(entities: (ends[0] + ends[1]) / 2, interval: ends[0]...ends[1], amount: nil) : nil,
            verdict: line.contains("bottleneck") ? .bottleneck : .largestLoss
        )
    }
}

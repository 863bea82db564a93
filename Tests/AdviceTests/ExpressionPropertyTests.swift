import Advice
import Testing

@Suite("Any text is a condition or has a fault within it")
struct ExpressionPropertyTests {
    private static let pieces = [
        "rate", "lost", "count", "target", "signal", "change", "share", "measure", "previous", "and", "or", "not",
        "(channel = \"ads\")", "(", ")", "<", "<=", "=", "!=", ">", "+", "-", "*", "/", "0", "36%", "5pp", "3d",
        "\"up\"",
        "'", ",", "ç", "−", "%", ".", "1.5", "\t", "é",
    ]

    @Test func piecesInAnyOrderNeverStopTheProgram() {
        var random = Seeded(7)
        var understood = 0
        for _ in 0..<20_000 {
            let length = Int.random(in: 1...9, using: &random)
            let words = (0..<length).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
            understood += check(words.joined(separator: Bool.random(using: &random) ? " " : "")) ? 1 : 0
        }
        #expect(understood > 5)
    }

    @Test func everyBeginningOfAConditionIsReadOrFaulted() {
        let text = "not (rate(channel = \"ads\") < rate - 5pp) or previous lost >= 1.5 * lost and signal != 'up'"
        for end in text.indices { _ = check(String(text[..<end])) }
    }

    @Test func bracketsWithoutEndAreRefusedAndNotFollowed() {
        let deep = String(repeating: "(", count: 900) + "rate"
        let nots = String(repeating: "not ", count: 400) + "rate < 1"
        let signs = "count > " + String(repeating: "-", count: 900) + "1"
        for text in [deep, nots, signs] {
            let error = #expect(throws: ExpressionError.self) {
                try PlayCondition(text, vocabulary: .ofSpec())
            }
            #expect(error?.kind == .tooDeep)
        }
    }

    @Test func aVeryLongConditionIsRefused() {
        let text = Array(repeating: "lost > 1", count: 300).joined(separator: " and ")
        let error = #expect(throws: ExpressionError.self) { try PlayCondition(text, vocabulary: .ofSpec()) }
        #expect(error?.kind == .tooLong)
    }

    @Test func manyAlternativesAreTakenAsPossible() throws {
        let text = Array(repeating: "(lost > 1 or count > 1)", count: 20).joined(separator: " and ")
        let condition = try PlayCondition(text, vocabulary: .ofSpec())
        #expect(condition.canHold(within: StageLimits(isFirst: false, target: nil, targetCount: nil)))
    }

    @Test func aConditionNamesItsValuesOnce() throws {
        let condition = try PlayCondition("rate < target and rate > 10% or lost > rate * count", vocabulary: .ofSpec())
        #expect(condition.values.map { "\($0)" } == ["rate", "target", "lost", "count"])
    }

    /// What no data can make hold does not hold for data picked at random.
    @Test func whatCanNeverHoldNeverDoes() throws {
        var random = Seeded(11)
        let limits = StageLimits(isFirst: false, target: 0.38, targetCount: nil)
        let comparisons = [
            "rate < 20%", "rate > 30%", "rate < previous rate", "rate > previous rate + 10pp", "lost > count",
            "count > 2 * lost", "rate < target - 20pp", "signal = \"up\"", "signal != \"up\"", "lost < 50",
            "lost >= 50",
        ]
        for _ in 0..<3_000 {
            let words = (0..<4).map { _ in
                (Bool.random(using: &random) ? "not " : "") + (comparisons.randomElement(using: &random) ?? "")
            }
            let signs = (0..<3).map { _ in Bool.random(using: &random) ? " and " : " or " }
            let text = words[0] + zip(signs, words.dropFirst()).map { $0 + $1 }.joined()
            let condition = try PlayCondition(text, vocabulary: .ofSpec())
            guard !condition.canHold(within: limits) else { continue }
            for _ in 0..<20 {
                let numbers = Self.numbers(&random)
                #expect(condition.outcome { numbers["\($0)"] }.holds == false, "\(text)")
            }
        }
    }

    private static func numbers(_ random: inout Seeded) -> [String: Observation] {
        let word = ["up", "down", "none"].randomElement(using: &random) ?? "up"
        func share() -> Observation { Observation(.number(Double(Int.random(in: 0...100, using: &random)) / 100)) }
        func count() -> Observation { Observation(.number(Double(Int.random(in: 0...100, using: &random)))) }
        return [
            "rate": share(), "previous rate": share(), "lost": count(), "count": count(),
            "target": Observation(.number(0.38)), "signal": Observation(.text(word)),
        ]
    }

    private func check(_ text: String) -> Bool {
        do {
            _ = try PlayCondition(text, vocabulary: .ofSpec())
            return true
        } catch {
            #expect((0...text.utf8.count).contains(error.offset), "\(text)")
            #expect(!error.message.isEmpty && error.remedy.hasSuffix("."), "\(text)")
            return false
        }
    }
}

/// The numbers of Steele, Lea and Flood's SplitMix64 (2014), the same in every run.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

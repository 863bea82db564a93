import Funnel
import Testing

@Suite struct MixEffectTests {
    private func apart(_ parts: (String, (Int, Int), (Int, Int))...) -> MixEffect? {
        MixEffect(parts.map { ($0, ConversionRate($1.0, of: $1.1), ConversionRate($2.0, of: $2.1)) })
    }

    /// Both channels keep their rates of 50 % and 10 %; the poor one grows.
    @Test func aRateThatFallsOnlyBecauseTheMixMovedIsCalledThat() throws {
        let effect = try #require(apart(("ads", (20, 200), (60, 600)), ("mail", (300, 600), (100, 200))))
        #expect(abs(effect.change - (0.2 - 0.4)) < 1e-12)
        #expect(abs(effect.mixEffect - effect.change) < 1e-12)
        #expect(effect.rateEffect == 0)
        #expect(effect.verdict == .mix)
    }

    @Test func aRateThatFallsInEveryPartIsCalledThat() throws {
        let effect = try #require(apart(("ads", (100, 500), (50, 500)), ("mail", (300, 500), (250, 500))))
        #expect(effect.mixEffect == 0)
        #expect(abs(effect.rateEffect + 0.1) < 1e-12)
        #expect(effect.verdict == .rate)
    }

    @Test func bothMayBeAtWork() throws {
        let effect = try #require(apart(("ads", (20, 200), (30, 600)), ("mail", (300, 600), (60, 200))))
        #expect(effect.verdict == .both)
    }

    @Test func whatChanceWouldGiveHasNoVerdict() throws {
        #expect(try #require(apart(("ads", (10, 50), (9, 48)), ("mail", (10, 50), (11, 52)))).verdict == nil)
    }

    /// Kitagawa (1955): ½ (0.3 + 0.5) (0.25 − 0.2) + ½ (0.7 + 0.5) (0.35 − 0.4) and ½ (0.2 + 0.25) 0.2 − ½ (0.4 + 0.35) 0.2.
    @Test func theTwoEffectsAreThoseOfTheFormula() throws {
        let effect = try #require(apart(("ads", (60, 300), (125, 500)), ("mail", (280, 700), (175, 500))))
        #expect(abs(effect.rateEffect - (0.4 * 0.05 - 0.6 * 0.05)) < 1e-12)
        #expect(abs(effect.mixEffect - (0.225 * 0.2 - 0.375 * 0.2)) < 1e-12)
    }

    @Test func effectsAddUpToTheChange() throws {
        var random = SeededNumbers(state: 5)
        for _ in 0..<200 {
            let parts = (0..<Int.random(in: 2...6, using: &random)).map { part in
                let bases = [0, 1].map { _ in Int.random(in: 0...50, using: &random) }
                let rates = bases.map { ConversionRate(Int.random(in: 0...$0, using: &random), of: $0) }
                return (value: "\(part)", before: rates[0], now: rates[1])
            }
            guard let effect = MixEffect(parts) else { continue }
            #expect(abs(effect.rateEffect + effect.mixEffect - effect.change) < 1e-12)
        }
    }

    @Test func aPartThatIsNewBringsMixAlone() throws {
        let effect = try #require(apart(("ads", (0, 0), (10, 100)), ("mail", (50, 100), (50, 100))))
        #expect(effect.rateEffect == 0)
    }

    @Test func withoutTwoPartsOrARateThereIsNothingToTakeApart() {
        #expect(apart(("ads", (1, 2), (1, 2))) == nil)
        #expect(apart(("ads", (0, 0), (1, 2)), ("mail", (0, 0), (1, 2))) == nil)
        #expect(apart(("ads", (3, 2), (1, 2)), ("mail", (1, 2), (1, 2))) == nil)
    }
}

import Testing

@testable import Figures

@Suite struct LineRunTests {
    @Test func aGapBreaksTheLine() {
        let known = [true, true, false, true, true, true]
        let runs = LineRun.runs(known: known, open: known.map { _ in false })
        #expect(runs == [LineRun(indices: 0...1, isOpen: false), LineRun(indices: 3...5, isOpen: false)])
    }

    @Test func theOpenTailBeginsAtTheLastFinalPoint() {
        let runs = LineRun.runs(known: [true, true, true, true], open: [false, false, true, true])
        #expect(runs == [LineRun(indices: 0...1, isOpen: false), LineRun(indices: 1...3, isOpen: true)])
    }

    @Test func aPointBetweenGapsIsLonely() {
        #expect(LineRun.lonely(known: [true, false, true, true, false, true]) == [0, 5])
        #expect(LineRun.lonely(known: [true]) == [0])
        #expect(LineRun.lonely(known: []) == [])
        #expect(LineRun.runs(known: [], open: []) == [])
    }
}

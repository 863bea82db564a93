import Diagnostics
import Testing

@Suite struct NearestWordTests {
    @Test(arguments: [
        ("collumns", "columns"), ("TITLE", "title"), ("titel", "title"), ("sorce", "source"),
    ])
    func aSlipOfTheFingerFindsItsWord(typed: String, meant: String) {
        #expect(nearestWord(to: typed, in: ["title", "columns", "source"]) == meant)
    }

    @Test func aStrangeWordFindsNone() {
        #expect(nearestWord(to: "wumpus", in: ["title", "columns"]) == nil)
        #expect(nearestWord(to: "", in: ["title"]) == nil)
    }

    @Test func theFirstOfEquallyNearWordsWins() {
        #expect(nearestWord(to: "cat", in: ["bat", "rat"]) == "bat")
    }
}

@Suite struct DiagnosticTests {
    @Test func positionMessageAndRemedyReadLikeACompilers() {
        let position = SourcePosition(file: "huni.yaml", line: 17, column: 9)
        let diagnostic = Diagnostic(at: position, "unknown key 'sorce'", remedy: "Did you mean 'source'?")
        #expect("\(diagnostic)" == "huni.yaml:17:9: error: unknown key 'sorce'\n  Did you mean 'source'?")
        #expect("\(Diagnostic(.warning, "nothing to do"))" == "warning: nothing to do")
    }
}

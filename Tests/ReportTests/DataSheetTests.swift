import Report
import Testing

struct DataSheetTests {
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
        ("\r", "\"'\r\""), ("=a,b", "\"'=a,b\""), ("-inf", "'-inf"), ("a=b", "a=b"), ("", ""), ("'=x", "'=x"),
    ])
    func aTextThatCouldBeAFormulaGetsAnApostrophe(text: String, cell: String) {
        #expect(DataSheet("x", columns: ["a"], rows: [[.text(text)]]).csv == "a\n\(cell)\n")
    }

    @Test func numbersNeverDo() {
        let sheet = DataSheet(
            "x",
            columns: ["a", "b", "c", "d"],
            rows: [[.integer(-5), .number(-0.25), .truth(true), .empty]]
        )
        #expect(sheet.csv == "a,b,c,d\n-5,-0.25,true,\n")
    }

    @Test func quotesAndLinesAreKept() {
        #expect(DataSheet("x", columns: ["a"], rows: [[.text("a \"b\"\nc")]]).csv == "a\n\"a \"\"b\"\"\nc\"\n")
    }

    @Test func jsonHasAnObjectARowWithoutWhatIsEmpty() {
        let sheet = DataSheet("x", columns: ["a", "b"], rows: [[.text("=x"), .empty], [.integer(1), .number(0.5)]])
        #expect(sheet.jsonText == "[\n  {\"a\": \"=x\"},\n  {\"a\": 1, \"b\": 0.5}\n]\n")
    }

    @Test func aSheetWithoutRowsIsAHeadAlone() {
        let sheet = DataSheet("x", columns: ["a"], rows: [])
        #expect(sheet.csv == "a\n")
        #expect(sheet.jsonText == "[]\n")
    }
}

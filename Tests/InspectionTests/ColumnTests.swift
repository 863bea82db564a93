import Calendars
import Diagnostics
import JSONText
import Records
import Settings
import Testing

@testable import Inspection

@Suite struct ColumnTests {
    @Test(
        arguments: [
            (["1", "20", "300"], ColumnKind.wholeNumber), (["1.5", "20.25"], .number), (["12%", "3.5%"], .percent),
            (["₺1.234,50", "₺2,00"], .money), (["2026-01-02", "2026-03-04"], .date),
            (["2026-01-02 10:00", "2026-03-04 11:30:05"], .dateTime), (["2026-W07", "2026-W08"], .week),
            (["00:01:20", "00:00:05"], .duration), (["True", "False"], .boolean), (["evet", "hayır"], .boolean),
            (["a@example.com", "b@example.org"], .mail), (["--", "n/a"], .empty), (["red", "blue"], .text),
            (["1767225600000", "1767225700000"], .epoch),
        ]
    )
    func kindIsReadFromTheValues(_ values: [String], _ kind: ColumnKind) throws {
        #expect(try column(values).kind == kind)
    }

    @Test(
        arguments: [
            ("user_id", ColumnKind.id), ("Müşteri No", .wholeNumber), ("Kimlik", .id), ("customerId", .id),
        ]
    )
    func headersTellIDs(_ header: String, _ kind: ColumnKind) throws {
        #expect(try column(["104", "105", "106"], header: header).kind == kind)
    }

    @Test func plainNumbersAreNoDates() throws {
        #expect(try column(["1.2", "3.4", "5.6"]).kind == .number)
        #expect(try column(["1.2", "3.4", "5.6"], header: "Tarih").kind == .date)
        #expect(try column(["5321234567", "5329876543"]).kind == .wholeNumber)
    }

    @Test func rangesOfSizesAreNoDates() throws {
        #expect(try column(["5-20", "50-200", "1-5", "200+"]).kind == .text)
    }

    @Test func dayOrderIsDecidedByTheWholeColumn() throws {
        #expect(try column(["03/04/2026", "05/06/2026", "25/06/2026"]).format == "D/M/YYYY")
        #expect(try column(["03/04/2026", "05/06/2026", "06/25/2026"]).format == "M/D/YYYY")
        #expect(try column(["03/04/2026", "05/06/2026"]).format == "D/M/YYYY or M/D/YYYY")
    }

    @Test func aColumnThatDecidesDecidesForItsNeighbours() throws {
        let table = try table("id,a_at,b_at\n1,03/04/2026,25/04/2026\n2,05/06/2026,26/06/2026\n")
        #expect(table.column("a_at")?.format == "D/M/YYYY")
    }

    @Test func groupsOfThreeFollowTheOtherColumns() throws {
        let table = try table("a;b\n2.546;99,88%\n449;73,05%\n")
        #expect(table.column("a")?.kind == .wholeNumber)
        #expect(table.column("a")?.sum == 2_995)
        #expect(table.column("b")?.kind == .percent)
    }

    @Test func wordsForNothingAreMissing() throws {
        let found = try column(["12", " --", "", "n/a", "7"])
        #expect(found.kind == .wholeNumber)
        #expect(found.missingCount == 3)
        #expect(found.missingWords == [" --", "n/a"])
        #expect(try column(["red", "Select", "(not set)"]).missingWords == ["Select", "(not set)"])
        #expect(try column(["red", "unknown"]).missingCount == 0)
    }

    @Test func spellingsOfOneValueAreTold() throws {
        let found = try column(["Google", "google", "google", "Ads", "ads "])
        #expect(found.lookalikes.map { $0.spellings.map(\.word) } == [["google", "Google"], ["Ads", "ads "]])
        #expect(try column(["İzmir", "izmir", "IZMIR"]).lookalikes.count == 1)
        #expect(try column(["red", "blue"]).lookalikes.isEmpty)
    }

    @Test func rangeAndExamplesAreThoseOfTheData() throws {
        let found = try column(["30", "9", "100", "9"])
        #expect(found.range == "9 to 100")
        #expect(found.examples == ["9", "30", "100"])
        #expect(found.distinctCount == 3)
    }
}

@Suite struct PrivacyTests {
    private static let secrets = [
        "3f2b8c1d9e4a5f60718293a4b5c6d7e8", "ayse@example.com", "Ayşe Yılmaz", "+90 532 123 45 67", "192.168.17.4",
        "Barbaros Bulvarı 12",
    ]

    @Test func nothingPrivateIsEverPrinted() {
        let header = "user_id,mail,contact,phone,ip,address,event,time,campaign\n"
        let rows = (0..<40).map { index in
            var cells = Self.secrets
            cells[0] = String(cells[0].dropLast(2)) + String(10 + index % 20)
            return cells.joined(separator: ",") + ",\(["visit", "order"][index % 2]),\(day(index)),a\(index % 3)"
        }
        let found = inspect([("data.csv", header + rows.joined(separator: "\n"))])
        let printed = found.text + found.json.text()
        for secret in ["3f2b8c1d", "ayse", "Yılmaz", "532", "168.17", "Barbaros"] {
            #expect(!printed.contains(secret), "\(secret) is shown")
        }
        #expect(printed.contains("32 hexadecimal digits"))
        #expect(found.guesses.first?.form == .events)
    }

    @Test(
        arguments: [
            (["u-1", "u-22", "u-333"], "“u-” and 1 to 3 digits"), (["17", "1234"], "2 to 4 digits"),
            (
                ["DEAL-b2b19d36-f446-4de7-bf09-15379257b914", "DEAL-4c6547c3-7ec2-4ee7-88d0-c8b4c6b9765e"],
                "“DEAL-” and a UUID"
            ),
            (["anna", "bo"], "2 to 4 characters"), (["a"], "1 character"), ([], "nothing"),
        ]
    )
    func shapesNameNoValue(_ words: [String], _ shape: String) {
        #expect(WordShape(words).description == shape)
    }
}

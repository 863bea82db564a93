import JSONText
import Testing

@testable import Inspection

/// Numbers that look random and are the same in every run (Vigna 2014, splitmix64).
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite struct FuzzTests {
    private static let pieces: [[UInt8]] =
        [
            ",", ";", "\t", "|", "\n", "\r\n", "\r", "\"", "\"\"", "{", "}", "[", "]", ":", " ", "id", "date",
            "2026-01-02",
            "03/04/2026", "1.234", "12,5%", "₺1", "--", "Total", "2026-W54", "1767225600000", "true", "a@b.co", "0",
            "9",
            "won", "stage", "{\"a\":1}", "\u{FEFF}", "-", "1e400", "99999999999999999999", "Oct 11", "W7",
        ]
        .map { Array($0.utf8) } + [[0x1F, 0x8B, 8], [0xFF, 0xFE], [0x00], [0xC9], [0xFE], [0x80]]

    @Test(arguments: 0..<150)
    func anyBytesGiveAFindingOrASentence(_ seed: Int) {
        var dice = Seeded(state: UInt64(seed))
        var files: [(name: String, bytes: [UInt8])] = []
        for index in 0..<Int.random(in: 1...3, using: &dice) {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...120, using: &dice) {
                if Int.random(in: 0..<8, using: &dice) == 0 {
                    bytes.append(UInt8.random(in: 0...255, using: &dice))
                } else {
                    bytes += Self.pieces.randomElement(using: &dice) ?? []
                }
            }
            files.append(("f\(index).csv", bytes))
        }
        expectSound(files, seed)
    }

    /// Tables of the right width whose cells are drawn from a few words: more of them get through to the rules.
    @Test(arguments: 0..<150)
    func anyTableGivesSettingsThatAreSound(_ seed: Int) {
        var dice = Seeded(state: UInt64(seed) << 20)
        let words = [
            "2026-01-02", "2026-01-09", "2026-01-16 10:00", "5", "12", "900", "visit", "order", "won", "lost", "u1",
            "u2", "",
            "a b", "1,5", "1.234", "x:y", "#1", "50%", "Total", "n/a", "'q'", "{z}", "Şişli", "999999999999999999",
            "Closed Won",
        ]
        let headers = [
            "id", "lead_id", "date", "created_at", "won_at", "event", "stage", "status", "amount", "count", "Visits",
            "Orders",
            "owner", "Deal Stage", "x: y", "week", "source", "# no", "won_date", "Won at", "lost_at", "visits",
            "VISITS",
        ]
        let names = headers.shuffled(using: &dice).prefix(Int.random(in: 1...7, using: &dice))
        let rows = (0..<Int.random(in: 0...30, using: &dice)).map { row in
            names.map { name in
                Bool.random(using: &dice) && name.hasSuffix("id") ? "r\(row)" : words.randomElement(using: &dice) ?? ""
            }
            .joined(separator: ";")
        }
        let text = ([names.joined(separator: ";")] + rows).joined(separator: "\n")
        expectSound([("a: b.csv", Array(text.utf8))], seed)
    }

    private func expectSound(_ files: [(name: String, bytes: [UInt8])], _ seed: Int) {
        let found = inspect(files)
        #expect(!found.text.isEmpty && !found.json.text().isEmpty)
        #expect(!found.problems.isEmpty || !found.proposal.isEmpty, "seed \(seed) says nothing")
        guard !found.proposal.isEmpty else { return }
        #expect(throws: Never.self, "seed \(seed): \(found.proposal.yaml)") { try found.settings() }
    }
}

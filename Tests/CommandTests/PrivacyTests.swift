import Foundation
import Testing

/// Who people are never leaves the data.
@Suite struct PrivacyTests {
    @Test(arguments: ["customer-journey", "marketing", "sales-pipeline", "deal"])
    func noIdentifierReachesTheOutput(_ preset: String) throws {
        let site = try Site([:])
        try site.run("init", "--preset", preset, "--quiet").expectSuccess()
        try site.run("build", "--quiet").expectSuccess()
        let ids = try Self.identifiers(in: site)
        #expect(ids.count > 100)
        try Self.expectNone(of: ids, in: site)
    }

    @Test func noIdentifierReachesTheOutputOfRejectedRows() throws {
        let site = try Site()
        let rows = ["person-one,yesterday,visit,ads,phone", "person-two,2026-11-10,visit,ads", ",,person-three,,"]
        try site.write(Site.header + rows.joined(separator: "\n") + "\n", to: "content/data/broken.csv")
        try site.run("build", "--quiet").expectSuccess()
        try Self.expectNone(of: ["person-one", "person-two", "person-three"], in: site)
    }

    @Test(arguments: [true, false]) func ownersAreNamedOnlyWhereTheSiteSaysSo(_ isPublic: Bool) throws {
        let site = try Site([:])
        try site.run("init", "--preset", "sales-pipeline", "--quiet").expectSuccess()
        let config = try site.text("huni.yaml")
        let key = "site:\n  publish_people: \(isPublic)\n"
        try site.write(config.replacingOccurrences(of: "site:\n", with: key), to: "huni.yaml")
        try site.run("build", "--quiet").expectSuccess()
        let owners = try Self.column("owner", of: "content/data/crm.csv", in: site)
        #expect(owners.count > 1)
        let files = try site.snapshot().values.map { String(decoding: $0, as: UTF8.self) }
        let named = owners.filter { owner in files.contains { $0.contains(">\(owner)<") || $0.contains("\"\(owner)\"") }
        }
        #expect(isPublic ? named == owners : named.isEmpty, "\(named)")
    }

    @Test func aBreakdownByAnEntitysColumnIsRefused() throws {
        let run = try Site().build { try $0.replace("[channel, device]", by: "[channel, user_id]") }
        #expect(
            run
                == Run(
                    status: 1,
                    output: "",
                    errors:
                        "huni.yaml:15:27: error: 'user_id' tells entities apart, and a breakdown by it would publish who they are\n"
                        + "  Break down by another column, such as a channel or a region.\n"
                )
        )
    }

    @Test(arguments: ["0", "1", "-5", "five", "1001"]) func aLimitThatIsNoneIsAnError(_ limit: String) throws {
        let run = try Site().build { try $0.replace("  languages:", by: "  suppress_below: \(limit)\n  languages:") }
        #expect(run.status == 1)
        #expect(
            run.errors.hasPrefix("huni.yaml:4:19: error: '\(limit)' is no number from 2 to 1000\n"),
            "\(run.errors)"
        )
    }

    /// The values of the columns that tell entities apart, in every data file.
    private static func identifiers(in site: Site) throws -> Set<String> {
        let files = try site.snapshot("content/data").keys.filter { $0.hasSuffix(".csv") }
        var ids: Set<String> = []
        for file in files {
            for name in ["user_id", "lead_id", "deal_id"] {
                ids.formUnion(try column(name, of: "content/data/\(file)", in: site))
            }
        }
        return ids
    }

    private static func column(_ name: String, of file: String, in site: Site) throws -> Set<String> {
        let lines = try site.text(file).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        guard let place = lines.first?.firstIndex(of: Substring(name)) else { return [] }
        return Set(lines.dropFirst().map { String($0[place]) }).subtracting([""])
    }

    /// Looks for whole words, in every file but fonts and pictures.
    private static func expectNone(of ids: Set<String>, in site: Site) throws {
        for (path, bytes) in try site.snapshot() {
            let words = String(decoding: bytes, as: UTF8.self).split {
                !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_"
            }
            let found = Set(words.map(String.init)).intersection(ids)
            #expect(found.isEmpty, "\(path): \(found.sorted().prefix(3))")
        }
    }
}

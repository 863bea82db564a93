import Foundation
import Testing

/// For each hidden number there is another site, with another number there, that is the same in everything anybody can read:
/// pages with their words, figures and alternative texts, files of data, feed, mails, and what `huni metrics` prints. Whoever
/// reads it all cannot tell which of the two sites it is of.
@Suite struct TwinSiteTests {
    private static let mostTwins = 60

    @Test(arguments: 0..<4) func eachHiddenNumberCouldBeAnother(_ seed: Int) throws {
        let site = TwinSite(seed: seed)
        let report = try site.report()
        let (numbers, files) = (try TwinSite.numbers(of: report), try TwinSite.files(of: report))
        let hidden = HiddenCells(of: report)
        for kind in HiddenCell.Kind.allCases {
            let own = hidden.all.filter { $0.kind == kind }
            #expect(own.count > 3, "\(kind)")
            for cell in own.enumerated().filter({ $0.offset % 11 == seed }).map(\.element) {
                var told = ["no site like it"]
                for twin in site.twins(differingIn: cell, hidden).prefix(Self.mostTwins) where !told.isEmpty {
                    let other = try twin.report()
                    told = differences(numbers, try TwinSite.numbers(of: other))
                    if told.isEmpty { told = differences(files, try TwinSite.files(of: other)) }
                }
                #expect(told.isEmpty, "\(cell): \(told.prefix(3))")
            }
        }
    }

    /// By owner, team and sector, and of reasons for endings: none, or enough.
    @Test(arguments: 0..<4) func noNumberOfFewIsToldOfAPartOfAPipeline(_ seed: Int) throws {
        let numbers = try TwinSite.numbers(of: try TwinSite(seed: seed).report())
        let json = try JSONSerialization.jsonObject(with: Data((numbers["metrics.json"] ?? "").utf8)) as? [String: Any]
        let funnels = json?["funnels"] as? [[String: Any]]
        let pipeline = try #require(funnels?.last?["pipeline"] as? [String: Any])
        let told = counts(in: pipeline["by"]) + counts(in: pipeline["reasons"])
        #expect(told.count > 20)
        #expect(told.allSatisfy { $0 == 0 || $0 >= 5 }, "\(told.sorted().prefix(5))")
    }

    private func counts(in json: Any?) -> [Int] {
        let names = [
            "count", "last_13_weeks", "rounds", "accepted", "worked", "won_count", "lost", "open_count", "n", "passed",
            "of", "without_amount",
        ]
        if let list = json as? [Any] { return list.flatMap { counts(in: $0) } }
        return (json as? [String: Any] ?? [:]).flatMap { key, value -> [Int] in
            if names.contains(key), let count = value as? Int { return [count] }
            return counts(in: value)
        }
    }

    /// The first line that differs, of each file that does.
    private func differences(_ one: [String: String], _ other: [String: String]) -> [String] {
        Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted().map { path in
            let lines = [one, other].map { ($0[path] ?? "").split(separator: "\n", omittingEmptySubsequences: false) }
            let place = zip(lines[0], lines[1]).first { $0 != $1 }
            return "\(path): \(place?.0 ?? "") | \(place?.1 ?? "")"
        }
    }
}

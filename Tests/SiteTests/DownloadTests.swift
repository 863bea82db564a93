import Foundation
import Testing

/// The files with the numbers of tables.
struct DownloadTests {
    /// Sites that have every kind of table between them.
    private static let sites: [String: Result<[String: String], any Error>] = [
        "events": Result { try SampleSite(weeks: 20, newVisitors: 300).files() },
        "two funnels": Result { try SampleSite(funnels: ["journey", "again"], weeks: 10).files() },
        "records": Result { try FormSite.records(weeks: 30).files() },
        "counts": Result { try FormSite.counts(weeks: 10).files() },
        "both views": Result { try FormSite.bothViews().files() },
        "variants": Result { try FormSite.variants().files() },
        "joined": Result { try JoinedPagesTests.site.files() },
    ]

    @Test(arguments: sites.keys.sorted())
    func everyTableHasItsFilesBeneath(site: String) throws {
        var count = 0
        for (path, text) in try #require(Self.sites[site]).get() where path.hasSuffix(".html") {
            for part in text.components(separatedBy: "</table>\n").dropFirst() {
                count += 1
                let isLinked = part.hasPrefix("<p class=\"get\">") || part.hasPrefix("</div>\n<p class=\"get\">")
                #expect(isLinked, "\(site): \(path): \(part.prefix(60))")
            }
        }
        #expect(count > 10)
    }

    @Test(arguments: sites.keys.sorted())
    func eachLinkLeadsToAFileWithRows(site: String) throws {
        let files = try #require(Self.sites[site]).get()
        for (path, text) in files where path.hasSuffix(".html") {
            for link in text.matches(of: /href="([^"]*data\/[^"]*)" download/) {
                var folders = path.split(separator: "/").dropLast().map(String.init)
                for part in link.output.1.split(separator: "/").map(String.init) {
                    if part == ".." { folders.removeLast() } else { folders.append(part) }
                }
                let file = folders.joined(separator: "/")
                let least = file.contains("rejected") || file.contains("quality") ? 1 : 2
                let lines = files[file]?.split(separator: "\n").count ?? 0
                #expect(lines >= least, "\(site): \(path): \(link.output.1)")
            }
        }
    }

    @Test(arguments: sites.keys.sorted())
    func aWeeksPageWithItsFilesStaysSmall(site: String) throws {
        let files = try #require(Self.sites[site]).get()
        for (path, text) in files where path.hasPrefix("weeks/") {
            let week = path.split(separator: "/")[1]
            let data = files.filter { $0.key.hasPrefix("data/weeks/\(week)") }.values.map(\.utf8.count).reduce(0, +)
            #expect(text.utf8.count + data < 150_000, "\(site): \(path)")
        }
    }

    @Test func membersOfMembersAreColumnsAndArraysAreNot() throws {
        let files = try #require(Self.sites["records"]).get()
        let lines = try #require(files["data/pipeline/deals/open.csv"]).split(separator: "\n")
        #expect(lines[0].hasPrefix("id,count,value_amount,value_n,value_without_amount,probability,stated,"))
        #expect(!lines[0].contains("ageing") && lines.count == 3, "two stages where one may wait")
        let ages = try #require(files["data/pipeline/deals/ages.csv"]).split(separator: "\n")
        #expect(ages[0].hasPrefix("stage,from_days,count,") && ages.count == 1 + 2 * 4)
    }

    @Test func aWeeksFileHoldsItsStagesAndTheirBreakdowns() throws {
        let files = try SampleSite().files()
        let csv = try #require(files["data/weeks/\(SampleSite.firstWeek).csv"])
        let lines = csv.split(separator: "\n")
        #expect(lines[0].hasPrefix("funnel,view,cohort,week,by,value,stage,count,matured,rate_from_previous,low,high,"))
        #expect(lines[1].hasPrefix("journey,cohort,first,\(SampleSite.firstWeek),,,visit,"))
        #expect(lines.contains { $0.hasPrefix("journey,cohort,first,\(SampleSite.firstWeek),channel,ads,order,") })
        let json = try JSONSerialization.jsonObject(
            with: Data(try #require(files["data/weeks/\(SampleSite.firstWeek).json"]).utf8)
        )
        #expect((json as? [[String: Any]])?.count == lines.count - 1)
    }

    @Test func theCountOfAPageIsTheCountOfItsFile() throws {
        let files = try SampleSite().files()
        let week = SampleSite.firstWeek
        let page = rows(of: try #require(files["en/weeks/\(week)/index.html"]))
        let csv = try #require(files["data/weeks/\(week).csv"]).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let visits = try #require(csv.first { $0[6] == "visit" && $0[4].isEmpty })[7]
        #expect(page.contains { $0.first == "visit-en" && $0[1] == visits })
    }

    @Test func ownersStandUnderLettersInFilesToo() throws {
        let files = try FormSite.records(weeks: 8).files()
        let data = files.filter { $0.key.hasPrefix("data/") }
        #expect(data.keys.contains("data/funnels/deals-owner.csv"))
        for name in ["Zeynep", "Ali", "Can"] { #expect(data.values.allSatisfy { !$0.contains(name) }) }
    }
}

import Foundation
import Testing

/// The files with the numbers of tables.
struct DownloadTests {
    @Test func everyTableThatIsNoDetailHasItsFilesBeneath() throws {
        let files = try SampleSite().files()
        for (path, text) in files where path.hasSuffix(".html") && text.contains("<table class=\"tbl\">") {
            let open = text.replacing(/<details>(?s:.*?)<\/details>/, with: "")
            let tables = open.split(separator: "</table>").count - 1
            #expect(open.split(separator: "<p class=\"get\">").count - 1 == tables, "\(path)")
        }
    }

    @Test func eachLinkLeadsToAFile() throws {
        let files = try SampleSite().files()
        for (path, text) in files where path.hasSuffix(".html") {
            for link in text.matches(of: /href="([^"]*data\/[^"]*)" download/) {
                var folders = path.split(separator: "/").dropLast().map(String.init)
                for part in link.output.1.split(separator: "/").map(String.init) {
                    if part == ".." { folders.removeLast() } else { folders.append(part) }
                }
                #expect(files[folders.joined(separator: "/")] != nil, "\(path): \(link.output.1)")
            }
        }
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

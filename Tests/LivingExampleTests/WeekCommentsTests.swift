import Calendars
import Foundation
import LivingExample
import Testing

@Suite struct WeekCommentsTests {
    private let comments: [StageNote]

    init() throws {
        comments = try StageNote.all(in: packageRoot.appending(path: "content/weeks"))
    }

    private func weeks(_ language: String) -> [String] {
        comments.filter { $0.language == language }.map(\.slug)
    }

    @Test func everyCommentIsAboutAWeekOfTheStoryInBothLanguages() {
        let told = Set(demlik.files.map { "\($0.week)" })
        #expect(weeks("tr") == weeks("en"))
        #expect(Set(weeks("en")).isSubset(of: told))
        #expect(comments.count == 2 * weeks("en").count)
    }

    @Test func everyEpisodeThatShowsInARateIsExplainedByItsOwner() throws {
        let episodes = ["2026-W25", "2026-W26", "2026-W35", "2026-W39", "2026-W40", "2026-W43", "2026-W47"]
        #expect(Set(weeks("tr")).isSuperset(of: episodes))
        for comment in comments {
            let fields = try #require(try comment.fields(), "\(comment)")
            #expect(Set(fields.keys) == ["owner"], "\(comment)")
        }
    }

    @Test func commentsAreReadInHalfAMinute() {
        for comment in comments { #expect((30...100).contains(comment.words), "\(comment): \(comment.words) words") }
    }

    @Test func linksLeadToPlaysOfTheSameLanguage() {
        for comment in comments {
            for target in comment.targets {
                let file = comment.url.deletingLastPathComponent().appending(path: target).standardizedFileURL
                #expect(FileManager.default.fileExists(atPath: file.path), "\(comment): \(target)")
                #expect(target.hasSuffix(".\(comment.language).md"), "\(comment): \(target)")
            }
        }
    }
}

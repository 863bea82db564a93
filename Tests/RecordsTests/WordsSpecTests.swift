import Calendars
import Foundation
import Testing

@testable import Records

@Suite struct WordsSpecTests {
    static let blocks: [WordBlock] = (try? WordBlock.all(in: "words.spec.md")) ?? []

    @Test func theSpecHasItsBlocks() {
        let kinds = Dictionary(grouping: Self.blocks, by: \.kind).mapValues(\.count)
        #expect(kinds.keys.sorted() == ["date", "dates", "number", "numbers", "pattern", "week"])
        #expect(Self.blocks.count >= 60)
    }

    @Test(arguments: blocks.filter { ["number", "date", "pattern", "week"].contains($0.kind) })
    func everyWordIsReadAsTheSpecSays(block: WordBlock) throws {
        for line in block.lines {
            let parts = line.split(separator: " →", maxSplits: 1, omittingEmptySubsequences: false)
            let word = try #require(parts.first)
            let expected = try #require(parts.dropFirst().first).dropFirst()
            #expect(try block.read(WordBlock.bytes(of: String(word))) == expected, "“\(word)”")
        }
    }

    @Test(arguments: blocks.filter { ["numbers", "dates"].contains($0.kind) })
    func everyColumnIsDecidedAsTheSpecSays(block: WordBlock) throws {
        let words = block.lines.dropLast().map { String(decoding: WordBlock.bytes(of: $0), as: UTF8.self) }
        let expected = try #require(block.lines.last).dropFirst(2).replacing("␣", with: " ")
        #expect(block.finding(words) == expected)
        #expect(block.kind != "dates" || Set(words).count == words.count)
    }

    /// Whatever the order of the words, the answer is the same but for the examples.
    @Test(arguments: blocks.filter { ["numbers", "dates"].contains($0.kind) })
    func theOrderOfTheWordsDoesNotCount(block: WordBlock) {
        let words = block.lines.dropLast().map { String(decoding: WordBlock.bytes(of: $0), as: UTF8.self) }
        let (forth, back) = (block.finding(words), block.finding(words.reversed()))
        #expect(forth.hasPrefix("ask") || forth.hasPrefix("none") ? forth.prefix(4) == back.prefix(4) : forth == back)
    }
}

/// A fenced block of words and of what they mean.
struct WordBlock: Sendable, CustomStringConvertible {
    var title: String
    var kind: String
    var options: String
    var lines: [String]

    var description: String { "\(title) (\(kind) \(options))" }

    static func all(in name: String) throws -> [WordBlock] {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
        var blocks: [WordBlock] = []
        var open: WordBlock?
        var title = ""
        for line in try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n") {
            if line.hasPrefix("### ") { title = String(line.dropFirst(4)) }
            if line.hasPrefix("```"), let block = open {
                blocks.append(block)
                open = nil
            } else if line.hasPrefix("```") {
                let info = line.dropFirst(3).split(separator: " ", maxSplits: 1).map(String.init)
                open = WordBlock(title: title, kind: info.first ?? "", options: info.dropFirst().first ?? "", lines: [])
            } else {
                open?.lines.append(line)
            }
        }
        return blocks
    }

    static func bytes(of word: String) -> [UInt8] {
        Array(
            word.replacing("·", with: "\u{A0}").replacing("˙", with: "\u{202F}").replacing("␣", with: " ").utf8
        )
    }

    private var year: Int? { options.firstRange(of: "year=").flatMap { Int(options[$0.upperBound...]) } }

    func read(_ word: [UInt8]) throws -> String {
        switch kind {
        case "number":
            let style = options.isEmpty ? nil : try #require(NumberStyle(example: options))
            return SpelledNumber(bytes: word, style: style)?.summary ?? "no"
        case "pattern":
            return DatePattern(String(decoding: word, as: UTF8.self)).map { $0.hasYear ? "year" : "no year" } ?? "no"
        case "date":
            let pattern = try #require(DatePattern(options.components(separatedBy: " year=").first ?? ""))
            return SpelledTime(bytes: word, pattern: pattern, year: year)?.summary ?? "no"
        default:
            switch SpelledWeek(bytes: word, year: year) {
            case .week(let week): return "\(week)"
            case .noSuchWeek: return "none"
            case .noYear: return "year?"
            case nil: return "no"
            }
        }
    }

    func finding(_ words: [String]) -> String {
        if kind == "numbers" {
            switch NumberStyle.found(in: words, areWhole: options == "counts") {
            case .style(let style):
                return ([[style.decimal], style.grouping].map { String(decoding: $0, as: UTF8.self) }).joined(
                    separator: " "
                )
            case .ambiguous(let examples): return "ask " + examples.joined(separator: " ")
            case .notNumbers(let word): return "none " + word
            }
        }
        switch DatePattern.found(in: words, year: year) {
        case .iso: return "ISO"
        case .pattern(let pattern): return pattern.pattern
        case .ambiguous(let patterns, let example):
            return "ask " + (patterns.map(\.pattern) + [example]).joined(separator: " ")
        case .noYear(let pattern): return "year? " + pattern.pattern
        case .notDates(let word): return "none " + word
        }
    }
}

extension SpelledNumber {
    var summary: String {
        let number = whole.map { "\($0)" } ?? "\(value)"
        let shown = number.hasSuffix(".0") ? String(number.dropLast(2)) : number
        return shown + (isPercent ? " %" : "") + (whole == nil ? "" : " whole")
    }
}

extension SpelledTime {
    var summary: String {
        var words = ["\(date)"]
        if let clock {
            let second = clock / 1_000_000
            let parts = [second / 3600, second / 60 % 60, second % 60].map { String($0 + 100).dropFirst() }
            let fraction = clock % 1_000_000 == 0 ? "" : "." + String(1_000_000 + clock % 1_000_000).dropFirst()
            words.append(parts.joined(separator: ":") + fraction)
        }
        if let offsetSeconds { words.append((offsetSeconds < 0 ? "" : "+") + "\(offsetSeconds)") }
        return words.joined(separator: " ")
    }
}

/// Spans cannot be handed through the macros of tests.
extension SpelledNumber {
    init?(bytes: [UInt8], style: NumberStyle? = nil) { self.init(bytes.span, style: style) }
}

extension SpelledTime {
    init?(bytes: [UInt8], pattern: DatePattern, year: Int?) { self.init(bytes.span, pattern: pattern, year: year) }
}

extension SpelledWeek {
    init?(bytes: [UInt8], year: Int?) { self.init(bytes.span, year: year) }
}

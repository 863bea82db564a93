import Calendars
import Foundation
import Testing

@testable import Records

@Suite struct WordsPropertyTests {
    @Test func writtenNumbersAreReadBackInEveryStyle() throws {
        var random = SeededRandom(seed: 31)
        for _ in 0..<20_000 {
            let whole = Int.random(in: 0...Int.random(in: 0...999_999_999, using: &random), using: &random)
            let fraction = Int.random(in: 0...99, using: &random)
            let isNegative = Bool.random(using: &random)
            let example = ["1,234.56", "1.234,56", "1 234,56", "1'234.56"].randomElement(using: &random) ?? ""
            let style = try #require(NumberStyle(example: example))
            let grouped = Self.grouped(whole, by: style.grouping)
            let digits = String(100 + fraction).dropFirst()
            let word = (isNegative ? "-" : "") + grouped + String(decoding: [style.decimal], as: UTF8.self) + digits
            let number = try #require(SpelledNumber(bytes: Array(word.utf8), style: style), "\(word)")
            let expected = Double("\(isNegative ? "-" : "")\(whole).\(digits)")
            #expect(number.value == expected, "\(word)")
            #expect(number.whole == (fraction == 0 ? (isNegative ? -whole : whole) : nil), "\(word)")
        }
    }

    @Test func whatThePlatformReadsAsADoubleIsReadTheSame() throws {
        var random = SeededRandom(seed: 32)
        for _ in 0..<20_000 {
            let double = Double(bitPattern: random.next())
            guard double.isFinite else { continue }
            let number = try #require(SpelledNumber(bytes: Array("\(double)".utf8)), "\(double)")
            #expect(number.value == double, "\(double)")
        }
    }

    @Test func randomWordsAreReadOnlyWhereTheyHoldDigits() {
        var random = SeededRandom(seed: 33)
        let pieces = Array("0123456789.,.,  '-+%$€eTL()\u{A0}W/:".unicodeScalars)
        for _ in 0..<10_000 {
            var word = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...8, using: &random) {
                word.append(pieces[Int.random(in: pieces.indices, using: &random)])
            }
            let bytes = Array(String(word).utf8)
            let hasDigit = bytes.contains { ASCII.isDigit($0) }
            if SpelledNumber(bytes: bytes) != nil { #expect(hasDigit, "\(word)") }
            if SpelledWeek(bytes: bytes, year: 2026) != nil { #expect(hasDigit, "\(word)") }
            _ = NumberStyle.found(in: [String(word)])
            _ = DatePattern.found(in: [String(word)])
        }
    }

    /// Every candidate writes every date of some years so that it reads it back, and so that it is found again, or asked
    /// for beside the one it was written in.
    @Test func writtenDatesAreReadBackAndFoundAgain() throws {
        var random = SeededRandom(seed: 34)
        for pattern in DatePattern.candidates {
            guard case .fields(let fields) = pattern.form else { continue }
            var words: [String] = []
            for _ in 0..<60 {
                let day = Int.random(in: 16_071...16_071 + 364, using: &random)
                let date = LocalDate(dayNumber: day)
                let word = Self.written(date, fields)
                words.append(word)
                let time = try #require(SpelledTime(bytes: Array(word.utf8), pattern: pattern, year: 2014), "\(word)")
                #expect(time.date == date, "\(word) \(pattern.pattern)")
            }
            switch DatePattern.found(in: Array(Set(words)).sorted(), year: 2014) {
            case .iso: Issue.record("\(pattern.pattern) found as ISO")
            case .pattern(let found):
                #expect(Self.means(found, pattern, words), "\(found.pattern) for \(pattern.pattern)")
            case .ambiguous(let patterns, _): #expect(patterns.contains(pattern), "\(pattern.pattern)")
            case .noYear, .notDates: Issue.record("\(pattern.pattern)")
            }
        }
    }

    @Test func epochsOfEveryUnitAreTheSameInstant() throws {
        var random = SeededRandom(seed: 35)
        var clock = ZoneClock(.utc)
        for _ in 0..<5_000 {
            let seconds = Int64.random(in: 1_000_000_000...9_000_000_000, using: &random)
            for (name, zeros) in [
                ("epoch-s", ""), ("epoch-ms", "000"), ("epoch-us", "000000"), ("epoch-ns", "000000000"),
            ] {
                let pattern = try #require(DatePattern(name))
                let word = "\(seconds)\(zeros)"
                let time = try #require(SpelledTime(bytes: Array(word.utf8), pattern: pattern, year: nil), "\(word)")
                #expect(clock.microseconds(of: time) == seconds * 1_000_000)
                #expect(DatePattern.found(in: [word]) == .pattern(pattern))
            }
        }
    }

    @Test func everyWeekOfTwoCenturiesIsReadInEverySpelling() throws {
        let first = Week(containing: try #require(LocalDate("1900-01-01")))
        for number in 0..<10_400 {
            let week = first.advanced(by: number)
            let (year, name) = week.yearAndWeek
            for word in [
                "\(week)", "\(year) W\(name)", "\(year)W\(name)", "W\(name) \(year)", "\(name). hafta \(year)",
            ] {
                #expect(SpelledWeek(bytes: Array(word.utf8), year: nil) == .week(week), "\(word)")
            }
            #expect(SpelledWeek(bytes: Array("Week \(name)".utf8), year: year) == .week(week))
            #expect(Week(beginningOn: week.monday, sundayWeeks: false) == week)
            #expect(Week(beginningOn: week.monday.advanced(by: -1), sundayWeeks: true) == week)
            #expect(Week(beginningOn: week.sunday, sundayWeeks: false) == nil)
            #expect(Week(beginningOn: week.monday, sundayWeeks: true) == nil)
        }
    }

    private static func grouped(_ whole: Int, by sign: [UInt8]) -> String {
        var groups: [String] = []
        var rest = whole
        repeat {
            groups.insert(rest >= 1000 ? String(String(1000 + rest % 1000).dropFirst()) : "\(rest)", at: 0)
            rest /= 1000
        } while rest > 0
        return groups.joined(separator: String(decoding: sign, as: UTF8.self))
    }

    private static let months = [
        "Ocak", "February", "MART", "Nis", "May", "Haziran", "JULY", "Ağustos", "Sep", "EKİM", "KASIM", "Dec",
    ]
    private static let weekdays = ["Pazartesi", "Tue", "ÇARŞAMBA", "Thu", "Cuma", "Saturday", "Paz"]

    private static func written(_ date: LocalDate, _ fields: [DatePattern.Field]) -> String {
        let (year, month, day) = date.parts
        return fields.map { field in
            switch field {
            case .year: "\(year)"
            case .shortYear: String("\(year)".suffix(2))
            case .month(let digits): digits.lowerBound == 2 ? String("\(month + 100)".suffix(2)) : "\(month)"
            case .monthName: months[month - 1]
            case .day(let digits): digits.lowerBound == 2 ? String("\(day + 100)".suffix(2)) : "\(day)"
            case .weekdayName: weekdays[date.weekday]
            case .sign(let sign): String(sign)
            default: ""
            }
        }.joined()
    }

    private static func means(_ found: DatePattern, _ pattern: DatePattern, _ words: [String]) -> Bool {
        words.allSatisfy {
            SpelledTime(bytes: Array($0.utf8), pattern: found, year: 2014)
                == SpelledTime(bytes: Array($0.utf8), pattern: pattern, year: 2014)
        }
    }
}

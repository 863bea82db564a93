import Calendars
import Funnel
import JSONText
import Report
import Settings
import Site

/// A site of random visitors, deals and complaints, and everything that anybody can read of it.
struct TwinSite {
    /// A visitor or a deal: the week of entry, the deepest of three stages, and what each property says.
    struct Entity {
        var week: Int
        var level: Int
        var traits: [String: String]
    }

    static let firstWeek = 2950
    static let weekCount = 9
    static let stages = ["visit", "signup", "order"]
    static let reasons = ["late", "price"]

    var visitors: [Entity] = []
    var deals: [Entity] = []
    /// How many there are, by week, stage and reason.
    var complaints: [[[Int]]] = []

    /// So few have some values that much is hidden.
    init(seed: Int) {
        var random = Random(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
        let channels = (0..<5).flatMap { Array(repeating: "c\($0)", count: 1 + random.next(12)) }
        let sectors = (0..<3).flatMap { Array(repeating: "s\($0)", count: 2 + random.next(9)) }
        for week in 0..<Self.weekCount {
            for _ in 0..<(30 + random.next(40)) {
                let device = ["phone", "desk", "desk", "tablet"][random.next(4)]
                let traits = ["channel": channels[random.next(channels.count)], "device": device]
                let variant = ["A", "B"][random.next(2)]
                visitors.append(
                    Entity(week: week, level: random.level, traits: traits.merging(["variant": variant]) { $1 })
                )
            }
            for _ in 0..<(24 + random.next(20)) {
                let owner = ["Ali", "Can", "Can", "Ece", "Ece"][random.next(5)]
                let traits = ["sector": sectors[random.next(sectors.count)], "owner": owner]
                deals.append(Entity(week: week, level: random.level, traits: traits))
            }
            complaints.append([9, 14, 6].map { most in [random.next(2 * most), random.next(most)] })
        }
    }

    /// What `huni metrics` prints.
    static func numbers(of report: Report) throws -> [String: String] {
        let activity = try report.inView(.activity)
        return [
            "metrics.json": report.json().text(), "metrics.txt": report.table(), "metrics.csv": report.csv(),
            "activity.json": activity.json().text(), "activity.txt": activity.table(), "activity.csv": activity.csv(),
        ]
    }

    /// All files of the site, the mails of all weeks, and the message of the newest one.
    static func files(of report: Report) throws -> [String: String] {
        let maker = try SiteMaker(Settings(yaml: settings, file: "huni.yaml"), content: [:], templates: [:])
        var files = try maker.files(for: report).mapValues { String(decoding: $0, as: UTF8.self) }
        for week in (0..<weekCount).map({ Week(number: firstWeek + $0) }) {
            for language in ["en", "tr"] {
                files["mail \(week) \(language)"] = try maker.mail(of: week, for: report, in: language)?.message
            }
        }
        files["message"] = try maker.message(for: report).map { $0.subject + $0.body }
        return files
    }
}

private struct Random {
    var state: UInt64

    /// From 0, below `bound`.
    mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    /// Six of ten come to the second stage, four of ten of those to the third.
    var level: Int {
        mutating get { next(10) < 6 ? next(10) < 4 ? 2 : 1 : 0 }
    }
}

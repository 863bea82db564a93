import Calendars
import Foundation

/// Takes down every number of a site that is about the values of dimensions: from all CSV and JSON files, and from the
/// tables of all HTML pages; and what everybody knows of how such numbers hang together.
struct OutputReader {
    var attacker = Attacker()
    private let files: [String: String]
    let funnels: [String: [String]]
    private let first: String
    private(set) var weeks: [String: [String]] = [:]
    private(set) var unmatured: Set<String> = []
    private(set) var values: Set<[String]> = []
    /// How many numbers were read from pages.
    private(set) var readFromPages = 0

    /// - Parameter funnels: The stages' ids by funnel; the first one has no folder of its own.
    init(_ files: [String: String], funnels: [(id: String, stages: [String])]) throws {
        self.files = files
        self.funnels = Dictionary(uniqueKeysWithValues: funnels.map { ($0.id, $0.stages) })
        first = funnels[0].id
        for path in files.keys.sorted() {
            if path.hasSuffix(".csv") { readCSV(path) }
            if path.hasPrefix("data/"), path.hasSuffix(".json") { try readJSON(path) }
        }
        for path in files.keys.sorted() where path.hasSuffix(".html") { readPage(path) }
        relate(funnels.map(\.id))
    }

    static func name(
        _ funnel: String,
        _ view: String,
        _ line: String,
        _ by: String,
        _ value: String,
        _ stage: String
    )
        -> String
    {
        // The settings say which value a segment is.
        let twin = by == "segment" ? ["phones": ("device", "phone"), "ads": ("channel", "c1")][value] : nil
        let (by, value) = twin ?? (by, value)
        return "\(funnel) \(view) \(line) \(by)=\(value) \(stage)"
    }

    // MARK: Files of data

    private mutating func readCSV(_ path: String) {
        let lines = (files[path] ?? "").split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        guard let head = lines.first else { return }
        let rows = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(head, $0)) }
        if head.contains("rate_from_previous") { for row in rows { read(row) } }
        if head.contains("entrants"), head.contains("channel") { for row in rows { readShare(row) } }
    }

    /// How many of a week came by a channel.
    private mutating func readShare(_ row: [String: String]) {
        guard let funnel = row["funnel"], let week = row["week"], let value = row["channel"],
            let stage = funnels[funnel]?.first
        else { return }
        attacker.see(
            Self.name(funnel, "cohort", week, "channel", value, stage),
            row["entrants"].flatMap(Int.init)
        )
    }

    private mutating func readJSON(_ path: String) throws {
        let json = try JSONSerialization.jsonObject(with: Data((files[path] ?? "").utf8))
        for row in json as? [[String: Any]] ?? [] where row["rate_from_previous"] != nil {
            read(
                row.compactMapValues { value in
                    switch value {
                    case let text as String: text
                    case let number as NSNumber: number.stringValue
                    default: nil
                    }
                }
            )
        }
    }

    private mutating func read(_ row: [String: String]) {
        guard let funnel = row["funnel"], let view = row["view"], let line = row["week"], let stage = row["stage"],
            let stages = funnels[funnel], let place = stages.firstIndex(of: stage)
        else { return }
        let (by, value) = (row["by"] ?? "", row["value"] ?? "")
        let own = Self.name(funnel, view, line, by, value, stage)
        attacker.see(own, row["count"].flatMap(Int.init))
        if !by.isEmpty { values.insert([funnel, by, value]) }
        if line.contains("-W"), view == "cohort" {
            if weeks[funnel]?.contains(line) != true { weeks[funnel, default: []].append(line) }
            if row["matured"] == "false" || row["matured"] == "0" { unmatured.insert(funnel + line) }
        }
        guard place > 0 else { return }
        for (column, base) in [("rate_from_previous", place - 1), ("rate_from_first", 0)] {
            guard let rate = row[column].flatMap(Double.init) else { continue }
            attacker.see(
                rate: (rate - 1e-11)...(rate + 1e-11),
                own,
                of: Self.name(funnel, view, line, by, value, stages[base])
            )
        }
    }

    // MARK: Pages

    private mutating func readPage(_ path: String) {
        var parts = path.split(separator: "/").dropLast().map(String.init)
        var funnel = first
        if parts.first == "funnels", parts.count > 1 {
            funnel = parts[1]
            parts.removeFirst(2)
        }
        let page = files[path] ?? ""
        for table in page.split(separator: "<table").dropFirst() {
            let html = String(table.split(separator: "</table>")[0])
            let rows = rows(of: html)
            guard let head = rows.first, head.count > 1, rows.count > 1 else { continue }
            if parts.first == "channels", parts.count == 2 { readValue(rows, head, funnel, "channel", parts[1]) }
            if parts.first == "by", parts.count == 3 { readValue(rows, head, funnel, parts[1], parts[2]) }
            if let week = week(of: page), let by = Self.dimension(head[0]) {
                for row in rows.dropFirst() where row.count == head.count {
                    readCounts(row, head, funnel, line: week, by: by, value: row[0])
                    readRate(row[1], funnel, week, by, row[0])
                }
            }
        }
    }

    /// A page of one value: its weeks, its steps, and the lines beside those of the other values.
    private mutating func readValue(
        _ rows: [[String]],
        _ head: [String],
        _ funnel: String,
        _ by: String,
        _ word: String
    ) {
        let value = word == "other" ? "(other)" : word
        guard let stages = funnels[funnel] else { return }
        for (index, row) in rows.dropFirst().enumerated() where row.count == head.count {
            if head[0] == "Week", head.contains(Self.title(stages[0])), let week = Self.week(row[0]) {
                readCounts(row, head, funnel, line: week, by: by, value: value)
                see(rate: row[row.count - 1], funnel, week, by, value, stages[stages.count - 1], of: stages[0])
            } else if head[0] == "Week", let week = Self.week(row[0]) {
                for (name, cell) in zip(head, row).dropFirst() {
                    see(rate: cell, funnel, week, by, name, stages[stages.count - 1], of: stages[0])
                }
            } else if head[0] == "Step", head.contains("Passed / came"), index + 1 < stages.count {
                let pair = row[2].split(separator: " / ").compactMap { Self.number(String($0)) }
                guard pair.count == 2 else { continue }
                see(pair[0], funnel, "total_matured", by, value, stages[index + 1])
                see(pair[1], funnel, "total_matured", by, value, stages[index])
            }
        }
    }

    private mutating func readCounts(
        _ row: [String],
        _ head: [String],
        _ funnel: String,
        line: String,
        by: String,
        value: String
    ) {
        for stage in funnels[funnel] ?? [] {
            guard let column = head.firstIndex(of: Self.title(stage)) else { continue }
            see(Self.number(row[column]), funnel, line, by, value, stage)
        }
    }

    private mutating func readRate(_ cell: String, _ funnel: String, _ week: String, _ by: String, _ value: String) {
        guard let stages = funnels[funnel], stages.count > 1 else { return }
        see(rate: cell, funnel, week, by, value, stages[1], of: stages[0])
    }

    private mutating func see(
        _ number: Int?,
        _ funnel: String,
        _ line: String,
        _ by: String,
        _ value: String,
        _ stage: String
    ) {
        readFromPages += number == nil ? 0 : 1
        attacker.see(Self.name(funnel, "cohort", line, by, Self.raw(value), stage), number)
    }

    /// A percentage with one decimal lies half a tenth around what it says.
    private mutating func see(
        rate cell: String,
        _ funnel: String,
        _ week: String,
        _ by: String,
        _ value: String,
        _ stage: String,
        of base: String
    ) {
        guard let match = cell.firstMatch(of: /(\d+\.\d)%/), let percent = Double(match.1) else { return }
        readFromPages += 1
        attacker.see(
            rate: ((percent - 0.05) / 100)...((percent + 0.05) / 100),
            Self.name(funnel, "cohort", week, by, Self.raw(value), stage),
            of: Self.name(funnel, "cohort", week, by, Self.raw(value), base)
        )
    }

    /// The week that a page is about.
    private func week(of page: String) -> String? {
        page.firstMatch(of: /<time datetime="(\d{4}-W\d\d)">/).map { String($0.1) }
    }

    /// `Week 46, 2026`.
    private static func week(_ text: String) -> String? {
        text.firstMatch(of: /Week (\d+), (\d{4})/).map { "\($0.2)-W\($0.1.count == 1 ? "0" : "")\($0.1)" }
    }

    private static func number(_ text: String) -> Int? { Int(text.replacing(",", with: "")) }
    private static func title(_ stage: String) -> String { stage.prefix(1).uppercased() + stage.dropFirst() }
    private static func raw(_ value: String) -> String { value == "Others" ? "(other)" : value }
    private static func dimension(_ head: String) -> String? {
        ["Channel": "channel", "Device": "device", "Segment": "segment"][head]
    }
}

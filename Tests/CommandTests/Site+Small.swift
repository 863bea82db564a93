extension Site {
    /// A site of three stages and four weeks, in English first.
    static let small: [String: String] = [
        "huni.yaml": configuration, "content/data/visits.csv": rows,
        "content/stages/awareness/index.md": "---\ntitle: Being seen\n---\nWe write guides.\n",
        "content/stages/interest/index.md": "---\ntitle: Waking interest\n---\nWe answer questions.\n",
        "content/stages/purchase/index.md": "---\ntitle: Buying\n---\nWe keep the form short.\n",
        "content/stages/interest/webinar.md": "---\ntitle: Hold a webinar\neffort: 2\n---\nOnce a month.\n",
    ]

    static let configuration = """
        version: 1
        site:
          title: { en: Small report, tr: Küçük rapor }
          languages: [en, tr]
          time_zone: Europe/Istanbul
        sources:
          web:
            form: events
            files: content/data/*.csv
            columns: { entity: user_id, time: time, event: event }
        funnels:
          - id: journey
            source: web
            window: 14d
            dimensions: [channel, device]
            stages:
              - id: awareness
                match: { event: visit }
              - id: interest
                match: { event: signup }
              - id: purchase
                match: { event: order }

        """

    static let header = "user_id,time,event,channel,device\n"

    /// Four weeks from 2026-W43 on: each with 6 visits, 3 signups, 1 order.
    static let rows = header + (0..<4).map { week($0, from: 19) }.joined()

    /// The rows of the week that begins on day `first` of October 2026 plus `number` weeks.
    static func week(_ number: Int, from first: Int) -> String {
        (0..<6).map { person -> String in
            let offset = first + number * 7 + person
            let month = offset > 31 ? 11 : 10
            let day = "2026-\(month)-\(offset > 31 ? (offset < 41 ? "0" : "") + "\(offset - 31)" : "\(offset)")"
            let rest = ",\(person % 2 == 0 ? "ads" : "mail"),\(person < 3 ? "phone" : "desk")\n"
            let events = ["visit"] + (person < 3 ? ["signup"] : []) + (person < 1 ? ["order"] : [])
            return events.enumerated().map { "u\(number)\(person),\(day) 1\($0):00,\($1)\(rest)" }.joined()
        }
        .joined()
    }
}

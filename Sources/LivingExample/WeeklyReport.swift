/// The measures of one week.
struct WeeklyReport {
    var dice: Dice
    /// Of the week, 0 for the story's first.
    let index: Int
    let rows: [EventRow]

    /// One row of a file without its week.
    struct Value {
        var name: String
        var value: String
        var base = ""

        init(_ name: String, _ value: Int, of base: Int? = nil) {
            self.name = name
            self.value = "\(value)"
            self.base = base.map(String.init) ?? ""
        }

        /// A mean with two digits after the point.
        init(_ name: String, hundredths: Int, of base: Int) {
            self.name = name
            let digits = hundredths % 100
            value = "\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
            self.base = "\(base)"
        }
    }

    func count(_ events: Set<String>) -> Int {
        rows.count { events.contains($0.event) }
    }

    mutating func site() -> [Value] {
        let visits = rows.filter { $0.event == "visit" }
        let offered = part(0.2...0.24, of: visits.count) * 30
        return [
            Value("visitors", Set(visits.map(\.person)).count),
            Value("page_views", part(2.9...3.3, of: visits.count)),
            Value("seconds_on_site", dice.whole(128...152), of: visits.count),
            Value("video_seconds_offered", offered),
            Value("video_seconds_watched", part(0.41...0.47, of: offered)),
            Value("downloads", count(["guide"])),
        ]
    }

    /// - Parameter readers: Addresses on the list when the week began.
    mutating func letter(to readers: Int, better: Bool) -> [Value] {
        let delivered = part(0.978...0.988, of: readers)
        let opens = part(better ? 0.375...0.405 : 0.325...0.355, of: delivered)
        let clicks = part(better ? 0.15...0.175 : 0.125...0.15, of: opens)
        return [Value("sent", readers), Value("delivered", delivered), Value("opens", opens), Value("clicks", clicks)]
    }

    mutating func shop() -> [Value] {
        let orders = count(["order"])
        let reviews = part(0.1...0.16, of: orders)
        let customers = 640 + 31 * index
        let again = part(0.24...0.29, of: orders)
        return [
            Value("orders", orders), Value("orders_again", again),
            Value("revenue", part(398...432, of: orders)),
            Value("customers_before", customers), Value("customers_kept", part(0.35...0.4, of: customers)),
            Value("friends_brought", part(0.06...0.1, of: orders)),
            Value("reviews", reviews),
        ] + (reviews > 0 ? [Value("stars", hundredths: dice.whole(436...472), of: reviews)] : [])
    }

    mutating func survey() -> [Value] {
        let known = dice.whole(27...34) + index / 5
        let panel = [Value("asked", 250), Value("knew_us", known)]
        let answers = part(0.3...0.4, of: count(["order"]))
        guard answers >= 10 else { return panel }
        return panel + [
            Value("csat_answers", answers), Value("csat_satisfied", part(0.86...0.94, of: answers)),
            Value("nps", dice.whole(44...57), of: answers),
        ]
    }

    mutating func feedback(more: [(theme: String, count: Int)]) -> [Value] {
        let usual = [
            ("form_too_long", 1...4), ("box_late", 2...7), ("payment_failed", 0...3), ("delivery_price", 4...9),
            ("tea_praised", 9...18), ("wrong_tea", 0...3),
        ]
        return usual.map { theme, range in
            let further = more.filter { $0.theme == theme }.map(\.count).reduce(0, +)
            return Value(theme, dice.whole(range) + further)
        }
    }

    private mutating func part(_ range: ClosedRange<Double>, of whole: Int) -> Int {
        Int(Double(whole) * (range.lowerBound + (range.upperBound - range.lowerBound) * dice.fraction()))
    }
}

internal import Calendars
internal import Diagnostics
internal import Funnel
internal import Notes
internal import Settings

/// One language's texts and formats together: everything that pages say is put into words here.
struct Words {
    let language: String
    let phrasebook: Phrasebook
    let formats: Formats
    /// What the site calls values of its data.
    private let valueNames: [String: LocalizedText]

    /// - Parameter own: The site's own texts of the language, if it has some.
    init(
        language: String,
        own: Translation? = nil,
        valueNames: [String: LocalizedText] = [:]
    ) throws(Failure) {
        self.language = language
        self.valueNames = valueNames
        phrasebook = try Phrasebook(language: language, own: own)
        formats = Formats(locale: phrasebook.locale)
    }

    /// The text called `name`.
    /// - Precondition: There is one; a test asks for all names that the program uses.
    func say(_ name: String, _ values: KeyValuePairs<String, String> = [:], plural: PluralNumber? = nil) -> String {
        guard let text = phrasebook.text(name, values, plural: plural) else {
            preconditionFailure("no text '\(name)' in \(language)")
        }
        return text
    }

    /// The noun after `count`.
    func noun(_ noun: Noun?, _ count: Int) -> String {
        let number = PluralNumber(count)
        guard let forms = noun?.forms(in: language) else { return say("noun", plural: number) }
        return forms[phrasebook.category(of: number).rawValue]
    }

    func weekName(_ week: Week) -> String { say("week.name", ["number": String(week.yearAndWeek.week)]) }

    func weekTitle(_ week: Week) -> String {
        say("week.title", ["number": String(week.yearAndWeek.week), "year": String(week.yearAndWeek.year)])
    }

    /// A rate's difference in percentage points, e.g. `−6,0 puan`.
    func points(_ difference: Double) -> String {
        let rounded = (difference * 1000).rounded() / 10
        return say("points", ["number": formats.signedDecimal(rounded)], plural: PluralNumber(rounded, decimals: 1...1))
    }

    /// The size of a difference in percentage points, whose direction is said in words, e.g. `6,0 puan`.
    func pointsSize(_ difference: Double) -> String {
        let rounded = (abs(difference) * 1000).rounded() / 10
        return say("points", ["number": formats.plainDecimal(rounded)], plural: PluralNumber(rounded, decimals: 1...1))
    }

    /// An interval of a difference in percentage points, e.g. `−7,7 … +2,0 puan`.
    func pointsRange(_ range: ClosedRange<Double>) -> String {
        let low = formats.signedDecimal((range.lowerBound * 1000).rounded() / 10)
        let high = (range.upperBound * 1000).rounded() / 10
        return say(
            "points",
            ["number": "\(low) … \(formats.signedDecimal(high))"],
            plural: PluralNumber(high, decimals: 1...1)
        )
    }

    /// A length of time in the largest unit that keeps it readable.
    func duration(_ seconds: Int64) -> String {
        let (unit, length): (String, Int64) =
            switch seconds {
            case ..<7200: ("minutes", 60)
            case ..<172_800: ("hours", 3600)
            default: ("days", 86_400)
            }
        let count = Int((Double(seconds) / Double(length)).rounded())
        return say("duration.\(unit)", ["count": formats.count(count)], plural: PluralNumber(count))
    }

    /// A column's or dimension's value as readers see it.
    func value(_ value: String) -> String {
        switch value {
        case Dimension.missingValue: say("missing_value")
        case Dimension.otherValue: say("value.rest")
        default: valueNames[value]?.text(in: language) ?? value
        }
    }

    func view(_ view: View) -> String { say("view.\(view.rawValue)") }

    /// A dimension's name: the usual ones in this language, others as the site's data call them.
    func dimension(_ id: String) -> String { phrasebook.text("dimension.\(id)") ?? id }

    func owner(_ owner: Owner) -> String {
        switch owner {
        case .marketing: say("owner.marketing")
        case .sales: say("owner.sales")
        case .service: say("owner.service")
        case .named(let name): name.text(in: language) ?? name.texts.first ?? ""
        }
    }
}

extension Words {
    /// A week's name, or a date.
    func day(_ day: WeekOrDate) -> String {
        switch day {
        case .week(let week): weekTitle(week)
        case .date(let date): formats.date(date)
        }
    }
}

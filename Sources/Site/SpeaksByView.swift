/// Whoever tells of one funnel's numbers, in words that fit the view.
protocol SpeaksByView {
    var words: Words { get }
    /// Whether numbers are of what happened in a week, whoever it happened to.
    var isActivity: Bool { get }
}

extension SpeaksByView {
    /// The text called `name`; in the activity view the one called `<name>_activity`.
    func byView(
        _ name: String,
        _ values: KeyValuePairs<String, String> = [:],
        plural: PluralNumber? = nil
    ) -> String {
        words.say(isActivity ? "\(name)_activity" : name, values, plural: plural)
    }
}

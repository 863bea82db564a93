/// One stage's material in every language there is.
struct StarterStage: Sendable {
    /// The stage's id in the preset.
    var id: String
    /// What the stage is about.
    var note: Text
    /// Recommended actions, the first one first; at least one.
    var plays: [Play]

    /// A recommended action.
    struct Play: Sendable {
        /// The play's file name without ending, and so its address on the site.
        var name: String
        var text: Text

        init(_ name: String, _ turkish: [UInt8], _ english: [UInt8]) {
            self.name = name
            text = Text(turkish, english)
        }
    }

    /// A file's bytes, a language each.
    struct Text: Sendable {
        var turkish: [UInt8]
        var english: [UInt8]

        init(_ turkish: [UInt8], _ english: [UInt8]) {
            self.turkish = turkish
            self.english = english
        }

        /// `nil` for a language other than `tr` and `en`.
        func bytes(in language: String) -> [UInt8]? {
            switch language {
            case "tr": turkish
            case "en": english
            default: nil
            }
        }
    }

    /// The stages of a preset in order; none for a preset that does not exist.
    static func stages(ofPreset preset: String) -> [StarterStage] {
        switch preset {
        case "customer-journey": [awareness, interest, decision, purchase, loyalty]
        case "marketing": [awareness, consideration, conversion]
        case "sales-pipeline": [lead, mql, sal, sql, won]
        case "deal": [research, evaluation, commitment, won]
        default: []
        }
    }
}

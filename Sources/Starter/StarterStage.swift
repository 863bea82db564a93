/// One stage's material in every language there is.
struct StarterStage: Sendable {
    /// The stage's id in the preset.
    var id: String
    /// The play's file name without ending, and so its address on the site.
    var play: String
    /// By language.
    var texts: [String: Text]

    /// The bytes of a stage's two files.
    struct Text: Sendable {
        var note: [UInt8]
        var play: [UInt8]
    }

    /// The stages of a preset in order; none for a preset without material.
    static func stages(ofPreset preset: String) -> [StarterStage] {
        switch preset {
        case "customer-journey": [awareness, interest, decision, purchase, loyalty]
        case "marketing": [awareness, consideration, conversion]
        default: []
        }
    }
}

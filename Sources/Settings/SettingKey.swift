/// A key of huni.yaml: what may stand behind it and what it means.
public struct SettingKey: Sendable {
    /// As written in the file.
    public var name: String
    /// What may stand behind it.
    public var type: SettingType
    /// What holds where it is left out; `nil`: it is needed.
    public var fallback: String?
    /// As it could stand in a file.
    public var example: String
    /// The forms of data that it is for; empty: all.
    public var forms: [DataForm]
    /// What it is for, one sentence.
    public var meaning: String

    static func needed(
        _ name: String,
        _ type: SettingType,
        as example: String = "",
        for forms: DataForm...,
        means meaning: String
    ) -> SettingKey {
        SettingKey(name: name, type: type, fallback: nil, example: example, forms: forms, meaning: meaning)
    }

    static func optional(
        _ name: String,
        _ type: SettingType,
        else fallback: String = "none",
        as example: String = "",
        for forms: DataForm...,
        means meaning: String
    ) -> SettingKey {
        SettingKey(name: name, type: type, fallback: fallback, example: example, forms: forms, meaning: meaning)
    }
}

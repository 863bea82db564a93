/// The keys of one kind of mapping in huni.yaml. The reader accepts these and no others.
public struct SettingSection: Sendable {
    /// Where such a mapping stands, `<…>` being a name of the user's.
    public var path: String
    /// Its keys, in the order in which they are explained; a key stands twice where forms of data give it two meanings.
    public var keys: [SettingKey]
    /// Keys that such a mapping has elsewhere, and why not here.
    private(set) var refusals: [String: Refusal] = [:]

    /// Why a key that is known does not belong here.
    struct Refusal: Sendable {
        var message: String
        var remedy: String
    }

    init(_ path: String, _ keys: [SettingKey]) {
        self.path = path
        self.keys = keys
    }

    /// The names of its keys, each once.
    var names: [String] {
        var seen: Set<String> = []
        return keys.map(\.name).filter { seen.insert($0).inserted }
    }

    /// The section as it is for one form of data; `holder` has that form, e.g. `source 'crm'`.
    func of(_ form: DataForm, in holder: String) -> SettingSection {
        var section = self
        section.keys = keys.filter { $0.forms.isEmpty || $0.forms.contains(form) }
        for index in section.keys.indices { section.keys[index].forms = [] }
        let kept = Set(section.keys.map(\.name))
        for key in keys where !kept.contains(key.name) {
            let forms = keys.filter { $0.name == key.name }.flatMap(\.forms).map(\.rawValue)
            section.refuse(
                key.name,
                because:
                    "'\(key.name)' is for \(forms.joined(separator: " and ")), and \(holder) holds \(form.rawValue)",
                remedy: "Remove it."
            )
        }
        return section
    }

    /// Takes a key out; where it is written all the same, `message` says why it may not be.
    mutating func refuse(_ name: String, because message: String, remedy: String) {
        keys.removeAll { $0.name == name }
        refusals[name] = Refusal(message: message, remedy: remedy)
    }
}

extension SettingSection {
    /// Every section, in the order of the file.
    public static let all = [
        top, site, source, eventColumns, recordColumns, countColumns, measureColumns, stageColumn, variant, join, read,
        measure, bounds, test, funnel, dimension, outcome, stage, target,
    ]
}

internal import JSONText

extension Settings {
    /// A JSON Schema of huni.yaml for editors, made from the keys that the reader knows.
    ///
    /// It knows names, types and words; what only the whole file can tell (a source that a funnel names) it lets pass.
    public static var schema: String {
        guard case .object(let members) = SettingSection.top.schema else { return "" }
        let head: [(key: String, value: JSON)] = [
            ("$schema", .string("http://json-schema.org/draft-07/schema#")), ("title", .string("huni.yaml")),
        ]
        let definitions = JSON.members(["condition": SettingSection.conditionSchema])
        return JSON.object(head + members + [("definitions", definitions)]).text() + "\n"
    }
}

extension SettingSection {
    /// An object with the section's keys and no others. Keys with a meaning a form follow the object's `form`.
    var schema: JSON {
        let isByForm = keys.contains { $0.name == "form" }
        let fixed = isByForm ? keys.filter(\.forms.isEmpty) : keys
        let changing = isByForm ? keys.filter { !$0.forms.isEmpty } : []
        var names: [String] = []
        for key in changing where !names.contains(key.name) { names.append(key.name) }
        var members: [(key: String, value: JSON)] = [
            ("type", .string("object")),
            ("properties", .object(fixed.map { ($0.name, $0.schema) } + names.map { ($0, .bool(true)) })),
            ("additionalProperties", .bool(false)),
        ]
        let needed = fixed.filter { $0.fallback == nil }.map(\.name)
        if !needed.isEmpty { members.append(("required", .strings(needed))) }
        if !names.isEmpty {
            members.append(("allOf", .array(DataForm.allCases.map { Self.rule(for: $0, changing, names) })))
        }
        return .object(members)
    }

    /// What holds where `form` is this one: the keys of other forms may not stand there.
    private static func rule(for form: DataForm, _ keys: [SettingKey], _ names: [String]) -> JSON {
        let own = keys.filter { $0.forms.contains(form) }
        let properties = names.map { name in
            (key: name, value: own.first { $0.name == name }.map(\.schema) ?? .bool(false))
        }
        let needed = own.filter { $0.fallback == nil }.map(\.name)
        let isThisForm = JSON.members(["form": .members(["const": .string(form.rawValue)])])
        return .members([
            "if": .members(["properties": isThisForm]),
            "then": .object(
                [("properties", .object(properties))] + (needed.isEmpty ? [] : [("required", .strings(needed))])
            ),
        ])
    }

    /// Columns with a value, values or bounds; `any` lists conditions.
    fileprivate static var conditionSchema: JSON {
        let value = SettingType.list("", of: .text())
        let perColumn = SettingType.either("", [value, .section(.bounds), .localized])
        let alternatives = SettingType.either("", [.lines("", of: .condition), perColumn])
        return .members([
            "type": .string("object"), "properties": .members(["any": alternatives.schema]),
            "additionalProperties": perColumn.schema, "minProperties": .integer(1),
        ])
    }
}

extension SettingKey {
    fileprivate var schema: JSON {
        guard case .object(let members) = type.schema else { return type.schema }
        let forms = forms.isEmpty ? "" : forms.map(\.rawValue).joined(separator: ", ") + ": "
        return .object([("description", .string(forms + meaning))] + members)
    }
}

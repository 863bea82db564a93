internal import JSONText

/// What may stand behind a key: in words for people, as JSON Schema for editors.
public struct SettingType: Sendable {
    /// For people, e.g. `duration (30m, 24h, 14d, 2w)`.
    public let words: String
    let schema: JSON
}

extension SettingType {
    /// A text, or anything else that stands alone; `pattern` is a regular expression that it must match.
    static func text(_ words: String = "text", matching pattern: String? = nil) -> SettingType {
        guard let pattern else {
            return SettingType(words: words, schema: .members(["type": .strings(["string", "number", "boolean"])]))
        }
        return SettingType(words: words, schema: .members(["type": .string("string"), "pattern": .string(pattern)]))
    }

    /// One of `words`.
    static func choice(_ words: [String]) -> SettingType {
        SettingType(words: words.joined(separator: ", "), schema: .members(["enum": .strings(words)]))
    }

    /// One of a type's cases, as they are written in the file.
    static func choice<Case: CaseIterable & RawRepresentable<String>>(of _: Case.Type) -> SettingType {
        choice(Case.allCases.map(\.rawValue))
    }

    /// A whole number.
    static func whole(_ words: String, _ range: ClosedRange<Int>) -> SettingType {
        let bounds: [(key: String, value: JSON)] = [
            ("type", .string("integer")), ("minimum", .integer(range.lowerBound)),
        ]
        let end: [(key: String, value: JSON)] =
            range.upperBound == .max ? [] : [("maximum", .integer(range.upperBound))]
        return SettingType(words: words, schema: .object(bounds + end))
    }

    /// A number; without a range any.
    static func number(_ words: String, _ range: ClosedRange<Double>? = nil) -> SettingType {
        let type: [(key: String, value: JSON)] = [("type", .string("number"))]
        let bounds: [(key: String, value: JSON)] =
            range.map { [("minimum", .number($0.lowerBound)), ("maximum", .number($0.upperBound))] } ?? []
        return SettingType(words: words, schema: .object(type + bounds))
    }

    /// Values of one type; one alone may stand without brackets.
    static func list(_ words: String, of item: SettingType) -> SettingType {
        let many = JSON.members(["type": .string("array"), "items": item.schema])
        return SettingType(words: words, schema: .members(["anyOf": .array([item.schema, many])]))
    }

    /// Values of one type, in brackets or a line each.
    static func lines(_ words: String, of item: SettingType) -> SettingType {
        SettingType(words: words, schema: .members(["type": .string("array"), "items": item.schema]))
    }

    /// Names of the user's, with a value of one type each.
    static func named(_ words: String, of value: SettingType) -> SettingType {
        let schema = JSON.members(["type": .string("object"), "additionalProperties": value.schema])
        return SettingType(words: words, schema: schema)
    }

    /// A mapping with the keys of `section`.
    static func section(_ section: SettingSection, _ words: String = "section") -> SettingType {
        SettingType(words: words, schema: section.schema)
    }

    /// Any of several.
    static func either(_ words: String, _ types: [SettingType]) -> SettingType {
        SettingType(words: words, schema: .members(["anyOf": .array(types.map(\.schema))]))
    }

    /// What a language is called: `tr`, `pt-BR`.
    static let language = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
    static let truth = SettingType(words: "true, false", schema: .members(["type": .string("boolean")]))
    static let header = text("header of a column")
    static let path = text("path", matching: "^[^/]")
    static let zone = text("IANA name")
    static let name = text("name", matching: "^[a-z0-9][a-z0-9_-]{0,59}$")
    static let duration = text("duration (30m, 24h, 14d, 2w)", matching: "^[0-9]+[mhdw]$")
    static let durationOrNone = text("duration (30m, 24h, 14d, 2w) or none", matching: "^([0-9]+[mhdw]|none)$")

    static let localized = SettingType(
        words: "text or text a language",
        schema: .members([
            "anyOf": .array([
                text().schema,
                .members([
                    "type": .string("object"), "patternProperties": .members([language: text().schema]),
                    "additionalProperties": .bool(false),
                ]),
            ])
        ])
    )

    /// Conditions nest, so that their schema stands once, among the schema's definitions.
    static let condition = SettingType(
        words: "condition",
        schema: .members(["allOf": .array([.members(["$ref": .string("#/definitions/condition")])])])
    )
}

extension JSON {
    static func strings(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }
}

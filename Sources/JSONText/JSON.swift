// JSONText: JSON whose keys keep their order, so that files diff well and bytes do not depend on the machine.

/// A JSON value.
public indirect enum JSON: Sendable {
    /// Nothing, or undefined.
    case null
    /// True or false.
    case bool(Bool)
    /// A whole number.
    case integer(Int)
    /// Any other number, written with at most 12 significant digits.
    case number(Double)
    /// A text.
    case string(String)
    /// Values in order.
    case array([JSON])
    /// Keys and values in order; a key should stand only once.
    case object([(key: String, value: JSON)])

    /// An object of `members`, in their order.
    public static func members(_ members: KeyValuePairs<String, JSON>) -> JSON {
        .object(members.map { ($0.key, $0.value) })
    }

    /// `.null` where there is no value.
    public static func optional<Value>(_ value: Value?, _ make: (Value) -> JSON) -> JSON {
        value.map(make) ?? .null
    }
}

/// The values that passages have in one dimension.
public struct Breakdown: Sendable {
    /// The values, without order; a value's code is its index. Some may be nobody's.
    public private(set) var values: [String]
    private var codes: [Int32] = []
    private let stageCount: Int
    /// How many values were known beforehand; they have no codes by value.
    private var knownCount: Int
    private var codeOfValue: [String: Int32] = [:]

    /// - Parameters:
    ///   - stageCount: 1, or the funnel's number of stages where the value depends on the stage reached.
    ///   - values: Values that are known beforehand, and are appended by their codes.
    init(stageCount: Int, values: [String] = []) {
        self.stageCount = stageCount
        self.values = values
        knownCount = values.count
    }

    /// The code of the passage's value, when it had reached `level` stages (at least 1).
    public func code(of passage: Int, level: Int) -> Int32 {
        codes[passage * stageCount + min(level, stageCount) - 1]
    }

    /// Whether a passage's value depends on how far it had come.
    var variesByLevel: Bool { stageCount > 1 }

    /// Appends a value that was known beforehand.
    mutating func append(code: Int32) { codes.append(code) }

    /// Calls values otherwise; those of one new name become one.
    mutating func rename(_ name: (String) -> String) {
        let names = values.map(name)
        (values, codeOfValue, knownCount) = ([], [:], 0)
        let new = names.map { name -> Int32 in
            if let code = codeOfValue[name] { return code }
            let code = Int32(values.count)
            codeOfValue[name] = code
            values.append(name)
            return code
        }
        for index in codes.indices { codes[index] = new[Int(codes[index])] }
    }

    /// Appends a value that was not known beforehand.
    mutating func append(_ value: String) { codes.append(code(of: value)) }

    private mutating func code(of value: String) -> Int32 {
        if let code = codeOfValue[value] { return code }
        let code = Int32(values.count)
        codeOfValue[value] = code
        values.append(value)
        return code
    }

    /// Appends the values of other passages, of which the same were known beforehand.
    mutating func append(_ others: Breakdown) {
        let own = others.values[knownCount...].map { code(of: $0) }
        let known = Int32(knownCount)
        codes.append(contentsOf: others.codes.lazy.map { $0 < known ? $0 : own[Int($0 - known)] })
    }

    /// Asks for the memory of so many passages at once.
    mutating func reserve(_ count: Int) { codes.reserveCapacity(count * stageCount) }
}

/// The values that passages have in one dimension.
public struct Breakdown: Sendable {
    /// The values, without order; a value's code is its index. Some may be nobody's.
    public private(set) var values: [String]
    /// Those of as many passages as a `PassageBlock` has, one array behind the other.
    private var blocks: [[Int32]] = []
    /// Those of the passages behind them.
    private var open: [Int32] = []
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
    @inline(__always)
    public func code(of passage: Int, level: Int) -> Int32 {
        let (block, index) = passage.quotientAndRemainder(dividingBy: PassageBlock.size)
        let place = stageCount == 1 ? index : index * stageCount + min(level, stageCount) - 1
        return block < blocks.count ? blocks[block][place] : open[place]
    }

    /// Whether a passage's value depends on how far it had come.
    var variesByLevel: Bool { stageCount > 1 }

    /// Appends a value that was known beforehand.
    @inline(__always)
    mutating func append(code: Int32) {
        open.append(code)
        if open.count == PassageBlock.size * stageCount { close() }
    }

    private mutating func close() {
        blocks.append(open)
        open = []
        open.reserveCapacity(PassageBlock.size * stageCount)
    }

    /// Calls values otherwise; those of one new name become one.
    mutating func rename(_ name: (String) -> String) {
        let names = values.map(name)
        (values, codeOfValue, knownCount) = ([], [:], 0)
        let new = names.map { code(of: $0) }
        for block in blocks.indices { blocks[block] = blocks[block].map { new[Int($0)] } }
        open = open.map { new[Int($0)] }
    }

    /// Appends a value that was not known beforehand.
    mutating func append(_ value: String) { append(code: code(of: value)) }

    private mutating func code(of value: String) -> Int32 {
        if let code = codeOfValue[value] { return code }
        let code = Int32(values.count)
        codeOfValue[value] = code
        values.append(value)
        return code
    }

    /// The same values known beforehand, and no passages.
    var withoutPassages: Breakdown { Breakdown(stageCount: stageCount, values: Array(values.prefix(knownCount))) }

    /// Appends the values of another's passages in whole blocks; the same values were known beforehand.
    /// - Precondition: There are none but whole blocks here.
    mutating func appendBlocks(of other: Breakdown) {
        let own = codes(of: other)
        if own.isEmpty {
            blocks += other.blocks
        } else {
            let known = Int32(knownCount)
            blocks += other.blocks.map { block in block.map { $0 < known ? $0 : own[Int($0 - known)] } }
        }
    }

    /// Appends the values of another's passages behind its whole blocks.
    mutating func appendRest(of other: Breakdown) {
        let (own, known) = (codes(of: other), Int32(knownCount))
        for code in other.open { append(code: code < known ? code : own[Int(code - known)]) }
    }

    /// What the values of another have for codes here that were not known beforehand.
    private mutating func codes(of other: Breakdown) -> [Int32] { other.values[knownCount...].map { code(of: $0) } }
}

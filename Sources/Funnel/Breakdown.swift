/// The values that passages have in one dimension.
public struct Breakdown: Sendable {
    /// The values, without order; a value's code is its index. Some may be nobody's.
    public private(set) var values: [String]
    /// Those of as many passages as a `PassageBlock` has, one block behind the other.
    private var blocks: [CodeBlock] = []
    private var blockSize = 0
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
        let place = place(of: index, level: level)
        return block < blocks.count ? blocks[block][place] : open[place]
    }

    /// The codes of as many passages as a `PassageBlock` has, or of those behind the last whole block.
    func codes(ofBlock block: Int) -> [Int32] { block < blocks.count ? blocks[block].codes : open }

    /// Where among a block's codes that of a passage stands.
    /// - Parameter index: The passage's place in the block.
    @inline(__always)
    func place(of index: Int, level: Int) -> Int {
        stageCount == 1 ? index : index * stageCount + min(level, stageCount) - 1
    }

    /// Whether a passage's value depends on how far it had come.
    var variesByLevel: Bool { stageCount > 1 }

    /// Appends a value that was known beforehand.
    @inline(__always)
    mutating func append(code: Int32) {
        open.append(code)
        if open.count == PassageBlock.size * stageCount { close() }
    }

    /// Appends values that were known beforehand.
    mutating func append(codes: [Int32]) {
        var first = 0
        while first < codes.count {
            let end = min(codes.count, first + PassageBlock.size * stageCount - open.count)
            open += codes[first..<end]
            if open.count == PassageBlock.size * stageCount { close() }
            first = end
        }
    }

    private mutating func close() {
        append(CodeBlock(open))
        open = []
        open.reserveCapacity(PassageBlock.size * stageCount)
    }

    /// Calls values otherwise; those of one new name become one.
    mutating func rename(_ name: (String) -> String) {
        let renaming = ValueRenaming(values, name)
        recode(renaming.codes, values: renaming.values)
        (codeOfValue, knownCount) = ([:], 0)
        for (code, value) in values.enumerated() { codeOfValue[value] = Int32(code) }
    }

    /// Gives values other codes.
    /// - Parameters:
    ///   - codes: By the code until now, the new one; none where codes stay.
    ///   - values: By new code.
    mutating func recode(_ codes: [Int32], values: [String]) {
        self.values = values
        guard !codes.isEmpty else { return }
        let old = blocks
        (blocks, blockSize) = ([], 0)
        for block in old { append(CodeBlock(block.codes.map { codes[Int($0)] })) }
        open = open.map { codes[Int($0)] }
    }

    /// Forgets the passages; values keep their codes.
    mutating func removePassages() { (blocks, blockSize, open) = ([], 0, []) }

    private mutating func append(_ block: CodeBlock) {
        blocks.append(block)
        blockSize += block.byteCount
    }

    /// About how many bytes the codes take.
    var byteCount: Int { blockSize + open.count * 4 }

    /// Writes the codes of all passages.
    func write(to bytes: inout BytesWriter) {
        bytes.append(blocks.count)
        for block in blocks { block.write(to: &bytes) }
        bytes.append(open)
    }

    /// Reads what `write` wrote, in the place of all codes.
    mutating func readPassages(from bytes: inout BytesReader) {
        removePassages()
        for _ in 0..<bytes.number() { append(CodeBlock(from: &bytes)) }
        open = bytes.numbers()
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
}

/// Values under other names, each new one once.
struct ValueRenaming {
    /// By new code.
    private(set) var values: [String] = []
    /// By old code, the new one.
    private(set) var codes: [Int32] = []

    init(_ old: [String], _ name: (String) -> String) {
        var codeOfValue: [String: Int32] = [:]
        for value in old.map(name) {
            let code = codeOfValue[value] ?? Int32(values.count)
            if codeOfValue.updateValue(code, forKey: value) == nil { values.append(value) }
            codes.append(code)
        }
    }
}

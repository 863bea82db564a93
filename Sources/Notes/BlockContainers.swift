/// The quotes and list items around a block, for telling where its own text begins on each line.
struct BlockContainers {
    /// A block that holds others.
    enum Container {
        case quote
        /// The column, tabs counted and from 0, from which on text belongs to the item.
        case item(column: Int)
    }

    var containers: [Container] = []

    /// Where the block's text begins in `line`; `nil` where the line lacks a mark or the indentation of a container.
    func start(in line: ArraySlice<UInt8>) -> Int? {
        var index = line.startIndex
        for container in containers {
            let text = line[index...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? line.endIndex
            switch container {
            case .quote:
                guard text < line.endIndex, line[text] == UInt8(ascii: ">") else { return nil }
                index = text + 1
                if index < line.endIndex, line[index] == 0x20 || line[index] == 0x09 { index += 1 }
            case .item(let column):
                guard Self.column(of: text, in: line) >= column else { return nil }
                while index < text, Self.column(of: index, in: line) < column { index += 1 }
            }
        }
        return index
    }

    /// The column of a byte, counted from 0, tabs reaching to the next multiple of four.
    static func column(of index: Int, in line: ArraySlice<UInt8>) -> Int {
        line[..<index].reduce(0) { $1 == 0x09 ? $0 / 4 * 4 + 4 : $0 + 1 }
    }

    /// The container that a list item is.
    /// - Parameter child: The item's first block, if it has one.
    static func item(_ item: MarkdownNode, child: MarkdownNode?, in line: ArraySlice<UInt8>) -> Container {
        if let child, child.lines.lowerBound == item.lines.lowerBound, child.column > item.column {
            if case .codeBlock = child.kind {
            } else {
                return .item(column: column(of: min(line.startIndex + child.column - 1, line.endIndex), in: line))
            }
        }
        let start = min(line.startIndex + item.column - 1, line.endIndex)
        let digits = line[start...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
        return .item(column: column(of: start, in: line) + digits + 2)
    }
}

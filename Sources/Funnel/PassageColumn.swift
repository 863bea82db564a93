/// One thing that is known of every passage, by the passages' numbers.
public struct PassageColumn<Element: Equatable>: RandomAccessCollection, Equatable {
    private let passages: Passages
    private let element: (Passages, Int) -> Element

    init(of passages: Passages, _ element: @escaping (Passages, Int) -> Element) {
        self.passages = passages
        self.element = element
    }

    /// The first passage.
    public var startIndex: Int { 0 }

    /// Behind the last passage.
    public var endIndex: Int { passages.count }

    /// What is known of a passage.
    public subscript(passage: Int) -> Element { element(passages, passage) }

    /// Whether all passages have the same.
    public static func == (one: Self, other: Self) -> Bool { one.elementsEqual(other) }
}

/// A number beside its target: a bar of 22 pixels and a tick. Never a gauge.
public struct Bullet: Sendable, Equatable {
    /// What is measured; long names wrap.
    public let name: String
    /// The number, 0 or more; `nil`: unknown, no bar.
    public let value: Double?
    /// The number in words.
    public let text: String
    /// What should be reached, 0 or more.
    public let target: Double
    /// The target in words, e.g. "hedef %40,0".
    public let targetText: String
    /// Whether the number is not final yet: the bar is hatched.
    public let isMaturing: Bool

    /// A bullet.
    /// - Precondition: no number is negative.
    public init(
        _ name: String,
        value: Double?,
        text: String,
        target: Double,
        targetText: String,
        isMaturing: Bool = false
    ) {
        precondition(value ?? 0 >= 0 && target >= 0)
        self.name = name
        self.value = value
        self.text = text
        self.target = target
        self.targetText = targetText
        self.isMaturing = isMaturing
    }

    /// Bullets of one list, each on a scale of its own that ends at the larger of number and target. The numbers are words
    /// beside the bars, which are therefore hidden from assistive technology. Empty where there are none.
    public static func html(_ bullets: [Bullet]) -> String {
        guard !bullets.isEmpty else { return "" }
        var markup = Markup()
        markup.element("ul", ["class": "rows"]) { markup in
            for bullet in bullets { bullet.write(to: &markup) }
        }
        return markup.text
    }

    private func write(to markup: inout Markup) {
        markup.element("li") { markup in
            markup.element("div", ["class": "hd"]) { markup in
                markup.element("span", text: name)
                markup.element("b", text: text)
            }
            markup.decoration(height: 30) { writeMarks(to: &$0) }
            markup.element("div", ["class": "mt"]) { $0.element("span", ["class": "tg"], text: targetText) }
        }
    }

    private func writeMarks(to markup: inout Markup) {
        let largest = max(value ?? 0, target)
        func position(_ number: Double) -> Double { largest > 0 ? number / largest * FunnelLayout.longest : 0 }
        markup.block(.track, x: "0", y: "4", width: "100%", height: "22")
        if let value {
            let reach = Reach(to: position(value), isZero: value == 0)
            if isMaturing, tenths(reach.percent) > 0 {
                markup.block(.expected, x: "0", y: "4", width: percent(reach.percent), height: "22")
            } else {
                markup.reach(reach, .bar, y: "4", height: "22")
            }
        }
        let x = percent(position(target))
        markup.rule(.targetHalo, from: (x, "0"), to: (x, "30"), width: "6")
        markup.rule(.target, from: (x, "0"), to: (x, "30"), width: "2.5")
    }
}

/// Rows of words with a picture below: names wrap, numbers do not, and all pictures of a list share one width.
extension Markup {
    /// - Parameter tone: The colour of the number; for signals only.
    mutating func row(
        name: String,
        text: String,
        tone: Remark.Tone = .plain,
        height: Int,
        _ picture: (inout Markup) -> Void
    ) {
        element("li") { markup in
            markup.element("div", ["class": "hd"]) { markup in
                markup.element("span", text: name)
                markup.element("b", tone == .plain ? [:] : ["class": "d \(tone.rawValue)"], text: text)
            }
            markup.decoration(height: height, picture)
        }
    }

    /// A picture that is passed over by assistive technology, because words beside it say the same.
    mutating func decoration(height: Int, _ content: (inout Markup) -> Void) {
        let attributes: KeyValuePairs = [
            "class": "bar", "width": "100%", "height": "\(height)", "aria-hidden": "true", "focusable": "false",
        ]
        element("svg", attributes, content)
    }

    /// A bar from the left edge. The part that grows and the part that is always seen lie on each other.
    mutating func reach(_ reach: Reach, _ paint: Paint, y: String, height: String) {
        if tenths(reach.percent) > 0 { block(paint, x: "0", y: y, width: percent(reach.percent), height: height) }
        if let pixels = reach.leastPixels { block(paint, x: "0", y: y, width: "\(pixels)", height: height) }
    }
}

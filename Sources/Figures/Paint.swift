/// A colour of a mark: the class that themes it, and its light value, so that a picture without style sheet is right.
struct Paint: Sendable, Equatable {
    let name: String
    let light: String

    static let page = Paint(name: "ground", light: "#ffffff")
    static let track = Paint(name: "trk", light: "#f4f6f7")
    static let bar = Paint(name: "now", light: "#1f6fb2")
    static let lastWeek = Paint(name: "prv", light: "#7b8791")
    static let target = Paint(name: "tgt", light: "#16191d")
    static let targetHalo = Paint(name: "tgh", light: "#ffffff")
    static let lost = Paint(name: "lost-bg", light: "#dfe9f1")
    static let lostLine = Paint(name: "lost-ln", light: "#a9c3d8")
    static let hot = Paint(name: "hot-bg", light: "#fbe6dc")
    static let hotLine = Paint(name: "hot-ln", light: "#d98a66")
    static let openLine = Paint(name: "open-ln", light: "#c9d1d8")

    // Grounds of lines.
    static let normalRange = Paint(name: "band", light: "#e9edf0")
    static let interval = Paint(name: "rib", light: "#bfd7ea")
    // Signals.
    static let bad = Paint(name: "sig", light: "#b23a06")
    static let good = Paint(name: "good-f", light: "#0a6b5d")
    // Strokes.
    static let line = Paint(name: "ln", light: "#1f6fb2")
    static let badLine = Paint(name: "bad-s", light: "#b23a06")
    static let goodLine = Paint(name: "good-s", light: "#0a6b5d")
    static let wholeLine = Paint(name: "ax", light: "#868f98")
    static let grid = Paint(name: "grid", light: "#d5dade")
    static let axis = Paint(name: "ax", light: "#868f98")
    // The stream that matters.
    static let accent = Paint(name: "h3", light: "#94c0e3")
    // Edges of hollow dots.
    static let openDot = Paint(name: "hol", light: "#1f6fb2")
    static let openSignal = Paint(name: "hol bad-s", light: "#b23a06")
    static let openGain = Paint(name: "hol good-s", light: "#0a6b5d")
    // Words.
    static let tick = Paint(name: "tk", light: "#4b545d")
    static let ink = Paint(name: "tk ik", light: "#16191d")
    static let label = Paint(name: "lb", light: "#16191d")
    static let badLabel = Paint(name: "lb sig", light: "#b23a06")
    static let goodLabel = Paint(name: "lb good-f", light: "#0a6b5d")

    /// The parts of a whole, largest first; what is put together is grey.
    static let categories = [
        Paint(name: "c1", light: "#12436d"), Paint(name: "c2", light: "#28a197"), Paint(name: "c3", light: "#801650"),
        Paint(name: "c4", light: "#f46a25"),
    ]

    /// Five steps of blue, palest first, and the words on each.
    static let heat = [
        Paint(name: "h1", light: "#edf4fa"), Paint(name: "h2", light: "#c9dff0"), Paint(name: "h3", light: "#94c0e3"),
        Paint(name: "h4", light: "#5598cf"), Paint(name: "h5", light: "#1f6fb2"),
    ]
    static let heatWords = [
        Paint(name: "tk ik", light: "#16191d"), Paint(name: "tk ik", light: "#16191d"),
        Paint(name: "tk ik", light: "#16191d"), Paint(name: "tk ik t4", light: "#16191d"),
        Paint(name: "tk ik t5", light: "#ffffff"),
    ]
}

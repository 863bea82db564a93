/// A colour of a mark: the class that themes it, and its light value, so that a picture without style sheet is right.
struct Paint: Sendable {
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
}

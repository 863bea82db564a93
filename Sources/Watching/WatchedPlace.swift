/// What is watched, and what in it counts.
struct WatchedPlace: Sendable {
    var root: String
    /// Names in `root` itself.
    var ignored: Set<String>

    /// Whether a change of `name` counts.
    /// - Parameter isAtTop: Whether it lies in `root` itself.
    func counts(_ name: String, isAtTop: Bool) -> Bool {
        !name.hasPrefix(".") && !name.hasSuffix("~") && !(isAtTop && ignored.contains(name))
    }
}

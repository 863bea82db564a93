/// The rows of one entity at one time, as far as they matter to its chains.
struct Moment {
    let position: Int64
    /// The stages of each row that matches any, one bit a stage.
    var rows: [UInt32] = []
    /// Whether one of the rows, be it a stage's row or not, keeps chains from passing over it.
    var isExcluded = false

    init(at position: Int64) {
        self.position = position
    }
}

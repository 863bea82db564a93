/// Gives names of which none comes twice.
struct DistinctNames {
    private var taken: Set<String> = []

    /// The wished name, or that with a number behind it where it is taken.
    mutating func name(_ wish: String) -> String {
        var (name, count) = (wish, 1)
        while !taken.insert(name).inserted {
            count += 1
            name = "\(wish.prefix(56))_\(count)"
        }
        return name
    }
}

internal import ArgumentParser

/// So many bytes of memory, as a person writes them: `2GB`, `500 MB`, `1.5GiB`.
struct MemorySize: Hashable, Sendable, ExpressibleByArgument {
    let bytes: Int

    private static let units = [
        ("kib", 1 << 10), ("mib", 1 << 20), ("gib", 1 << 30), ("tib", 1 << 40),
        ("kb", 1000), ("mb", 1_000_000), ("gb", 1_000_000_000), ("tb", 1_000_000_000_000),
        ("k", 1000), ("m", 1_000_000), ("g", 1_000_000_000), ("t", 1_000_000_000_000), ("b", 1),
    ]

    init?(argument: String) {
        let text = argument.lowercased().filter { $0 != " " }
        guard let (unit, factor) = Self.units.first(where: { text.hasSuffix($0.0) }),
            let number = Double(text.dropLast(unit.count)), number.isFinite, number > 0,
            let bytes = Int(exactly: (number * Double(factor)).rounded())
        else { return nil }
        self.bytes = bytes
    }
}

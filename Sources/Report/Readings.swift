internal import Diagnostics

/// What was read, and what made reading impossible.
struct Readings {
    var bySource: [String: SourceReading] = [:]
    var tests: [TestCounting] = []
    var faults = Faults()
}

/// Faults of several sources, told together.
struct Faults {
    private(set) var diagnostics: [Diagnostic] = []

    mutating func collecting<Product>(_ work: () throws -> Product) rethrows -> Product? {
        do {
            return try work()
        } catch let failure as Failure {
            diagnostics += failure.diagnostics
            return nil
        }
    }
}

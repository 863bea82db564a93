// swift-tools-version: 6.2
import PackageDescription

// Apart from the program's own package, so that nobody who builds the program builds this.
let package = Package(
    name: "benchmarks",
    targets: [.executableTarget(name: "generate-events")],
    swiftLanguageModes: [.v6]
)

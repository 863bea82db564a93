// swift-tools-version: 6.2
import PackageDescription

// The readers of the program, linked here, and what throws bytes at them: `Tests/Fuzzing/fuzz.sh`.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "fuzzing",
    targets: [
        .systemLibrary(name: "CZlib", pkgConfig: "zlib"),
        .target(name: "CBytes"),
        .target(name: "Diagnostics", swiftSettings: house),
        .target(name: "Calendars", swiftSettings: house),
        .target(name: "Records", dependencies: ["CZlib", "CBytes", "Diagnostics", "Calendars"], swiftSettings: house),
        .executableTarget(
            name: "fuzz-readers",
            dependencies: ["Records", "Calendars", "Diagnostics"],
            swiftSettings: house + [.unsafeFlags(["-parse-as-library"])]
        ),
    ],
    swiftLanguageModes: [.v6]
)

// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// Rooms are optimised in debug builds too: the tests count and render whole sites, ten times as fast.
let optimised: SwiftSetting = .unsafeFlags(["-O"], .when(configuration: .debug))

/// One room of the house; see README, "Where things are".
func room(
    _ name: String,
    uses dependencies: [Target.Dependency] = [],
    exclude: [String] = [],
    resources: [Resource]? = nil
) -> Target {
    .target(
        name: name,
        dependencies: dependencies,
        exclude: exclude,
        resources: resources,
        swiftSettings: house + [optimised]
    )
}

func tests(_ name: String, uses dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: house)
}

let templateFiles = [
    "style.css", "layout.mustache", "week.mustache", "stages.mustache", "stage.mustache", "play.mustache",
    "value.mustache", "pipeline.mustache", "activity.mustache", "other-view.mustache", "archive.mustache",
    "block.mustache", "tests.mustache", "play-item.mustache", "method.mustache",
    "not-found.mustache", "page.mustache", "redirect.mustache", "glossary.mustache",
]

let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let yaml: Target.Dependency = .product(name: "Yams", package: "Yams")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let sockets: Target.Dependency = .product(name: "FlyingSocks", package: "FlyingFox")

/// A note and one or more plays a stage, in both languages; compiled into the binary.
let starterNotes: [Resource] = [
    "awareness.note", "awareness.answer-one-question", "awareness.who-it-is-for", "awareness.be-found",
    "awareness.say-the-difference", "awareness.small-ad-test", "awareness.social-rhythm",
    "awareness.one-move-video",
    "interest.note", "interest.one-promise-form", "interest.one-next-step", "interest.one-page-download",
    "interest.reviews-unpolished", "interest.answer-in-public", "interest.live-half-hour",
    "interest.versions-by-segment",
    "decision.note", "decision.make-trying-easy", "decision.welcome-letters", "decision.short-demo",
    "decision.honest-comparison", "decision.plain-guarantee", "decision.offer-with-an-end",
    "decision.proof-beside-the-button", "decision.one-advantage", "decision.answer-in-minutes",
    "purchase.note", "purchase.shorten-checkout", "purchase.delivery-day", "purchase.help-at-checkout",
    "purchase.one-test-at-a-time",
    "loyalty.note", "loyalty.ask-after-delivery", "loyalty.offer-from-history", "loyalty.first-weeks-support",
    "loyalty.feedback-hour", "loyalty.letters-for-owners", "loyalty.simple-loyalty-scheme",
    "loyalty.bring-a-friend",
    "consideration.note", "consideration.paper-worth-an-address", "consideration.call-those-who-read",
    "consideration.named-testimonials",
    "conversion.note", "conversion.answer-within-a-day", "conversion.customer-story",
    "lead.note", "lead.note-the-source", "lead.follow-up-by-itself",
    "mql.note", "mql.objections-into-content",
    "sal.note", "sal.what-a-good-lead-is", "sal.why-disqualified", "sal.one-shared-goal",
    "sql.note", "sql.four-answers",
    "research.note", "research.buyers-questions",
    "evaluation.note", "evaluation.show-their-own-work",
    "commitment.note", "commitment.plan-it-together",
    "won.note", "won.rehearse-the-hard-talk",
].flatMap { name in
    ["tr", "en"].map { .embedInCode("Notes/\(name).\($0).md") }
}

let package = Package(
    name: "huni",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "huni", targets: ["huni"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swhitty/FlyingFox", .upToNextMinor(from: "0.27.1")),
    ],
    targets: [
        .systemLibrary(
            name: "CCMark",
            pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]
        ),
        .systemLibrary(
            name: "CZlib",
            pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
        ),
        .target(name: "CBytes"),
        room("Diagnostics"),
        room("Calendars"),
        room("YAMLText", uses: ["Diagnostics", yaml]),
        room("Notes", uses: ["CCMark", "Calendars", "YAMLText", "Diagnostics", yaml]),
        room("Records", uses: ["CZlib", "CBytes", "Diagnostics", "Calendars"]),
        room("Funnel", uses: ["Records", "Calendars"]),
        room("Advice", uses: ["Funnel", "Calendars", "Diagnostics"]),
        room("JSONText"),
        room(
            "Settings",
            uses: ["Funnel", "Records", "Calendars", "YAMLText", "JSONText", "Diagnostics", yaml],
            exclude: ["huni.schema.json"]
        ),
        room(
            "Inspection",
            uses: ["Settings", "Records", "Calendars", "YAMLText", "JSONText", "Diagnostics", yaml]
        ),
        room(
            "Report",
            uses: ["Settings", "Funnel", "Records", "Calendars", "YAMLText", "JSONText", "Diagnostics", yaml]
        ),
        room("Figures"),
        room(
            "Site",
            uses: [
                "Report", "Advice", "Notes", "Records", "Funnel", "Settings", "Figures", "Calendars", "Diagnostics",
                "JSONText", "Templates",
                mustache,
                yaml,
            ],
            resources: ["tr.yaml", "en.yaml", "plurals.txt"].map { .embedInCode("Wording/\($0)") }
        ),
        room("Publishing", uses: ["Diagnostics"]),
        room("Watching"),
        room(
            "Serving",
            uses: ["Diagnostics", sockets],
            resources: [.embedInCode("Browser/reload.js"), .embedInCode("Browser/error.css")]
        ),
        room("LivingExample", uses: ["Calendars"]),
        room("Starter", resources: starterNotes),
        .target(
            name: "Templates",
            path: "Templates",
            resources: (templateFiles + ["REFERENCE.md"]).map { .embedInCode($0) },
            swiftSettings: house
        ),
        .executableTarget(
            name: "huni",
            dependencies: [
                "Site", "Publishing", "Report", "Settings", "LivingExample", "Starter", "Inspection", "Calendars",
                "Diagnostics", "JSONText", "Serving", "Watching", "Templates",
                arguments,
            ],
            swiftSettings: house
        ),
        .executableTarget(name: "generate-example", dependencies: ["LivingExample"], swiftSettings: house),
        tests("DiagnosticsTests", uses: ["Diagnostics"]),
        tests("CalendarsTests", uses: ["Calendars"]),
        .testTarget(
            name: "FunnelTests",
            dependencies: ["Funnel", "Records", "Calendars", "Diagnostics"],
            resources: [
                .copy("counting.spec.md"), .copy("records.spec.md"), .copy("statistics.spec.md"),
                .copy("counts.spec.md"),
                .copy("pipeline.spec.md"),
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "AdviceTests",
            dependencies: ["Advice", "Funnel", "Calendars", "Diagnostics"],
            resources: [.copy("when.spec.md")],
            swiftSettings: house
        ),
        tests("LivingExampleTests", uses: ["LivingExample", "Calendars", yaml]),
        .testTarget(
            name: "NotesTests",
            dependencies: ["Notes", "Calendars", "Diagnostics"],
            exclude: ["Fixtures"],
            swiftSettings: house
        ),
        .testTarget(
            name: "FiguresTests",
            dependencies: ["Figures"],
            exclude: ["Goldens", "gallery.sh"],
            swiftSettings: house
        ),
        tests("PublishingTests", uses: ["Publishing", "Diagnostics"]),
        tests("SettingsTests", uses: ["Settings", "Calendars", "Funnel", "Records", "Diagnostics"]),
        tests(
            "ReportTests",
            uses: ["Report", "Settings", "Funnel", "Records", "Calendars", "Diagnostics", "JSONText"]
        ),
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "Site", "Report", "Advice", "Settings", "LivingExample", "Templates", "Figures", "Funnel", "Calendars",
                "Diagnostics", "JSONText",
            ],
            resources: [.copy("week-sentences.spec.md"), .copy("plural-samples.txt")],
            swiftSettings: house
        ),
        tests(
            "InspectionTests",
            uses: ["Inspection", "Settings", "Funnel", "Records", "Calendars", "Diagnostics", "JSONText"]
        ),
        tests("StarterTests", uses: ["Starter", "Advice", yaml]),
        tests("WatchingTests", uses: ["Watching"]),
        tests("ServingTests", uses: ["Serving", "Diagnostics"]),
        tests("CommandTests", uses: ["huni"]),
        .testTarget(
            name: "RecordsTests",
            dependencies: ["Records", "Calendars", "Diagnostics"],
            exclude: ["Fixtures"],
            swiftSettings: house
        ),
    ],
    swiftLanguageModes: [.v6]
)

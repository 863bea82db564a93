internal import Report

extension Edition {
    /// Whether there is a page of tests.
    var hasTests: Bool { !report.tests.isEmpty }

    /// How the variants of tests compare, a section a test; no page without tests.
    var testPages: [Page] {
        guard hasTests else { return [] }
        let stories = report.tests.map { TestStory(edition: self, test: $0) }
        return [
            Page(
                address: .tests,
                template: "tests",
                title: words.say("nav.tests"),
                description: words.say("tests.description"),
                values: [
                    "h1": .text(words.say("tests.h1")),
                    "lede": .text(words.say("tests.lede")),
                    "tests": .list(
                        stories.map { story in
                            [
                                "heading": .text(story.name),
                                "sentences": .list(story.texts.map { ["text": .text($0)] }),
                                "blocks": .list([story.block.value]),
                            ]
                        }
                    ),
                ]
            )
        ]
    }
}

import Starter
import Testing

/// What the starting set has to advise, and the plays that do.
private let promises: [(stage: String, what: String, plays: [String])] = [
    ("awareness", "educational content", ["awareness/answer-one-question"]),
    ("awareness", "social media presence", ["awareness/social-rhythm"]),
    ("awareness", "search engine optimisation", ["awareness/be-found"]),
    ("awareness", "advertising", ["awareness/small-ad-test"]),
    ("awareness", "differentiation from competitors", ["awareness/say-the-difference"]),
    ("awareness", "video", ["awareness/one-move-video"]),
    ("interest", "newsletter and e-mail nurturing", ["decision/welcome-letters"]),
    ("interest", "webinar or live session", ["interest/live-half-hour"]),
    ("interest", "reviews and references", ["interest/reviews-unpolished"]),
    ("interest", "downloadable material", ["interest/one-page-download"]),
    ("interest", "e-mail list sign-up", ["interest/one-promise-form"]),
    ("interest", "answering questions", ["interest/answer-in-public"]),
    ("interest", "conversion points", ["interest/one-promise-form", "interest/one-next-step"]),
    ("consideration", "white papers", ["consideration/paper-worth-an-address"]),
    ("consideration", "case studies", ["conversion/customer-story"]),
    ("consideration", "testimonials", ["consideration/named-testimonials"]),
    ("consideration", "SDR follow-up of known leads", ["consideration/call-those-who-read"]),
    ("decision", "demo", ["decision/short-demo", "conversion/short-demo"]),
    ("decision", "free trial", ["decision/make-trying-easy"]),
    ("decision", "offer or discount", ["decision/offer-with-an-end"]),
    ("decision", "quick customer service", ["decision/answer-in-minutes", "conversion/answer-within-a-day"]),
    ("decision", "guarantee or refund policy", ["decision/plain-guarantee", "conversion/plain-guarantee"]),
    ("decision", "price comparison", ["decision/honest-comparison", "conversion/honest-comparison"]),
    ("decision", "social proof", ["decision/proof-beside-the-button", "conversion/proof-beside-the-button"]),
    ("decision", "product advantages", ["decision/one-advantage"]),
    ("purchase", "easy payment", ["purchase/shorten-checkout"]),
    ("purchase", "fast delivery", ["purchase/delivery-day"]),
    ("purchase", "support during checkout", ["purchase/help-at-checkout"]),
    ("loyalty", "personal offers from purchase history", ["loyalty/offer-from-history"]),
    ("loyalty", "relevant content", ["loyalty/letters-for-owners"]),
    ("loyalty", "loyalty programme", ["loyalty/simple-loyalty-scheme"]),
    ("loyalty", "after-sales support", ["loyalty/first-weeks-support"]),
    ("loyalty", "collecting feedback", ["loyalty/ask-after-delivery"]),
    ("loyalty", "referral", ["loyalty/bring-a-friend"]),
    ("whole funnel", "define the target audience", ["awareness/who-it-is-for"]),
    ("whole funnel", "personalise by segment", ["interest/versions-by-segment"]),
    ("whole funnel", "automate follow-up", ["lead/follow-up-by-itself", "decision/welcome-letters"]),
    ("whole funnel", "listen to feedback", ["loyalty/feedback-hour"]),
    ("whole funnel", "active social channels", ["awareness/social-rhythm"]),
    ("whole funnel", "test and measure all the time", ["purchase/one-test-at-a-time"]),
    ("whole funnel", "train the sales team", ["won/rehearse-the-hard-talk"]),
    ("hand-off", "agree what a good lead is", ["sal/what-a-good-lead-is"]),
    ("hand-off", "record why leads are disqualified", ["sal/why-disqualified"]),
    ("hand-off", "one shared goal", ["sal/one-shared-goal"]),
    ("hand-off", "take up objections that come back", ["mql/objections-into-content"]),
]

/// `awareness/be-found` for every play of every preset.
private let plays = Set(
    ["customer-journey", "marketing", "sales-pipeline", "deal"]
        .flatMap { starterFiles(preset: $0, languages: ["tr"]) }
        .map { $0.path.dropFirst("content/stages/".count).dropLast(".md".count) }
        .filter { !$0.hasSuffix("/index") }.map(String.init)
)

@Suite struct CoverageTests {
    @Test func everyPromiseHasItsPlays() {
        for promise in promises {
            for play in promise.plays { #expect(plays.contains(play), "\(promise.stage), \(promise.what)") }
        }
    }

    @Test func noPlayIsThereForNothing() {
        let promised = Set(promises.flatMap(\.plays))
        let further: Set = [
            "research/buyers-questions", "evaluation/show-their-own-work", "evaluation/honest-comparison",
            "commitment/plan-it-together", "sql/four-answers", "lead/note-the-source",
        ]
        #expect(plays == promised.union(further))
    }

    @Test func aPlayThatTwoPresetsShareIsTheSame() throws {
        func text(_ preset: String, _ path: String) -> [UInt8]? {
            starterFiles(preset: preset, languages: ["en"]).first { $0.path == "content/stages/\(path).md" }?.bytes
        }
        let shared = try #require(text("marketing", "conversion/plain-guarantee"))
        #expect(text("customer-journey", "decision/plain-guarantee") == shared)
    }
}

internal import Calendars

/// A Markdown file of `content/`, by what it is about.
struct ContentSource {
    /// What a file is about, which its path says.
    enum Subject: Hashable {
        /// A stage's note: `stages/<stage>/index.md`.
        case stage(String)
        /// One recommended action: `stages/<stage>/<play>.md`.
        case play(String, stage: String)
        /// The analyst's comment: `weeks/2026-W46.md`.
        case week(Week)
        /// A free page: `pages/<name>.md`.
        case page(String)
    }

    var path: String
    var subject: Subject
    /// The language in its name; `nil`: it stands for every language.
    var language: String?

    /// The page of the site, in its first language, that shows it.
    var address: Address {
        switch subject {
        case .stage(let id): .stage(id)
        case .play(let slug, let stage): .play(slug, of: stage)
        case .week(let week): .week(week)
        case .page(let name): .page(name)
        }
    }

    /// A play's word in addresses; empty for other texts.
    var slug: String {
        if case .play(let slug, _) = subject { slug } else { "" }
    }

    var isPlay: Bool { !slug.isEmpty }

    /// The stage in whose folder it lies.
    var stage: String? {
        switch subject {
        case .stage(let id), .play(_, let id): id
        case .week, .page: nil
        }
    }
}

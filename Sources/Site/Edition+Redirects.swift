internal import Diagnostics
internal import Notes
internal import Settings

extension Edition {
    /// A page at each old address of a text, which leads to its new one.
    /// - Parameter taken: The addresses of all other pages.
    /// - Throws: `Failure` where an old address is none, or is another page's.
    func redirectPages(besides taken: Set<Address>) throws(Failure) -> [Page] {
        var problems: [Diagnostic] = []
        var pages: [Page] = []
        var owners: [Address: String] = [:]
        for text in maker.library.all(in: words.language) where taken.contains(text.source.address) {
            for written in text.note.frontMatter.aliases {
                do {
                    let alias = try Alias(written)
                    guard let address = own(alias.address) else { continue }
                    if let owner = taken.contains(address) ? "a page" : owners[address] {
                        problems.append(Self.isTaken(written.text, by: owner, at: alias))
                        continue
                    }
                    owners[address] = text.source.path
                    pages.append(redirect(from: address, to: text))
                } catch {
                    problems += error.diagnostics
                }
            }
        }
        guard problems.isEmpty else { throw Failure(problems) }
        return pages
    }

    /// Seen from the top of this language's pages; `nil` for an address among another language's.
    private func own(_ address: Address) -> Address? {
        let parts = address.path.split(separator: "/", maxSplits: 1).map(String.init)
        guard let language = site.languages.dropFirst().first(where: { $0 == parts.first }), parts.count > 1 else {
            return address
        }
        return language == words.language ? Address(parts[1]) : nil
    }

    private static func isTaken(_ address: String, by owner: String, at alias: Alias) -> Diagnostic {
        Diagnostic(
            at: alias.position,
            "the address '\(address)' belongs to \(owner)",
            remedy: "An old address leads to one page: take it out of one of the two."
        )
    }

    private func redirect(from address: Address, to text: ContentLibrary.Text) -> Page {
        let target = text.source.address
        return Page(
            address: address,
            template: "redirect",
            title: words.say("redirect.title"),
            description: words.say("redirect.title"),
            values: [
                "h1": .text(words.say("redirect.title")),
                "target": .text(address.link(to: target)),
                "redirect": .text(address.link(to: target)),
            ],
            standsFor: target
        )
    }
}

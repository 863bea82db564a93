internal import Diagnostics
internal import Notes

/// An old address of a text, which leads to its page.
struct Alias {
    /// Where it lies, from the site's top; in other languages than the first in the same place below their folders.
    let address: Address
    let position: SourcePosition

    /// - Throws: `Failure` for what is no path below the site's top.
    init(_ written: PlacedText) throws(Failure) {
        guard let address = Address(alias: written.text) else {
            throw Failure(
                at: written.position,
                "'\(written.text)' is no address within the site",
                remedy: "Write it from the site's top, as in old/letter.html or old/letter/."
            )
        }
        self.address = address
        position = written.position
    }
}

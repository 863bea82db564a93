import Diagnostics
import Testing

@testable import Serving

/// Who is told of what.
@Suite(.timeLimit(.minutes(1)))
struct LiveSiteTests {
    private func files(_ text: String) -> ServedSite.Build { .files(["index.html": Array(text.utf8)], below: .top) }

    private func live() -> LiveSite { LiveSite(files("a"), at: LocalAddress(port: 8000), launch: "9") }

    @Test func whoeverComesIsToldTheVersionOfNow() async {
        let live = live()
        await live.show(files("b"))
        var versions = await live.versions().makeAsyncIterator()
        #expect(await versions.next() == "9.2")
        #expect(await live.site.version == "9.2")
    }

    @Test func everyoneIsToldOfAChange() async {
        let live = live()
        var one = await live.versions().makeAsyncIterator()
        var other = await live.versions().makeAsyncIterator()
        #expect(await one.next() == "9.1")
        #expect(await other.next() == "9.1")
        await live.show(.failed([Diagnostic(.error, "a")]))
        #expect(await one.next() == "9.2")
        #expect(await other.next() == "9.2")
    }

    /// Were the second build told, the third would not have the number that follows the first.
    @Test func sameBytesAreNoChange() async {
        let live = live()
        var versions = await live.versions().makeAsyncIterator()
        #expect(await versions.next() == "9.1")
        await live.show(files("a"))
        await live.show(files("b"))
        #expect(await versions.next() == "9.2")
    }

    @Test func sameFilesBelowAnotherPathAreAChange() async {
        let live = live()
        await live.show(.files(["index.html": Array("a".utf8)], below: BasePath(publicAddress: "https://a.org/b/")))
        #expect(await live.site.version == "9.2")
    }
}

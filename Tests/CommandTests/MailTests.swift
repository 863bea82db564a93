import Foundation
import Testing

/// `huni mail` and `huni build --message`.
@Suite struct MailCommandTests {
    @Test func aMailIsAFileThatMailProgramsOpen() throws {
        let run = try Site().run("mail", "2026-W44")
        try run.expectSuccess()
        #expect(run.output.hasPrefix("From: Small report <huni@huni.invalid>\r\nSubject: Week 44, 2026: "))
        #expect(run.output.contains("\r\nContent-Type: multipart/alternative; boundary="))
        #expect(run.output.hasSuffix("--\r\n"))
    }

    @Test func theTextAloneCanBeAskedForInEachLanguage() throws {
        let site = try Site()
        #expect(try site.run("mail", "2026-W44", "--format", "text").output.hasPrefix("Small report · Week 44 · "))
        #expect(
            try site.run("mail", "2026-W44", "--format", "text", "--language", "tr").output
                .hasPrefix("Küçük rapor · 44. hafta · ")
        )
        #expect(
            try site.run("mail", "2026-W44", "--format", "html").output.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">")
        )
    }

    @Test func whatDoesNotExistIsNamed() throws {
        let site = try Site()
        let week = try site.run("mail", "2026-W20")
        #expect(week.status == 1)
        #expect(
            week.errors.hasPrefix("error: there are no data for week 2026-W20\n  The data have 2026-W43 to 2026-W46.")
        )
        let language = try site.run("mail", "2026-W44", "--language", "de")
        #expect(language.status == 1)
        #expect(language.errors == "error: the site has no language 'de'\n  The site's languages are: en, tr.\n")
    }

    @Test func aLineEndInAnAddressIsRefused() throws {
        let run = try Site().run("mail", "2026-W44", "--to", "a@example.org\r\nBcc: b@example.org")
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("error: the mail's To holds a line end or another control character\n"))
    }

    @Test func theMessageOfABuildStandsAlone() throws {
        let site = try Site()
        let run = try site.run("build", "--message")
        try run.expectSuccess()
        #expect(run.output.hasPrefix("Week 4"))
        #expect(run.output.components(separatedBy: "\n")[1].isEmpty)
        #expect(!run.output.contains("wrote "))
        #expect(site.exists("output/index.html"))
        let plain = try site.run("build")
        let headline = run.output.prefix { $0 != "\n" }
        #expect(plain.output.hasSuffix("week     \(headline)\n"))
    }
}

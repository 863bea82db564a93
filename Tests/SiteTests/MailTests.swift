import Calendars
import Diagnostics
import Foundation
import Report
import Testing

@testable import Site

@Suite("A week's e-mail")
struct MailTests {
    private static let week = SampleSite.firstWeek.advanced(by: 6)

    private func mail(
        _ site: SampleSite = SampleSite(),
        language: String? = nil,
        from: String? = nil,
        to: String? = nil
    ) throws -> Mail {
        let (maker, report) = try site.made()
        return try #require(try maker.mail(of: Self.week, for: report, in: language, from: from, to: to))
    }

    @Test func theHTMLIsMadeOfTablesWithColoursInThem() throws {
        let html = try mail().html
        for part in ["<style", "<svg", "<script", "<img", " class="] {
            #expect(!html.contains(part), "\(part)")
        }
        #expect(html.contains("bgcolor=\"#1f6fb2\""))
        #expect(html.contains("width=\"600\" style=\"width:100%;max-width:600px\""))
        #expect(html.components(separatedBy: " style=").count == 2)
        #expect(html.contains("<meta name=\"color-scheme\" content=\"light dark\">"))
        #expect(html.utf8.count < 60_000)
    }

    @Test func severalLongFunnelsStayBelowSixtyKilobytes() throws {
        var site = SampleSite(funnels: ["a", "b", "c", "d"])
        site.stages = (1...12).map { "s\($0)" }
        #expect(try mail(site).html.utf8.count < 60_000)
    }

    @Test func everyTextHasItsOwnColour() throws {
        let html = try mail().html
        let texts = html.components(separatedBy: "<td").dropFirst().filter { $0.contains("</font>") }
        #expect(texts.count > 10)
        for text in texts { #expect(text.contains("color=\"#"), "\(text)") }
    }

    @Test func thePlainTextFitsATerminal() throws {
        for language in ["tr", "en"] {
            let plain = try mail(language: language).plain
            #expect(plain.split(separator: "\n").allSatisfy { $0.count <= 80 && !$0.hasSuffix(" ") }, "\(plain)")
            #expect(plain.contains("█"))
        }
    }

    @Test func theMessageHasTwoPartsThatSayTheSame() throws {
        let mail = try mail()
        let parts = mail.message.components(separatedBy: "\r\n--huni-")
        #expect(parts.count == 4)
        #expect(try decoded(parts[1]) == mail.plain.replacing("\n", with: "\r\n"))
        #expect(try decoded(parts[2]) == mail.html.replacing("\n", with: "\r\n"))
        #expect(mail.message.replacing("\r\n", with: "").allSatisfy { $0 != "\n" && $0 != "\r" })
        #expect(mail.message.utf8.allSatisfy { $0 < 128 })
        #expect(mail.message.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 78 })
    }

    private func decoded(_ part: String) throws -> String {
        let body = try #require(part.components(separatedBy: "\r\n\r\n").dropFirst().first)
        let data = try #require(Data(base64Encoded: body.replacing("\r\n", with: "")))
        return String(decoding: data, as: UTF8.self)
    }

    @Test func headersBeyondASCIIAreEncoded() throws {
        let message = try mail(from: "Çay Ekibi <cay@example.org>").message
        #expect(message.contains("From: =?utf-8?B?w4dheSBFa2liaQ==?=\r\n <cay@example.org>\r\n"))
        #expect(message.contains("Subject: =?utf-8?B?"))
    }

    @Test(arguments: ["a@example.org\r\nBcc: x@example.org", "a@example.org\nX: y", "a\u{0}@example.org"])
    func lineEndsInAddressesAreRefused(_ address: String) throws {
        #expect(throws: Failure.self) { try mail(to: address) }
        #expect(throws: Failure.self) { try mail(from: address) }
    }

    @Test func dateAndIdentityComeFromTheData() throws {
        let (one, other) = (try mail(), try mail())
        #expect(one.message == other.message)
        let date = try #require(one.message.firstMatch(of: /\r\nDate: (.*)\r\n/)).1
        #expect(date.wholeMatch(of: /[A-Z][a-z][a-z], \d+ [A-Z][a-z][a-z] 2026 00:00:00 \+0300/) != nil, "\(date)")
        #expect(one.message.contains(/\r\nMessage-ID: <[0-9a-f]{16}@huni\.invalid>\r\n/))
    }

    @Test func aWeekWithoutDataHasNoMail() throws {
        let (maker, report) = try SampleSite().made()
        #expect(try maker.mail(of: SampleSite.firstWeek.advanced(by: 99), for: report) == nil)
    }
}

@Suite("A week in words")
struct WeekMessageTests {
    @Test func itBeginsWithTheHeadlineAndListsEveryChange() throws {
        let (maker, report) = try SampleSite().made()
        let message = try #require(try maker.message(for: report))
        #expect(message.subject.contains(#/^\d+\. hafta, 2026: /#))
        #expect(!message.subject.contains("\n"))
        #expect(message.body.contains("\n- "))
    }

    @Test func withoutDataThereIsNone() throws {
        let (maker, report) = try SampleSite(hasData: false).made()
        #expect(try maker.message(for: report) == nil)
    }
}

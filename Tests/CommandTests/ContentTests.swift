import Foundation
import Testing

/// Faults of notes, templates and data files: each at its place with its remedy, and the output as it was.
@Suite struct ContentTests {
    private let note = "content/stages/interest/index.md"

    private func expect(_ errors: String, after breaks: (Site) throws -> Void) throws {
        let run = try Site().build(afterwards: breaks)
        #expect(run.status == 1)
        #expect(run.errors == errors)
        #expect(run.output.isEmpty)
    }

    @Test func folderOfNoStageIsNamedWithTheNearestOne() throws {
        try expect(
            "content/stages/intrest: error: no funnel has a stage 'intrest'\n"
                + "  Did you mean 'interest'? Stages are: awareness, interest, purchase."
                + " Remove the folder, or add the stage to huni.yaml.\n"
        ) { try $0.write("Text.\n", to: "content/stages/intrest/index.md") }
    }

    @Test func frontMatterThatNeverEndsIsNamedWhereItBegins() throws {
        try expect(
            "\(note):1:1: error: the front matter never ends\n"
                + "  Write a line with nothing but --- after its last key.\n"
        ) { try $0.write("---\ntitle: Waking interest\nWe answer.\n", to: note) }
    }

    @Test func badValueInFrontMatterIsNamed() throws {
        try expect(
            "content/stages/interest/webinar.md:3:9: error: 'effort' must be a whole number from 1 to 3\n"
                + "  Write it in digits, as in `effort: 2`.\n"
        ) { try $0.replace("effort: 2", by: "effort: 9", in: "content/stages/interest/webinar.md") }
    }

    @Test func scriptInALinkIsRefused() throws {
        try expect(
            "\(note):4:10: error: links to 'javascript:' are not allowed\n"
                + "  Use http, https or mailto, or the path of a file near this note.\n"
        ) { try $0.replace("We answer questions.", by: "See [it](javascript:alert(1)).", in: note) }
    }

    @Test func missingImageIsNamed() throws {
        try expect(
            "\(note):4:12: error: there is no file 'content/stages/interest/chart.png'\n"
                + "  Correct the link, or add the file.\n"
        ) { try $0.replace("We answer questions.", by: "![A chart](chart.png)", in: note) }
    }

    @Test func missingImageIsNamedWithTheNearestOne() throws {
        let run = try Site().build { site in
            try site.write("not shown", to: "content/stages/interest/chart-2026.png")
            try site.replace("We answer questions.", by: "![A chart](chart-2062.png)", in: note)
        }
        #expect(run.status == 1)
        #expect(run.errors.contains("  Did you mean 'content/stages/interest/chart-2026.png'? "))
    }

    @Test func unknownValueInATemplateIsNamed() throws {
        try expect(
            "Templates/not-found.mustache:2:4: error: the page has no value called 'sentense'\n"
                + "  `huni help templates` lists the values of each template.\n"
        ) { try $0.write("<p>No page</p>\n<p>{{ sentense }}</p>\n", to: "Templates/not-found.mustache") }
    }

    @Test(arguments: [
        (
            "{{ rat stage=\"interest\" }}",
            "4:4: error: there is no number 'rat'\n  Did you mean 'rate'? Known are: change, count, gain, "
        ),
        (
            "Now {{ rate stage=\"intrest\" }}",
            "4:20: error: there is no stage 'intrest'\n  Did you mean 'interest'? Known are: awareness, interest, purchase."
        ),
        ("{{ rate stag=\"interest\" }}", "4:9: error: there is no detail 'stag'\n  Did you mean 'stage'? "),
        ("{{ measure name=\"csat\" }}", "4:18: error: there is no measure 'csat'\n  This site has none."),
        ("{{ measure }}", "4:4: error: it is not said which measure\n"),
        ("{{ rate stage=\"awareness\" }}", "4:4: error: 'awareness' is the first stage of funnel 'journey' and has no"),
        ("![A](figure:journy/funnel)", "4:6: error: there is no funnel 'journy'\n  Did you mean 'journey'? "),
        ("![A](figure:journey/funel)", "4:21: error: there is no figure 'funel'\n  Did you mean 'funnel'? "),
        ("![A](figure:journey)", "4:6: error: 'journey' names no figure\n"),
    ])
    func unknownNumbersAndFiguresAreNamedWithTheNearestOne(_ text: String, _ error: String) throws {
        let run = try Site().build { try $0.replace("We answer questions.", by: text, in: note) }
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("\(note):\(error)"), "\(run.errors)")
    }

    @Test func aCommentOnNoWeekIsNamed() throws {
        try expect(
            "content/weeks/2026-47.md: error: '2026-47' is no week\n"
                + "  A comment's file is named by its week, as in 2026-W46.md or 2026-W46.en.md.\n"
        ) { try $0.write("Text.\n", to: "content/weeks/2026-47.md") }
    }

    @Test func aCommentOnAWeekWithoutDataIsAWarning() throws {
        let site = try Site()
        try site.write("Text.\n", to: "content/weeks/2020-W01.md")
        let run = try site.run("check")
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("content/weeks/2020-W01.md: warning: the data have no such week"))
    }

    @Test func aFreePageWhoseNameIsNoAddressIsNamed() throws {
        let run = try Site().build { try $0.write("Text.\n", to: "content/pages/Our Team.md") }
        #expect(run.errors.hasPrefix("content/pages/Our Team.md: error: 'Our Team' cannot be a page's address\n"))
    }

    @Test(arguments: ["chart.svg", "sheet.xlsx", "script.js", "page.html"])
    func onlyPicturesAndPDFAreCopied(_ file: String) throws {
        let run = try Site().build { site in
            try site.write("x", to: "content/stages/interest/\(file)")
            try site.replace("We answer questions.", by: "[A file](\(file))", in: note)
        }
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("\(note):4:10: error: '.\(file.split(separator: ".")[1])' files are not copied"))
    }

    @Test func picturesAndPDFAreCopied() throws {
        let site = try Site()
        for file in ["a.png", "b.pdf"] { try site.write(file, to: "content/stages/interest/\(file)") }
        try site.replace("We answer questions.", by: "![A](a.png) [B](b.pdf)", in: note)
        try site.run("build").expectSuccess()
        #expect(try site.text("output/stages/interest/a.png") == "a.png")
        #expect(try site.text("output/stages/interest/b.pdf") == "b.pdf")
    }

    @Test(arguments: [
        ("../x", "'../x' is no address within the site"), ("/x", "'/x' is no address within the site"),
        ("stages/interest/webinar", "the address 'stages/interest/webinar' belongs to a page"),
        ("index.html", "the address 'index.html' belongs to a page"),
    ])
    func anOldAddressThatCannotBeIsNamed(_ alias: String, _ error: String) throws {
        let run = try Site().build { site in
            try site.replace("effort: 2", by: "aliases: [\"\(alias)\"]", in: "content/stages/interest/webinar.md")
        }
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("content/stages/interest/webinar.md:3:12: error: \(error)"), "\(run.errors)")
    }

    @Test func sectionWithoutEndIsNamedWhereItBegins() throws {
        try expect(
            "Templates/not-found.mustache:1:4: error: the section 'home' is not closed\n"
                + "  Write {{/home}} where it ends, after the end of sections that begin in it.\n"
        ) { try $0.write("<p>{{#home}}No page</p>\n", to: "Templates/not-found.mustache") }
    }

    @Test func tagWithoutEndIsNamed() throws {
        let run = try Site().build { try $0.write("<p>{{home</p>\n", to: "Templates/not-found.mustache") }
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("Templates/not-found.mustache:1:"))
        #expect(run.errors.contains("error: no proper template: a tag has no"))
    }

    @Test func unknownTemplateIsNamedWithTheNearestOne() throws {
        let run = try Site().build { try $0.write("", to: "Templates/weeks.mustache") }
        #expect(run.status == 1)
        #expect(
            run.errors.hasPrefix(
                "Templates/weeks.mustache: error: no template has this name\n"
                    + "  Did you mean 'week.mustache'? Templates are: activity.mustache, "
            )
        )
    }

    @Test func folderInTheirPlaceIsNoFile() throws {
        try expect(
            "huni.yaml:9:12: error: 'content/data/more.csv' is a folder, not a file\n"
                + "  Move it, or name the files in it.\n"
        ) { try $0.makeFolder("content/data/more.csv") }
    }

    @Test func pipeInTheirPlaceIsNoFile() throws {
        try expect(
            "huni.yaml:9:12: error: 'content/data/more.csv' is a pipe or a device, not a file\n"
                + "  Write what comes out of it to a file, and name that.\n"
        ) { #expect(mkfifo($0.path("content/data/more.csv"), 0o600) == 0) }
    }

    @Test func linkToNothingIsNamed() throws {
        try expect(
            "huni.yaml:9:12: error: 'content/data/more.csv' is a link to nothing\n"
                + "  Mend the link, or copy the file.\n"
        ) { try $0.link("content/data/more.csv", to: "gone.csv") }
    }

    @Test func fileWithoutPermissionIsNamed() throws {
        guard getuid() != 0 else { return }
        try expect(
            "huni.yaml:9:12: error: 'content/data/visits.csv' cannot be read: permission denied\n"
                + "  Look at the file's permissions.\n"
        ) { #expect(chmod($0.path("content/data/visits.csv"), 0) == 0) }
    }

    @Test(arguments: ["/etc/passwd", "../../../outside.csv"])
    func linkThatLeavesTheSiteIsRefused(_ target: String) throws {
        try expect(
            "huni.yaml:9:12: error: 'content/data/more.csv' is a link that leaves the site's folder\n"
                + "  Copy the file into the site.\n"
        ) { site in
            try site.write(Site.header, to: "../outside.csv")
            try site.link("content/data/more.csv", to: target)
        }
    }

    @Test func linkedDataFolderThatLeavesTheSiteIsRefused() throws {
        try expect(
            "huni.yaml:9:12: error: 'content/data/visits.csv' is a link that leaves the site's folder\n"
                + "  Copy the file into the site.\n"
        ) { site in
            try site.write(Site.rows, to: "../outside/visits.csv")
            try site.remove("content/data")
            try site.link("content/data", to: "../../outside")
        }
    }

    @Test func linkWithinTheSiteIsFollowed() throws {
        let site = try Site()
        try site.remove("content/data/visits.csv")
        try site.write(Site.rows, to: "kept/visits.csv")
        try site.link("content/data/visits.csv", to: "../../kept/visits.csv")
        #expect(try site.run("build").status == 0)
    }

    @Test func linkedFolderOfNotesIsRefused() throws {
        try expect(
            "content/stages/purchase/more: error: this is a link to a folder, and those are not followed\n"
                + "  Copy the folder into the site.\n"
        ) { try $0.link("content/stages/purchase/more", to: "../interest") }
    }
}

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
                + "  Compare with the built-in template of the same name.\n"
        ) { try $0.write("<p>No page</p>\n<p>{{ sentense }}</p>\n", to: "Templates/not-found.mustache") }
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

import Testing

/// The owner's name, logo and colours, and the owner's own templates.
@Suite struct BrandTests {
    private func site(_ brand: String) throws -> Site {
        let site = try Site()
        try site.replace("  languages: [en, tr]", by: "  languages: [en, tr]\n  brand: \(brand)")
        return site
    }

    @Test func nameLogoAndColoursAreOnEveryPage() throws {
        let site = try site(
            "{ name: Kettle, logo: content/logo.png, colors: { light: \"#7A1F5C\", dark: \"#f0a8d8\" } }"
        )
        try site.write("png", to: "content/logo.png")
        try site.run("build").expectSuccess()
        let page = try site.text("output/weeks/2026-W43/index.html")
        #expect(
            page.contains("href=\"../../index.html\"><img src=\"../../logo.png\" alt=\"\" height=\"28\"> Kettle</a>")
        )
        #expect(page.contains("· Small report</title>"))
        #expect(try site.text("output/logo.png") == "png")
        let css = try site.text("output/style.css")
        #expect(
            css.hasSuffix(
                ":root{--link:#7a1f5c}\n@media screen and (prefers-color-scheme:dark){:root{--link:#f0a8d8}}\n"
            )
        )
    }

    @Test func aLightColourAloneLeavesDarkPagesAsTheyAre() throws {
        let site = try site("{ colors: { light: \"#7a1f5c\" } }")
        try site.run("build").expectSuccess()
        let css = try site.text("output/style.css")
        #expect(css.hasSuffix("@media screen and (prefers-color-scheme:dark){:root{--link:#8cc4f5}}\n"))
    }

    @Test(arguments: [
        (
            "{ colors: { light: \"#8cc4f5\" } }",
            "huni.yaml:5:29: error: #8cc4f5 on the background #ffffff of light pages has a contrast of 1.85:1; text needs 4.5:1\n"
                + "  Take a darker colour.\n"
        ),
        (
            "{ colors: { dark: \"#0b57a4\" } }",
            "huni.yaml:5:28: error: #0b57a4 on the background #14181c of dark pages has a contrast of 2.47:1; text needs 4.5:1\n"
                + "  Take a lighter colour.\n"
        ),
        ("{ colors: { light: blue } }", "huni.yaml:5:29: error: 'blue' is no colour\n"),
        ("{ logo: content/lgoo.png }", "huni.yaml:5:18: error: there is no file 'content/lgoo.png' below content\n"),
        ("{ color: red }", "huni.yaml:5:12: error: unknown key 'color' in site.brand\n"),
    ])
    func whatCannotBeIsNamed(_ brand: String, _ error: String) throws {
        let run = try site(brand).run("build")
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix(error), "\(run.errors)")
    }

    @Test func templatesAreCopiedIntoASiteAndBuildTheSame() throws {
        let site = try Site()
        try site.run("build").expectSuccess()
        let before = try site.snapshot()
        let run = try site.run("init", "--templates")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("copied   "))
        #expect(site.exists("Templates/week.mustache") && site.exists("Templates/style.css"))
        try site.run("build").expectSuccess()
        #expect(try site.snapshot() == before)
        try site.write("mine", to: "Templates/style.css")
        #expect(try site.run("init", "--templates").output.contains("left"))
        #expect(try site.text("Templates/style.css") == "mine")
    }

    @Test(arguments: [
        (
            "{{#comment}}{{titel}}{{/comment}}",
            "1:13: error: the page has no value called 'titel'\n  Did you mean 'title'? "
        ),
        ("{{> other-vew}}", "1:1: error: there is no template 'other-vew'\n  Did you mean 'other-view'? "),
        ("{{<layuot}}{{/layuot}}", "1:1: error: there is no template 'layuot'\n  Did you mean 'layout'? "),
        (
            "<p>\n{{t.archive.titel}}",
            "2:1: error: the page has no value called 't.archive.titel'\n  Did you mean 't.archive.title'? "
        ),
        ("{{=<% %>=}}", "1:1: error: the delimiters are changed here"),
    ])
    func aNameOrPartialThatThereIsNotIsNamedEvenWhereNoPageShowsIt(_ text: String, _ error: String) throws {
        let run = try Site().build { try $0.write(text, to: "Templates/week.mustache") }
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("Templates/week.mustache:\(error)"), "\(run.errors)")
    }

    @Test func helpListsWhatTemplatesGet() throws {
        let run = try Site().run("help", "templates")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("# What templates get\n"))
        #expect(run.output.contains("## `week.mustache`\n") && run.output.contains("| `facts.title` | text |"))
    }
}

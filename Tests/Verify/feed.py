"""The feed and the sitemap: Atom by its grammar and by what a grammar cannot say, and whether their addresses exist."""

import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
GRAMMAR = Path(__file__).with_name("atom.rng")


def feeds(site):
    return sorted(site.rglob("feed.xml"))


def against_grammar(site):
    """What xmllint says of each feed; a site without an address has none."""
    for path in feeds(site):
        run = subprocess.run(
            ["xmllint", "--noout", "--nonet", "--relaxng", GRAMMAR, path], capture_output=True, text=True
        )
        if run.returncode:
            yield from run.stderr.splitlines()


def against_rules(site):
    """RFC 4287, 4.1.1 to 4.1.2 and 4.2.6: authors, ids that differ, one alternate link, newest entry first."""
    for path in feeds(site):
        feed = ElementTree.parse(path).getroot()
        entries = feed.findall(ATOM + "entry")
        ids = [node.text for node in feed.iter(ATOM + "id")]
        for name in {name for name in ids if ids.count(name) > 1}:
            yield f"{path}: id {name} {ids.count(name)} times"
        if feed.find(ATOM + "author") is None and any(entry.find(ATOM + "author") is None for entry in entries):
            yield f"{path}: an entry without an author"
        for entry in entries:
            links = [link for link in entry.findall(ATOM + "link") if link.get("rel", "alternate") == "alternate"]
            if len(links) != 1:
                yield f"{path}: {entry.findtext(ATOM + 'id')}: {len(links)} alternate links"
            if entry.findtext(ATOM + "updated") < (entry.findtext(ATOM + "published") or ""):
                yield f"{path}: {entry.findtext(ATOM + 'id')}: updated before it was published"
        published = [entry.findtext(ATOM + "published") for entry in entries]
        if published != sorted(published, reverse=True):
            yield f"{path}: entries are not the newest first"
        latest = max((entry.findtext(ATOM + "updated") for entry in entries), default=feed.findtext(ATOM + "updated"))
        if feed.findtext(ATOM + "updated") != latest:
            yield f"{path}: updated is not that of the newest entry"


def addresses(site):
    """Whether what feed and sitemap name lies in the site; both know the address that the front page is canonical at."""
    for path in feeds(site):
        feed = ElementTree.parse(path).getroot()
        own = next(link.get("href") for link in feed.findall(ATOM + "link") if link.get("rel") == "self")
        base = own.removesuffix(path.relative_to(site).as_posix())
        for link in feed.iter(ATOM + "link"):
            yield from missing(site, path, base, link.get("href"))
    for path in sorted(site.glob("sitemap.xml")):
        places = [node.text for node in ElementTree.parse(path).getroot().iter(SITEMAP + "loc")]
        base = min(places, key=len).removesuffix("index.html") if places else ""
        for place in places:
            yield from missing(site, path, base, place)
        for place in {place for place in places if places.count(place) > 1}:
            yield f"{path}: {place} {places.count(place)} times"


def missing(site, path, base, address):
    if not address.startswith(base) or not (site / address.removeprefix(base)).is_file():
        yield f"{path}: {address} is not in the site"

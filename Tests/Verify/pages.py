"""A built site as read from the disk: its pages, and what each holds."""

from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Page(HTMLParser):
    """One page: its tags, ids, headings and links."""

    def __init__(self, path, text):
        super().__init__(convert_charrefs=True)
        self.path = path
        self.size = len(text.encode())
        self.tags = []  # (name, attributes, line)
        self.ids = []
        self.headings = []  # (level, text)
        self.links = []  # (attribute, address, line)
        self.title = ""
        self._open = None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        line = self.getpos()[0]
        self.tags.append((tag, attrs, line))
        if "id" in attrs:
            self.ids.append(attrs["id"])
        for name in ("href", "src"):
            if name in attrs:
                self.links.append((name, attrs[name] or "", line))
        if tag == "title" and not self.title or tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self._open = tag
            if tag != "title":
                self.headings.append((int(tag[1]), ""))

    def handle_endtag(self, tag):
        if tag == self._open:
            self._open = None

    def handle_data(self, data):
        if self._open == "title":
            self.title += data
        elif self._open:
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)

    def attribute(self, tag, attribute, **where):
        """An attribute of the first `tag` that has the attributes `where`."""
        for found, attrs, _ in self.tags:
            if found == tag and all(attrs.get(key) == value for key, value in where.items()):
                return attrs.get(attribute)
        return None

    @property
    def language(self):
        return self.attribute("html", "lang")

    @property
    def is_not_found(self):
        return self.path.name == "404.html"


def read_pages(site: Path):
    """Every page of the site, by its path in it."""
    return {
        path.relative_to(site): Page(path.relative_to(site), path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }

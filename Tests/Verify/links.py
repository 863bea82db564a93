"""Whether every address leads somewhere, on the disk or on a server."""

import re
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import urlopen

from pages import Page


class Place:
    """Where a site is looked at: an address, and what lies below it."""

    def __init__(self, address):
        self.address = address
        self._texts = {}

    def text(self, address):
        """What is found there; `None`: nothing."""
        if address not in self._texts:
            self._texts[address] = self._read(address)
        return self._texts[address]

    def _read(self, address):
        parts = urlsplit(address)
        try:
            if parts.scheme == "file":
                with open(unquote(parts.path), "rb") as file:
                    return file.read()
            with urlopen(address) as answer:
                return answer.read()
        except (HTTPError, OSError):
            return None

    def broken(self, pages):
        """Links, images and style sheets of `pages` that lead nowhere below this address."""
        ids = {}
        for page in pages:
            here = urljoin(self.address, page.path.as_posix())
            for name, written, line in page.links:
                if re.match(r"(https?|mailto|tel):", written) or page.attribute("link", "rel", href=written) == "canonical":
                    continue
                target, fragment = urldefrag(urljoin(here, written))
                where = f"{page.path}:{line}: {written}"
                if not target.startswith(self.address):
                    yield f"{where} leaves the site"
                elif (text := self.text(target)) is None:
                    yield f"{where} leads nowhere"
                elif fragment:
                    if target not in ids:
                        ids[target] = Page(page.path, text.decode()).ids
                    if unquote(fragment) not in ids[target]:
                        yield f"{where}: no such id"


def alternates(pages):
    """Whether the versions of a page in other languages name each other."""
    for path, page in pages.items():
        if page.is_not_found:
            continue
        versions = {}
        for tag, attrs, _ in page.tags:
            if tag == "link" and attrs.get("rel") == "alternate" and "hreflang" in attrs:
                target = urljoin("file:///" + path.as_posix(), attrs["href"]).removeprefix("file:///")
                versions[attrs["hreflang"]] = target
        if versions and versions.get(page.language) != path.as_posix():
            yield f"{path}: does not name itself as its version in '{page.language}'"
        for language, target in versions.items():
            other = next((one for place, one in pages.items() if place.as_posix() == target), None)
            if other is None:
                yield f"{path}: no version '{language}' at {target}"
            elif other.language != language:
                yield f"{path}: its version '{language}' is in '{other.language}'"

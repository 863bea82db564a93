"""What every page must hold, and what none may."""

import re
from collections import Counter

KB = 1024
POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"


def forbidden(page):
    """Scripts, inline styles, and addresses that tie the site to one place."""
    for tag, attrs, line in page.tags:
        if tag in ("script", "style", "iframe", "object", "embed", "form", "base"):
            yield f"{page.path}:{line}: <{tag}>"
        for name, value in attrs.items():
            if name == "style" or name.startswith("on"):
                yield f"{page.path}:{line}: {name}="
            if re.match(r"\s*javascript:", value or "", re.I):
                yield f"{page.path}:{line}: {value}"
    for name, address, line in page.links:
        if address.startswith("/") and not page.is_not_found:
            yield f"{page.path}:{line}: absolute address {address}"
        if address == "" or address.endswith("/") and "://" not in address:
            yield f"{page.path}:{line}: an address without a file: '{address}'"


def policy(page):
    found = page.attribute("meta", "content", **{"http-equiv": "Content-Security-Policy"})
    if found != POLICY:
        yield f"{page.path}: the policy is {found}"


def headings(page):
    levels = [level for level, _ in page.headings]
    if levels.count(1) != 1:
        yield f"{page.path}: {levels.count(1)} h1"
    for before, after in zip(levels, levels[1:]):
        if after > before + 1:
            yield f"{page.path}: h{after} follows h{before}"
    for level, text in page.headings:
        if not text.strip():
            yield f"{page.path}: an empty h{level}"


def duplicate_ids(page):
    for name, count in Counter(page.ids).items():
        if count > 1:
            yield f"{page.path}: id '{name}' {count} times"


def unfilled(page, text):
    """Placeholders and machine words that should never reach a reader."""
    body = re.sub(r"<(pre|code)\b.*?</\1>", "", text, flags=re.S)
    for match in re.finditer(r"\{\{?[a-z_.]+\}?\}|Optional\(|\bnil\b|\bnan\b|\binf\b", body):
        yield f"{page.path}: '{match.group()}'"


def budget(page):
    limit = 150 if "weeks" in page.path.parts or page.path.name == "index.html" and len(page.path.parts) < 3 else 60
    if page.size > limit * KB:
        yield f"{page.path}: {page.size / KB:.0f} KB, more than {limit}"


def week_budgets(site, pages):
    """A week's page together with the data that it links to, each file once."""
    for page in pages:
        if "weeks" not in page.path.parts:
            continue
        linked = {(site / page.path.parent / href).resolve() for _, href, _ in page.links if re.search(r"\.(csv|json)$", href)}
        size = page.size + sum(path.stat().st_size for path in linked if path.is_file())
        if size > 150 * KB:
            yield f"{page.path}: {size / KB:.0f} KB with its data, more than 150"


def typical_budget(pages):
    sizes = sorted(page.size for page in pages)
    typical = sizes[len(sizes) // 2]
    if typical > 60 * KB:
        yield f"the middle page has {typical / KB:.0f} KB, more than 60"


def unique(pages, name, value):
    """`value` of each page, which no other page of its language may share; a front page repeats its newest week."""
    seen = {}
    for page in pages:
        text = (value(page) or "").strip()
        if not text:
            yield f"{page.path}: no {name}"
        other = seen.setdefault((page.language, text), page.path)
        if other != page.path and not is_front(other, page.path):
            yield f"{page.path}: the same {name} as {other}"


def is_front(one, other):
    """Whether one page is a front page and the other a week's."""
    return "weeks" in other.parts and one.name == "index.html" and "weeks" not in one.parts and (
        len(one.parts) <= 2 or "funnels" in one.parts
    )

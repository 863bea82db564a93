"""How pages come out of a printer: Chromium's PDF on A4, as the style sheet asks for it."""

import re

MOST_PAGES = 2
PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


def printed(browser, addresses):
    """Each address with its PDF."""
    tab = browser.new_page()
    for address in addresses:
        tab.goto(address)
        yield address, tab.pdf(format="A4", prefer_css_page_size=True)
    tab.close()


def sheets(pdf):
    return len(PAGE.findall(pdf))


def too_long(browser, addresses):
    """Reports of a week that need more than two sheets."""
    for address, pdf in printed(browser, addresses):
        count = sheets(pdf)
        if count > MOST_PAGES:
            yield f"{address}: {count} pages of A4, more than {MOST_PAGES}"

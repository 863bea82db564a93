"""What a browser finds: violations of the policy, requests to others, pages too wide, barriers for readers."""

import contextlib
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
WIDEST = """[...document.querySelectorAll('main *, header *')]
  .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest('.scroll'))
  .map(e => e.tagName.toLowerCase() + '.' + (e.getAttribute('class') || '')).slice(0, 3).join(' ')"""


@contextlib.contextmanager
def chromium():
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


def complaints(browser, visits):
    """Opens each address and tells what its console says, what is not there, and which other hosts it asks.

    `visits`: addresses, each with the status expected.
    """
    found = []
    tab = browser.new_page()

    def hear(message):
        if "Failed to load resource" not in message.text:
            found.append(f"{tab.url}: {message.type}: {message.text}")

    def see(request):
        if urlsplit(request.url).netloc != urlsplit(visits[0][0]).netloc:
            found.append(f"{tab.url}: asks {request.url}")

    def receive(answer):
        if answer.status >= 400 and not answer.request.is_navigation_request() and "/favicon.ico" not in answer.url:
            found.append(f"{tab.url}: {answer.url} answers {answer.status}")

    tab.on("console", hear)
    tab.on("request", see)
    tab.on("response", receive)
    tab.on("requestfailed", lambda request: found.append(f"{tab.url}: {request.url} failed"))
    for address, expected in visits:
        status = tab.goto(address).status
        if status != expected:
            found.append(f"{address}: answers {status}")
    tab.close()
    return found


def too_wide(browser, addresses, width):
    tab = browser.new_page(viewport={"width": width, "height": 800})
    for address in addresses:
        tab.goto(address)
        excess = tab.evaluate(OVERFLOW)
        if excess > 0:
            yield f"{address}: {excess} px wider than {width}: {tab.evaluate(WIDEST)}"
    tab.close()


def barriers(browser, addresses, width, scheme):
    """What axe-core objects to, tables unfolded."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    tab = context.new_page()
    for address in addresses:
        tab.goto(address)
        tab.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
        for violation in Axe().run(tab).response["violations"]:
            where = "; ".join(" ".join(node["target"][:1]) for node in violation["nodes"][:3])
            yield f"{address}: {violation['id']}: {violation['help']} ({where})"
    context.close()

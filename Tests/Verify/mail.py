"""Reads the newest week's mail as a mail program does, in each language; exit code 1 if something is wrong with it.

    mail.py PROGRAM SITE      PROGRAM is huni, SITE the folder of huni.yaml
"""

import email
import json
import subprocess
import sys
from email import policy

import browser

WIDTHS = (390, 700)
LARGEST = 60 * 1024
FORBIDDEN = ("<svg", "<style", "<script", "<link", "src=")


def huni(program, site, *arguments):
    return subprocess.run([program, *arguments, "-r", site], capture_output=True, check=True).stdout


def newest_week(program, site):
    weeks = json.loads(huni(program, site, "metrics", "--format", "json"))["funnels"][0]["weeks"]
    return max(week["week"] for week in weeks)


def of_message(raw, message):
    """What is wrong with the message as a whole."""
    if raw.count(b"\n") != raw.count(b"\r\n"):
        yield "a line ends without a carriage return"
    if max(map(len, raw.split(b"\r\n"))) > 998 or any(byte > 127 for byte in raw):
        yield "a line is too long, or not ASCII"
    for name in ("From", "Subject", "Date", "Message-ID", "MIME-Version"):
        if not message[name]:
            yield f"no {name}"
    for part in message.walk():
        yield from (f"{part.get_content_type()}: {defect!r}" for defect in part.defects)
    kinds = [(part.get_content_type(), part.get_content_charset()) for part in message.iter_parts()]
    if kinds != [("text/plain", "utf-8"), ("text/html", "utf-8")]:
        yield f"its parts are {kinds}"


def of_parts(plain, html):
    """What is wrong with the text for a terminal and the one for a window."""
    wide = [line for line in plain.splitlines() if len(line) > 80 and " " in line.strip()]
    yield from (f"wider than a terminal: {line}" for line in wide)
    size = len(html.encode())
    if size > LARGEST:
        yield f"{size} bytes of HTML"
    yield from (f"the HTML has {word}" for word in FORBIDDEN if word in html)


def in_window(chromium, html):
    """Whether a window of any width and colour shows all of it."""
    for width in WIDTHS:
        for scheme in ("light", "dark"):
            tab = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
            tab.set_content(html)
            over = tab.evaluate(browser.OVERFLOW)
            if over > 0:
                yield f"{over} px wider than {width} px, {scheme}"
            tab.close()


def main():
    program, site, *languages = sys.argv[1:]
    week = newest_week(program, site)
    failed = False
    with browser.chromium() as chromium:
        for language in languages:
            raw = huni(program, site, "mail", week, "--language", language)
            message = email.message_from_bytes(raw, policy=policy.default)
            plain, html = (message.get_body((kind,)).get_content() for kind in ("plain", "html"))
            faults = [*of_message(raw, message), *of_parts(plain, html), *in_window(chromium, html)]
            print(f"{'FAIL' if faults else 'PASS'}  mail of {week}, {language}: {len(html.encode())} bytes of HTML")
            for fault in faults:
                print(f"      {fault}")
            failed = failed or bool(faults)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Takes pictures of the sites that the audit has built: screenshots.py AUDIT FOLDER."""

import os
import sys
from pathlib import Path

import browsing
from playwright.sync_api import sync_playwright

# A picture in docs/ is not to be heavier.
MOST = 150 * 1024


def to(page, id):
    """Scrolls to an element, as a link to it would."""
    page.evaluate("id => document.getElementById(id).scrollIntoView()", id)


def week(page):
    for box in page.locator(".tick input").all()[:2]:
        box.check()
    to(page, "3-look-before-you-compute")


def outcomes(page):
    to(page, "3-pass-with-other-output-than-the-notes-say")


def search(page):
    page.keyboard.press("/")
    box = page.get_by_role("combobox")
    box.wait_for()
    box.fill("count lines")
    page.get_by_role("option").first.wait_for()


def values(page):
    page.locator("input[data-blank=your-project]").first.fill("rides-2026")
    to(page, "7-fill-in")


PICTURES = [
    ("week", "repository", "week2.html", 1280, 760, "light", week),
    ("search", "repository", "week2.html", 1100, 680, "dark", search),
    ("outcomes", "everything", "records.html", 1100, 680, "light", outcomes),
    ("phone", "everything", "steps.html", 390, 680, "dark", values),
]


def main():
    audit, folder = Path(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        flags = ["--disable-gpu"] + (["--no-sandbox"] if os.geteuid() == 0 else [])
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        for name, site, path, width, height, scheme, prepare in PICTURES:
            with browsing.visitor(browser, browsing.folder(audit / site / "site"), width, scheme) as reader:
                page = reader.read(path)
                page.set_viewport_size({"width": width, "height": height})
                if prepare:
                    prepare(page)
                picture = folder / f"{name}.png"
                page.screenshot(path=picture, animations="disabled", caret="hide")
                size = picture.stat().st_size
                print(f"{picture}: {size // 1024} KB")
                if size > MOST:
                    sys.exit(f"{picture} is heavier than {MOST // 1024} KB")
        browser.close()


if __name__ == "__main__":
    main()

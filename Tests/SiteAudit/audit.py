#!/usr/bin/env python3
"""Looks at built sites as readers' machines do: a validator, axe and a browser that clicks.

    audit.py NOTES FOLDER [--only PART] [--check WORDS]

NOTES is the program, FOLDER holds what is made on the way. The exit status is 1 when there is
trouble.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

import browsing
import checks
import courses
import looking
import static
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import sync_playwright
from report import Report, Trouble

# Pages that axe reads in each setting: one of each sort.
AXE = [
    "index.html", "prose.html", "steps.html", "records.html", "code.html", "tabs.html", "math.html",
    "languages/arabic.html", "languages/japanese.html", "part-1/page-01.html",
    "headings.html", "diagrams.html",
]


def opens(name):
    def open_popover(page):
        button = page.get_by_role("button", name=name, exact=True)
        if not button.is_visible():
            return False
        button.click()
        return True

    return open_popover


def opens_search(page):
    page.keyboard.press("/")
    field = page.locator("input[type=search], [role=combobox], [role=searchbox]")
    if not field.count() or not field.first.is_visible():
        return False
    field.first.fill("docker")
    page.wait_for_timeout(400)
    return True


STATES = {
    "prose.html": [("pages open", opens("Pages")), ("contents open", opens("Contents")),
                   ("search open", opens_search)],
}


def commands(notes, course, page):
    """The commands of a page's steps, by what the program itself says of them."""
    path = course / "content" / (page.removesuffix(".html") + ".md")
    result = subprocess.run(
        [notes, "steps", path, "--json"], capture_output=True, text=True, cwd=course, check=True)
    steps = json.loads(result.stdout)["steps"]
    return [command["text"] for step in steps for command in step["commands"]
            if not command["doneBy"]]


def behaviour(part, browser, places, words):
    for check in checks.load():
        if words and words.lower() not in check.name.lower():
            continue
        for place in places:
            with browsing.visitor(
                    browser, place, check.width, script=check.script,
                    permissions=["clipboard-read", "clipboard-write"]) as reader:
                troubles = []
                try:
                    check.run(reader)
                except (checks.Unexpected, BrowserError) as error:
                    troubles = [Trouble(place.name, "", check.name, str(error))]
                part.add(troubles + reader.troubles)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("notes", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", help="the parts whose names hold this word")
    parser.add_argument("--check", help="the checks of behaviour whose names hold these words")
    options = parser.parse_args()
    only = "behaviour" if options.check else options.only or ""
    notes, folder = options.notes.resolve(), options.folder.resolve()

    report = Report()
    try:
        with report.part("build") as part:
            everything = courses.everything(notes, folder / "everything")
            repository = courses.repository(notes, folder / "repository")
            part.note = f"{len(everything.pages)} and {len(repository.pages)} pages"
    except courses.BuildFailed as error:
        print(error)
        return 1
    sites = [everything, repository]

    # Java works on one core while the browser has the other.
    validator = static.start_validator(sites) if only in "validator" else None
    if any(only in name for name in BROWSED):
        with sync_playwright() as playwright, browsing.served(everything.folder) as server:
            # The browser's own sandbox refuses root, as who it is in a container.
            flags = ["--no-sandbox"] if os.geteuid() == 0 else []
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
            try:
                browse(browser, server, report, only, options.check, everything, repository, notes, folder)
            finally:
                browser.close()
    if validator:
        with report.part("validator") as part:
            static.read_validator(part, validator, sites)
    if only in "weights":
        with report.part("weights") as part:
            static.weigh(part, sites)
    report.print()
    return 1 if report.failed else 0


BROWSED = ["axe", "policy", "no script", "reflow", "paper", "behaviour"]


def browse(browser, server, report, only, words, everything, repository, notes, folder):
    file = browsing.folder(everything.folder)
    own = browsing.folder(repository.folder)
    address = browsing.at_address(everything.folder)
    chosen = [page for page in AXE if page in everything.pages]
    if only in "axe":
        with report.part("axe") as part:
            looking.accessibility(part, browser, file, chosen, STATES)
            looking.accessibility(part, browser, own, ["index.html", "week2.html"], {})
            looking.accessibility(part, browser, address, ["404.html"], {})
            looking.accessibility(part, browser, file, ["print.html"], {}, looking.SETTINGS[:1])
            part.note = "WCAG 2.2 AA and best practices, light and dark, 1400 and 390 px"
    if only in "policy":
        with report.part("policy") as part:
            for place in (file, server):
                looking.policy(part, browser, place, everything.readable)
            looking.policy(part, browser, own, repository.readable)
            looking.policy(part, browser, address, ["404.html"])
            part.note = "no violation, no error, no request off the site; from a folder and a server"
    if only in "no script":
        with report.part("no script") as part:
            looking.without_script(part, browser, file, everything.readable)
    if only in "reflow":
        with report.part("reflow") as part:
            looking.reflow(part, browser, file, chosen)
            part.note = "320, 390, 900 and 1400 px"
    if only in "paper":
        with report.part("paper") as part:
            for site, place, pages in [(everything, file, PAPER), (repository, own, OWN_PAPER)]:
                steps = {page: commands(notes, site.course, page) for page in pages}
                steps["print.html"] = [each for all in steps.values() for each in all]
                looking.paper(part, browser, place, steps, folder / "paper" / site.name)
    if only in "behaviour":
        with report.part("behaviour") as part:
            behaviour(part, browser, [file, server], words)
            part.note = "typing and clicking, from a folder and a server"


PAPER = ["prose.html", "steps.html", "records.html", "code.html", "tabs.html"]
OWN_PAPER = ["week1.html", "week2.html", "week3.html"]

if __name__ == "__main__":
    sys.exit(main())

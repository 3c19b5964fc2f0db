#!/usr/bin/env python3
"""Looks at built sites as readers' machines do: a validator, axe and a browser that clicks.

    audit.py NOTES FOLDER [--only PART] [--check WORDS]

NOTES is the program, FOLDER holds what is made on the way. The exit status is 1 when there is
trouble.
"""

import argparse
import contextlib
import json
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
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


def behaviour(part, browser, place, words):
    for check in checks.load():
        if words and words.lower() not in check.name.lower():
            continue
        with browsing.visitor(
                browser, place, check.width, script=check.script,
                permissions=["clipboard-read", "clipboard-write"]) as reader:
            troubles = []
            try:
                check.run(reader)
            except (checks.Unexpected, BrowserError) as error:
                troubles = [Trouble(place.name, "", check.name, str(error))]
            part.add(troubles + reader.troubles)


# What a browser of its own looks at, the longest first; a part may have several, which run at the
# same time.


def axe(part, browser, setting, course, own, words):
    part.note = "WCAG 2.2 AA and best practices, light and dark, 1400 and 390 px"
    look = lambda place, pages, states={}: looking.accessibility(part, browser, place, pages, states, setting)
    look(browsing.folder(course.folder), looked_at(course), STATES)
    look(browsing.folder(own.folder), ["index.html", "week2.html"])
    look(browsing.at_address(course.folder), ["404.html"])
    if setting == looking.SETTINGS[0]:
        look(browsing.folder(course.folder), ["print.html"])


def clicks(part, browser, place, course, own, words):
    part.note = "typing and clicking, from a folder and a server"
    with places(course)[place] as place:
        behaviour(part, browser, place, words)


def policy(part, browser, place, course, own, words):
    part.note = "no violation, no error, no request off the site; from a folder and a server"
    with places(course)[place] as place:
        looking.policy(part, browser, place, course.readable)
    if place.name == "file":
        looking.policy(part, browser, browsing.folder(own.folder), own.readable)
        looking.policy(part, browser, browsing.at_address(course.folder), ["404.html"])


def without_script(part, browser, _, course, own, words):
    looking.without_script(part, browser, browsing.folder(course.folder), course.readable)


def paper(part, browser, notes, course, own, words):
    for site, pages in [(course, PAPER), (own, OWN_PAPER)]:
        steps = {page: commands(notes, site.course, page) for page in pages}
        steps["print.html"] = [each for all in steps.values() for each in all]
        work = site.folder.parent.parent / "paper" / site.name
        looking.paper(part, browser, browsing.folder(site.folder), steps, work)


def reflow(part, browser, _, course, own, words):
    part.note = "320, 390, 900 and 1400 px"
    looking.reflow(part, browser, browsing.folder(course.folder), looked_at(course))


def looked_at(course):
    return [page for page in AXE if page in course.pages]


def places(course):
    return {"file": contextlib.nullcontext(browsing.folder(course.folder)),
            "server": browsing.served(course.folder)}


PARTS = {"axe": axe, "behaviour": clicks, "policy": policy, "no script": without_script,
         "paper": paper, "reflow": reflow}


def browse(name, about, *sites_and_words):
    """One part in a browser of its own; runs in a process of its own."""
    report = Report()
    with report.part(name) as part, sync_playwright() as playwright:
        # The browser's own sandbox refuses root, as who it is in a container.
        flags = ["--disable-gpu"] + (["--no-sandbox"] if os.geteuid() == 0 else [])
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        try:
            PARTS[name](part, browser, about, *sites_and_words)
        finally:
            browser.close()
    return part


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
            course = courses.everything(notes, folder / "everything")
            own = courses.repository(notes, folder / "repository" / "site")
            part.note = f"{len(course.pages)} and {len(own.pages)} pages"
    except courses.BuildFailed as error:
        print(error)
        return 1

    work = [("axe", setting) for setting in looking.SETTINGS]
    work += [("behaviour", "file"), ("behaviour", "server"), ("policy", "file"), ("policy", "server")]
    work += [("no script", None), ("paper", notes), ("reflow", None)]
    sites = [course, own]
    for name in PARTS:
        if only in name:
            report.part_named(name)
    with ProcessPoolExecutor(max_workers=max(2, len(os.sched_getaffinity(0)))) as pool:
        running = [pool.submit(browse, *each, *sites, options.check) for each in work if only in each[0]]
        if only in "validator":
            with report.part("validator") as part:
                static.validate(part, sites)
        for part in running:
            report.add(part.result())
    if only in "weights":
        with report.part("weights") as part:
            static.weigh(part, sites)
    report.print()
    return 1 if report.failed else 0


PAPER = ["prose.html", "steps.html", "records.html", "code.html", "tabs.html"]
OWN_PAPER = ["week1.html", "week2.html", "week3.html"]

if __name__ == "__main__":
    sys.exit(main())

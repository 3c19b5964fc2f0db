"""Checks of what pages do when somebody clicks and types.

Each file of this folder holds some; they run from a folder and from a server, each with a browser
context of its own:

    @check("Copy leaves the prompt out")
    def copy_of_a_transcript(reader):
        page = reader.open("steps.html")
        click_to_copy(page.get_by_role("button", name="Copy Step 1"))
        expect("clipboard", reader.clipboard(), "echo one")

`reader` is a `browsing.Visitor`; what it opens are pages of the course in `Tests/SiteAudit/course`.
Errors in the console, violations of the content policy and requests off the site fail a check by
themselves.
"""

import importlib
import pkgutil
from dataclasses import dataclass
from typing import Callable


@dataclass(frozen=True)
class Check:
    name: str
    run: Callable
    width: int
    script: bool


ALL: list[Check] = []


def check(name, width=1400, script=True):
    def add(function):
        ALL.append(Check(name, function, width, script))
        return function

    return add


class Unexpected(Exception):
    """Something was other than it should be."""


def expect(what, found, wanted):
    if found != wanted:
        raise Unexpected(f"{what}\nwanted: {wanted!r}\nfound:  {found!r}")


def expect_that(what, is_so):
    """For what no value shows better than its name."""
    if not is_so:
        raise Unexpected(what)


def wait_until_said(page, words):
    """Waits until a screen reader has been told something, also where it stands no longer."""
    page.wait_for_function("words => auditSaid.some((each) => each.includes(words))", arg=words)


def click_to_copy(button):
    """Clicks, and waits until it is copied."""
    button.page.evaluate("auditSaid.length = 0")
    button.click()
    wait_until_said(button.page, "Copied")


def load():
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda each: each.name):
        importlib.import_module(f"checks.{module.name}")
    return ALL

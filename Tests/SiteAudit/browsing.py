"""Pages in a real browser, watched for what no page may do."""

import contextlib
import functools
import http.server
import threading
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from report import Trouble

# Told by the browser itself, whatever the page does with its console.
WATCH = """
window.auditSaid = [];
new MutationObserver((changes) => {
  for (const { target } of changes) {
    const status = (target.closest ? target : target.parentElement)?.closest("[role=status]");
    if (status) auditSaid.push(status.textContent);
  }
}).observe(document, { subtree: true, childList: true, characterData: true });
window.auditViolations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  auditViolations.push(`${event.violatedDirective}: ${event.blockedURI || event.sourceFile}`));
"""


@dataclass(frozen=True)
class Place:
    """Where a site is looked at: the address of its folder."""

    name: str
    base: str
    files: Path | None = None

    def address(self, page):
        path, _, fragment = page.partition("#")
        return self.base + quote(path) + ("#" + fragment if fragment else "")


def folder(path):
    return Place("file", Path(path).resolve().as_uri() + "/")


@contextlib.contextmanager
def served(path):
    """A server that sends files and nothing else: no header that would help a page."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    class Server(http.server.ThreadingHTTPServer):
        def handle_error(self, *_):
            """A browser that leaves a page before all of it has come is no trouble."""

    handler = functools.partial(Handler, directory=str(path))
    server = Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Place("server", f"http://127.0.0.1:{server.server_port}/")
    finally:
        server.shutdown()
        server.server_close()


# Where the course says that its site stands; nothing is asked of the network for it.
ADDRESS = "https://example.org/course/"


def at_address(path):
    """The site at its address: the page for what is not there calls its files by that."""
    return Place("address", ADDRESS, Path(path))


@dataclass
class Visitor:
    """A reader with a browser of their own: storage, clipboard and window are nobody else's.

    `troubles` holds what pages did that none may: an error, a violation of the content policy, a
    request that leaves the site.
    """

    context: object
    place: Place
    troubles: list = field(default_factory=list)
    tab: object = None
    path: str = ""
    pasted: object = None

    def open(self, path, wait=True):
        """Opens a page in a new tab; `path` is the one in the site, with a fragment or without."""
        page = self.context.new_page()
        self.watch(page, path)
        page.goto(self.place.address(path), wait_until="load" if wait else "commit")
        return page

    def read(self, path):
        """Opens a page in the tab of the one before; a new tab costs more than all else."""
        self.path = path
        if self.tab is None:
            self.tab = self.context.new_page()
            self.watch(self.tab)
        self.tab.goto(self.place.address(path), wait_until="load")
        return self.tab

    def watch(self, page, path=None):
        def trouble(rule, message):
            where = self.path if path is None else path
            self.troubles.append(Trouble(f"{where} ({self.place.name})", "", rule, message))

        def console(message):
            if message.type == "error":
                trouble("console error", f"{message.text} {message.location.get('url', '')}")

        def request(request):
            if not request.url.startswith((self.place.base, "data:", "blob:", "about:")):
                trouble("request off the site", request.url)

        page.on("console", console)
        page.on("pageerror", lambda error: trouble("script error", str(error)))
        page.on("request", request)
        # One that is cut off by going on to another page has not failed.
        page.on("requestfailed", lambda request: request.failure == "net::ERR_ABORTED"
                or trouble("request failed", f"{request.url} {request.failure}"))

    def violations(self, page, path):
        found = page.evaluate("window.auditViolations ?? []")
        return [Trouble(f"{path} ({self.place.name})", "", "content policy", each) for each in found]

    def clipboard(self):
        """What the reader's next paste would give."""
        if self.pasted is None:
            self.pasted = self.context.new_page()
            self.pasted.set_content("<textarea></textarea>")
        area = self.pasted.locator("textarea")
        area.fill("")
        area.press("Control+v")
        return area.input_value()


@contextlib.contextmanager
def visitor(browser, place, width=1400, scheme="light", script=True, **options):
    context = browser.new_context(
        viewport={"width": width, "height": 900 if width > 600 else 844},
        color_scheme=scheme, java_script_enabled=script, reduced_motion="reduce",
        has_touch=width <= 600, **options)
    context.set_default_timeout(5000)
    context.add_init_script(WATCH)
    if place.files:
        context.route(place.base + "**", lambda route: route.fulfill(
            path=place.files / route.request.url.removeprefix(place.base)))
    try:
        yield Visitor(context, place)
    finally:
        context.close()

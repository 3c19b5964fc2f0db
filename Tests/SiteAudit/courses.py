"""The courses that are looked at, and their sites."""

import random
import shutil
import struct
import subprocess
import zlib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
PAGES = 30


@dataclass(frozen=True)
class Site:
    """A course and the folder of its site."""

    name: str
    course: Path
    folder: Path

    @property
    def pages(self):
        """The paths of all web pages in the site."""
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*.html"))

    @property
    def readable(self):
        """Those that can be opened anywhere and stay: redirects lead on to one of them at once, and
        the page for what is not there knows its files by the site's address alone."""
        leads_on = lambda page: 'http-equiv="refresh"' in (self.folder / page).read_text()
        return [page for page in self.pages if page != "404.html" and not leads_on(page)]


class BuildFailed(Exception):
    pass


def repository(notes, folder):
    """The course of the repository."""
    return build(notes, "repository", HERE.parent.parent, folder)


def everything(notes, folder):
    """The course that shows all that a page can have, made up to `PAGES` pages by a generator."""
    course = folder / "course"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE / "course", course)
    picture(course / "content" / "images" / "plot.png", 320, 180)
    written = len(list((course / "content").rglob("*.md")))
    for number in range(PAGES - written):
        path = course / "content" / f"part-{number // 8 + 1}" / f"page-{number % 8 + 1:02}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(generated(number))
    return build(notes, "everything", course, folder / "site")


def build(notes, name, course, folder):
    command = [notes, "build", "--course", course, "--output", folder.resolve()]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        raise BuildFailed(f"{name}: {result.stdout}{result.stderr}")
    return Site(name, course, folder)


def picture(path, width, height):
    """A PNG of a slope of two colours."""
    rows = b"".join(
        b"\0" + bytes(value for x in range(width) for value in (40, x * 255 // width, y * 255 // height))
        for y in range(height))

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9))
        + chunk(b"IEND", b""))


WORDS = """answer branch bucket chart cluster column command container copy database default disk
engine error export field file filter folder function group hash host image import index install
join label language layer library line link list load machine memory message method module monitor
network note number object order package parse path pipeline place plan point port process program
queue range read record release report request result review role rule sample schema script select
server service session shell sort source stage storage stream string system table target task
template terminal test text thread time tool trace tree update upload user value variable version
view volume window worker write zone""".split()


def generated(number):
    """The text of a page of a course; the same for the same number."""
    dice = random.Random(number)
    word = lambda: dice.choice(WORDS)

    def sentences(count):
        texts = []
        for _ in range(count):
            words = [word() for _ in range(dice.randint(8, 17))]
            words[3] = f"*{words[3]}*"
            words[5] = f"`{words[5]}`"
            texts.append(" ".join(words).capitalize() + ".")
        return " ".join(texts)

    blocks = [
        ("bash", f"mkdir -p ~/lessons/{word()}\ncd ~/lessons/{word()}\n"),
        ("console", f"$ wc -l {word()}.csv\n{number * 7} {word()}.csv\n"),
        ("bash", f"sudo apt-get install -y {word()}\ncurl -LO https://data.example/{word()}.csv\n"),
        ("python", f"def {word()}(path: str) -> int:\n    return len(open(path).read())  # {word()}\n"),
        ("sql", f"SELECT {word()}, count(*)\nFROM {word()}s\nWHERE n > {number}\nGROUP BY 1;\n"),
        ("yaml", f"{word()}:\n  image: postgres:{number % 9 + 9}\n  ports: [\"5432:5432\"]\n"),
    ]
    alerts = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"]
    text = f"# Lesson {number + 1}: {word()} and {word()}\n\n{sentences(3)}\n\n"
    for index, (language, code) in enumerate(dice.sample(blocks, len(blocks))):
        text += f"## {index + 1}. {word().capitalize()} the {word()}\n\n{sentences(2)}\n\n"
        text += f"```{language}\n{code}```\n\n"
        if index % 3 == 0:
            text += "".join(f"- {word()} **{word()}**\n" for _ in range(4)) + "\n"
    text += f"> [!{dice.choice(alerts)}]\n> {sentences(1)}\n\n"
    text += "| Name | Count |\n| :--- | ---: |\n"
    return text + "".join(f"| {word()} | {row * number} |\n" for row in range(5))

"""What the parts of the audit found, as one table."""

import time
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Error as BrowserError


@dataclass(frozen=True)
class Trouble:
    page: str
    element: str
    rule: str
    message: str = ""


@dataclass
class Part:
    """One line of the table: how many things were looked at, and what was wrong with them."""

    name: str
    passed: int = 0
    failed: int = 0
    seconds: float = 0
    troubles: list[Trouble] = field(default_factory=list)
    note: str = ""

    def add(self, troubles):
        """Counts one thing that was looked at; it passed where nothing was wrong."""
        troubles = list(troubles)
        if troubles:
            self.failed += 1
            self.troubles += troubles
        else:
            self.passed += 1


class Report:
    # Of one part no more is printed than can be read.
    most_printed = 40

    def __init__(self):
        self.parts = []

    def part_named(self, name):
        part = next((each for each in self.parts if each.name == name), None)
        if part is None:
            part = Part(name)
            self.parts.append(part)
        return part

    def add(self, other):
        """Adds what was found of a part elsewhere."""
        part = self.part_named(other.name)
        part.passed += other.passed
        part.failed += other.failed
        part.seconds += other.seconds
        part.troubles += other.troubles
        part.note = other.note or part.note

    @contextmanager
    def part(self, name):
        part = self.part_named(name)
        start = time.monotonic()
        try:
            yield part
        except BrowserError as error:
            part.add([Trouble("", "", "the browser stopped", str(error))])
        finally:
            part.seconds += time.monotonic() - start

    @property
    def failed(self):
        return sum(part.failed for part in self.parts)

    def print(self):
        for part in self.parts:
            for trouble in part.troubles[: self.most_printed]:
                print(f"{part.name}: {trouble.page}: {trouble.rule}")
                if trouble.element:
                    print(f"    {trouble.element}")
                for line in trouble.message.splitlines():
                    print(f"    {line}")
            if len(part.troubles) > self.most_printed:
                print(f"{part.name}: {len(part.troubles) - self.most_printed} more")
        width = max(len(part.name) for part in self.parts)
        print(f"\n{'':{width}}  passed  failed  seconds")
        for part in self.parts:
            line = f"{part.name:{width}}  {part.passed:6}  {part.failed:6}  {part.seconds:7.1f}"
            print(f"{line}  {part.note}".rstrip())
        print()
        print(f"{sum(part.passed for part in self.parts)} passed, {self.failed} failed")

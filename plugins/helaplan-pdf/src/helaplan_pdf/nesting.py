"""How often the forms of a PDF draw one another, reckoned before PDFium draws them.

A form that calls another four times, that one the next, and so on, makes a million objects of a small file. Here the
calls are counted in the bytes alone, and rather too high than too low.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from attrs import define, field

#: More drawn forms than this are refused.
LIMIT = 60_000
_OBJECT = re.compile(rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+obj\b")
_REFERENCE = re.compile(rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+R\b")
_CALL = re.compile(rb"(?<![A-Za-z0-9])Do(?![A-Za-z0-9])")
_MOST = 4_000_000
_OBJECTS = 100_000
_HOPS = 4


def draws_too_much(data: bytes) -> bool:
    """True where drawing the pages would draw more than LIMIT forms."""
    calls = _Calls()
    for place, (number, body) in enumerate(_objects(data)):
        if place > _OBJECTS:
            break
        calls.take(number, body)
    return calls.drawn() > LIMIT


def _objects(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and bytes of each object of the file."""
    last: re.Match[bytes] | None = None
    for match in _OBJECT.finditer(data):
        if last is not None:
            yield int(last[1]), data[last.end() : match.start()]
        last = match
    if last is not None:
        yield int(last[1]), data[last.end() :]


def _inflated(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _MOST)
    except zlib.error:
        return packed[:_MOST]


@define(eq=False)
class _Calls:
    """Which streams call how often (`forms` by number, `contents` of pages), and what each object refers to."""

    forms: dict[int, int] = field(factory=dict)
    contents: list[int] = field(factory=list)
    without: set[int] = field(factory=set)
    references: dict[int, set[int]] = field(factory=dict)
    reckoned: dict[int, int] = field(factory=dict)

    def take(self, number: int, body: bytes) -> None:
        words, stream, content = body.partition(b"stream")
        self.references.setdefault(number, set()).update(int(each) for each in _REFERENCE.findall(words))
        if not stream or b"/Image" in words:
            return
        inflated = _inflated(content.lstrip(b"\r\n"))
        if b"ObjStm" in words:
            # Whatever is in there may lead from any of it to anything it names: too high rather than too low.
            named = {int(each) for each in _REFERENCE.findall(inflated)}
            for held in re.findall(rb"(?<!\d)(\d{1,9})\s+\d{1,9}\b", inflated[:100_000]):
                self.references.setdefault(int(held), set()).update(named)
            return
        called = len(_CALL.findall(inflated))
        if not called:
            return
        if b"/BBox" not in words:
            self.contents.append(called)
        else:
            self.forms[number] = called
            if b"/Resources" not in words:
                self.without.add(number)

    def drawn(self) -> int:
        """How many forms are drawn at most, counting ends above the limit."""
        most = max((self.cost(number, frozenset()) for number in self.forms), default=1)
        return sum(self.contents) * most if self.contents else most

    def cost(self, number: int, above: frozenset[int]) -> int:
        """How many forms one form draws, itself included."""
        if number in self.reckoned:
            return self.reckoned[number]
        inner = 1
        if len(above) < 40:
            below = above | {number}
            inner = max((self.cost(each, below) for each in self.called_by(number) - below), default=1)
        self.reckoned[number] = min(1 + self.forms[number] * inner, LIMIT + 1)
        return self.reckoned[number]

    def called_by(self, number: int) -> set[int]:
        """The forms that a form may call: all where it takes its resources from the page."""
        if number in self.without:
            return set(self.forms)
        found: set[int] = set()
        reached = waiting = {number}
        for _ in range(_HOPS):
            named = {each for one in waiting for each in self.references.get(one, ())}
            found |= named & self.forms.keys()
            waiting = named - reached - self.forms.keys()
            reached = reached | waiting
        return found

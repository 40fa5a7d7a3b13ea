"""The words of a line of Markdown: marks of emphasis taken away, links as text and address, comments apart.

Every scan is linear or bounded, so that no file of brackets or stars takes long.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Mapping

from attrs import define, field, frozen

#: Stands in the words for a `;` that somebody wrote bare, until texts are parted there. No source holds a NUL.
SEPARATOR = "\x00"
_SPECIAL = re.compile(r"[\\`*_~\[\]<&!;]")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s+[^<>]*|\s*/)?>")
_TARGET = re.compile(
    r"""\(\s*(?:<([^<>\n]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*))(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)"""
)
_PUNCTUATION = set("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_DEEPEST = 20


@frozen
class Inline:
    """The words of a line, what stood in comments, and the words in bold at its start with the words after them."""

    text: str
    comments: tuple[str, ...] = ()
    bold: str = ""
    rest: str = ""


@define(eq=False)
class _Run:
    """Signs of emphasis that may be matched: how many are left, and which way they may look."""

    sign: str
    left: int
    opens: bool
    closes: bool
    length: int
    place: int = 0
    strong_to: int = -1


@define(eq=False)
class _Line:
    source: str
    references: Mapping[str, str]
    depth: int = 0
    parts: list[str | _Run] = field(factory=list)
    comments: list[str] = field(factory=list)
    brackets: dict[int, int] = field(init=False)
    ticks: dict[int, list[int]] = field(init=False)

    @brackets.default
    def _(self) -> dict[int, int]:
        """Each `[` with its `]`."""
        open_, made = [], {}
        for found in re.finditer(r"\\.|[\[\]]", self.source, re.DOTALL):
            if found[0] == "[":
                open_.append(found.start())
            elif found[0] == "]" and open_:
                made[open_.pop()] = found.start()
        return made

    @ticks.default
    def _by_length(self) -> dict[int, list[int]]:
        made: dict[int, list[int]] = {}
        for found in re.finditer(r"`+", self.source):
            made.setdefault(len(found[0]), []).append(found.start())
        return made

    def read(self) -> None:
        at, source = 0, self.source
        last_comment_end = source.rfind("-->")
        while at < len(source):
            found = _SPECIAL.search(source, at)
            if found is None:
                self.parts.append(source[at:])
                return
            self.parts.append(source[at : found.start()])
            at = self.special(found.start(), last_comment_end)

    def special(self, at: int, last_comment_end: int) -> int:
        """Read what begins with a sign; returns where to go on."""
        source, sign = self.source, self.source[at]
        if sign == "\\":
            after = source[at + 1 : at + 2]
            if after in _PUNCTUATION and after:
                self.parts.append(after)
                return at + 2
            self.parts.append("" if after == "\n" else "\\")
            return at + 1
        if sign == "`":
            return self.code(at)
        if sign in "*_~":
            return self.run(at)
        if sign == "<":
            return self.tag(at, last_comment_end)
        if sign == "&" and (entity := _ENTITY.match(source, at)):
            self.parts.append(html.unescape(entity[0]).replace("\x00", "\ufffd"))
            return entity.end()
        if sign == "[" or source.startswith("![", at):
            return self.link(at + (sign == "!"), sign)
        self.parts.append(SEPARATOR if sign == ";" else sign)
        return at + 1

    def code(self, at: int) -> int:
        length = len(self.source[at:]) - len(self.source[at:].lstrip("`")) if at + 1 < len(self.source) else 1
        places = self.ticks.get(length, [])
        nth = bisect_right(places, at)
        if nth >= len(places):
            self.parts.append("`" * length)
            return at + length
        inner = self.source[at + length : places[nth]].replace("\n", " ")
        if inner.strip() and inner[0] == inner[-1] == " ":
            inner = inner[1:-1]
        self.parts.append(inner)
        return places[nth] + length

    def run(self, at: int) -> int:
        sign, end = self.source[at], at
        while self.source[end : end + 1] == sign:
            end += 1
        before, after = self.source[at - 1 : at] or " ", self.source[end : end + 1] or " "
        left = not after.isspace() and (not _is_sign(after) or before.isspace() or _is_sign(before))
        right = not before.isspace() and (not _is_sign(before) or after.isspace() or _is_sign(after))
        opens, closes = left, right
        if sign == "_":
            opens, closes = left and (not right or _is_sign(before)), right and (not left or _is_sign(after))
        self.parts.append(_Run(sign, end - at, opens, closes, end - at, len(self.parts)))
        return end

    def tag(self, at: int, last_comment_end: int) -> int:
        source = self.source
        if source.startswith("<!--", at) and at + 4 <= last_comment_end:
            end = source.find("-->", at + 4) + 3
            self.comments.append(source[at:end])
            return end
        if link := _AUTOLINK.match(source, at):
            self.parts.append(link[1])
            return link.end()
        if tag := _TAG.match(source, at):
            self.parts.append(" " if tag[0].lower().startswith("<br") else "")
            return tag.end()
        self.parts.append("<")
        return at + 1

    def link(self, at: int, sign: str) -> int:
        """A link or picture as its text and address, or the bracket itself where it is neither."""
        end = self.brackets.get(at, -1)
        if end > 0 and self.depth < _DEEPEST:
            inner = self.source[at + 1 : end]
            address, after = None, end + 1
            if target := _TARGET.match(self.source, end + 1):
                address, after = (target[1] if target[1] is not None else target[2]), target.end()
            elif self.source[end + 1 : end + 2] == "[" and end + 1 in self.brackets:
                label = self.source[end + 2 : self.brackets[end + 1]] or inner
                address, after = self.references.get(folded(label)), self.brackets[end + 1] + 1
            if address is None:
                address, after = self.references.get(folded(inner)) if len(inner) < 1000 else None, end + 1
            if address is not None:
                self.parts.append(self.linked(inner, address, sign))
                return after
        self.parts.append("!" * (sign == "!") + "[")
        return at + 1

    def linked(self, inner: str, address: str, sign: str) -> str:
        below = _Line(inner, self.references, self.depth + 1)
        below.read()
        below.match()
        self.comments += below.comments
        text = below.text(0, len(below.parts))
        address = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", html.unescape(address))
        plain = address.removeprefix("mailto:")
        if sign == "!" or not address or address.startswith("#") or text.strip() in (address, plain):
            return text
        return f"{text} ({plain})" if text.strip() else plain

    def match(self) -> None:
        """Take away the signs of emphasis that belong together."""
        openers: list[_Run] = []
        for run in [each for each in self.parts if isinstance(each, _Run)]:
            while run.closes and run.left:
                nth = _opener(openers, run)
                if nth is None:
                    break
                opener = openers[nth]
                taken = run.left if run.sign == "~" else min(2, opener.left, run.left)
                if taken == 2 and run.sign != "~":
                    opener.strong_to = run.place
                opener.left -= taken
                run.left -= taken
                del openers[nth + 1 :]
                if not opener.left:
                    openers.pop()
            if run.opens and run.left:
                openers.append(run)

    def text(self, start: int, end: int) -> str:
        return "".join(each if isinstance(each, str) else each.sign * each.left for each in self.parts[start:end])


def _opener(openers: list[_Run], closer: _Run) -> int | None:
    """The nearest run that the closing one belongs to. Far away ones are let be, so that no line takes long."""
    for nth in range(len(openers) - 1, max(-1, len(openers) - 50), -1):
        each = openers[nth]
        if each.sign != closer.sign:
            continue
        if each.sign == "~":
            if each.left == closer.left <= 2:
                return nth
        elif not ((each.closes or closer.opens) and (each.length + closer.length) % 3 == 0) or (
            each.length % 3 == 0 and closer.length % 3 == 0
        ):
            return nth
    return None


def _is_sign(letter: str) -> bool:
    return letter in _PUNCTUATION or (not letter.isascii() and not letter.isalnum() and letter.isprintable())


def folded(label: str) -> str:
    """The label of a link as labels are compared."""
    return " ".join(label.split()).casefold()


def read_inline(source: str, references: Mapping[str, str] | None = None) -> Inline:
    """The words of a paragraph's source. In `rest` bare `;` are SEPARATOR, to be parted by `parted`."""
    line = _Line(source.replace("\x00", "\ufffd"), references or {})
    line.read()
    line.match()
    bold = rest = ""
    first = next((nth for nth, each in enumerate(line.parts) if each != ""), 0)
    run = line.parts[first] if line.parts else ""
    if isinstance(run, _Run) and run.strong_to > first and not run.left:
        bold = _plain(line.text(first + 1, run.strong_to))
        rest = line.text(run.strong_to + 1, len(line.parts))
    return Inline(_plain(line.text(0, len(line.parts))), tuple(line.comments), bold, rest)


def _plain(text: str) -> str:
    return " ".join(text.replace(SEPARATOR, ";").split())


def parted(rest: str) -> tuple[str, ...]:
    """The texts between bare `;` that are followed by a space."""
    parts = re.split(rf"{SEPARATOR}(?=\s|$)", rest)
    return tuple(text for text in map(_plain, parts) if text)

"""The words of a stretch of HTML, and how they look."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from helaplan.formats.html.tree import Element
from helaplan.layout import join_letters

_BOLD = frozenset(("b", "strong"))
#: Elements whose words stand on lines of their own, wherever they are.
_APART = frozenset("p div li tr ul ol dl dt dd h1 h2 h3 h4 h5 h6 table caption blockquote pre section td th".split())
#: A page shows a run of these as one blank; no-break spaces stay as many as they are.
_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_LIGHT = re.compile(r"font-weight:(?:normal|[1-4]00)")
_HEAVY = re.compile(r"font-weight:(?:bold|[6-9]00)")
#: Word's name for the bullet or number that it wrote before an item.
_IGNORE = "mso-list:ignore"


@frozen
class Stretch:
    """Some words in one look. `marker`: Word wrote them before an item. A line break is the text `\\n`."""

    text: str
    bold: bool = False
    marker: bool = False
    number: bool = False


def stretches(nodes: Iterable[Element | str], bold: bool = False, marker: bool = False) -> Iterator[Stretch]:
    """The words below some nodes, in order; furniture and pictures left out."""
    for node in nodes:
        if isinstance(node, str):
            yield Stretch(_SPACES.sub(" ", node), bold, marker)
        elif node.tag == "br":
            yield Stretch("\n", bold, marker)
        elif "data-furniture" in node.attributes or node.tag in ("title", "option"):
            continue
        elif node.tag == "span" and node.get("class") == "number":
            # The number of an item stands beside the words and in an attribute as well.
            continue
        else:
            inner = _is_bold(node, bold)
            marks = marker or _IGNORE in node.style
            if node.tag in _APART:
                yield Stretch("\n", inner, marks)
            yield from stretches(node.children, inner, marks)
            if node.tag in _APART:
                yield Stretch("\n", inner, marks)


def _is_bold(node: Element, bold: bool) -> bool:
    """Whether words in an element are bold, by what it says itself, else as those around it."""
    if _LIGHT.search(node.style) and not _HEAVY.search(node.style):
        return False
    return bold or node.tag in _BOLD or _HEAVY.search(node.style) is not None


def text_of(nodes: Iterable[Element | str]) -> str:
    """The words below some nodes in one line."""
    return clean("".join(each.text for each in stretches(nodes) if not each.marker))


def clean(text: str) -> str:
    """The text with every run of white space as one space, none at the ends."""
    return " ".join(join_letters(text).split())

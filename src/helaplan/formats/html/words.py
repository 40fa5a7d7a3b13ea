"""The words of a stretch of HTML, and how they look."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from helaplan.formats.html.tree import Element

_BOLD = frozenset(("b", "strong"))
_SPACES = re.compile(r"[ \t\n\r\f\v\u00a0]+")
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
            inner = bold or node.tag in _BOLD or "font-weight:bold" in node.style or "font-weight:700" in node.style
            yield from stretches(node.children, inner, marker or _IGNORE in node.style)


def text_of(nodes: Iterable[Element | str]) -> str:
    """The words below some nodes in one line."""
    return clean("".join(each.text for each in stretches(nodes) if not each.marker))


def clean(text: str) -> str:
    """The text with every run of white space as one space, none at the ends."""
    return " ".join(text.split())

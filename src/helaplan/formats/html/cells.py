"""What stands in a cell of a table of HTML: words, or the items of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helaplan.formats.html.looks import INLINE, is_bold
from helaplan.formats.html.tree import Element
from helaplan.formats.html.words import Stretch, clean, stretches, text_of

_LISTS = frozenset("ul ol menu".split())
_WORD_LIST = "mso-list:l"
#: A mark that somebody typed, or that a program wrote as text, before an item.
_TYPED = re.compile(r"(?:[•●○◦▪■□·∙‣⁃☐☑☒➢✓]\s*|[-–*]\s+|\d{1,2}[.)]\s+|[a-zåäö]\)\s+)(?=\S)")


def shown_blocks(cell: Element) -> list[Element]:
    """The elements in a cell that stand by themselves and have words; wrappers around them undone."""
    made: list[Element] = []
    waiting = list(reversed(cell.children))
    while waiting:
        each = waiting.pop()
        if isinstance(each, str) or each.tag in INLINE or ":" in each.tag:
            if text_of([each]):
                made.append(Element("p", {}, 1, [each]))
        elif each.tag in ("div", "center", "section", "article", "font"):
            waiting += reversed(each.children)
        elif text_of([each]):
            made.append(each)
    return made


def entries(cell: Element) -> list[str]:
    """The items of a cell that is nothing but a list, else its words as one text."""
    items: list[str] = []
    for block in shown_blocks(cell):
        if block.tag in _LISTS:
            items += _items(block)
            continue
        parts = list(stretches(block.children))
        if _WORD_LIST in block.style:
            items.append(clean("".join(each.text for each in parts if not each.marker)))
            continue
        lines = [clean(each) for each in "".join(each.text for each in parts).split("\n")]
        lines = [line for line in lines if line]
        if not all(_TYPED.match(line) for line in lines):
            return [text_of(cell.children)]
        items += [_TYPED.sub("", line, count=1) for line in lines]
    return items if len(items) > 1 else items if items and _is_list(cell) else [text_of(cell.children)]


def _is_list(cell: Element) -> bool:
    return any(block.tag in _LISTS for block in shown_blocks(cell))


def _items(listed: Element) -> list[str]:
    """The items of a list, what stands in lists below them with them."""
    made = []
    for each in listed.children:
        if isinstance(each, Element) and each.tag in _LISTS:
            made += _items(each)
        elif words := text_of([each]):
            made.append(words)
    return made


def is_bold_cell(cell: Element) -> bool:
    """Whether all words of a cell are bold."""
    parts: Sequence[Stretch] = [each for each in stretches([cell]) if each.text != "\n"]
    return is_bold(parts)

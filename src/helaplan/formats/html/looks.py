"""How the elements of a page look, and what that says: inline or block, bold, a label before its text."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from string import ascii_lowercase

from helaplan.formats.html.tree import Element
from helaplan.formats.html.words import Stretch, clean

#: Elements that hold words within a line.
INLINE = frozenset(
    """a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q s samp small span
    strike strong sub sup time tt u var wbr""".split()
)
_HANGING = re.compile(r"text-indent:-[\d.]")
_LEFT = re.compile(r"margin-left:(\d{1,4}(?:\.\d{1,4})?|\.\d{1,4})(pt|cm|in|mm|px)")
_POINTS = {"pt": 1.0, "cm": 72 / 2.54, "in": 72.0, "mm": 72 / 25.4, "px": 0.75}
#: How far Word sets one level of a list in from the one around it, in points.
_STEP = 36.0
_PRINTED = re.compile(r"([·•§o▪■●◦Øü–-]|\(?\d{1,2}[.)]|\(?[a-zåäö]\)) (?=\S)")
_TITLE = re.compile(r"mso(?:title|rubrik)|title|titel|rubrik", re.IGNORECASE)
_KIX = re.compile(r"\blst-\S+-([0-8])\b")


def is_inline(node: Element) -> bool:
    """Whether an element holds only words. A link or bold stretch around whole blocks is no inline one."""
    return all(each.tag in INLINE or each.tag.endswith(":p") for each in inside(node))


def inside(node: Element) -> list[Element]:
    """Every element below one, in order."""
    found: list[Element] = []
    waiting = [each for each in reversed(node.children) if isinstance(each, Element)]
    while waiting:
        each = waiting.pop()
        found.append(each)
        waiting += [inner for inner in reversed(each.children) if isinstance(inner, Element)]
    return found


def terms(node: Element) -> list[tuple[Element, Element]]:
    """The names and texts of a `dl`, each with the element that carries their identity."""
    found = []
    for each in node.children:
        if isinstance(each, Element):
            found += [(each, each)] if each.tag in ("dt", "dd") else [(inner, each) for inner, _ in terms(each)]
    return found


def raw(node: Element) -> list[Stretch]:
    """The words of preformatted text, line ends as they are."""
    found: list[Stretch] = []
    for each in node.children:
        if isinstance(each, str):
            found.append(Stretch(each))
        elif each.tag == "br":
            found.append(Stretch("\n"))
        else:
            found += raw(each)
    return found


def first_line(run: Sequence[Element | str]) -> int:
    """The line of the first element in a run of words."""
    return next((each.line for each in run if isinstance(each, Element)), 1)


def item_number(node: Element, count: int) -> str:
    """The number of an item of a numbered list as a page shows it."""
    if node.get("type") in ("a", "A") and 1 <= count <= len(ascii_lowercase):
        letter = ascii_lowercase[count - 1]
        return f"{letter})" if node.get("type") == "a" else f"{letter.upper()})"
    return str(count)


def word_mark(node: Element, words: str) -> tuple[str, str, int] | None:
    """Mark, words and depth of a paragraph that Word printed as an item, with the mark as text; None for any other.

    That is how it saves "filtered" pages: no list, only a class or a first line that hangs out.
    """
    hangs = node.get("class").lower().startswith("msolist") or _HANGING.search(node.style)
    match = _PRINTED.match(words) if hangs else None
    if match is None:
        return None
    left = _LEFT.search(node.style)
    depth = round(float(left[1]) * _POINTS[left[2]] / _STEP) if left else 1
    return match[1], words[match.end() :], min(max(depth, 1), 9)


def list_level(node: Element) -> int | None:
    """The level of a list or an item that says so itself, from 1: Google's documents don't nest their lists."""
    said = node.get("aria-level").strip()
    if said.isdigit() and len(said) == 1:
        return max(int(said), 1)
    named = _KIX.search(node.get("class"))
    return int(named[1]) + 1 if named else None


def is_bold(parts: Sequence[Stretch]) -> bool:
    """Whether all words of a paragraph of one line are bold."""
    said = [each for each in parts if each.text.strip()]
    return bool(said) and all(each.bold for each in said) and not any(each.text == "\n" for each in parts)


def set_off_label(parts: Sequence[Stretch]) -> tuple[str, str] | None:
    """Label and text of `<b>När:</b> 18 mars`; None for a paragraph that begins otherwise."""
    said = [each for each in parts if not each.marker]
    first = 0
    while first < len(said) and (said[first].bold or not said[first].text.strip()):
        first += 1
    label = clean("".join(each.text for each in said[:first]))
    rest = clean("".join(each.text for each in said[first:]))
    if label and rest.startswith(":") and len(label) <= 40:
        return label, rest[1:].strip()
    return (label[:-1].strip(), rest) if label.endswith(":") and rest and len(label) <= 40 else None


def is_title(node: Element) -> bool:
    """Whether a paragraph is set in a style for titles."""
    return node.tag in ("p", "div") and any(map(_TITLE.fullmatch, node.get("class").split()))


def says_what_it_is(top: Element) -> Element | None:
    """The element that says of the whole page what it is: an article (or the body) with a role."""
    waiting = deque([top])
    while waiting:
        each = waiting.popleft()
        if each.tag in ("article", "body") and each.get("data-role"):
            return each
        if each.tag in ("root", "html", "body", "main", "div", "article"):
            waiting += [inner for inner in each.children if isinstance(inner, Element)]
    return None

"""What stands on the pages beside the text: page numbers, running heads and feet, lists of contents."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from helaplan.layout.lines import Line
from helaplan.registers.headings import concept_of

PAGE_NUMBER = "page number"
RUNNING_HEAD = "running head"
PAGE_EDGE = "page head or foot"
"""What a file itself tells to be the head or foot of a page."""
CONTENTS = "contents list"
FORM_FIELD = "empty form field"
SIGNATURE = "signature"

_PAGE = re.compile(
    r"(?:sida|sidan|sid|page|s)\.?\s*\d{1,3}(?:\s*(?:av|of|/|\()\s*\d{1,3}\)?)?\.?|\d{1,3}\s*\(\d{1,3}\)|\(\d{1,3}\)"
    r"|[-–—]\s*\d{1,3}\s*[-–—]",
    re.IGNORECASE,
)
_WITH_PAGE = re.compile(r".{3,}?\s(?:sida|sid|page)\.?\s*\d{1,3}\s*(?:av|of|/|\()\s*\d{1,3}\)?", re.IGNORECASE)
_BARE = re.compile(r"\d{1,3}")
_LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")
_ENTRY = re.compile(
    # A run of dots or blanks is taken whole and only from its beginning: a line of nothing else would take for ever.
    r".*?(?:(?<!\.)(?<!\.\s)(?:\.\s?){3,}+|(?<!…)…++|(?<!\s)\s{2,}+|\t|\s)"
    r"(?:sid(?:a|an)?\.?\s*+)?(\d{1,3}|[ivx]{1,4})\s*+",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"(?:[_.…]{5,}|_{3,})(?:[\s,/|]+(?:[_.…]{5,}|_{3,}))*")
_CONTENTS_HEADING = re.compile(r"innehåll(?:sförteckning)?|contents|table of contents", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
#: What stands between the parts of a head: "Föreningen – Verksamhetsplan".
_BETWEEN = re.compile(r"\s+[-–—|·•/]+\s+|\s*[|·•]\s*|,\s+")
#: The title and the body's name stand within so many lines.
_HEAD = 6
#: Longer lines are no furniture, whatever they hold.
_LONGEST = 300
#: How many lines at the top and at the foot of a page may be its head and foot.
_EDGE = 3


def furniture(lines: Sequence[Line], *, heads: bool = True) -> dict[int, str]:
    """The places of lines that are no text of the document, each with what it is.

    `heads` is false where the heads and feet of pages are known already, so that what comes back is text.
    """
    found = _page_numbers(lines)
    if heads:
        found.update(_running_heads(lines, found))
        found.update(_repeated_heads(lines, found))
        found.update(_first_head(lines, found))
    found.update(_contents(lines, found))
    found.update(_form_fields(lines, found))
    return found


def _form_fields(lines: Sequence[Line], known: dict[int, str]) -> dict[int, str]:
    """Lines to be filled in by hand, and the short words beside them that say who signs."""
    found = {
        place: FORM_FIELD
        for place, line in enumerate(lines)
        if place not in known and len(line.text) <= _LONGEST and _BLANKS.fullmatch(line.text.strip())
    }
    for place in tuple(found):
        for near in (place - 1, place + 1):
            if 0 <= near < len(lines) and near not in known and near not in found and _signs(lines[near].text):
                found[near] = SIGNATURE
    return found


def _signs(text: str) -> bool:
    """True for a few words without a sentence's end, such as "Ordförande" or two names side by side."""
    return (
        len(text) <= 80
        and len(text.split()) <= 6
        and not text.rstrip().endswith((".", ":", "!", "?"))
        and text[:1].isupper()
    )


def _page_numbers(lines: Sequence[Line]) -> dict[int, str]:
    found = {}
    for place, line in enumerate(lines):
        if len(line.text) > _LONGEST:
            continue
        if _PAGE.fullmatch(line.text.strip()):
            found[place] = PAGE_NUMBER
        elif _WITH_PAGE.fullmatch(line.text.strip()):
            found[place] = RUNNING_HEAD
    for edge in _edges(lines):
        for place in edge:
            if _BARE.fullmatch(lines[place].text.strip()):
                found[place] = PAGE_NUMBER
    return found


def _edges(lines: Sequence[Line]) -> list[list[int]]:
    """The first and the last lines of every page, first all tops, then all feet, where the document has several."""
    pages: dict[int, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if line.page is not None:
            pages[line.page].append(place)
    if len(pages) < 2:
        return []
    return [page[:_EDGE] for page in pages.values()] + [page[-_EDGE:] for page in pages.values()]


def _shape(line: Line) -> str:
    """The text as far as it is the same on every page; left and right may change their places."""
    parts = [part.text for part in line.parts] if len(line.parts) > 1 else [line.text]
    return " ".join(sorted(_DIGITS.sub("#", " ".join(each.casefold().split())) for each in parts))


def _running_heads(lines: Sequence[Line], known: dict[int, str]) -> dict[int, str]:
    """Lines that come back at the edges of pages; without pages, those that come back beside page numbers."""
    edges = _edges(lines)
    if not edges:
        beside = [place for place in range(len(lines)) if place not in known and _beside(place, known)]
        # The first line has no page number beside it; it counts, but it may be the title.
        edges = [[place] for place in ([0] if 0 not in known and beside else []) + [p for p in beside if p]]
    pages = len({line.page for line in lines if line.page is not None})
    needed = max(2, (pages + 1) // 2)
    half = len(edges) // 2 if pages > 1 else len(edges)
    found = {}
    # Tops and feet are counted apart: on a short page one line is both.
    for group in (edges[:half], edges[half:]):
        shapes = Counter(shape for edge in group for shape in {_shape(lines[place]) for place in edge})
        for place in (place for edge in group for place in edge if place not in known and (place or pages)):
            if shapes[_shape(lines[place])] >= needed and _carries_letters(lines[place].text):
                found[place] = RUNNING_HEAD
    return found


def _repeated_heads(lines: Sequence[Line], known: dict[int, str]) -> dict[int, str]:
    """Where a file knows no pages: the first lines, come back within a sentence or time and again."""
    if any(line.page is not None for line in lines):
        return {}
    heads = {_shape(line) for line in lines[:_EDGE] if 12 <= len(line.text) <= 90 and not concept_of(line.text)}
    again = [place for place in range(_EDGE + 2, len(lines) - _EDGE) if _shape(lines[place]) in heads]
    counts = Counter(_shape(lines[place]) for place in again)
    return {
        place: RUNNING_HEAD
        for place in again
        if place not in known and (counts[_shape(lines[place])] > 1 or _cuts(place, lines, known))
    }


def _cuts(place: int, lines: Sequence[Line], known: dict[int, str]) -> bool:
    """True where a sentence goes on in small letters behind a line."""
    after = next((each for each in range(place + 1, len(lines)) if each not in known), None)
    before = next((each for each in range(place - 1, -1, -1) if each not in known), None)
    if after is None or before is None:
        return False
    return lines[after].text[:1].islower() and not lines[before].text.rstrip().endswith((".", ":", "!", "?"))


def _first_head(lines: Sequence[Line], known: dict[int, str]) -> dict[int, str]:
    """The head of a document of one page, which names what the lines below it name again."""
    if not lines or 0 in known or len(lines[0].text) > _LONGEST:
        return {}
    first = lines[0]
    parts = [part.text for part in first.parts] if len(first.parts) > 1 else _BETWEEN.split(first.text)
    below = [
        " ".join(line.text.casefold().split()) for place, line in enumerate(lines[1:_HEAD], 1) if place not in known
    ]
    named = [" ".join(part.casefold().split()) for part in parts]
    if not all(len(part) > 3 and any(part in line for line in below) for part in named):
        return {}
    # One name alone is a head where the title stands between it and the same name.
    whole = len(named) > 1 or named[0] in below[1:]
    return {0: RUNNING_HEAD} if whole else {}


def _beside(place: int, known: dict[int, str]) -> bool:
    return any(known.get(near) == PAGE_NUMBER for near in (place - 1, place + 1))


def _carries_letters(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def _contents(lines: Sequence[Line], known: dict[int, str]) -> dict[int, str]:
    """Lines with dot leaders before a page number, and those below the heading "Innehåll" that end in one."""
    found = {}
    inside = False
    for place, line in enumerate(lines):
        if place in known:
            continue
        text = line.text.strip()[:_LONGEST]
        entry = _ENTRY.fullmatch(text)
        if _LEADERS.search(text) and entry:
            found[place] = CONTENTS
            inside = True
        elif _CONTENTS_HEADING.fullmatch(text.rstrip(" :.")):
            following = next((each for each in range(place + 1, len(lines)) if each not in known), None)
            inside = following is not None and _ENTRY.fullmatch(lines[following].text.strip()) is not None
            if inside:
                found[place] = CONTENTS
        elif inside and entry and _carries_letters(text):
            found[place] = CONTENTS
        else:
            inside = False
    return found

"""One document that holds the plans of several organisations: where each begins, and whose it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from attrs import evolve, frozen

from helaplan.document import Block, Document, Furniture, Heading
from helaplan.recognise.organisation import ORGANISATION
from helaplan.recognise.titles import split_number
from helaplan.recognise.years import years_in
from helaplan.registers.counties import REGISTER as COUNTY_NAMES
from helaplan.registers.headings import KINDS, concept_of
from helaplan.registers.municipalities import REGISTER as MUNICIPALITY_NAMES

_COUNTY = re.compile(r"[A-ZÅÄÖ][\w-]*(?:\s[A-ZÅÄÖ][\w-]*)*\s(?:län|kommun)")
_YEAR = re.compile(r"\s*+[,(–-]?\s*+(?:19|20)\d\d(?:\s*+[/–-]\s*+(?:\d\d){1,2})?\)?\s*+$")
_DIVIDED = re.compile(r"\s[–—-]\s|,|\bför\b|\bfor\b")
#: No name of an organisation is longer.
_LONGEST = 90


@frozen(kw_only=True)
class PlanPart:
    """The part of a document that is one plan, what the whole document says of whose it is and for when.

    `organisation` is "" where the part's own title says it; `year` None where no year is said for all.
    """

    document: Document
    organisation: str = ""
    year: int | None = None


def plans_in(document: Document) -> tuple[PlanPart, ...]:
    """The plans in a document, in order; the whole of it where it holds one.

    A plan begins at a heading that is a title ("Verksamhetsplan 2022 för …") or names a body or place and nothing
    else, where several of the same level do so. What stands before the first belongs to the collection: its year
    counts for all, its words stand in the first plan's receipt.
    """
    starts = _starts(document.blocks)
    if len(starts) < 2:
        return (PlanPart(document=document),)
    before = [
        Furniture(text=text, reason="front of the collection", place=each.place)
        for each in document.blocks[: starts[0]]
        if (text := str(getattr(each, "text", "")))
    ]
    head = [document.title, *(each.text for each in before)]
    year = next((found.start.year for text in head if (found := years_in(text)) is not None), None)
    parts = []
    for n, (start, end) in enumerate(zip(starts, [*starts[1:], len(document.blocks)], strict=True)):
        heading = document.blocks[start]
        assert isinstance(heading, Heading)
        inner = [*(before if n == 0 else ()), *_outer(document.blocks[start + 1 : end], heading.level)]
        made = evolve(document, title=heading.text, subtitle="", blocks=inner, id="", role="")
        named = "" if KINDS.search(heading.text) else _name(heading.text)
        parts.append(PlanPart(document=made, organisation=named, year=None if years_in(heading.text) else year))
    return tuple(parts)


def _starts(blocks: Sequence[Block]) -> list[int]:
    """The places of the headings that each begin a plan: titles, else names, of the level that has most."""
    for begins in (_is_title, _is_name):
        found = [(n, each) for n, each in enumerate(blocks) if isinstance(each, Heading) and begins(each.text)]
        counts = Counter(each.level for _, each in found)
        if not counts:
            continue
        level = max(counts, key=lambda each: (counts[each], -(each or 0)))
        places = [n for n, each in found if each.level == level]
        words = {" ".join(str(getattr(blocks[n], "text", "")).casefold().split()) for n in places}
        # The same words again and again are the head of a page.
        if len(words) > 1 and len(places) > 1:
            return places
    return []


def _is_title(text: str) -> bool:
    """Whether a heading says that a plan begins, and whose: the kind of document with a body or place."""
    if len(text) > _LONGEST or KINDS.search(text) is None:
        return False
    rest = KINDS.sub(" ", text)
    return ORGANISATION.search(rest) is not None or any(map(_is_place, _DIVIDED.split(rest)))


def _is_name(text: str) -> bool:
    """Whether a heading is the name of a body or place and nothing else."""
    name = _name(text)
    if len(name) > _LONGEST or name.endswith((".", "!", "?")) or concept_of(name):
        return False
    short = len(name.split()) <= 8
    return short and (_is_place(name) or (ORGANISATION.search(name) is not None and name[:1].isupper()))


def _name(text: str) -> str:
    return _YEAR.sub("", split_number(text)[1]).strip(" :–-")


def _is_place(text: str) -> bool:
    place = _YEAR.sub("", text).strip(" .:–-")
    known = COUNTY_NAMES.code(place) or MUNICIPALITY_NAMES.code(place)
    return known is not None or _COUNTY.fullmatch(place) is not None


def _outer(blocks: Sequence[Block], level: int | None) -> list[Block]:
    """The blocks of a part, its headings counted from 1 below its title."""
    if level is None:
        return list(blocks)
    return [
        evolve(each, level=max(each.level - level, 1)) if isinstance(each, Heading) and each.level else each
        for each in blocks
    ]

"""Which headings are headings, and what stands below each: the body of a document as parts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from attrs import define, field

from helaplan.document import Confidence
from helaplan.recognise.dates import MONTH_WORDS
from helaplan.recognise.lead_ins import is_open, leads_in
from helaplan.recognise.lines import DATED, is_labelled, status_line
from helaplan.recognise.titles import name_of, split_number
from helaplan.recognise.units import Unit
from helaplan.registers.headings import area_of, concept_of

#: A line that ends in a colon and says what follows rather than naming it.
_LEAD_IN = re.compile(
    r"\b(?:att|vi|ska|skall|vill|kommer|innebär|genom|är|har|bland\s+annat|bl\.?a|we|will|to|by)\b[^:]*:$",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"\b(?:genom\s+att|under\s+(?:verksamhets)?året|under\s+(?:19|20)\d\d|aktiviteter|insatser|åtgärder|following\s+activities)\b",
    re.IGNORECASE,
)
_CONTENT = ("item", "row", "paragraph", "label")
#: "Samverkan – Distriktet ska …": a heading and its paragraph on one line.
_RUN_IN = re.compile(r"(?P<name>[A-ZÅÄÖ][\w ,&-]{2,40}?)\s*[–—-]\s+(?P<text>[A-ZÅÄÖ].{30,})", re.DOTALL)
#: Headings whose words below can't be headings themselves, since the field is a text.
_NEED_WORDS = (
    "vision",
    "values",
    "mission",
    "purpose",
    "goals",
    "part_goals",
    "target_groups",
    "introduction",
    "follow_up",
)
#: The number within what a format prints before a heading.
_COUNTED = re.compile(r"\d+(?:\.\d+)*|\b(?:[IVX]{1,4}|[A-Z])\b|\b[a-z]\b")
_SIGNED = re.compile(
    rf"(?:[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?,?\s+)?(?:den\s+)?(?:\d{{1,2}}\s+(?:{MONTH_WORDS})\s+(?:19|20)\d\d"
    rf"|(?:19|20)\d\d-\d\d-\d\d|i\s+(?:{MONTH_WORDS})\s+(?:19|20)\d\d)\.?",
    re.IGNORECASE,
)


@define(eq=False, kw_only=True)
class Part:
    """A heading and what stands below it up to the next. The first part of a body may have no heading.

    `level` is 1 for the outermost, None where neither the format nor a number tells. `concept` is what the heading
    means (`registers.headings`), `area` for "Målområde 1. …", "" for a heading of the branch's own.
    `said`: a person said so.
    """

    heading: Unit | None
    number: str = ""
    name: str = ""
    concept: str = ""
    level: int | None = None
    said: bool = False
    body: list[Unit] = field(factory=list)

    @property
    def has_list(self) -> bool:
        """True where items or table rows stand below the heading."""
        return any(unit.kind in ("item", "row") for unit in self.body)


def parts_of(units: Sequence[Unit]) -> list[Part]:
    """The units of a body as parts, in order. Guessed headings that are none are taken as paragraphs."""
    _sign(units)
    _decide(units)
    _list(units)
    parts = [Part(heading=None)]
    for unit in units:
        if unit.kind == "beside" or unit.placed:
            continue
        if unit.kind == "heading":
            parts.append(_part(unit))
            continue
        if parts[-1].concept in _NEED_WORDS and parts[-1].body and _leads_to_doing(unit):
            parts.append(Part(heading=None))
        parts[-1].body.append(unit)
    return parts if parts[0].body else parts[1:]


def say(units: Sequence[Unit], headings: Mapping[str, str]) -> None:
    """Make headings of the units that a person said are some, with what they mean."""
    meant = {_plain(words): concept for words, concept in headings.items()}
    for unit in units if meant else ():
        if unit.kind in ("heading", "paragraph") and _plain(unit.text) in meant:
            unit.kind, unit.said, unit.confidence = "heading", meant[_plain(unit.text)], Confidence.SURE


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _leads_to_doing(unit: Unit) -> bool:
    """True for a line such as "Under året ska vi:", after which activities come whatever the heading above says."""
    return unit.kind == "paragraph" and unit.text.endswith(":") and _DOING.search(unit.text) is not None


def _part(unit: Unit) -> Part:
    text = f"{unit.number} {unit.text}" if unit.number else unit.text
    if unit.said:
        number, rest = _numbered(unit)
        return Part(heading=unit, number=number, name=name_of(rest), concept=unit.said, level=unit.level, said=True)
    named = area_of(text)
    if named is not None and not concept_of(text):
        return Part(heading=unit, number=named[0], name=name_of(named[1]), concept="area", level=unit.level)
    number, rest = _numbered(unit)
    level = unit.level if unit.level is not None else (number.count(".") + 1 if number else None)
    return Part(heading=unit, number=number, name=name_of(rest), concept=concept_of(rest), level=level)


def _numbered(unit: Unit) -> tuple[str, str]:
    """Number and name of a heading: the number stands in its words, or the format counted it ("3.1", "Kapitel 2.")."""
    number, rest = split_number(unit.text)
    counted = _COUNTED.search(unit.number)
    return (number, rest) if number or counted is None else (counted.group(), rest)


def _sign(units: Sequence[Unit]) -> None:
    """Ignore place, day and names at the end of a document that was signed."""
    shown = [unit for unit in units if unit.kind != "beside"]
    for place in range(max(1, len(shown) - 12), len(shown)):
        rest = shown[place + 1 :]
        if _SIGNED.fullmatch(shown[place].text) and rest and all(map(_is_name, rest)):
            for unit in shown[place:]:
                unit.ignored = "signature"
            return


def _is_name(unit: Unit) -> bool:
    """True for a few words that end no sentence: names and roles below a day."""
    short = len(unit.text) <= 80 and len(unit.text.split()) <= 8
    return short and unit.kind in ("heading", "paragraph", "row") and not unit.text.endswith((".", ":", "!", "?"))


def _list(units: Sequence[Unit]) -> None:
    """Make items of lines without marks that go on from a lead-in: small letters, or a semicolon at the end."""
    listing = False
    shown = [unit for unit in units if unit.kind != "beside"]
    for place, unit in enumerate(shown):
        bare = unit.kind == "paragraph" and (unit.text[:1].islower() or unit.text.endswith(";"))
        if listing and bare and not unit.depth and len(unit.text) <= 200:
            unit.kind, unit.depth = "item", 1
        else:
            listing = _leads(unit, shown[place + 1 : place + 3])


def _leads(unit: Unit, below: Sequence[Unit]) -> bool:
    """Whether a paragraph leads in the lines below it: by its sign, its last words, or as they complete it.

    Right below a heading, too, several lines that begin with "att" are a list.
    """
    lines = [each.text for each in below if each.kind == "paragraph"]
    several = len(lines) == 2 and all(line.startswith("att ") for line in lines)
    if unit.kind != "paragraph":
        return unit.kind == "heading" and several
    return unit.text.endswith((":", ": -", " att;")) or (bool(lines) and leads_in(unit.text, lines[0], several=several))


def cut_run_ins(units: Sequence[Unit]) -> list[Unit]:
    """The units with run-in headings cut off as headings, where the document has several and no list."""
    found = [unit for unit in units if unit.kind == "paragraph" and not unit.placed and _RUN_IN.fullmatch(unit.text)]
    if len(found) < 2 or any(unit.kind in ("item", "row") for unit in units):
        return list(units)
    made: list[Unit] = []
    for unit in units:
        match = _RUN_IN.fullmatch(unit.text) if unit in found else None
        if match is not None and len(unit.pieces) == 1:
            heading = unit.split(match.start("text"))
            made.append(heading)
        made.append(unit)
    return made


def _decide(units: Sequence[Unit]) -> None:
    """Make paragraphs of the guessed headings that are lead-ins, labelled lines or lines without anything below."""
    shown = [unit for unit in units if unit.kind != "beside"]
    for unit in shown:
        if unit.kind == "heading" and unit.level is None and _is_line(unit):
            unit.kind = "paragraph"
    for unit, following in pairwise(shown):
        doing = following.kind in ("item", "paragraph") and following.text.startswith("att ")
        guessed = unit.kind == "heading" and unit.level is None and not unit.said
        if doing and guessed and leads_in(unit.text, following.text):
            unit.kind = "paragraph"
    place = 0
    while place < len(shown):
        run = _weak_run(shown, place)
        before = shown[place - 1] if place else None
        for unit in _no_headings(run, before, shown[place + len(run)] if place + len(run) < len(shown) else None):
            unit.kind = "paragraph"
        place += max(len(run), 1)


def _is_line(unit: Unit) -> bool:
    """True for a guessed heading that says something itself."""
    if unit.said:
        return False
    if DATED.match(unit.text) or is_labelled(unit.text) or status_line(unit.text) is not None:
        return True
    if is_open(unit.text) and not _is_sure(unit):
        return True
    return unit.text.endswith(":") and not _is_sure(unit) and _LEAD_IN.search(unit.text) is not None


def _is_sure(unit: Unit) -> bool:
    """True where a heading is known by its name or its number."""
    number, rest = split_number(unit.text)
    return bool(number or concept_of(rest) or area_of(unit.text))


def _weak_run(units: Sequence[Unit], start: int) -> list[Unit]:
    """The headings from `start` on that have nothing but their shortness to go by."""
    run = []
    for unit in units[start:]:
        weak = unit.kind == "heading" and unit.level is None and unit.confidence is Confidence.GUESS
        if not weak or _is_sure(unit):
            break
        run.append(unit)
    return run


def _no_headings(run: list[Unit], before: Unit | None, following: Unit | None) -> list[Unit]:
    """Those of a run of weak headings that are only short lines.

    One or two may be headings where something stands below them. Of more, only the first (unless a heading stands
    right above it) and, where it has more space before it than the others, the last: the rest is a list that lost
    its bullets.
    """
    if not run:
        return []
    if before is not None and before.kind == "heading" and _needs_words(before):
        return (
            [run[0], *_no_headings(run[1:], run[0], following)] if len(run) != 2 or _heads(run[1], following) else run
        )
    below = following is not None and (following.kind in _CONTENT or _opens(following))
    if len(run) == 1:
        return [] if below else run
    if len(run) == 2:
        return [] if below else run[1:]
    gaps = [unit.look.gap or 0.0 if unit.look else 0.0 for unit in run]
    listed = run[:-1] if below and gaps[-1] > max(gaps[1:-1]) else run
    headed = before is not None and before.kind == "heading" and gaps[0] <= max(gaps[1:-1])
    return listed if headed else listed[1:]


def _needs_words(unit: Unit) -> bool:
    return concept_of(split_number(unit.text)[1]) in _NEED_WORDS


def _heads(unit: Unit, following: Unit | None) -> bool:
    """Whether what follows a line stands below it as below a heading."""
    return following is not None and following.kind in _CONTENT


def _opens(unit: Unit) -> bool:
    """True for a heading that stands inside an area, below the area's own ("Mål", "Aktiviteter:")."""
    return unit.kind == "heading" and concept_of(split_number(unit.text)[1]) in (
        "container",
        "goals",
        "part_goals",
        "responsible",
    )

"""The laws of an import, for any text whatever."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from helaplan.document import Document
from helaplan.findings import Path
from helaplan.formats.text import text_lines
from helaplan.layout import blocks
from helaplan.model import Plan
from helaplan.model.walk import walk
from helaplan.planfile.structure import structure, unstructure
from helaplan.recognise import Recognised, recognise

_PIECES = (
    "Verksamhetsplan 2024", "Aktiviteter", "Mål 1: Minst 3 byar", "• Ordna två möten", "o  sak", "o  till", "  - under",
    "1. Ett", "2. Två", "3.1 Rubrik", "JANUARI", "14   Möte    Styrelsen", "?    Fest    Alla", "Sida 1 av 3", "\f",
    "Ansvarig: Eva", "verksam-", "het", "barn-", "och annat", "(riks: Något.)", "Vision", "Värdegrund", "Målgrupp",
    "Antagen av årsmötet 2024-03-31", "Agenda 2030: mål 9 och 11", "____", "Ordförande", "a) sak", "(ansv. gruppen)",
    "senast 31 april", "5 000 kr", "", "  ", "Under året ska vi:", "30–31 februari", "2023/2024", "2 × 5 000 kr",
    "från 3 till 5 saker", "vecka 99", "Innehåll", "1. X ..... 3", "Budget: 3 kr", "och", "Å", "Kort rad",
    "En längre rad som slutar med punkt.", "\ufb01nt", "a\u030a", "mjukt\u00ad", "\uf0b7 punkt",
    "Nr  Aktivitet  Ansvarig",
    "Mål A.1 Fler", "P L A N  2 0", "Aktivitet: Måla", "När: juni",
    "Summa    3 kr", "8 mars Fest", "Ort den 3 maj 2024",
    "Sak – Något som är ganska långt och börjar med stor bokstav.",
    "ett\ttvå", "Delmål: Bo kvar.",
)  # fmt: skip
_LIGATURES = dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
any_text = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=20)), max_size=25).map("\n".join)


def words(text: str) -> str:
    """The letters of all words, since a word cut at a line's end is one word in the plan and two in the source."""
    made = unicodedata.normalize("NFC", text)
    for ligature, letters in (
        ("\ufb00", "ff"),
        ("\ufb01", "fi"),
        ("\ufb02", "fl"),
        ("\ufb03", "ffi"),
        ("\ufb04", "ffl"),
    ):
        made = made.replace(ligature, letters)
    made = made.replace("\ufb05", "st").replace("\ufb06", "st").replace("\u00ad", "")
    return "".join(re.findall(r"\w+", unicodedata.normalize("NFC", made).casefold()))


def imported(text: str) -> Recognised:
    """The plan in a text, without a reader's refusal of empty files."""
    return recognise(Document(title="", language="sv", blocks=blocks(text_lines(text))))


def at(data: Any, path: Path) -> Any:
    """The value at a path of plain data. KeyError or IndexError where there is none."""
    for step in path:
        data = data[step]
    return data


@settings(max_examples=200, deadline=None)
@given(any_text)
def test_every_word_stands_once_and_in_order(text: str) -> None:
    """No word is dropped, doubled or moved, and every block is in exactly one state."""
    made = imported(text)
    if not any(made.receipt.removed.values()):
        assert words(" ".join(block.text for block in made.receipt.blocks)) == words(text)
    for block in made.receipt.blocks:
        assert [bool(block.used), bool(block.ignored), bool(block.unplaced)].count(True) == 1
    assert [block.n for block in made.receipt.blocks] == list(range(1, len(made.receipt.blocks) + 1))


@settings(max_examples=200, deadline=None)
@given(any_text)
def test_every_path_leads_somewhere(text: str) -> None:
    """What the receipt says of places and proposals is true of the plan as it is written."""
    made = imported(text)
    data = unstructure(made.plan)
    for block in made.receipt.blocks:
        for use in block.used:
            assert at(data, use.path)
        if block.unplaced is not None:
            assert at(data, block.unplaced)
    for proposal in made.receipt.proposals:
        assert at(data, proposal.path)


@settings(max_examples=200, deadline=None)
@given(any_text)
def test_the_plan_is_a_plan(text: str) -> None:
    """Whatever was read fits the plan format, and no id stands twice."""
    plan = imported(text).plan
    made = structure(Plan, unstructure(plan))
    assert made.findings == ()
    assert made.value == plan
    ids = [seen.value for seen in walk(plan) if seen.path[-1] == "id"]
    assert len(ids) == len(set(ids))


@settings(max_examples=50, deadline=None)
@given(any_text)
def test_twice_is_the_same(text: str) -> None:
    """The same text gives the same plan and the same receipt."""
    assert imported(text) == imported(text)


@given(st.text(max_size=40))
def test_a_neighbour_changes_no_id(text: str) -> None:
    """An id is made of an activity's own words: what is written in another activity leaves it alone."""
    frame = "Aktiviteter\n\nTrafik\n• Driva frågan om nattåg.\n• {}\n• Måla bygdegården röd.\n"
    first = imported(frame.format("Något helt annat.")).plan.areas[0].activities
    second = imported(frame.format(re.sub(r"[^a-zåäö ]", "", text) or "sak")).plan.areas[0].activities
    assert first[0].id == second[0].id
    assert first[-1].id == second[-1].id

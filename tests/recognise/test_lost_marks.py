"""A document that helaplan wrote and another program took the marks out of is read as what it prints."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helaplan.api import read_plan
from helaplan.compose import compose_plan
from helaplan.document import Block, Document, Furniture, Heading, LabelLine, ListItem, Look, Paragraph
from helaplan.formats.text import read_text
from helaplan.model import Plan
from helaplan.plugins.declarations import Source
from helaplan.recognise import recognise
from helaplan.recognise.unmarked import with_marks
from helaplan.testing import full_plan
from helaplan.testing.strategies import areas, plans

HERE = Path(__file__).parent
OREBRO = read_plan(HERE.parents[1] / "examples/orebro-2023/plan.yaml")
SIZES = {1: 16.0, 2: 13.0, 3: 12.0}


def unmarked(block: Block) -> Block:
    """The block without what only helaplan can read."""
    return attrs.evolve(block, id="", role="")


def as_paragraph(block: Block) -> Block:
    """A label line as a program leaves it that knows no such thing."""
    made = unmarked(block)
    return Paragraph(text=f"{made.label}: {'; '.join(made.texts)}") if isinstance(made, LabelLine) else made


def as_one_text(block: Block) -> Block:
    """A label line that another reader made of a web page."""
    made = unmarked(block)
    return attrs.evolve(made, texts=("; ".join(made.texts),)) if isinstance(made, LabelLine) else made


def by_size(block: Block) -> Block:
    """A heading as a PDF shows it."""
    made = unmarked(block)
    if isinstance(made, Heading):
        return attrs.evolve(made, level=None, look=Look(size=SIZES[made.level or 1]))
    return made


def flat(block: Block) -> Block:
    """A list item whose list has lost its levels."""
    made = as_paragraph(block)
    return attrs.evolve(made, depth=1) if isinstance(made, ListItem) else made


def lost(plan: Plan, change: object, title: bool = True) -> Document:
    """The plan's own document after another program."""
    assert callable(change)
    document = compose_plan(plan, "sv")
    blocks = [change(each) for each in document.blocks]
    if title:
        return Document(title=document.title, language="sv", blocks=blocks)
    head = Heading(text=document.title, look=Look(size=26.0))
    return Document(title="", language="sv", blocks=[head, *blocks])


@pytest.mark.parametrize("plan", [OREBRO, full_plan()], ids=["example", "full"])
@pytest.mark.parametrize("change", [unmarked, as_paragraph, as_one_text, by_size, flat])
@pytest.mark.parametrize("title", [True, False])
def test_beside_the_known_plan_nothing_is_lost(plan: Plan, change: object, title: bool) -> None:
    """Ids, values, nesting, statements: the plan to the last character, and no change is told."""
    made = recognise(lost(plan, change, title), known=plan)
    assert made.plan == plan
    assert list(made.changes or ["none told"]) == ["none told"]


@pytest.mark.parametrize("change", [unmarked, as_paragraph, by_size])
def test_alone_only_ids_are_others(change: object) -> None:
    """What is printed comes back without a known plan, too."""
    made = recognise(lost(OREBRO, change)).plan
    assert made.title == OREBRO.title
    assert made.period == OREBRO.period
    assert made.status == OREBRO.status
    assert made.organisation == OREBRO.organisation
    assert [each.name for each in made.areas] == [each.name for each in OREBRO.areas]
    for area, wanted in zip(made.areas, OREBRO.areas, strict=True):
        assert [each.text for each in area.activities] == [each.text for each in wanted.activities]
        assert [each.schedule for each in area.activities] == [each.schedule for each in wanted.activities]
        assert [each.budget for each in area.activities] == [each.budget for each in wanted.activities]
    assert [each.text for each in made.goals] == [each.text for each in OREBRO.goals]
    assert [each.name for each in made.partners] == [each.name for each in OREBRO.partners]
    assert made.sections == ()


def test_the_list_of_contents_is_passed_by() -> None:
    """A PDF of a Word file has its headings twice."""
    document = lost(OREBRO, by_size)
    blocks = [*document.blocks]
    start = next(n for n, each in enumerate(blocks) if isinstance(each, Heading))
    listed = [Paragraph(text=f"{each.text} 3") for each in blocks[start:] if isinstance(each, Heading)]
    made = [*blocks[:start], Heading(text="Innehåll", look=Look(size=13.0)), *listed, *blocks[start:]]
    read = recognise(attrs.evolve(document, blocks=made), known=OREBRO)
    assert read.plan == OREBRO
    told = [each.text for each in read.receipt.blocks if each.ignored == "contents list"]
    assert told[:2] == ["Innehåll", "Vision 3"]


def test_what_a_board_changed_is_a_change() -> None:
    """New words, a new line, another sum: as in a document that has its marks."""
    document = lost(OREBRO, as_paragraph)
    blocks: list[Block] = []
    for each in document.blocks:
        text = getattr(each, "text", "")
        if text == "Möjliggöra tvärpolitiska dialoger.":
            each = ListItem(text="Möjliggöra dialoger över partigränserna.", depth=1)
        elif text.startswith("Budget: 5"):
            each = Paragraph(text="Budget: 7 500 kr")
        elif text == "Villkor: om medel beviljas":
            each = Paragraph(text="Villkor: om styrelsen vill")
        blocks.append(each)
        if text == "Villkor: om medel beviljas":
            blocks.append(ListItem(text="Ordna en bygdemarknad i september (styrelsen).", depth=1))
    made = recognise(attrs.evolve(document, blocks=blocks), known=OREBRO)
    assert made.changes is not None
    kinds = {(each.kind, each.id) for each in made.changes}
    assert {("reworded", "dialoger"), ("changed", "stipendium"), ("changed", "stodja-projekt")} <= kinds
    (new,) = made.changes.added
    added = next(each for area in made.plan.areas for each in area.activities if each.id == new.id)
    assert added.responsible == ("styrelsen",)
    assert [each.months for each in added.schedule] == [(9,)]


@pytest.mark.parametrize("path", sorted((HERE / "hand").glob("*.txt")), ids=lambda path: path.stem)
def test_what_helaplan_did_not_write_is_not_taken_for_it(path: Path) -> None:
    """Other documents have labels as well ("Ansvarig: …"), and are read by rules."""
    document = read_text(path.read_bytes(), Source(name=path.name)).document
    assert with_marks(document, None) is document


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], deadline=None)
@given(st.one_of(plans(), plans(areas=areas())), st.sampled_from([unmarked, as_paragraph, by_size, flat]))
def test_no_word_is_dropped(plan: Plan, change: object) -> None:
    """Law: whatever the plan says, each block of its document is in the receipt once, known plan or not."""
    document = lost(plan, change)
    printed = [each for each in document.blocks if not isinstance(each, Furniture)]
    for known in (None, plan):
        made = with_marks(document, known)
        assert len(made.blocks) == len(printed)
        blocks = recognise(document, known=known).receipt.blocks
        assert [each.n for each in blocks] == list(range(1, len(blocks) + 1))

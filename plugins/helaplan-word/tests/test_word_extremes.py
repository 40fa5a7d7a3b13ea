"""Odd words and odd sizes in Word files, read with another library; and a file edited with it, read by its plan."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from helaplan_word import plugin

from helaplan import Activity, Area, Host, Organisation, Plan, export, import_document
from helaplan.testing import full_plan

docx: Any = pytest.importorskip("docx")

ODD = {
    "controls": ("a\x00b\x01c\x07d\x1be", "a\ufffdb\ufffdc\ufffdd\ufffde"),
    "noncharacters": ("a\ufffeb\uffffc", "a\ufffdb\ufffdc"),
    "surrogates": ("a\ud800b", "a\ufffdb"),
    "markup": ("<w:p>&amp; \"'", "<w:p>&amp; \"'"),
    "emoji": ("\U0001f600 \U0001f468\u200d\U0001f33e", "\U0001f600 \U0001f468\u200d\U0001f33e"),
    "right to left": ("שלום עולם och مرحبا", "שלום עולם och مرحبا"),
    "long": ("Ett ord till. " * 700 + "slut", "Ett ord till. " * 700 + "slut"),
    "one word": ("ordmedmångabokstäver" * 500, "ordmedmångabokstäver" * 500),
}


@pytest.fixture
def host() -> Host:
    """A host with this plugin alone."""
    made = Host(plugins=False)
    made.register(plugin, "word")
    return made


def paragraphs(plan: Plan, host: Host) -> list[tuple[str, str]]:
    """Style and text of each paragraph of the Word file, as python-docx reads them."""
    made = docx.Document(BytesIO(export(plan, ".docx", host=host)))
    return [(each.style.name, each.text) for each in made.paragraphs]


@pytest.mark.parametrize("name", ODD)
def test_odd_words(host: Host, name: str) -> None:
    """Whatever stands in a title, a name and a text is there whole; what XML can't hold shows that it was there."""
    given, shown = ODD[name]
    area = Area(id="a", name=given, activities=(Activity(id="b", text=given),))
    plan = Plan(id="p", title=given, organisation=Organisation(name=given), areas=(area,))
    found = paragraphs(plan, host)
    assert [text for style, text in found if style == "Title"] == [shown]
    assert ("Heading 2", shown) in found
    assert ("List Bullet", shown) in found


def test_a_plan_of_nothing(host: Host) -> None:
    """A plan without anything but its title is a whole file."""
    assert paragraphs(Plan(id="p", title="Tom", organisation=Organisation(name="")), host) == [("Title", "Tom")]


def test_five_thousand_activities(host: Host) -> None:
    """Each of them is an item of a list, in order."""
    areas = tuple(
        Area(
            id=f"o{n}",
            name=f"Område {n}",
            activities=tuple(Activity(id=f"a{n}-{m}", text=f"Möte {n} {m}") for m in range(500)),
        )
        for n in range(10)
    )
    found = paragraphs(Plan(id="p", title="Stor", organisation=Organisation(name="B"), areas=areas), host)
    items = [text for style, text in found if style == "List Bullet" and text.startswith("Möte")]
    assert items == [f"Möte {n} {m}" for n in range(10) for m in range(500)]


def test_an_edit_counts_beside_the_known_plan(host: Host) -> None:
    """Words changed with another program are in the plan under the old id, and that is told as the one change."""
    plan = full_plan()
    made = docx.Document(BytesIO(export(plan, ".docx", host=host)))
    (run,) = next(each for each in made.paragraphs if each.text == plan.areas[0].activities[1].text).runs
    run.text = "Hålla två kurser i stället för en"
    edited = BytesIO()
    made.save(edited)
    back = import_document(edited.getvalue(), name="p.docx", known=plan, host=host)
    before, after = plan.areas[0].activities[1], back.plan.areas[0].activities[1]
    assert (after.id, after.text) == (before.id, "Hålla två kurser i stället för en")
    assert back.changes is not None
    assert [(each.kind, each.id) for each in back.changes] == [("reworded", before.id)]

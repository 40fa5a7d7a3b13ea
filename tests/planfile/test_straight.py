"""The quick way from events to a plan: where it gives an object, the careful way gives the same and finds nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helaplan.model import Plan
from helaplan.pipeline.check import examine
from helaplan.planfile.reader import read_raw
from helaplan.planfile.straight import read_straight
from helaplan.planfile.structure import structure
from helaplan.planfile.writer import write_plan
from helaplan.testing.strategies import plans
from helaplan.text.starter import starter

STARTER = starter(2025)

#: What people put into files: characters that mean something to YAML, odd blanks, decomposed letters, other shapes.
ODD = st.sampled_from(
    [
        *"&*!#|>'\"%@`{}[],:?-\t\\~",
        " - ",
        "  ",
        "\n",
        "\n  ",
        "\r\n",
        "a\u030a",
        "\u00a0",
        "\u2028",
        "\u200b",
        "é",
        "&x ",
        "*x",
        "!!str ",
        "null",
        "true",
        "0117",
        "1e400",
        "3.0",
        "2023-02-30",
        "<<: *x",
        "---\n",
        '"\\0"',
        "# helaplan: ignore[id-missing]",
    ]
)


def agree(text: str) -> None:
    """Both ways say the same of a file, with both parsers."""
    for pure in (False, True):
        straight = read_straight(text, Plan, pure=pure)
        if straight is not None:
            raw = read_raw(text, pure=pure)
            made = structure(Plan, raw.data)
            assert (raw.findings, made.findings) == ((), ())
            assert made.value == straight.value


@given(plans())
def test_a_written_plan_is_read_alike(plan: Plan) -> None:
    """What helaplan writes comes back the same on either way."""
    agree(write_plan(plan))


@given(st.integers(0, len(STARTER)), st.integers(0, 12), ODD)
def test_a_file_with_something_odd_in_it_is_read_alike(at: int, cut: int, put: str) -> None:
    """Anything put anywhere, over anything: the quick way gives what the careful way gives, or leaves it alone."""
    agree(STARTER[:at] + put + STARTER[at + cut :])


def test_a_good_file_takes_the_quick_way() -> None:
    """Else the quick way could fall out of use without anybody noticing."""
    assert read_straight(STARTER, Plan) is not None


def test_what_only_the_characters_show_is_not_passed_by() -> None:
    """A comment that ignores nothing is told, although the plan itself is without fault."""
    assert examine(STARTER + "# helaplan: ignore[id-missing]\n").report.findings


def test_an_empty_line_in_an_unquoted_text_is_read_alike() -> None:
    """Its line end is part of YAML's value; in a line of text it is a space, in prose it may divide paragraphs."""
    plan = "helaplan: 1\nkind: plan\nid: x\norganisation: {name: Bygd\n\n  två}\ntitle: Plan\n\n  två\n"
    made = read_straight(plan, Plan)
    assert made is not None
    assert (made.value.organisation.name, made.value.title) == ("Bygd två", "Plan två")
    agree(f"{plan}sections:\n  - heading: Ett\n\n      två\n    text: a\n\n\n      b\n")


def test_a_lone_exclamation_mark_is_a_tag() -> None:
    """`! text` is refused as on the careful way; behind a word the mark is part of the text."""
    plan = "helaplan: 1\nkind: plan\nid: x\norganisation: {name: Bygd}\ntitle: "
    assert read_straight(f"{plan}! Plan\n", Plan) is None
    assert read_straight(f"{plan}!\n  Plan\n", Plan) is None
    assert read_straight(f"{plan}Hela Sverige ska leva! Plan\n", Plan) is not None


@pytest.mark.parametrize(
    "rows, code",
    [
        ("17 maj\n      - 18 maj", "list-in-text"),
        ("17 maj\n      namn:Bygd", "missing-space"),
        ("Bygden\n      - ", "list-in-text"),
        ("Bygden\n      - \n\n      - ", "list-in-text"),
    ],
)
def test_a_row_below_is_looked_at_whatever_stands_above(rows: str, code: str) -> None:
    """Neither a day on the first row nor an item without text hides that the row was meant as an item or a key."""
    plan = "helaplan: 1\nkind: plan\nid: x\norganisation: {name: Bygd}\ntitle: Plan\n"
    plan += "period: {start: 2023-01-01, end: 2023-12-31}\n"
    assert [each.code for each in examine(f"{plan}purposes:\n  - text: {rows}\n").report] == [code]

"""Rows straight to data: where they give data, a parser gives the same, and they give it for what people write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helaplan.model import Plan
from helaplan.planfile.reader import read_raw
from helaplan.planfile.rows import everyday_data
from helaplan.planfile.scalars import NotPlain
from helaplan.planfile.straight import read_straight
from helaplan.planfile.writer import write_plan
from helaplan.testing.strategies import plans
from helaplan.text.starter import starter

EXAMPLE = Path(__file__).parents[2] / "examples/orebro-2023/plan.yaml"


def everyday(text: str) -> Any:
    """The data of the rows, None where they leave it to a parser."""
    try:
        return everyday_data(text)
    except NotPlain:
        return None


def agree(text: str) -> None:
    """Where the rows give data, either parser gives the same and finds nothing."""
    made = everyday(text)
    if made is not None:
        for pure in (False, True):
            raw = read_raw(text, pure=pure)
            assert raw.findings == ()
            # By their representation: 1 is no truth value, and the order of keys counts.
            assert repr(raw.data) == repr(made)


#: Texts of which each is read row by row.
TAKEN = [
    "a: b\n",
    "a:   b   \n",
    "a: b # why\n",
    "a: b#c\n",
    "a: http://x.se/y\n",
    "a: 17\nb: 0117\nc: 2023-12-31\nd: 1.5\ne: true\nf: nej\ng: 1e3\n",
    'a: "b: c # d"\nb: \'e: "f"\'\nc: ""  # nothing\n',
    "a:\n  b: c\n  d: e\n",
    "a:  # why\n    b: c\n",
    "a:\n- b\n- c\nd: e\n",
    "a:\n  - b\n\n  # why\n  - c\nd: e\n",
    "a:\n  - b: c\n    d: e\n  -   f: g\n      h: i\n",
    "a:\n- b:\n  - c\n  d: e\n",
    "a: b\n  c\n  d\ne: f\n",
    "a:\n  - b\n    c\n  - d\n",
    "a: 17\n  maj\n",
    "a: b - c\n",
    "a: |\n  b: c\n  # d\n\n   e\n\nf: g\n",
    "a: |\n\n  b\n",
    "a: |-\n  b\n\n\nc: d\n",
    "a: |  # why\n  b\n",
    "a:\n  - |\n    b\n  - c\n",
    "a: [b, c d, \"e, f\", 'g']  # why\n",
    "a: []\nb: {}\n",
    "a: {b: c, d: [1, 2], e: {f: 2023-01-01}}\n",
    "a:\n  - {b: c}\n  - [d]\n",
    "# why\n\na: b\n\n# because\n",
    "a: Å\nb: 👍\n",
]


@pytest.mark.parametrize("text", TAKEN)
def test_everyday_rows_are_read(text: str) -> None:
    """What people and programs write is read, and as a parser reads it."""
    assert everyday(text) is not None
    agree(text)


#: Texts that a parser has to read, or to refuse.
LEFT = [
    "",
    "a",
    "a: b",
    "- a\n",
    "a:\n",
    "a: ~\n",
    "a: null\nb: c\n",
    "null: a\n",
    "a: b\na: c\n",
    "a: {b: c, b: d}\n",
    "---\na: b\n",
    "a: b\n...\n",
    "%YAML 1.2\na: b\n",
    "a:b\n",
    "a : b\n",
    "A: b\n",
    '"a": b\n',
    "1: b\n",
    "? a\n: b\n",
    "a: b: c\n",
    "a: b:\n",
    "a: b\n c: d\n",
    "a: b\n\n  c\n",
    "a: b # c\n  d\n",
    "a: b\n  - c\n",
    "a: b\n  c # d\n",
    "a: b\n  # c\n  d\n",
    'a: "b"\n  c\n',
    "a: 'b'\n  c: d\n",
    "a: 'it''s'\n",
    'a: "b\\n"\n',
    'a: "b\n',
    'a: "b" c\n',
    'a: "b"# c\n',
    "a: [b\n",
    "a: [b,\n  c]\n",
    "a: [b] c\n",
    "a: [b],\n",
    "a: [b]]\n",
    "a: [b}\n",
    "a: [b, ]\n",
    "a: [, b]\n",
    "a: [[b] [c]]\n",
    "a: [b: c]\n",
    "a: [b c: d]\n",
    "a: {b}\n",
    "a: {b: }\n",
    "a: {b: c d: e}\n",
    "a: {b:c}\n",
    "a: [b # c\n",
    "a: [~]\n",
    "a: [-1]\n",
    "a: " + "[" * 4000 + "\n",
    "a: " + "[" * 40 + "b" + "]" * 40 + "\n",
    "a: -1\n",
    "a: - b\n",
    "a:\n  - - b\n",
    "a:\n  -\n    b: c\n",
    "a:\n - b\n  - c\n",
    "a:\n   b: c\n  d: e\n",
    "a:\n  b: c\n d: e\n",
    "a:\n  - b\n c: d\n",
    "a:\n  - b: c\n   d: e\n",
    "a: >\n  b\n",
    "a: |+\n  b\n",
    "a: |2\n  b\n",
    "a: |# b\n  c\n",
    "a: |\nb: c\n",
    "a: |\n  b\n c\n",
    "a: |\n   \n  b\n",
    "a: |\n  b\n \n",
    "a: |\n  b \n",
    "a: |\n  b\n # c\nd: e\n",
    "a: *b\n",
    "a: @b\n",
    "a: 1e400\n",
    "a: 12345678901234567\n",
    "a: namn:Bygd\n",
    " a: b\n",
    "a: b\nc\n",
    "<<<<<<< x\na: b\n",
    "a:\n" + "".join(f"{' ' * 2 * depth}a:\n" for depth in range(1, 40)) + " " * 80 + "a: b\n",
]


@pytest.mark.parametrize("text", LEFT)
def test_other_rows_are_left_to_a_parser(text: str) -> None:
    """Whatever is odd, or takes more than its row to understand."""
    assert everyday(text) is None


#: What rows are put together of.
ENDS = st.sampled_from(
    [
        *(
            "",
            "b",
            "b c",
            "b - c",
            "17",
            "2023-01-01",
            "~",
            "true",
            "[",
            "]",
            "{",
            "}",
            "[b]",
            "[b, c]",
            "{b: c}",
            "|",
            "|-",
        ),
        *(
            "'b'",
            '"b"',
            '"b',
            "b:",
            "b: c",
            "b #c",
            "# b",
            "#b",
            "- b",
            "-",
            "-1",
            "?",
            ": b",
            ",",
            "b:c",
            "http://b",
            "b  c",
        ),
        *(
            "[b, {c: d}]",
            "{b: [c], d: e}",
            "[ b , c ]",
            "{ b: c }",
            "[b, , c]",
            "{b: c,}",
            "['b', \"c\"]",
            "'b' ",
            "| # b",
        ),
    ]
)
ROWS = st.tuples(
    st.integers(0, 5),
    st.sampled_from(["", "", "- ", "-  ", "- - "]),
    st.sampled_from(["a: ", "b: ", "c:", "d:  ", "", ""]),
    ENDS,
).map(lambda row: " " * row[0] + "".join(row[1:]))


@given(st.lists(ROWS, min_size=1, max_size=8))
def test_any_rows_are_read_as_a_parser_reads_them(rows: list[str]) -> None:
    """Any rows at any depth: the same data, or left alone."""
    agree("\n".join(rows) + "\n")


@given(plans())
def test_a_written_plan_is_read_as_a_parser_reads_it(plan: Plan) -> None:
    """What helaplan writes, with any characters in its texts."""
    text = write_plan(plan)
    if text.replace("\n", "").isprintable():
        agree(text)


@pytest.mark.parametrize("text", [starter(2025), EXAMPLE.read_text(encoding="utf-8")], ids=["starter", "example"])
def test_real_plans_take_no_parser(text: str) -> None:
    """Else the rows could fall out of use without anybody noticing."""
    assert everyday(text) is not None
    agree(text)


def test_data_that_is_kept_is_not_handed_out() -> None:
    """Equal rows share their data; a change of one plan's extensions doesn't reach the next one's."""
    text = "helaplan: 1\nkind: plan\nid: x\ntitle: Plan\norganisation: {name: Bygd}\nextensions:\n  x: {kept: [1]}\n"
    made = [read_straight(text, Plan) for _ in range(2)]
    first, second = (each.value.extensions for each in made if each is not None)
    first["x"]["kept"].append(2)
    assert second == {"x": {"kept": [1]}}
    again = read_straight(text, Plan)
    assert again is not None
    assert again.value.extensions == second

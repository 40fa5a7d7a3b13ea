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
    "a: |\n  b\n # c\nd: e\n",
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
    "a:\n" + "".join(f"{'  ' * depth}- a:\n" for depth in range(22)) + f"{'  ' * 22}- {'[' * 20}b{']' * 20}\n",
    "a:\n" + "".join(f"{'  ' * depth}- a:\n" for depth in range(32)) + f"{'  ' * 32}- b\n",
    "a: -1\n",
    "a: - b\n",
    "a:\n  - - b\n",
    "a:\n  -\n    b: c\n",
    "a:\n- # b\n- c\n",
    "a:\n- \n- b\n",
    "a:\n  - # b\n    c: d\n",
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
    "a: |\n  b\n# c\n  d\n",
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


SCALARS = st.sampled_from(
    [
        *("b", "b c", "Ö b", "nej", "b  c", "b - c", "b#c", "17", "0117", "1.5", "2023-01-01", "true", "http://b.se"),
        *("'b: c'", '"# b"', '""', "' b '", '"17"', "b?", "b, c", "b [c]", "(b)", "x=1", "17 maj", "b\n  c", "1e3"),
    ]
)
WITHIN = st.sampled_from(["b", "b c", "Ö", "17", "1.5", "2023-01-01", "false", "'b, c'", '"]"', '""', "nej", "b.c"])
BRACKETS = st.recursive(
    WITHIN,
    lambda inside: st.one_of(
        st.lists(inside, max_size=3).map(lambda each: f"[{', '.join(each)}]"),
        st.dictionaries(st.sampled_from("abcd"), inside, max_size=3).map(
            lambda each: "{" + ", ".join(f"{key}: {value}" for key, value in each.items()) + "}"
        ),
    ),
    max_leaves=5,
).filter(lambda text: text[0] in "[{")
COMMENTS = st.sampled_from(["", "", "", " ", "  # why", " # b: c"])
BETWEEN = st.sampled_from([[], [], [], [""], ["# why"], ["", "   # why"]])


@st.composite
def rows_of(draw: st.DrawFn, depth: int = 0, column: int = 0) -> list[str]:
    """The rows of a mapping in the everyday style, in any of its variants."""
    made: list[str] = []
    for key in draw(st.lists(st.sampled_from(["a", "b", "c_d", "e1"]), min_size=1, max_size=3, unique=True)):
        made += draw(BETWEEN)
        made += draw(value_of(f"{' ' * column}{key}:", depth, column))
    return made


@st.composite
def value_of(draw: st.DrawFn, head: str, depth: int, column: int) -> list[str]:
    """The rows of a key or dash at a column, with a value behind it or below."""
    kind = draw(
        st.sampled_from(["scalar", "scalar", "brackets", "block", "list", "mapping"][: 4 if depth > 2 else None])
    )
    space, comment = " " * draw(st.integers(1, 2)), draw(COMMENTS)
    if kind == "scalar":
        first, _, rest = draw(SCALARS).partition("\n")
        return [f"{head}{space}{first}", " " * column + rest] if rest else [f"{head}{space}{first}{comment}"]
    if kind == "brackets":
        return [f"{head}{space}{draw(BRACKETS)}{comment}"]
    if kind == "block":
        margin = " " * (column + draw(st.integers(1, 3)))
        texts = draw(st.lists(st.sampled_from(["b", "b: c", "# b", "  b", "- b", "'"]), min_size=1, max_size=3))
        empty = [""] * draw(st.integers(0, 1))
        return [
            f"{head} {draw(st.sampled_from(['|', '|-']))}",
            *empty,
            *(margin + each.lstrip() for each in texts),
            *empty,
        ]
    if head.endswith("-"):
        # What stands behind a dash begins on its row.
        first, *others = draw(rows_of(depth + 1, column + 2))
        return [f"{head} {first.lstrip()}", *others] if first.lstrip()[:1] not in ("", "#") else [f"{head} b"]
    inner = column + draw(st.integers(0 if kind == "list" else 1, 3))
    made = [f"{head}{comment}"]
    if kind == "mapping":
        return made + draw(rows_of(depth + 1, inner))
    for _ in range(draw(st.integers(1, 3))):
        made += [*draw(BETWEEN), *draw(value_of(" " * inner + "-", depth + 1, inner))]
    return made


@given(rows_of())
def test_everyday_rows_in_any_variant_are_read(rows: list[str]) -> None:
    """Nested anyhow, with comments, quotes, brackets and blocks: taken, and read as a parser reads them."""
    text = "\n".join(rows) + "\n"
    assert everyday(text) is not None
    agree(text)


DAMAGE = st.sampled_from(
    [
        *":#-[]{},'\"|>?@%~=`",
        " ",
        "  ",
        "\n",
        "\n  ",
        "\n- ",
        ": ",
        " #",
        "- ",
        "? ",
        "a: b",
        "\nnull: ",
        "...",
        "---\n",
        "''",
        "17",
        "-1",
    ]
)


@given(rows_of(), st.data())
def test_damaged_rows_are_read_as_a_parser_reads_them(rows: list[str], data: st.DataObject) -> None:
    """Anything put anywhere, over anything: the same data, or left to the parser."""
    text = "\n".join(rows) + "\n"
    at, cut = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, 4))
    agree(text[:at] + data.draw(DAMAGE) + text[at + cut :])


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

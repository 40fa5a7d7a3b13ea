"""Reading a plan file: every kind of bad input has its code and its place, the same with both parsers."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from helaplan.findings import Anchor, Position, Related, Span
from helaplan.planfile.reader import REFUSED, Raw, read_raw
from helaplan.planfile.scalars import MAX_DIGITS, meaning

CASES = Path(__file__).parent.parent / "cases" / "bad-input"
INDEX: dict[str, list[list[Any]]] = yaml.safe_load((CASES / "index.yaml").read_text(encoding="utf-8"))["cases"]

both = pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "python"])


def places(raw: Raw) -> list[list[Any]]:
    """Code, line and column of each finding."""
    found = []
    for each in raw.findings:
        assert each.span is not None
        found.append([each.code, each.span.start.line, each.span.start.column])
    return found


def test_the_index_names_all_files() -> None:
    """No case file lies about unused, none is missing."""
    assert sorted(INDEX) == sorted(each.stem for each in CASES.glob("*.yaml") if each.stem != "index")


@both
@pytest.mark.parametrize("name", INDEX)
def test_case(name: str, pure: bool) -> None:
    """A file gives exactly the findings of the index, at their places, with either parser."""
    assert places(read_raw((CASES / f"{name}.yaml").read_bytes(), pure=pure)) == INDEX[name]


@pytest.mark.parametrize("name", INDEX)
def test_both_parsers_read_the_same(name: str) -> None:
    """Data, findings and spans are the same with libyaml and without."""
    source = (CASES / f"{name}.yaml").read_bytes()
    with_c, without = read_raw(source), read_raw(source, pure=True)
    assert with_c == without


@pytest.mark.parametrize("name", INDEX)
def test_no_finding_shows_a_long_value(name: str) -> None:
    """No argument of a finding has more than 40 characters of the file."""
    for finding in read_raw((CASES / f"{name}.yaml").read_bytes()).findings:
        assert all(len(arg) <= 40 for arg in finding.args.values() if isinstance(arg, str))


def test_refused_values_leave_the_rest_readable() -> None:
    """A refused value is REFUSED in the data; what stands beside it is read."""
    raw = read_raw("a: !x 1\nb: 2\nc:\n  - .inf\n  - text\n")
    assert raw.data == {"a": REFUSED, "b": 2, "c": [REFUSED, "text"]}
    assert [each.path for each in raw.findings] == [("a",), ("c", 0)]


def test_the_first_of_equal_keys_counts() -> None:
    """The data has the first value; the finding leads to the first key too."""
    raw = read_raw("a: 1\nb:\n  a: 2\n  a: 3\n")
    assert raw.data == {"a": 1, "b": {"a": 2}}
    (finding,) = raw.findings
    assert finding.path == ("b", "a")
    assert finding.anchor is Anchor.KEY
    assert finding.args["first"] == Related(("b", "a"), Span(Position(3, 3), Position(3, 4)), Anchor.KEY)
    assert finding.span == Span(Position(4, 3), Position(4, 4))


def test_nothing_readable_is_refused() -> None:
    """Where nothing could be read, the data is REFUSED, places know nothing, and the text is there for the excerpt."""
    raw = read_raw("a: b: c\n")
    assert raw.data is REFUSED
    assert raw.text == "a: b: c\n"
    assert raw.places.span(("a",)) is None
    assert raw.places.node(()) is None


def test_a_bad_character_has_the_path_of_its_value() -> None:
    """Findings of the scan know in which value they stand, in lists too."""
    raw = read_raw("a:\n- b: x\n- b: y\x07z\n")
    assert [each.path for each in raw.findings] == [("a", 1, "b")]


@pytest.mark.parametrize(
    "text, value",
    [
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("18:30", "18:30"),
        ("1_000", "1_000"),
        ("2023-02-30", "2023-02-30"),
        ("0117", 117),
        ("0o17", 15),
        ("0x1F", 31),
        ("0b11", "0b11"),
        ("+7", 7),
        ("-0.5", -0.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("1e3", 1000.0),
        ("1.5E-2", 0.015),
        ("-", "-"),
        ("+", "+"),
        (".", "."),
        ("1.2.3", "1.2.3"),
        ("~", None),
        ("null", None),
        ("nUll", "nUll"),
        ("TRUE", True),
        ("tRue", "tRue"),
        ("False", False),
        ("=", "="),
        ("-.INF", REFUSED),
        (".nan", REFUSED),
        ("+.nan", "+.nan"),
        ("1e400", REFUSED),
        ("9" * MAX_DIGITS, int("9" * MAX_DIGITS)),
        ("1" + "0" * MAX_DIGITS, REFUSED),
        ("0" * 5000 + "7", 7),
        ("0x" + "f" * 5000, REFUSED),
        ("\u0663", "\u0663"),
    ],
)
def test_core_schema(text: str, value: object) -> None:
    """Unquoted scalars mean what YAML 1.2's core schema says, and only numbers that any program can hold are read."""
    found = meaning(text)
    assert found == value
    assert type(found) is type(value)


@both
def test_tabs_count_as_spaces_where_no_text_is(pure: bool) -> None:
    """Tabs between tokens and at line ends are blanks; inside a text they are kept."""
    raw = read_raw("a:\t1\t\nb:\t[x,\ty]\nc: en\ttvå\nd: |\n  rad\n  \trad\n", pure=pure)
    assert raw.data == {"a": 1, "b": ["x", "y"], "c": "en\ttvå", "d": "rad\n\trad\n"}
    assert raw.findings == ()


@both
def test_many_levels_end_no_process(pure: bool) -> None:
    """Two hundred thousand brackets are one finding. libyaml's own composer would end the process."""
    raw = read_raw("a: " + "[" * 200_000, pure=pure)
    assert places(raw) == [["nested-too-deep", 1, 67]]


@pytest.mark.parametrize("text", ["a: " + "[" * 200_000 + "]" * 200_000, "a: {" * 200_000])
def test_many_levels_in_a_large_file_are_called_so(text: str) -> None:
    """Where libyaml's own word is taken, its limit is no bracket without end."""
    assert [each.code for each in read_raw(text).findings] == ["nested-too-deep"]


def test_faults_without_end_are_cut() -> None:
    """A file of nothing but faults is given up after a thousand of them."""
    raw = read_raw("a: *b\n" * 5000)
    assert len(raw.findings) == 1001
    assert raw.findings[-1].code == "too-many-faults"
    assert raw.data is REFUSED


def test_a_file_too_large_is_refused_unread() -> None:
    """More than a plan can need is not read at all."""
    assert places(read_raw(b" " * 16_000_001)) == [["file-too-large", 1, 1]]


@both
def test_the_collector_is_on_again(pure: bool) -> None:
    """The cyclic collector runs after a good file and after a bad one, and stays off where it was off."""
    for source in ("a: b", "a: b: c"):
        read_raw(source, pure=pure)
        assert gc.isenabled()
    gc.disable()
    try:
        read_raw("a: b", pure=pure)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_own_cases_are_there_in_ci() -> None:
    """The project's own case files are part of it, so a run in CI cannot pass without them."""
    assert len(INDEX) > 100 or not os.environ.get("CI")


def test_a_shown_value_is_masked_whole() -> None:
    """A personnummer that stands where a value is cut is masked before the cut, so that no half of it is shown."""
    line = "kontakt Anna Andersson i byn, 19121212-1212 och fler"
    (finding,) = read_raw(f"title: A\n{line}\nkind: plan\n").findings
    assert finding.code == "missing-colon"
    assert "1912" not in str(finding.args["written"])

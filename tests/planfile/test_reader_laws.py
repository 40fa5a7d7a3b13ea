"""Laws of the reader: any bytes give an answer, the same with both parsers, the same by the quick way and the long."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from helaplan.findings import Finding
from helaplan.planfile.compose import PARSE_ERRORS, compose, events_of
from helaplan.planfile.nodes import Reading
from helaplan.planfile.places import Places
from helaplan.planfile.plain import plain_data
from helaplan.planfile.reader import REFUSED, read_raw
from helaplan.planfile.scalars import NotPlain

#: Pieces that make a text which a YAML parser has something to say about.
PIECES = (
    *(
        "a",
        "b: ",
        "b:",
        "name: ",
        "- ",
        "-",
        " ",
        "  ",
        "\n",
        "\n  ",
        "\n    ",
        "\n- ",
        "\na: ",
        "\r\n",
        "\r",
        "\t",
        "\\",
    ),
    *("[", "]", "{", "}", ",", ": ", "? ", "'", '"', "''", '"x"', "|", "|\n", "|2\n", "> \n", "|+\n  x\n", "#", " # x"),
    *("&a ", "*a ", "!!str ", "!x ", "!", "&", "*", "<<: ", "---", "---\n", "...\n", "%", "%YAML 1.1\n", "@", "`", "~"),
    *(
        "null",
        "0x1F",
        "1.5",
        ".inf",
        "1e999",
        "9" * 20,
        "å",
        "e\u0301",
        "\\x41",
        "\\0",
        "\\N",
        "\\ud800",
        "\\q",
        "=",
        "<",
    ),
    *(
        "\u00a0",
        "\u2028",
        "\u200b",
        "\0",
        "\x85",
        "\ufeff",
        "\ud800",
        "🌻",
        "{{ x }}",
        "hej du",
        "x:y",
        "::",
        "[a: b]",
        "{a}",
    ),
)
texts = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**14), 10**14)
    | st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abcdefgh"), inner, max_size=4),
    max_leaves=20,
)


def check_findings(findings: tuple[Finding, ...], text: str) -> None:
    """Each finding has a span that runs forward and begins inside the text."""
    for each in findings:
        assert each.span is not None
        start, end = each.span.start, each.span.end
        assert (1, 1) <= (start.line, start.column) <= (end.line, end.column)
        assert text == "" or start.line <= text.count("\n") + text.count("\r") + 1


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(source: bytes) -> None:
    """Whatever the bytes, there is an answer, and it is the same with both parsers."""
    raw = read_raw(source)
    check_findings(raw.findings, raw.text)
    assert raw == read_raw(source, pure=True)


@settings(max_examples=200, deadline=None)
@given(texts)
def test_any_text(source: str) -> None:
    """Whatever the text, there is an answer, and it is the same with both parsers."""
    raw = read_raw(source)
    check_findings(raw.findings, raw.text)
    assert raw == read_raw(source, pure=True)
    assert raw.findings or raw.data is not REFUSED


@settings(max_examples=200, deadline=None)
@given(texts)
def test_quick_way_is_the_long_way(source: str) -> None:
    """Where events go straight to data, the node tree gives the same data and has nothing to say."""
    data = source.encode("utf-8", "surrogatepass")
    try:
        quick: Any = plain_data(events_of(source, data, pure=False))
        tree = compose(events_of(source, data, pure=False))
    except (NotPlain, *PARSE_ERRORS):
        return
    reading = Reading(tree, Places(source, lambda: tree.root))
    assert repr(reading.data) == repr(quick)
    assert reading.findings == []


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from("abcdefgh"), values, min_size=1, max_size=5), st.booleans(), st.booleans())
def test_json_is_read(data: dict[str, Any], indented: bool, pure: bool) -> None:
    """JSON is YAML, so what any program writes as JSON comes back value for value."""
    text = json.dumps(data, ensure_ascii=False, indent=2 if indented else None)
    raw = read_raw(text, pure=pure)
    assert raw.findings == ()
    assert raw.data == data
    for key in data:
        assert raw.places.node((key,)) is not None

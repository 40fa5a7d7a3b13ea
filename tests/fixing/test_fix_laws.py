"""Laws of every fix, over plans with faults of all sorts and over any text at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any
from unicodedata import normalize

from hypothesis import example, given, settings
from hypothesis import strategies as st

from helaplan import Edit, Finding, Plan, Report, apply_edits, check, fix, write_plan
from helaplan.planfile.edits import Origins, scalar, select_edits
from helaplan.planfile.reader import read_raw
from helaplan.testing import plans

SWEDISH = {
    "title": "titel",
    "areas": "områden",
    "name": "namn",
    "text": "beskrivning",
    "activities": "aktiviteter",
    "responsible": "ansvarig",
    "at_least": "minst",
    "schedule": "nar",
    "sections": "avsnit",
}
#: What people put into files by accident, and what YAML takes for a sign.
SCRAPS = ["'", '"', ": ", " #", "- ", "\t", "\u00a0", "\r\n", "\r", "[", "]", "{", "}", ",", "&a ", "*a", "!x ", "%"]
SCRAPS += [
    "@",
    "”",
    "3.0",
    "0117",
    "true",
    "~",
    "\u2028",
    "\ufeff",
    "a\u0308",
    "|\n",
    "\\",
    "2023-1-5",
    "\n",
    "?",
    "\x07",
]


def _swedish(text: str, draw: Any) -> str:
    key = draw(st.sampled_from(sorted(SWEDISH)))
    return re.sub(rf"(?<![\w-]){key}:", f"{SWEDISH[key]}:", text, count=draw(st.integers(1, 3)))


def _without_ids(text: str, draw: Any) -> str:
    return re.sub(r"(?<=[-{] )?\bid: [^\s,}]+(?:, | *\n *)", "", text, count=draw(st.integers(1, 5)))


def _without_quotes(text: str, draw: Any) -> str:
    return text.replace('"', "", draw(st.integers(1, 6)))


def _emptied(text: str, draw: Any) -> str:
    lines = text.split("\n")
    at = draw(st.integers(0, len(lines) - 1))
    lines[at] = re.sub(r"^( *(?:- )?\w+:).*", r"\1", lines[at])
    return "\n".join(lines)


def _in_pieces(text: str, draw: Any) -> str:
    return normalize("NFD", text)


def _line_ends(text: str, draw: Any) -> str:
    return text.replace("\n", "\r\n", draw(st.integers(1, 30)))


def _scrap(text: str, draw: Any) -> str:
    at = draw(st.integers(0, len(text)))
    return f"{text[:at]}{draw(st.sampled_from(SCRAPS))}{text[at:]}"


ACCIDENTS: Sequence[Callable[[str, Any], str]] = (
    _swedish,
    _without_ids,
    _without_quotes,
    _emptied,
    _in_pieces,
    _line_ends,
    _scrap,
)


@st.composite
def faulty(draw: Any) -> str:
    """The file of a plan to which some accidents have happened."""
    text = write_plan(draw(plans()))
    for accident in draw(st.lists(st.sampled_from(ACCIDENTS), min_size=1, max_size=5)):
        text = accident(text, draw)
    return text


def _known(report: Report) -> Counter[tuple[str, Any]]:
    return Counter((each.code, each.route) for each in report)


def _is_there(finding: Finding, report: Report, before: Report) -> bool:
    """True where the same mistake is still told: as often as before, and at the same characters."""
    kind = (finding.code, finding.route)
    same = any((each.code, each.path, each.span) == (finding.code, finding.path, finding.span) for each in report)
    return same and _known(report)[kind] >= _known(before)[kind]


@settings(max_examples=40, deadline=None)
@given(faulty(), st.booleans())
def test_fixing_twice_is_fixing_once(text: str, unsafe: bool) -> None:
    """A mended file has nothing more to mend, and stays byte for byte."""
    once = fix(text, unsafe=unsafe)
    assert [each.code for each in once.report if each.fix and (unsafe or each.fix.safe)] == []
    again = fix(once.data, unsafe=unsafe)
    assert (again.data, again.changed) == (once.data, False)


@settings(max_examples=40, deadline=None)
@given(faulty())
def test_a_mended_finding_is_gone(text: str) -> None:
    """Each fix alone mends what it claims to, and no sure one makes a file unreadable that could be read."""
    report = check(text)
    for finding in report:
        if finding.fix is None:
            continue
        after = apply_edits(text, finding.fix.edits)
        assert after != text
        assert not _is_there(finding, check(after), report), (finding.code, finding.path)
        if finding.fix.safe and isinstance(read_raw(text).data, dict):
            assert isinstance(read_raw(after).data, dict), (finding.code, finding.path)


@settings(max_examples=40, deadline=None)
@given(faulty(), st.booleans())
def test_no_byte_changes_outside_the_edits(text: str, marked: bool) -> None:
    """What stands between the edits of one round comes out as it went in, byte order mark and line ends included."""
    before = (b"\xef\xbb\xbf" if marked else b"") + text.encode()
    groups = [each.fix.edits for each in check(before) if each.fix]
    edits, _ = select_edits(groups)
    after = apply_edits(text, edits)
    done = there = 0
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        kept = text[done : edit.start]
        assert after[there : there + len(kept)] == kept
        there += len(kept) + len(edit.text)
        assert after[there - len(edit.text) : there] == edit.text
        done = edit.end
    assert after[there:] == text[done:]
    made = fix(before)
    assert made.data.startswith(b"\xef\xbb\xbf") == marked
    assert made.data == (b"\xef\xbb\xbf" if marked else b"") + made.text.encode()


@settings(max_examples=30, deadline=None)
@given(plans())
def test_a_plan_without_ids_gets_them_and_nothing_else(plan: Plan) -> None:
    """Fixing a file that lacks ids gives the plan it had, with an id for every part; comments don't count."""
    text = re.sub(r"\bid: ([^\s,}\]]+)(, | *\n *)", "", write_plan(plan))
    made = fix(text)
    assert "id-missing" not in [each.code for each in made.report]
    assert _bare(read_raw(made.text).data) == _bare(read_raw(text).data | {"id": ""})


def _bare(data: Any) -> Any:
    """The data without ids and without what refers to them."""
    if isinstance(data, dict):
        return {key: _bare(each) for key, each in data.items() if key != "id"}
    return [_bare(each) for each in data] if isinstance(data, list) else data


@settings(max_examples=30, deadline=None)
@given(plans())
def test_what_the_writer_writes_lacks_nothing_but_ids(plan: Plan) -> None:
    """A plan that was written by helaplan has nothing to mend, save that parts made without an id get one."""
    made = fix(write_plan(plan))
    assert {each.code for each in made.applied} <= {"id-missing"}
    assert made.changed == bool(made.applied)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=80), st.binary(max_size=80)), st.booleans())
@example("areas:\n- - - x", True)
@example("\ufeff\ufeffa: 1", False)
@example("{a", True)
@example("[a: b]", True)
@example("\r\n\n\r", False)
def test_any_text_at_all_is_mended_or_left(source: str | bytes, unsafe: bool) -> None:
    """Nothing makes a fix raise, and twice is once."""
    once = fix(source if isinstance(source, bytes) else source + "\n", unsafe=unsafe)
    assert fix(once.data, unsafe=unsafe).data == once.data


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40), st.sampled_from([None, "'", '"']))
@example("no", None)
@example("2023", None)
@example("2023-01-05", None)
@example("a: b", "'")
@example("'\"\\", '"')
def test_a_scalar_reads_back_as_its_text(value: str, style: str | None) -> None:
    """Whatever a fix writes into a file is read as exactly that text, on a line of its own and inside brackets."""
    if not value.isprintable() or not value.strip():
        return
    assert read_raw(f"a: {scalar(value, style)}\n").data == {"a": value}
    assert read_raw(f"a: [{scalar(value, style)}]\n").data == {"a": [value]}


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30), st.data())
def test_characters_know_where_they_came_from(text: str, data: st.DataObject) -> None:
    """Every character that an edit left alone is found again at its old place."""
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    edits = [Edit(start, end, data.draw(st.text(max_size=4))) for start, end in pairs]
    after, origins = apply_edits(text, edits), Origins(edits)
    new = 0
    done = 0
    for edit in edits:
        for old in range(done, edit.start):
            assert after[new] == text[old]
            assert origins.before(new) == old
            new += 1
        assert all(edit.start <= origins.before(new + at) <= edit.end for at in range(len(edit.text)))
        new += len(edit.text)
        done = edit.end
    assert origins.before(len(after)) == len(text)

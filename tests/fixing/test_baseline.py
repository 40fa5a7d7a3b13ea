"""Known findings: the same one is known again wherever its line moves, a new one is told, a gone one too."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helaplan import Finding, Report, UnreadableSource, check
from helaplan.pipeline.baseline import Baseline, baseline_of, key_of, read_baseline, write_baseline
from helaplan.reports import message_of

PLAN = """\
helaplan: 1
kind: plan
id: tallmo
title: Plan
organisation: {name: Tallmo}
period: {start: 2023-01-01, end: 2023-12-31}
areas:
  - id: bygd
    name: Bygd
    activities:
      - {id: mote, text: Möten, goals: [finns-ej, finns-inte]}
      - text: Utan id
      - text: Också utan
"""


def known() -> Baseline:
    """All that is wrong with the plan."""
    return baseline_of(check(PLAN, name="p.yaml"))


def left(text: str, *, looked_at: tuple[str, ...] = ("p.yaml",)) -> tuple[list[str], list[str]]:
    """The codes that are new and the codes that are gone."""
    new, gone = known().sift(check(text, name="p.yaml"), looked_at=looked_at)
    return [each.code for each in new], [str(each.args["known"]) for each in gone]


def test_what_is_known_is_left_out() -> None:
    """The verdict of the same file is clean."""
    assert left(PLAN) == ([], [])


def test_lines_and_places_in_lists_do_not_count() -> None:
    """A comment above, another area before, an activity moved down: all is known still."""
    moved = PLAN.replace("areas:\n", "# ny rad\n\nareas:\n  - {id: ny, name: Ny}\n")
    mote, utan = "      - {id: mote, text: Möten, goals: [finns-ej, finns-inte]}\n", "      - text: Utan id\n"
    assert left(moved.replace(mote + utan, utan + mote)) == ([], [])


def test_one_more_of_the_same_is_new() -> None:
    """Three without an id where two are known: the last one is told."""
    assert left(PLAN + "      - text: En till\n") == (["id-missing"], [])


def test_the_same_mistake_elsewhere_is_new() -> None:
    """Another activity that refers to nothing is another finding."""
    more = PLAN + "      - {id: annan, text: x, goals: [finns-ej]}\n"
    assert left(more) == (["unknown-reference"], [])


def test_what_is_gone_is_told_with_its_number() -> None:
    """Mended findings are named, so that they can't come back unseen; those of other files are not looked for."""
    mended = PLAN.replace(", goals: [finns-ej, finns-inte]", "").replace("      - text: Utan id\n", "")
    assert left(mended) == ([], ["id-missing", "unknown-reference"])
    assert left(mended, looked_at=("annan.yaml",)) == ([], [])
    _, gone = known().sift(check(mended, name="p.yaml"), looked_at=["p.yaml"])
    assert [each.args.get("count") for each in gone] == [None, 2]


def test_the_file_is_the_same_whatever_the_order() -> None:
    """Entries stand in order, so the file changes only where findings do."""
    findings = list(check(PLAN, name="p.yaml"))
    assert write_baseline(baseline_of(findings)) == write_baseline(baseline_of(reversed(findings)))
    entries = json.loads(write_baseline(known()))["entries"]
    assert entries == [
        {"file": "p.yaml", "code": "id-missing", "path": "/areas/bygd/activities/id", "count": 2},
        {"file": "p.yaml", "code": "unknown-reference", "path": "/areas/bygd/activities/mote/goals", "count": 2},
    ]


def test_no_personal_data_comes_into_the_file() -> None:
    """A key that is a personnummer is masked, and known again."""
    text = PLAN + "19640823-3234: x\n"
    made = baseline_of(check(text, name="p.yaml"))
    assert b"19640823" not in write_baseline(made)
    new, gone = made.sift(check(text, name="p.yaml"), looked_at=["p.yaml"])
    assert (new.findings, gone.findings) == ((), ())


KEYS = st.tuples(st.text(max_size=8), st.text(max_size=8), st.text(max_size=8))


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(KEYS, st.integers(1, 9), max_size=5))
def test_a_baseline_reads_back(counts: dict[Any, int]) -> None:
    """Writing and reading gives the same known findings."""
    made = Baseline(counts=counts)
    try:
        data = write_baseline(made)
    except UnicodeEncodeError:
        pytest.fail("any name can be written")
    assert read_baseline(data) == made


BROKEN = [b"", b"{", b"[]", b"{}", b'{"version": 2, "entries": []}', b'{"version": 1}', b'{"version": 1, "entries": 3}']
BROKEN += [b'{"version": 1, "entries": [3]}', b'{"version": 1, "entries": [{"file": "a", "code": "b"}]}', b"\xff"]
BROKEN += [b'{"version": 1, "entries": [{"file": "a", "code": 3, "path": "", "count": 1}]}', b"[" * 99_999]
BROKEN += [b'{"version": 1, "entries": [{"file": "a", "code": "b", "path": "", "count": 0}]}']


@pytest.mark.parametrize("data", BROKEN, ids=range(len(BROKEN)))
def test_a_file_that_is_none_is_named(data: bytes) -> None:
    """Nothing is silently known because its list could not be read."""
    with pytest.raises(UnreadableSource) as told:
        read_baseline(data, name="b.json")
    (finding,) = told.value.findings
    assert (finding.code, finding.file) == ("baseline-unreadable", "b.json")


def test_a_finding_without_file_has_a_key() -> None:
    """Findings of a text given by a program are known by code and route alone."""
    assert key_of(Finding(code="a/b", route=("x", "y/z"))) == ("", "a/b", "/x/y~1z")
    assert baseline_of(Report()).counts == {}


def test_a_broken_list_is_told_in_the_readers_words() -> None:
    """With the line that Python's reader of JSON stopped at, and none of its English."""
    with pytest.raises(UnreadableSource) as told:
        read_baseline(b'{\n "version": nonsense}')
    (finding,) = told.value.findings
    assert message_of(finding, "sv").message == "Listan över kända fynd går inte att läsa, se rad 2"

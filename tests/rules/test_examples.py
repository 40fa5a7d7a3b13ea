"""The pieces of plan files in the pages of `helaplan explain`: the wrong one has its code, the right one has not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helaplan.pipeline.check import examine
from helaplan.rules.careful import RULES as CAREFUL
from helaplan.rules.rule import Rule
from helaplan.text.examples import EXAMPLES

REQUIRED = {
    "helaplan": "1",
    "kind": "plan",
    "id": "exempel",
    "title": "Verksamhetsplan 2023",
    "organisation": "{name: Byaföreningen}",
}
PIECES = [pytest.param(code, wrong, right, id=code) for code, (wrong, right) in EXAMPLES.items() if wrong or right]


def _whole(piece: str) -> str:
    """The piece with the required keys that it leaves out. Pieces that are no mapping stand alone."""
    if not re.search(r"^[a-z_]+:", piece, re.MULTILINE) or "<<<<" in piece:
        return piece
    missing = [
        f"{key}: {value}\n" for key, value in REQUIRED.items() if not re.search(rf"^{key}:", piece, re.MULTILINE)
    ]
    # Above the piece, so that a quote it leaves open takes nothing with it.
    return "".join(missing) + piece


def _codes(text: str, profiles: tuple[Rule, ...]) -> list[str]:
    return [finding.code for finding in examine(text, name="plan.yaml", profiles=profiles).report]


@pytest.mark.parametrize("code, wrong, right", PIECES)
def test_wrong_has_the_code_and_right_has_not(code: str, wrong: str, right: str) -> None:
    """What a page calls wrong is found under its code, once; what it calls right has no such finding and no error."""
    profiles = CAREFUL if code in {rule.code for rule in CAREFUL} else ()
    found = _codes(_whole(wrong), profiles)
    assert found.count(code) == 1, found
    if right:
        report = examine(_whole(right), name="plan.yaml").report
        assert code not in _codes(_whole(right), profiles)
        assert report.ok, [finding.code for finding in report]


#: What a few lines in a page can't show: bytes, sizes, and characters that break the page itself.
UNSHOWN = {"not-utf8", "wrong-encoding", "wrong-file", "nested-too-deep", "key-too-long", "line-separator"}


def test_whatever_has_a_case_has_an_example() -> None:
    """A code that a plan file can show is shown, wrong and right, to whoever asks `helaplan explain`."""
    cases = Path(__file__).parents[1] / "cases"
    index = (cases / "bad-input" / "index.yaml").read_text(encoding="utf-8")
    met = set(re.findall(r'\["([a-z0-9-]+)", [0-9]+, [0-9]+\]', index))
    met |= {path.parent.name for path in cases.glob("*/expected.json")}
    assert len(met) > 60
    assert met - EXAMPLES.keys() <= UNSHOWN
    assert all(EXAMPLES[code][0] for code in met & EXAMPLES.keys())

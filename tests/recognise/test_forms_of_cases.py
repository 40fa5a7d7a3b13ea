"""The shared cases in every form whose reader is installed: front sections, what stands once, what a reader tells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from helaplan.api import import_document
from helaplan.model import Plan
from helaplan.model.normal import clean_line
from helaplan.pipeline.exchange import Imported
from helaplan.plugins.host import Host
from helaplan.testing.strategies import texts_of

SHARED = Path(__file__).parents[2].parent / "shared" / "cases" / "plans"
HOST = Host()
#: The field of the model that has each concept. Introduction, follow-up and budget of a whole plan have none.
FIELDS = {
    "vision": "visions",
    "values": "values",
    "mission": "mission",
    "purpose": "purposes",
    "overall_goal": "goals",
    "target_groups": "target_groups",
}
#: What a reader should tell → part of the code that tells it.
TOLD = {"tracked changes": "changes", "comment": "comment", "hidden text": "hidden", "footnote": "footnote"}


def forms() -> Iterator[tuple[Path, Path]]:
    """Expectation and file of every case in every form that can be read here."""
    readable = {suffix for reader in HOST.readers() for suffix in reader.suffixes}
    for expected in sorted(SHARED.glob("*.expected.yaml")):
        stem = expected.name.removesuffix(".expected.yaml")
        for path in sorted(SHARED.glob(f"{stem}.*")):
            if path.suffix in readable:
                yield expected, path


FORMS = list(forms()) if SHARED.exists() else []
EACH = pytest.mark.parametrize("expected, path", FORMS, ids=[path.name for _, path in FORMS])
pytestmark = pytest.mark.skipif(not FORMS, reason="the shared cases are not here")


@cache
def imported(path: Path) -> Imported:
    """The import of a case, made once."""
    return import_document(path, host=HOST)


def load(expected: Path, path: Path) -> dict[str, Any]:
    """What is expected of this form: that of the case with its own on top."""
    stem = expected.name.removesuffix(".expected.yaml")
    made: dict[str, Any] = yaml.safe_load(expected.read_text(encoding="utf-8"))
    own = SHARED / f"{stem}.expected{path.name.removeprefix(stem)}.yaml"
    return made | (yaml.safe_load(own.read_text(encoding="utf-8")) if own.exists() else {})


def letters(text: str) -> str:
    """The letters and digits of a text, in small letters."""
    return "".join(letter for letter in clean_line(text).casefold() if letter.isalnum())


def held(plan: Plan, key: str) -> str:
    """Everything that a field says, item by item."""
    return letters(" ".join(text for item in getattr(plan, key) for text in texts_of(item)))


@EACH
def test_each_front_section_lands_in_its_own_field(expected: Path, path: Path) -> None:
    """Vision, values, mission, purpose, goals and target groups stand in their fields and not among the sections."""
    plan = imported(path).plan
    for section in load(expected, path).get("sections") or []:
        words = section["text"] if isinstance(section["text"], str) else " ".join(section["text"])
        key = FIELDS.get(section["concept"], "sections")
        plain = words.replace("(riks:", "").replace(")", "")
        wanted = [letters(each) for each in plain.split("\n") if letters(each)]
        for each in wanted:
            assert each in held(plan, key), section["heading"]
            assert key == "sections" or each not in held(plan, "sections"), section["heading"]


@EACH
def test_what_stands_twice_in_the_file_stands_once_in_the_plan(expected: Path, path: Path) -> None:
    """A text box with its fallback, a moved paragraph: the plan says it once."""
    every = [letters(text) for text in texts_of(imported(path).plan)]
    for words in load(expected, path).get("appears_once") or []:
        assert sum(letters(words) in each for each in every) == 1, words


@EACH
def test_what_a_right_reader_tells(expected: Path, path: Path) -> None:
    """Tracked changes, comments, hidden text and footnotes that are left out are told as findings."""
    codes = " ".join(each.code for each in imported(path).report)
    told = load(expected, path).get("report") or []
    for line in told if isinstance(told, list) else [told]:
        wanted = [code for words, code in TOLD.items() if words in line]
        assert all(code in codes for code in wanted), (line, codes)

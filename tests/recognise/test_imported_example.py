"""The example text is imported value by value as `imported.yaml` says, which a person has read against the text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from helaplan.api import check, import_document, read_plan
from helaplan.planfile.structure import unstructure

FOLDER = Path(__file__).parents[2] / "examples" / "orebro-2023"
WANTED = FOLDER / "imported.yaml"


def values(data: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of plain data with its path."""
    if isinstance(data, dict):
        for key, each in data.items():
            yield from values(each, f"{path}/{key}")
    elif isinstance(data, list):
        for n, each in enumerate(data):
            yield from values(each, f"{path}/{n}")
    else:
        yield path, data


def test_each_value_is_imported() -> None:
    """No value is missing, none is more, none is other."""
    made = import_document(FOLDER / "verksamhetsplan-2023.txt", organisation="Hela Sverige ska leva Örebro län")
    got = dict(values(unstructure(made.plan)))
    wanted = dict(values(unstructure(read_plan(WANTED))))
    assert got == wanted
    assert len(wanted) > 140


def test_every_word_of_a_text_stands_in_the_source() -> None:
    """What the example says of prose is printed in the text, letter by letter; so nothing in it can be made up."""
    source = "".join((FOLDER / "verksamhetsplan-2023.txt").read_text(encoding="utf-8").split())
    plan = yaml.safe_load(WANTED.read_text(encoding="utf-8"))
    for path, value in values(plan):
        if path.rsplit("/", 1)[-1] in ("text", "words", "title") or "/items/" in path:
            assert "".join(str(value).split()) in source, path


def test_the_imported_example_is_clean() -> None:
    """It passes `check` without a finding, questions included: the text leaves none open."""
    assert [each.code for each in check(WANTED)] == []

"""One plan from four tools (Markdown, python-docx, reportlab, Typst), none of which wrote the shared cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from helaplan.api import import_document
from helaplan.planfile.writer import write_plan
from helaplan.plugins.host import Host

FORMS = Path(__file__).parent / "forms"
HOST = Host()
READABLE = {suffix for reader in HOST.readers() for suffix in reader.suffixes}
FILES = sorted(each for each in FORMS.iterdir() if each.suffix in READABLE)
EACH = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


@EACH
def test_every_form_gives_the_same_plan(path: Path) -> None:
    """Read by hand once: title, status, goals, areas, label lines, table and sections, to the last character."""
    made = import_document(path, host=HOST)
    assert write_plan(made.plan) == (FORMS / "bygdegard.yaml").read_text(encoding="utf-8")


@EACH
def test_each_front_section_lands_in_its_own_field(path: Path) -> None:
    """What the model has a field for stands there once, and not among the sections."""
    plan = import_document(path, host=HOST).plan
    assert [each.text for each in plan.visions] == ["En öppen gård för alla åldrar."]
    assert len(plan.mission) == 1
    assert len(plan.goals) == 2
    assert [each.heading for each in plan.sections] == ["Bakgrund", "Uppföljning"]

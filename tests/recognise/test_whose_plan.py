"""Whose plan a document is: its own line, its title, the head of its pages, and last what it speaks of."""

from __future__ import annotations

import io

import pytest

from helaplan import import_document
from helaplan.recognise.organisation import is_body

BODY = "\n\n## Aktiviteter\n\n- Träffa Hela Sverige ska leva Jämtlands län\n- Möta Kvistbro byalag\n"

DOCUMENTS = [
    # A line of its own, whatever the kind of body.
    ("# Verksamhetsplan 2026\n\nLeader Tre Åar", "Leader Tre Åar"),
    ("# Verksamhetsplan 2026\n\nBjörkviks IF, ungdomssektionen", "Björkviks IF, ungdomssektionen"),
    ("PRO Ed\n\n# Verksamhetsplan 2026", "PRO Ed"),
    (
        "# Verksamhetsplan 2026\n\nFriluftsfrämjandet Lidingö\n\nAntagen av årsmötet 2026-03-01",
        "Friluftsfrämjandet Lidingö",
    ),
    ("# Verksamhetsplan 2026\n\nFörening: Norrskenet", "Norrskenet"),
    # The title names it, as its owner, behind "för", by what it does.
    ("# Plan för Ljusnedals kommunbygderåds verksamhet 2026", "Ljusnedals kommunbygderåd"),
    ("# Verksamhetsplan för Leader Tre Åar 2026", "Leader Tre Åar"),
    ("# Eds hembygdsförenings verksamhetsplan 2026", "Eds hembygdsförening"),
    ("# Byalaget i Ed – verksamhetsplan 2026", "Byalaget i Ed"),
]


@pytest.mark.parametrize("text, wanted", DOCUMENTS)
def test_who_is_named_at_the_top_goes_before_who_is_spoken_of(text: str, wanted: str) -> None:
    """Bodies that activities name are others; nothing is asked."""
    plan = import_document((text + BODY).encode(), name="plan.md").plan
    assert plan.organisation.name == wanted
    assert "organisation" not in {each.about for each in plan.questions}


def test_a_name_that_tells_nothing_is_a_guess() -> None:
    """A line of capitalised words beside the title, where no other body is named: taken, and asked about."""
    plan = import_document(
        "# Verksamhetsplan 2026\n\nNorrskenet Södra\n\n## Aktiviteter\n\n- Ses\n".encode(), name="a.md"
    ).plan
    assert plan.organisation.name == "Norrskenet Södra"
    assert [each.about for each in plan.questions] == ["organisation"]


@pytest.mark.parametrize(
    "line", ["Tack till alla medlemmar i föreningen", "Vi i skolan", "Sommaren i byn", "ur stadgarna"]
)
def test_a_sentence_is_no_name(line: str) -> None:
    """A line may end in a word for a body and speak of something else."""
    assert not is_body(line)


def test_the_head_of_the_pages_names_it() -> None:
    """Beside the title, in a Word file whose text says nothing."""
    docx = pytest.importorskip("docx")
    pytest.importorskip("helaplan_word")
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Kvistbro sockens hembygdsförening · Verksamhetsplan 2026"
    made.add_heading("Verksamhetsplan 2026", 0)
    made.add_heading("Aktiviteter", 1)
    made.add_paragraph("Möta Eds byalag", style="List Bullet")
    written = io.BytesIO()
    made.save(written)
    plan = import_document(written.getvalue(), name="plan.docx").plan
    assert plan.organisation.name == "Kvistbro sockens hembygdsförening"

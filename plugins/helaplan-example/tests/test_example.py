"""The example plugin, through a host, as helaplan itself would use it."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from helaplan_example import plugin
from helaplan_example.mentoring import Mentoring
from helaplan_example.plugin import ChecklistOptions
from hypothesis import given
from hypothesis import strategies as st

from helaplan import (
    Activity,
    Area,
    CommandContext,
    DocumentReader,
    Exporter,
    Finding,
    Heading,
    Host,
    LabelLine,
    ListItem,
    Organisation,
    Paragraph,
    Period,
    Plan,
    Schedule,
    Source,
    UnknownFormat,
    UnreadableSource,
    WriteContext,
    structure,
    unstructure,
    write_plan,
)
from helaplan.testing.strategies import plans

PLAN = Plan(
    id="bygd-2023",
    title="Verksamhetsplan 2023",
    organisation=Organisation(name="Bygd"),
    period=Period(start=dt.date(2023, 1, 1), end=dt.date(2023, 12, 31)),
    areas=(
        Area(
            id="moten",
            name="Möten",
            responsible=("styrelsen",),
            activities=(
                Activity(
                    id="arsmote",
                    text="Årsmöte; med fika",
                    schedule=(Schedule(kind="month", words="i mars", months=(3,)),),
                    responsible=("Valberedningen",),
                ),
                Activity(id="julfest", text="=1+1 julfest"),
            ),
        ),
    ),
    extensions={"example": {"coordinator": "valberedningen", "starts": "2023-09-01", "places": 12}},
)


@pytest.fixture
def host() -> Host:
    """A host with this plugin alone."""
    made = Host(plugins=False)
    made.register(plugin, "example")
    return made


def reader(host: Host) -> DocumentReader:
    """The outline reader as the host hands it out."""
    found = host.input_format(".outline")
    assert isinstance(found, DocumentReader)
    return found


def exporter(host: Host) -> Exporter:
    """The checklist exporter as the host hands it out."""
    found = host.output_format(".csv")
    assert isinstance(found, Exporter)
    return found


def findings(host: Host, plan: Plan) -> list[Finding]:
    """What the rules of the extension say of a plan."""
    extension = host.extension("example")
    assert extension is not None
    return [each for rule in extension.rules for each in rule.check(plan)]


def test_declares_all_without_a_word(host: Host) -> None:
    """The plugin keeps the contract: one row, ok, a hook of each kind it uses, and nothing to tell."""
    (row,) = [each for each in host.plugins() if each.status != "disabled"]  # where it is installed too, that one is
    assert (row.name, row.status) == ("example", "ok")
    assert row.declared == {
        "helaplan_document_readers": ("outline",),
        "helaplan_exporters": ("checklist",),
        "helaplan_extensions": ("example",),
        "helaplan_commands": ("example",),
        "helaplan_texts": ("sv", "en"),
    }
    assert host.findings == ()


OUTLINE = """Verksamhetsplan 2024

Möten
\t> Vi träffas ofta.
\tÅrsmöte
\t\tNär: mars
\t- Julfest
Kurser
    Språk
        Svenska
"""


def test_outline_becomes_blocks(host: Host) -> None:
    """Headings, items, label lines and text, each with its line."""
    document = reader(host).read(("\ufeff" + OUTLINE).encode(), Source(name="x.outline")).document
    assert document.title == "Verksamhetsplan 2024"
    assert document.blocks == (
        Heading(text="Möten", level=1),
        Paragraph(text="Vi träffas ofta."),
        ListItem(text="Årsmöte"),
        LabelLine(label="När", texts=("mars",), depth=1),
        ListItem(text="Julfest"),
        Heading(text="Kurser", level=1),
        Heading(text="Språk", level=2),
        ListItem(text="Svenska"),
    )
    assert [each.place.line for each in document.blocks if each.place] == [3, 4, 5, 6, 7, 8, 9, 10]


@pytest.mark.parametrize("data, code", [(b"\xff", "example/not-utf8"), (b" \n\t\n", "example/empty-outline")])
def test_no_outline_is_unreadable(host: Host, data: bytes, code: str) -> None:
    """What cannot be read is UnreadableSource with a finding of this plugin."""
    with pytest.raises(UnreadableSource) as caught:
        reader(host).read(data, Source())
    assert [each.code for each in caught.value.findings] == [code]


@given(st.text(alphabet=st.sampled_from("aÅ \t\n:>-1"), max_size=60))
def test_every_word_of_an_outline_arrives(text: str) -> None:
    """Whatever is indented however: all letters come out in order, in sound blocks."""
    made = Host(plugins=False)
    made.register(plugin, "example")
    if not text.strip():
        return
    document = reader(made).read(text.encode(), Source()).document
    parts = [document.title]
    for each in document.blocks:
        parts += [each.label, *each.texts] if isinstance(each, LabelLine) else [each.text]  # type: ignore[attr-defined]
    assert [sign for sign in "".join(parts) if sign.isalnum()] == [sign for sign in text if sign.isalnum()]


def exported(host: Host, plan: Plan, **options: Any) -> bytes:
    """The checklist of a plan."""
    return exporter(host).export(plan, ChecklistOptions(**options), WriteContext())


def test_checklist(host: Host) -> None:
    """A row for each activity in Swedish Excel's manner; what looks like a formula is none any more."""
    data = exported(host, PLAN)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").split("\r\n") == [
        "Område;Id;Aktivitet;När;Ansvarig;Klart",
        'Möten;arsmote;"Årsmöte; med fika";i mars;Valberedningen;',
        "Möten;julfest;'=1+1 julfest;;;",
        "",
    ]


@given(plans())
def test_checklist_holds_every_activity(plan: Plan) -> None:
    """A csv reader gets one row of six cells for each activity and part, and no cell that a spreadsheet would run."""
    made = Host(plugins=False)
    made.register(plugin, "example")
    data = exported(made, plan, delimiter="tab", bom=False).decode()
    _, *rows = csv.reader(io.StringIO(data, newline=""), delimiter="\t")
    activities = [each for area in plan.areas for one in area.activities for each in (one, *one.activities)]
    assert [row[1] for row in rows] == [each.id for each in activities]
    assert all(len(row) == 6 and not any(cell[:1] in set("=+-@") for cell in row if cell) for row in rows)


@pytest.mark.parametrize("delimiter", ["", ";;", '"', "\n"])
def test_delimiter_that_is_none(host: Host, delimiter: str) -> None:
    """An option that cannot work is a finding, not a broken file."""
    with pytest.raises(UnknownFormat) as caught:
        exported(host, PLAN, delimiter=delimiter)
    assert [each.code for each in caught.value.findings] == ["example/bad-delimiter"]


def with_mentoring(**data: Any) -> Plan:
    """The plan with other mentoring."""
    return evolve(PLAN, extensions={"example": data})


@pytest.mark.parametrize(
    "plan, told",
    [
        (PLAN, []),
        (evolve(PLAN, extensions={}), []),
        (with_mentoring(coordinator="Valberedningen", starts="2024-01-01"), ["example/mentoring-outside-period"]),
        (with_mentoring(coordinator="Anna"), ["example/coordinator-unknown"]),
        (with_mentoring(coordinator=7), []),
        (evolve(with_mentoring(coordinator="Anna"), areas=()), []),
        (evolve(with_mentoring(coordinator="styrelsen", starts="2022-01-01"), period=None), []),
    ],
)
def test_rules(host: Host, plan: Plan, told: list[str]) -> None:
    """The rules say what they are for, and nothing where what they need is missing or faulty."""
    assert [each.code for each in findings(host, plan)] == told
    assert all(each.path[:2] == ("extensions", "example") for each in findings(host, plan))


def test_class_and_data_say_the_same() -> None:
    """The extension's data round-trips through its class, and a fault has its path."""
    data = PLAN.extensions["example"]
    made = structure(Mentoring, data)
    assert unstructure(made.value) == data
    wrong = structure(Mentoring, {**data, "places": "tolv", "startz": "2023-09-01"})
    assert {each.path for each in wrong.findings} == {("places",), ("startz",)}


def test_sentences_fit_their_findings(host: Host) -> None:
    """Swedish and English have the same codes, and every placeholder is an argument of the finding."""
    swedish, english = (dict(each.messages) for each in host.texts())
    assert set(swedish) == set(english)
    plan = with_mentoring(coordinator="Anna", starts="2024-01-01")
    for finding in findings(host, plan):
        for language in (swedish, english):
            message = language[finding.code]
            assert "{" not in (message.message + message.hint).format(**finding.args)


def run(host: Host, *arguments: str) -> tuple[int, str]:
    """Exit code and result of the command."""
    written: list[str] = []
    command = host.command("example")
    assert command is not None
    context = CommandContext(language="sv", write=written.append, tell=lambda text: None)
    return command.run(arguments, context), "".join(written)


def test_command_says_who_does_what(host: Host, tmp_path: Path) -> None:
    """Activities by who is responsible, the area's where the activity names nobody; 1 where nobody was found."""
    path = tmp_path / "plan.yaml"
    path.write_text(write_plan(PLAN), encoding="utf-8")
    assert run(host, str(path)) == (0, "Valberedningen\n  - Årsmöte; med fika\nstyrelsen\n  - =1+1 julfest\n")
    assert run(host, str(path), "--responsible", "VALB") == (0, "Valberedningen\n  - Årsmöte; med fika\n")
    assert run(host, str(path), "--responsible", "ingen alls") == (1, "")
    assert run(host, "--no-such-option")[0] == 2

"""What this plugin declares. Each callable imports its module when it runs: being installed costs next to nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import field, frozen

from helaplan import (
    Command,
    CommandContext,
    DocumentReader,
    Exporter,
    Extension,
    Message,
    Plan,
    Reading,
    Rule,
    Source,
    Texts,
    WriteContext,
    hookimpl,
)
from helaplan_example.mentoring import Mentoring, coordinator_known, within_period


@frozen(kw_only=True)
class ChecklistOptions:
    """Options of the checklist, reached by `-O name=value`."""

    delimiter: str = field(default=";")  # what Swedish spreadsheets expect, since the comma is their decimal sign
    bom: bool = field(default=True)  # without it, Excel reads å as Ã¥


def _read(data: bytes, source: Source) -> Reading:
    from helaplan_example.outline import read_outline

    return read_outline(data, source)


def _export(plan: Plan, options: ChecklistOptions, context: WriteContext) -> bytes:
    from helaplan_example.checklist import checklist

    return checklist(plan, delimiter=options.delimiter, bom=options.bom)


def _run(arguments: Sequence[str], context: CommandContext) -> int:
    from helaplan_example.worklist import run

    return run(arguments, context)


@hookimpl
def helaplan_document_readers() -> list[DocumentReader]:
    """Indented outlines."""
    title = {"sv": "Indragen disposition", "en": "Indented outline"}
    return [DocumentReader(name="outline", suffixes=(".outline",), title=title, read=_read)]


@hookimpl
def helaplan_exporters() -> list[Exporter]:
    """A checklist of the activities."""
    return [
        Exporter(
            name="checklist",
            suffixes=(".csv",),
            media_type="text/csv",
            title={"sv": "Checklista (CSV)", "en": "Checklist (CSV)"},
            export=_export,
            options=ChecklistOptions,
        )
    ]


@hookimpl
def helaplan_extensions() -> list[Extension]:
    """Mentoring, with rules that only plans with `extensions.example` meet."""
    return [
        Extension(
            name="example",
            title={"sv": "Mentorskap", "en": "Mentoring"},
            cls=Mentoring,
            rules=(
                Rule(code="example/mentoring-outside-period", check=within_period),
                Rule(code="example/coordinator-unknown", check=coordinator_known),
            ),
        )
    ]


@hookimpl
def helaplan_commands() -> list[Command]:
    """`helaplan example`."""
    return [Command(name="example", title={"sv": "Vem gör vad i en plan", "en": "Who does what in a plan"}, run=_run)]


@hookimpl
def helaplan_texts() -> list[Texts]:
    """The sentences of this plugin's codes."""
    return [Texts(language=language, messages=messages) for language, messages in _MESSAGES.items()]


_MESSAGES: Mapping[str, Mapping[str, Message]] = {
    "sv": {
        "example/mentoring-outside-period": Message(
            message="mentorskapet börjar {starts}, men planen gäller {start} till {end}",
            hint="ändra dagen, eller planens period",
        ),
        "example/coordinator-unknown": Message(
            message="”{coordinator}” är inte ansvarig för något i planen",
            hint="skriv namnet som det står under responsible",
        ),
        "example/not-utf8": Message(message="filen är inte UTF-8", hint="spara den som UTF-8 och försök igen"),
        "example/empty-outline": Message(message="det finns inga rader att läsa"),
        "example/bad-delimiter": Message(
            message="”{delimiter}” kan inte skilja kolumner åt", hint="ett enda tecken, eller tab"
        ),
    },
    "en": {
        "example/mentoring-outside-period": Message(
            message="the mentoring starts {starts}, but the plan runs from {start} to {end}",
            hint="change the day, or the plan's period",
        ),
        "example/coordinator-unknown": Message(
            message="“{coordinator}” is responsible for nothing in the plan",
            hint="write the name as it stands under responsible",
        ),
        "example/not-utf8": Message(message="the file is not UTF-8", hint="save it as UTF-8 and try again"),
        "example/empty-outline": Message(message="there are no lines to read"),
        "example/bad-delimiter": Message(
            message="“{delimiter}” cannot divide columns", hint="a single character, or tab"
        ),
    },
}

"""Checking a file: faults and rules together, each mistake once, at its place."""

from __future__ import annotations

import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from helaplan import Extension, Finding, Rule, Severity, fields
from helaplan.pipeline.check import examine, examine_by_schema

HEAD = """\
helaplan: 1
kind: plan
id: x-2023
title: Plan
organisation: {name: Bygd}
period: {start: 2023-01-01, end: 2023-12-31}
"""


def errors(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of every error of a plan file."""
    report = examine(text).report
    return [
        (each.code, each.span.start.line, each.span.start.column)
        for each in report
        if each.severity is Severity.ERROR and each.span
    ]


def test_faults_and_rules_come_in_one_run() -> None:
    """A wrong type and a reference to nothing are two findings of one run."""
    text = HEAD + "areas:\n  - {id: a, name: 3, activities: [{id: b, text: x, goals: [finns-inte]}]}\n"
    assert errors(text) == [("number-for-text", 8, 19), ("unknown-reference", 8, 60)]


def test_the_characters_of_the_file_are_shown_and_not_the_value() -> None:
    """`0117` is told as it was written, not as the number it was read as."""
    (finding,) = examine(HEAD.replace("title: Plan", "title: 0117")).report
    assert finding.args["written"] == "0117"


def test_a_reference_to_something_with_a_faulty_id_is_not_a_second_mistake() -> None:
    """The goal is there, only its id is malformed or its list's key misspelt: one finding."""
    use = "areas:\n  - {id: a, name: A, activities: [{id: b, text: x, goals: [ett-mal]}]}\n"
    misspelt = HEAD + "gaols:\n  - {id: ett-mal, text: y}\n" + use
    assert [code for code, *_ in errors(misspelt)] == ["unknown-key"]
    no_text = HEAD + "goals:\n  - {id: ett-mal, txet: y}\n" + use
    assert [code for code, *_ in errors(no_text)] == ["unknown-key"]


def test_a_rule_about_a_mapping_is_silent_where_it_has_a_fault() -> None:
    """An impossible start date is one mistake; that start and end can't be compared is no other."""
    assert [code for code, *_ in errors(HEAD.replace("2023-01-01", "2023-02-30"))] == ["bad-date"]
    assert [code for code, *_ in errors(HEAD.replace("2023-01-01", "2024-02-01"))] == ["period-reversed"]


def test_paths_count_items_that_were_dropped() -> None:
    """After a list item that could not be read, a rule's finding still stands where it does in the file."""
    text = HEAD + "areas:\n  - bara text\n  - {id: a, name: A, activities: [{id: b, text: x, goals: [ingen]}]}\n"
    report = examine(text).report
    assert [(each.code, each.path) for each in report] == [
        ("wrong-type", ("areas", 0)),
        ("unknown-reference", ("areas", 1, "activities", 0, "goals", 0)),
    ]


def test_a_fault_of_the_reader_hides_what_is_under_it() -> None:
    """A key given twice is one finding, whatever its second value would have been wrong with."""
    assert [code for code, *_ in errors(HEAD + "title: [x]\n")] == ["duplicate-key"]


def test_a_file_without_its_first_keys_is_still_checked() -> None:
    """A file named by itself is a plan even without `helaplan:` and `kind:`; their absence is told with the rest."""
    found = errors("id: x\ntitle: 3\norganisation: {name: B}\n")
    assert ("number-for-text", 2, 8) in found
    assert [code for code, *_ in found].count("missing-key") == 2


@frozen(kw_only=True, field_transformer=fields.with_specs)
class Mentors:
    """Data of an invented plugin."""

    role: str = field(metadata=fields.line())
    places: int = field(default=1, metadata=fields.integer(1, 9))


class Knows:
    """A Lookup with one extension."""

    def __init__(self, *known: Extension) -> None:
        self.known = {each.name: each for each in known}

    def file_kind(self, name: str) -> None:
        """None."""

    def extension(self, name: str) -> Extension | None:
        """The extension of this name."""
        return self.known.get(name)


DATA = HEAD + "extensions:\n  mentors: {role: handledare, places: 10, plats: x}\n"


def test_an_extension_is_checked_like_the_cores_own_fields() -> None:
    """Its class decides, with places; a rule of it runs because the plan has the extension."""
    rule = Rule(
        code="mentors/test",
        check=lambda plan: [Finding(code="mentors/test", path=("extensions", "mentors", "role"))],
    )
    known = Knows(Extension(name="mentors", title={"sv": "Mentorer"}, cls=Mentors, rules=(rule,)))
    report = examine(DATA, lookup=known).report
    assert [(each.code, each.path[2:], each.span.start.column if each.span else 0) for each in report] == [
        ("mentors/test", ("role",), 19),
        ("number-out-of-range", ("places",), 39),
        ("unknown-key", ("plats",), 43),
    ]


def test_an_extension_may_be_only_a_json_schema() -> None:
    """jsonschema checks it, and the places are as usual."""
    schema = {
        "type": "object",
        "properties": {"role": {"type": "string"}, "places": {"maximum": 9}},
        "additionalProperties": False,
    }
    known = Knows(Extension(name="mentors", title={"sv": "Mentorer"}, schema=schema))
    report = examine(DATA, lookup=known).report
    assert [(each.code, each.path[2:]) for each in report] == [
        ("schema-violation", ("places",)),
        ("unknown-key", ("plats",)),
    ]


def test_data_of_a_plugin_that_is_not_here_is_kept_with_one_note() -> None:
    """The plan stays whole and right without the plugin."""
    made = examine(DATA)
    assert [(each.code, each.severity) for each in made.report] == [("extension-unknown", Severity.NOTE)]
    assert made.value.extensions["mentors"] == {"role": "handledare", "places": 10, "plats": "x"}


def test_schema_only_says_what_another_tool_would() -> None:
    """No rules, no joined mistakes, but places in the file."""
    report = examine_by_schema(HEAD.replace("title", "titel") + "goals: [{text: g, id: Å}]\n")
    assert [(each.code, each.path) for each in report] == [
        ("missing-key", ("title",)),
        ("unknown-key", ("titel",)),
        ("schema-violation", ("goals", 0, "id")),
    ]


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300)))
def test_any_bytes_and_any_text_give_a_report(source: bytes | str) -> None:
    """Nothing that can lie in a file raises; what is no plan has at least one error."""
    assert not examine(source).report.ok


@pytest.mark.parametrize("chunk", ["title: Plan\n", "kind: plan\n", "{name: Bygd}", "id: x-2023"])
def test_any_missing_part_is_told(chunk: str) -> None:
    """Taking a required part away is an error, whichever it is."""
    assert errors(HEAD.replace(chunk, "" if chunk.endswith("\n") else chunk.split(":")[0] + ": "))

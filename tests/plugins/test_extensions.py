"""What a plugin keeps under `extensions.<name>`: schema, places, findings, round trip; and without the plugin."""

from __future__ import annotations

import json
import socket
from collections.abc import Mapping
from typing import Any

import attrs
import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import helaplan
from helaplan import Extension, Finding, Host, Plan, Rule, Severity, fields, hookimpl, structure, unstructure
from helaplan.testing.strategies import plans, values_of

HEAD = """helaplan: 1
kind: plan
id: bygd-2023
title: Plan
organisation: {name: Bygd}
period: {start: 2023-01-01, end: 2023-12-31}
"""


@frozen(kw_only=True, field_transformer=fields.with_specs)
class Activity:
    """A meeting of the mentors.

    Not the core's class of that name.
    """

    hall: str = field(metadata=fields.line(title={"sv": "Sal", "en": "Hall"}))


@frozen(kw_only=True, field_transformer=fields.with_specs)
class Mentors:
    """Who is mentor, and how many places there are."""

    role: str = field(
        metadata=fields.described(
            fields.line(title={"sv": "Roll", "en": "Role"}),
            {"sv": "Vad handledaren kallas", "en": "What the mentor is called"},
        )
    )
    place_count: int | None = field(default=None, metadata=fields.integer(1, 9, key="places"))
    meetings: tuple[Activity, ...] = field(default=(), metadata=fields.items(Activity))


class Plugin:
    """A plugin with one extension."""

    def __init__(self, **settings: Any) -> None:
        self.settings = settings

    @hookimpl
    def helaplan_extensions(self) -> list[Extension]:
        """The extension `mentors`."""
        return [Extension(name="mentors", title={"sv": "Mentorer", "en": "Mentors"}, **self.settings)]


def host(**settings: Any) -> Host:
    """A host that knows the extension."""
    made = Host(plugins=False)
    made.register(Plugin(**settings), "mentors")
    return made


def told(data: str, **settings: Any) -> list[tuple[str, tuple[Any, ...], str]]:
    """Code, path below the extension, and place, for each finding about a plan with this data."""
    report = helaplan.check(HEAD + "extensions:\n  mentors:\n" + data, host=host(**settings))
    places = [f"{each.span.start.line}:{each.span.start.column}" if each.span else "" for each in report]
    return [(each.code, each.path[2:], place) for each, place in zip(report, places, strict=True)]


def test_a_class_is_checked_like_the_cores_own() -> None:
    """Misspelt, missing, wrong: each at its line and column, in the order of the file, with the core's codes."""
    data = "    rôle: x\n    places: 12\n    meetings:\n      - {hall: 7}\n      - {}\n"
    assert told(data, cls=Mentors) == [
        ("unknown-key", ("rôle",), "9:5"),
        ("number-out-of-range", ("places",), "10:13"),
        ("number-for-text", ("meetings", 0, "hall"), "12:16"),
        ("missing-key", ("meetings", 1, "hall"), "13:9"),
    ]


def test_rules_speak_only_where_their_part_is_sound() -> None:
    """A rule of the extension runs on plans that have it, and is silent about what is faulty already."""

    def few(plan: Plan) -> list[Finding]:
        return [Finding(code="mentors/few", path=("extensions", "mentors", "places"), severity=Severity.NOTE)]

    rules = (Rule(code="mentors/few", check=few),)
    assert [each[0] for each in told("    role: x\n    places: 2\n", cls=Mentors, rules=rules)] == ["mentors/few"]
    assert [each[0] for each in told("    role: x\n    places: tolv\n", cls=Mentors, rules=rules)] == ["wrong-type"]
    assert helaplan.check(HEAD, host=host(cls=Mentors, rules=rules)).findings == ()


def test_the_schema_has_what_an_editor_shows() -> None:
    """Titles and descriptions in both languages, from the helpers and the class; nested classes in `$defs`."""
    for language, title, told in (
        ("sv", "Roll", "Vad handledaren kallas"),
        ("en", "Role", "What the mentor is called"),
    ):
        schema = helaplan.plan_schema(language, extensions={"mentors": Mentors})
        made = schema["properties"]["extensions"]["properties"]["mentors"]
        assert made["properties"]["role"] | {"title": title, "description": told} == made["properties"]["role"]
        assert made["description"] == "Who is mentor, and how many places there are."
        assert made["properties"]["places"]["title"] == "Places"
        assert made["required"] == ["role"]
        assert made["$defs"]["Activity"]["description"] == "A meeting of the mentors."
        assert "hall" not in schema["$defs"]["Activity"]["properties"]


@given(
    values_of(Mentors), st.sampled_from(["role", "places", "meetings", "rôle"]), st.sampled_from([7, "", [], {}, None])
)
def test_schema_and_check_agree(value: Mentors, key: str, wrong: Any) -> None:
    """What the schema with the extension accepts, check accepts, and the other way round."""
    data = {**unstructure(value), key: wrong}
    validator = Draft202012Validator(helaplan.plan_schema(extensions={"mentors": Mentors}))
    plan = {"helaplan": 1, "kind": "plan", "id": "a", "title": "A", "organisation": {"name": "A"}}
    accepted = validator.is_valid({**plan, "extensions": {"mentors": data}})
    assert accepted == (structure(Mentors, data).findings == ())


@given(values_of(Mentors), plans())
def test_data_comes_back(value: Mentors, plan: Plan) -> None:
    """From an object into a plan file and out of it: the same object."""
    held = attrs.evolve(plan, extensions={"mentors": unstructure(value)})
    back = helaplan.look_at(helaplan.write_plan(held), host=host(cls=Mentors)).value
    assert structure(Mentors, back.extensions["mentors"]).value == value


def test_data_of_a_plugin_that_is_not_installed_is_kept() -> None:
    """Value for value, in order, with one note for each name and no other word."""
    data = "extensions:\n  zz: {b: 1.50, a: [x, {d: true, c: 'no'}]}\n  other: {}\n"
    report = helaplan.check(HEAD + data, host=Host(plugins=False))
    assert [(each.code, each.path, each.severity) for each in report] == [
        ("extension-unknown", ("extensions", "zz"), Severity.NOTE),
        ("extension-unknown", ("extensions", "other"), Severity.NOTE),
    ]
    plan = helaplan.read_plan(HEAD + data, host=Host(plugins=False))
    again = helaplan.read_plan(helaplan.write_plan(plan), host=Host(plugins=False))
    for each in (plan, again):
        assert json.dumps(each.extensions) == json.dumps(
            {"zz": {"b": 1.5, "a": ["x", {"d": True, "c": "no"}]}, "other": {}}
        )


SCHEMA = {
    "$defs": {"word": {"type": "string", "minLength": 2}},
    "type": "object",
    "properties": {"role": {"$ref": "#/$defs/word"}, "deeper": {"$ref": "#"}, "$ref": {"const": {"$ref": "#/x"}}},
    "additionalProperties": False,
    "required": ["role"],
}


def test_a_plugin_may_ship_only_a_schema() -> None:
    """jsonschema checks it, and the findings stand at their places."""
    data = "    role: x\n    deeper: {rule: ab}\n"
    assert told(data, schema=SCHEMA) == [
        ("schema-violation", ("role",), "9:11"),
        ("missing-key", ("deeper", "role"), "10:5"),
        ("unknown-key", ("deeper", "rule"), "10:14"),
    ]


def test_a_schema_within_the_plans_refers_to_itself() -> None:
    """Moved below `extensions`, `#` still means the plugin's own schema; data that looks like a reference is let be."""
    whole = helaplan.plan_schema(extensions={"mån/ad": SCHEMA})
    held = whole["properties"]["extensions"]["properties"]["mån/ad"]
    assert held["properties"]["$ref"] == {"const": {"$ref": "#/x"}}
    plan = {"helaplan": 1, "kind": "plan", "id": "a", "title": "A", "organisation": {"name": "A"}}
    validator = Draft202012Validator(whole)
    assert validator.is_valid({**plan, "extensions": {"mån/ad": {"role": "ab", "deeper": {"role": "cd"}}}})
    assert not validator.is_valid({**plan, "extensions": {"mån/ad": {"role": "ab", "deeper": {"role": "c"}}}})


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": "http://127.0.0.1:9/schema.json"},
        {"$ref": "https://example.org/schema.json"},
        {"$ref": "file:///etc/passwd"},
        {"$ref": "#/nowhere"},
        {"$ref": "#"},
        {"type": 5},
        {"properties": {"role": {"pattern": "("}}},
        {"$schema": 7},
        {"$schema": "https://example.org/my-draft", "$ref": "https://example.org/my-draft"},
    ],
)
def test_a_schema_that_cannot_be_used_is_a_finding(schema: Mapping[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is fetched, nothing is raised: one error at the extension that says what is in the way."""

    def refuse(*_: Any, **__: Any) -> None:
        pytest.fail("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr("urllib.request.urlopen", refuse)
    assert told("    role: xy\n", schema=schema) == [("schema-broken", (), "8:3")]
    assert [each.code for each in helaplan.validate_data({"role": "xy"}, schema=schema)] == ["schema-broken"]


def test_a_schema_may_be_of_another_draft() -> None:
    """`$schema` decides how a schema is read; the drafts themselves are known without being fetched."""
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "properties": {"role": {"items": [{"const": 1}], "additionalItems": False}},
    }
    assert told("    role: [1, 2]\n", schema=schema) == [("schema-violation", ("role",), "9:11")]


def test_an_error_in_a_class_of_the_core_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A validator of a plugin's class makes a finding; an error in a class of ours is a bug, and is raised."""

    def broken(*_: Any, **__: Any) -> None:
        raise AttributeError("a bug")

    monkeypatch.setattr(helaplan.Organisation, "__init__", broken)
    with pytest.raises(AttributeError, match="a bug"):
        helaplan.check(HEAD.replace("Bygd", "Bygd, nmae: x"), host=Host(plugins=False))

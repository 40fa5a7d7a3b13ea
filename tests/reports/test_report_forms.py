"""Each format that programs read is held against its own definition: schemas, XML, workflow commands, URIs."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import helaplan
from helaplan.findings import Anchor, Finding, Place, Position, Related, Report, Severity, Span
from helaplan.reports import FORMATS, render
from helaplan.text import codes

ROOT = Path(__file__).resolve().parents[2]
CASES = sorted(path for path in ROOT.glob("tests/cases/*/*.yaml") if path.name != "index.yaml")

#: File names that mean something to a format: to a workflow command, a URI, XML, JSON, Markdown, a terminal.
NAMES = [
    "plan.yaml",
    "Årsplan 2024/plan för Åmål.yaml",
    "a,b=c%d.yaml",
    "50%25.yaml",
    "rad\nbrytning\r\n.yaml",
    "a:b.yaml",
    "x::error file=y::z.yaml",
    "#1?a&b.yaml",
    "<stdin>",
    "/srv/plan.yaml",
    "C:\\planer\\plan.yaml",
    "👩\u200d🌾.yaml",
    "]]>&amp;\"'`|*.yaml",
    "inte-utf8-\udce5.yaml",
    "\x1b[31m\u202e.yaml",
]


def findings(file: str) -> list[Finding]:
    """One finding of each sort: with and without place, of a plan and of a document, every kind of argument."""
    at = Span(Position(2, 3), Position(2, 11))
    return [
        Finding(
            code="unknown-key", path=("areas", 0, "a/b~c"), args={"key": "å\n🌍"}, anchor=Anchor.KEY, file=file, span=at
        ),
        Finding(code="duplicate-id", path=("x",), args={"first": Related(("id",), at), "id": "x"}, file=file, span=at),
        Finding(code="duplicate-id", path=("x",), args={"first": Related(("id",)), "id": "x"}, file=file, span=at),
        Finding(
            code="unknown-choice", args={"choices": ("a", "b"), "n": 3, "f": 2.5}, file=file, severity=Severity.WARNING
        ),
        Finding(code="question-open", file=file, severity=Severity.NOTE, place=Place(page=2, line=7)),
        Finding(code="skane/egen", file=file, place=Place(sheet="Plan 'A'", cell="B4")),
        Finding(code="no-such-file", args={"name": file, "reason": "x"}, file=file),
    ]


def reports() -> Iterator[Report]:
    """Nothing found, errors alone, every code there is, each hostile name, and what the case files give."""
    yield Report()
    yield Report(files=0, findings=[Finding(code="nothing-to-check", file="x", args={"name": "x"})])
    yield Report(findings=[Finding(code=code, file="plan.yaml") for code in codes()])
    for name in NAMES:
        yield Report(findings=findings(name), sources={name: "title: x\n  å🌍: y\n"})
    for path in CASES:
        yield helaplan.check(path.read_bytes(), name=f"{path.parent.name}/{path.name}")


REPORTS = list(reports())


def published(name: str) -> dict[str, Any]:
    """A schema of `schemas/`, closed: what it doesn't name would be news to its readers."""

    def close(part: Any) -> Any:
        if isinstance(part, list):
            return [close(each) for each in part]
        if not isinstance(part, dict):
            return part
        made = {key: close(value) for key, value in part.items()}
        if part.get("type") == "object" and "properties" in part and "if" not in part:
            made.setdefault("additionalProperties", False)
        return made

    schema = json.loads((ROOT / "schemas" / f"{name}-1.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    closed: dict[str, Any] = close(schema)
    return closed


def wrong(schema: dict[str, Any], data: Any) -> list[str]:
    """What a validator says against the data."""
    return [f"{each.json_path}: {each.message}" for each in Draft202012Validator(schema).iter_errors(data)]


def test_json_follows_its_schema() -> None:
    """`schemas/report-1.schema.json` tells every key that the format has, and how its value looks."""
    schema = published("report")
    for report in REPORTS:
        data = json.loads(render(report, "json", "sv"))
        assert wrong(schema, data) == []
        assert len(data["findings"]) == len(report)


def test_jsonl_follows_the_same_schema() -> None:
    """Each line is a `line` of the schema; the last one alone is the summary."""
    schema = published("report")
    line = {"$ref": "#/$defs/line", "$defs": copy.deepcopy(schema["$defs"])}
    # A line is a finding with `version`.
    line["$defs"]["finding"]["properties"]["version"] = {"const": 1}
    for report in REPORTS:
        lines = [json.loads(each) for each in render(report, "jsonl", "en").splitlines()]
        assert [error for each in lines for error in wrong(line, each)] == []
        assert ["summary" in each for each in lines] == [False] * len(report) + [True]


def test_the_schema_can_say_no() -> None:
    """The published schema refuses what is no such report: without this the tests above could not fail."""
    schema = published("report")
    good = json.loads(render(REPORTS[3], "json", "sv"))
    first = good["findings"][0]
    for key in first:
        less = {name: value for name, value in first.items() if name != key}
        assert wrong(schema, {**good, "findings": [less]}), key
    for key, value in (("severity", "fatal"), ("path", "areas"), ("start", {"line": 0, "column": 1}), ("news", 1)):
        assert wrong(schema, {**good, "findings": [{**first, key: value}]}), key


def test_receipts_follow_their_schema() -> None:
    """`schemas/receipt-1.schema.json` holds for the receipts of all documents that tests have."""
    schema = published("receipt")
    sources = [
        *ROOT.glob("tests/recognise/cases/*.txt"),
        ROOT / "examples" / "orebro-2023" / "verksamhetsplan-2023.txt",
    ]
    assert len(sources) > 5
    states: set[str] = set()
    for path in sources:
        made = helaplan.import_document(path).receipt.to_json()
        assert wrong(schema, made) == [], path.name
        states |= {state for block in made["blocks"] for state in ("used", "ignored", "unplaced") if state in block}
    assert states == {"used", "ignored", "unplaced"}
    block = {"n": 1, "text": "x"}
    assert wrong(schema["$defs"]["block"] | {"$defs": schema["$defs"]}, block)
    assert wrong(schema["$defs"]["block"] | {"$defs": schema["$defs"]}, {**block, "ignored": "x", "unplaced": "/a"})


@pytest.mark.checkout
def test_sarif_follows_the_official_schema(node_modules: Path) -> None:
    """SARIF 2.1.0 as its makers' own program publishes it."""
    schema = json.loads(
        (node_modules / "@microsoft" / "sarif-multitool-linux" / "sarif-2.1.0.json").read_text("utf-8-sig")
    )
    for report in REPORTS:
        assert wrong(schema, json.loads(render(report, "sarif", "sv"))) == []
    assert wrong(schema, {"version": "2.1.0", "runs": [{"results": []}]})


def test_sarif_counts_characters_and_names_its_rules() -> None:
    """Columns are code points and SARIF is told so; each result leads to its rule; each finding has its result."""
    source = '"å🌍👩\u200d🌾": 1\n'
    report = helaplan.check(source, name="plan.yaml")
    for each in [*REPORTS, report]:
        (run,) = json.loads(render(each, "sarif", "sv"))["runs"]
        assert run["columnKind"] == "unicodeCodePoints"
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        assert [rules[result["ruleIndex"]] for result in run["results"]] == [finding.code for finding in each]
        assert len(rules) == len(set(rules))
    (run,) = json.loads(render(report, "sarif", "sv"))["runs"]
    (region,) = [
        each["locations"][0]["physicalLocation"]["region"] for each in run["results"] if each["ruleId"] == "unknown-key"
    ]
    # Quotes, å, the globe, and two people's signs with their joiner: seven characters, ten units of UTF-16.
    assert region == {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 8}


@pytest.mark.parametrize("name", NAMES)
def test_sarif_names_files_by_uri(name: str) -> None:
    """The URI holds only what a URI may, leads to no other scheme or host, and says the whole name."""
    (run,) = json.loads(render(Report(findings=findings(name)), "sarif", "sv"))["runs"]
    uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]}
    (uri,) = uris
    assert re.fullmatch(r"(?:[A-Za-z0-9._~/:-]|%[0-9A-F]{2})+", uri)
    parts = urlsplit(uri)
    assert (parts.netloc, parts.query, parts.fragment) == ("", "", "")
    said = unquote_to_bytes(parts.path).decode("utf-8", "surrogateescape")
    slashed = name.replace("\\", "/")
    if re.match("/|[A-Z]:", slashed):
        assert parts.scheme == "file"
        assert said == f"/{slashed.lstrip('/')}"
    else:
        assert (parts.scheme, said) == ("", slashed)


def command(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as GitHub's runner reads it: level, properties, message."""
    found = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
    assert found, line

    def read(text: str, *signs: str) -> str:
        for sign in signs:
            text = text.replace(f"%{ord(sign):02X}", sign)
        return text.replace("%25", "%")

    pairs = [each.split("=", 1) for each in found[2].split(",")]
    return found[1], {key: read(value, "\r", "\n", ":", ",") for key, value in pairs}, read(found[3], "\r", "\n")


@pytest.mark.parametrize("name", NAMES)
def test_github_finds_the_file(name: str) -> None:
    """Each line is one command; read back, its `file` is the name, all but what would command a terminal."""
    report = Report(findings=findings(name))
    lines = render(report, "github", "sv").split("\n")
    assert lines.pop() == ""
    levels = {"error": "error", "warning": "warning", "note": "notice"}
    for line, finding in zip(lines, report, strict=True):
        level, properties, message = command(line)
        assert level == levels[finding.severity.value]
        assert properties["title"] == f"helaplan ({finding.code})"
        assert message.strip()
        if name.isprintable() or "\n" in name:
            assert properties["file"] == name
        if finding.span:
            assert [properties[key] for key in ("line", "col", "endLine", "endColumn")] == ["2", "3", "2", "11"]


#: What GitLab's documentation of code quality reports asks for.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./)"},
                    "lines": {
                        "type": "object",
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                        "required": ["begin"],
                    },
                },
                "required": ["path", "lines"],
            },
        },
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
    },
}


def test_gitlab_reads_the_report() -> None:
    """A list of what GitLab asks for, each finding with a fingerprint of its own and its file's whole name."""
    for report in REPORTS:
        data = json.loads(render(report, "gitlab", "sv"))
        assert wrong(GITLAB, data) == []
        assert len({each["fingerprint"] for each in data}) == len(report)
        assert [each["location"]["path"] for each in data] == [each.file.replace("\\", "/") for each in report]


#: The JUnit form that Jenkins and pytest use: element → required attributes, further attributes, elements below.
JUNIT: dict[str, tuple[set[str], set[str], set[str]]] = {
    "testsuites": (set(), {"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {"group", "time", "skipped", "timestamp", "hostname", "id", "package", "file"},
        {"testsuite", "properties", "testcase", "system-out", "system-err"},
    ),
    "testcase": ({"name"}, {"time", "classname", "group"}, {"skipped", "error", "failure", "system-out", "system-err"}),
    "failure": (set(), {"type", "message"}, set()),
}


def test_junit_is_the_form_that_build_servers_read() -> None:
    """Only known elements and attributes, a suite a file, true counts, and something even where all is well."""
    for report in REPORTS:
        text = render(report, "junit", "sv")
        top = ElementTree.fromstring(text.encode("utf-8"))
        assert top.tag == "testsuites"
        for element in top.iter():
            required, further, below = JUNIT[element.tag]
            assert required <= set(element.attrib) <= required | further
            assert {each.tag for each in element} <= below
        for suite in [top, *top.iter("testsuite")]:
            assert int(suite.get("tests", "")) == len(list(suite.iter("testcase"))) >= 1
            assert int(suite.get("failures", "")) == len(list(suite.iter("failure")))
        assert len(list(top.iter("failure"))) == len(report)
        assert len(list(top.iter("testsuite"))) == len({each.file for each in report} or {""})


def test_markdown_is_one_table() -> None:
    """Read as GitHub reads it, there is a paragraph and, with findings, one table with a row for each and no HTML."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark").enable("table")
    for report in REPORTS:
        tokens = reader.parse(render(report, "markdown", "sv"))
        kinds = [each.type for each in tokens]
        assert kinds.count("table_open") == bool(report.findings)
        assert kinds.count("tr_open") == (len(report) + 1 if report.findings else 0)
        inside = {child.type for each in tokens for child in each.children or ()}
        assert inside <= {"text", "text_special", "softbreak"}, inside


@given(
    st.lists(
        st.builds(
            Finding,
            code=st.sampled_from(sorted(codes())),
            path=st.lists(st.one_of(st.text(max_size=8), st.integers(0, 9)), max_size=4).map(tuple),
            args=st.dictionaries(
                st.sampled_from(["key", "written", "name", "cause"]), st.text(max_size=60), max_size=3
            ),
            severity=st.sampled_from(Severity),
            file=st.text(st.characters(), max_size=12),
            span=st.builds(
                lambda line, column: Span(Position(line, column), Position(line, column + 1)),
                st.integers(1, 9),
                st.integers(1, 9),
            ),
        ),
        max_size=4,
    ),
    st.sampled_from(FORMATS),
    st.sampled_from(["sv", "en"]),
)
@settings(max_examples=200)
def test_any_finding_in_any_format_is_whole(found: list[Finding], form: str, language: str) -> None:
    """Whatever characters names and values hold, lone surrogates too: UTF-8 comes out, and the form can be read."""
    text = render(Report(findings=found), form, language)
    text.encode("utf-8")
    if form in ("json", "sarif", "gitlab"):
        json.loads(text)
    elif form == "jsonl":
        assert [json.loads(each)["version"] for each in text.splitlines()] == [1] * (len(found) + 1)
    elif form == "junit":
        assert len(list(ElementTree.fromstring(text.encode()).iter("failure"))) == len(found)
    elif form == "github":
        assert len([command(each) for each in text.split("\n")[:-1]]) == len(found)

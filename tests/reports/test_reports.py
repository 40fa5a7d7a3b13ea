"""Reports in every format: forms that others read, characters that must not get out, places that fit."""

from __future__ import annotations

import json
import re
from typing import Any
from unicodedata import category
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helaplan.errors import UnknownFormat
from helaplan.findings import Anchor, Finding, Place, Position, Related, Report, Severity, Span
from helaplan.pipeline.check import examine
from helaplan.reports import FORMATS, message_of, one_line, render
from helaplan.reports.excerpt import excerpt, source_lines
from helaplan.text import Message, codes


def _span(line: int, column: int, end: int) -> Span:
    return Span(Position(line, column), Position(line, end))


def _finding(**changes: object) -> Finding:
    values: dict[str, object] = {
        "code": "unknown-key",
        "path": ("areas", 0, "activities", 3, "targets", 0, "at_leest"),
        "args": {"key": "at_leest", "suggestion": "at_least"},
        "anchor": Anchor.KEY,
        "file": "plan.yaml",
        "span": _span(2, 3, 11),
    }
    return Finding(**{**values, **changes})  # type: ignore[arg-type]


def _report(*findings: Finding, source: str = "helaplan: 1\n  at_leest: 3\n") -> Report:
    return Report(findings=findings, sources={"plan.yaml": source})


def test_json_is_form_1() -> None:
    """The JSON form is the documented one, key for key, with 1-based places and an exclusive end."""
    made = json.loads(render(_report(_finding()), "json", "sv"))
    fingerprint = made["findings"][0].pop("fingerprint")
    assert re.fullmatch("[0-9a-f]{32}", fingerprint)
    assert made == {
        "version": 1,
        "summary": {"files": 1, "errors": 1, "warnings": 0, "notes": 0},
        "findings": [
            {
                "code": "unknown-key",
                "severity": "error",
                "file": "plan.yaml",
                "path": "/areas/0/activities/3/targets/0/at_leest",
                "start": {"line": 2, "column": 3},
                "end": {"line": 2, "column": 11},
                "message": "Nyckeln ”at_leest” finns inte i formatet",
                "hint": "Menade du ”at_least”?",
                "args": {"key": "at_leest", "suggestion": "at_least"},
            }
        ],
    }


def test_full_shows_line_carets_and_help() -> None:
    """The full form in both languages, as people see it."""
    assert render(_report(_finding()), "full", "sv") == (
        "fel[unknown-key]: Nyckeln ”at_leest” finns inte i formatet\n"
        " --> plan.yaml:2:3\n"
        "  |\n"
        "2 |   at_leest: 3\n"
        "  |   ^^^^^^^^\n"
        "  = hjälp: Menade du ”at_least”?\n"
        "\n"
        "1 fel i 1 fil\n"
    )
    assert render(_report(_finding()), "full", "en").startswith("error[unknown-key]: The format has no key “at_leest”")
    assert render(Report(files=3), "full", "sv") == "Inga fel i 3 filer.\n"


def test_concise_is_a_line_that_editors_jump_to() -> None:
    """`file:line:column: code message`; nothing at all for a clean report."""
    assert render(_report(_finding()), "concise", "en") == (
        "plan.yaml:2:3: unknown-key The format has no key “at_leest”\n"
    )
    assert render(Report(), "concise", "sv") == ""


def test_colour_only_when_asked() -> None:
    """Without colours the full form is free of escape sequences; with them the words are the same."""
    plain, colored = (render(_report(_finding()), "full", "sv", color=each) for each in (False, True))
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain
    assert colored != plain


def test_second_place_is_shown_in_words_and_data() -> None:
    """A second place is "rad 2" for people and path, line and column for programs."""
    first = Related(("areas", 0, "id"), _span(2, 7, 9))
    finding = _finding(code="duplicate-id", args={"written": "bygd", "first": first})
    assert message_of(finding, "sv").message == "Id ”bygd” finns redan på rad 2"
    made = json.loads(render(_report(finding), "json", "sv"))["findings"][0]
    assert made["args"]["first"] == {"path": "/areas/0/id", "line": 2, "column": 7}


def test_places_of_documents() -> None:
    """Findings of imports stand on pages, paragraphs and cells; they render in every format."""
    places = {
        "sida 2, rad 7": Place(page=2, line=7),
        "rad 7": Place(line=7),
        "sida 2": Place(page=2),
        "stycke 3": Place(paragraph=3),
        "blad Plan, cell B4": Place(sheet="Plan", cell="B4"),
    }
    for words, place in places.items():
        finding = Finding(code="open-changes", file="plan.docx", place=place, severity=Severity.WARNING)
        report = Report(findings=[finding])
        for form in FORMATS:
            assert render(report, form, "sv")
        assert f"plan.docx: {words}: open-changes" in render(report, "concise", "sv")
        assert json.loads(render(report, "json", "sv"))["findings"][0]["place"]


def test_only_twenty_of_a_code_are_listed() -> None:
    """`full` and `concise` list 20 findings of one code in a file and count the rest; data formats hold all."""
    findings = [_finding(span=_span(n, 1, 2)) for n in range(1, 26)] + [_finding(file="b.yaml")]
    report = Report(findings=findings, files=2)
    concise = render(report, "concise", "sv").splitlines()
    assert len(concise) == 22
    assert concise.count("unknown-key: 5 till visas inte") == 1
    assert "26 fel i 2 filer" in render(report, "full", "sv")
    assert len(json.loads(render(report, "json", "sv"))["findings"]) == 26


@pytest.mark.parametrize("form", FORMATS)
def test_names_cannot_break_a_line(form: str) -> None:
    """A file name, code or value with line ends and control characters begins no line and no command of its own."""
    evil = "a\n::error::b\r\x1b[31m\u2028\u202e\udc80"
    finding = _finding(file=evil, code="skane/x", args={"key": evil, "plugin": evil}, span=None, path=(evil,))
    text = render(Report(findings=[finding], sources={evil: evil}), form, "sv")
    text.encode("utf-8")
    assert not re.search(r"(?m)^::error::", text)
    assert not [char for char in text if category(char) in ("Cc", "Cs", "Zl", "Zp") and char != "\n"]
    assert "\u202e" not in text
    tame = _finding(file="a", code="skane/x", args={"key": "a", "plugin": "a"}, span=None)
    assert text.count("\n") == render(Report(findings=[tame]), form, "sv").count("\n")


def test_personal_data_reaches_no_format() -> None:
    """Neither excerpts, values, paths nor messages show a personnummer, also one that is folded over two lines."""
    source = "text: Anna 811218-9876 ring\nmer: 811218-\n  9876 a@example.org\n"
    findings = [
        _finding(code="personnummer-in-text", args={"count": 1}, span=_span(1, 7, 27)),
        _finding(args={"key": "811218-9876"}, path=("811218-9876",), span=_span(2, 6, 12)),
        _finding(args={"key": "x"}, span=_span(3, 3, 7)),
    ]
    for form in FORMATS:
        text = render(_report(*findings, source=source), form, "sv")
        assert not re.search("811218|9876|a@example", text), form


def test_fingerprint_survives_moves() -> None:
    """Lines and places in lists may change and the finding stays known; two equal ones are told apart."""

    def prints(*findings: Finding) -> list[str]:
        return [each["fingerprint"] for each in json.loads(render(_report(*findings), "json", "sv"))["findings"]]

    moved = _finding(path=("areas", 5, "activities", 0, "targets", 0, "at_leest"), span=_span(90, 1, 2))
    assert prints(_finding()) == prints(moved)
    assert len(set(prints(_finding(), moved))) == 2
    assert prints(_finding()) != prints(_finding(file="other.yaml"))


@pytest.mark.parametrize(
    "line, span, shown, carets",
    [
        ("titel: x", (1, 6), "titel: x", "^^^^^"),
        ("\ttitel: x", (2, 7), "    titel: x", "    ^^^^^"),
        ("å: 🎉 fel", (6, 9), "å: 🎉 fel", "      ^^^"),
        ("漢字: fel", (5, 8), "漢字: fel", "      ^^^"),
        ("e\u0301: fel", (5, 8), "e\u0301: fel", "   ^^^"),
        ("👨\u200d👩: fel", (6, 9), "👨\u200d👩: fel", "    ^^^"),
        ("a\x00b: fel", (2, 3), "a<U+0000>b: fel", " ^^^^^^^^"),
        ("tom:", (5, 5), "tom:", "    ^"),
        ("fel", (3, 90), "fel", "  ^"),
    ],
)
def test_carets_stand_below_their_characters(line: str, span: tuple[int, int], shown: str, carets: str) -> None:
    """Tabs, wide letters, emoji, marks and control characters are counted as a terminal shows them."""
    made = excerpt([line], _span(1, *span))
    assert made is not None
    assert (made.line, made.carets) == (shown, carets)


def test_long_lines_are_cut_around_the_finding() -> None:
    """Of a very long line the piece with the finding is shown."""
    made = excerpt(["x" * 5000 + "FEL" + "y" * 5000], _span(1, 5001, 5004))
    assert made is not None
    assert len(made.line) <= 102
    assert made.line[made.carets.index("^") :][:3] == "FEL"


def test_source_lines_end_as_findings_count_them() -> None:
    """LF, CRLF and CR end lines; U+2028 doesn't; a BOM is no character."""
    assert source_lines("\ufeffa\r\nb\rc\u2028d\n") == ["a", "b", "c\u2028d", ""]


def test_values_are_short() -> None:
    """A value is shown with at most 40 characters; a list of choices is shown whole."""
    told = message_of(_finding(args={"key": "k" * 100}), "sv").message
    assert "k" * 39 + "…" in told
    assert "k" * 40 not in told
    choices = tuple(f"choice-number-{n}" for n in range(9))
    assert "choice-number-8" in message_of(_finding(code="unknown-choice", args={"choices": choices}), "sv").hint


@pytest.mark.parametrize("code", sorted(codes()))
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_sentence_stands_without_its_values(code: str, language: str) -> None:
    """A finding that lacks all values still has a message, one line, no braces or empty brackets."""
    told = message_of(Finding(code=code), language)
    assert told.message
    for sentence in (told.message, told.hint):
        assert not re.search(r"\{[a-z_]+\}|\[[^\]]|\n", sentence.replace("[]", ""))


def test_plugin_sentences_are_used() -> None:
    """Sentences that are handed in serve codes of plugins, with the same holes."""
    texts = {"sv": {"skane/x": Message(message="Hej {key}", hint="[Gör {that}]")}}
    told = message_of(_finding(code="skane/x"), "sv", texts)
    assert told == Message(message="Hej at_leest", hint="")
    assert "Hej at_leest" in render(_report(_finding(code="skane/x")), "full", "sv", texts=texts)


def test_one_line_names_severity_place_and_code() -> None:
    """What stands on standard error: one line with all that is needed to act."""
    told = one_line(Finding(code="no-such-file", file="x.yaml", args={"name": "x.yaml"}), "sv")
    assert told == "fel: Filen finns inte: x.yaml. Se efter namnet och mappen [no-such-file]"
    assert one_line(_finding(), "en").startswith("error: plan.yaml:2:3: The format has no key")


def test_junit_and_sarif_are_well_formed() -> None:
    """JUnit is XML whose counts are right; SARIF names its columns, rules and places."""
    report = _report(_finding(), _finding(file="", span=None, code="plugin-failed", args={"cause": '<a b="&">'}))
    root = ElementTree.fromstring(render(report, "junit", "sv"))
    assert root.get("failures") == "2"
    assert len(root.findall("./testsuite/testcase/failure")) == 2
    run = json.loads(render(report, "sarif", "sv"))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [each["ruleId"] for each in run["results"]] == ["plugin-failed", "unknown-key"]
    region = run["results"][1]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 11}
    assert ElementTree.fromstring(render(Report(), "junit", "sv")).get("failures") == "0"


def test_github_escapes_properties_and_data() -> None:
    """Commas, colons and per cents in names can't end a property; the hint stands on a line of its own."""
    text = render(_report(_finding(file="a,b:c%.yaml")), "github", "sv")
    assert text.startswith("::error title=helaplan (unknown-key),file=a%2Cb%3Ac%25.yaml,line=2,col=3,")
    assert text.count("\n") == 1
    assert "%0AMenade du" in text


def test_markdown_means_nothing_else() -> None:
    """Values with pipes, links, tags and mentions stay text in one row."""
    row = render(_report(_finding(args={"key": "a|b <img> [x](y) @all"})), "markdown", "sv").splitlines()[-1]
    assert "a\\|b \\<img\\> \\[x\\](y) &#64;all" in row


def test_unknown_format_is_told_as_data() -> None:
    """A format that does not exist is an error of ours that names those that do."""
    with pytest.raises(UnknownFormat) as caught:
        render(Report(), "pdf", "sv")
    assert caught.value.findings[0].args["known"] == FORMATS


_ARGS = st.dictionaries(
    st.sampled_from(["key", "written", "suggestion", "first", "choices", "wanted", "found", "count", "name"]),
    st.text(max_size=60)
    | st.integers()
    | st.floats(allow_nan=False)
    | st.tuples(st.text(max_size=9))
    | st.builds(Related, st.tuples(st.text(max_size=5), st.integers(0, 9))),
    max_size=5,
)
_SPANS = st.none() | st.builds(
    lambda line, column, size: _span(line, column, column + size),
    st.integers(1, 6),
    st.integers(1, 60),
    st.integers(0, 30),
)
_FINDINGS = st.builds(
    Finding,
    code=st.sampled_from(sorted(codes())) | st.text(min_size=1, max_size=12),
    args=_ARGS,
    severity=st.sampled_from(list(Severity)),
    file=st.sampled_from(["", "plan.yaml", "ö.yaml"]),
    span=_SPANS,
    path=st.tuples(st.text(max_size=5), st.integers(0, 9)),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_FINDINGS, max_size=4), st.text(max_size=200), st.sampled_from(FORMATS), st.sampled_from(["sv", "en"]))
def test_any_report_renders(findings: list[Finding], source: str, form: str, language: str) -> None:
    """Whatever findings and sources hold, every format gives text that can be written, and the data formats parse."""
    report = Report(findings=findings, sources={"plan.yaml": source, "ö.yaml": source})
    text = render(report, form, language)
    text.encode("utf-8")
    assert text == render(report, form, language)
    if form in ("json", "sarif", "gitlab"):
        json.loads(text)
    elif form == "junit":
        ElementTree.fromstring(text)
    elif form == "jsonl":
        assert all(json.loads(line)["version"] == 1 for line in text.split("\n")[:-1])
    elif form == "github":
        assert text.count("\n") == len(findings)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", ["de", "", "svenska", "sve", None])
def test_a_language_that_nobody_wrote_is_refused(form: str, language: Any) -> None:
    """A program that asks for German is told what there is, and doesn't get English without a word."""
    with pytest.raises(ValueError, match="there are: sv, en"):
        render(Report(), form, language)


def test_a_plugins_language_is_served() -> None:
    """A translation by a plugin is used where it has the code; the rest is English."""
    texts = {"nb": {"period-missing": Message(message="Planen sier ikke hvilken tid den gjelder")}}
    report = Report(findings=[Finding(code="period-missing"), Finding(code="anchor", path=("a",))])
    told = render(report, "concise", "nb", texts=texts)
    assert "sier ikke" in told
    assert "anchor of YAML" in told


@pytest.mark.parametrize("language", ["sv", "sv-FI", "SV_se", "en", "en_GB.UTF-8"])
def test_languages_of_a_region_are_served(language: str) -> None:
    """As they stand in an environment."""
    assert render(Report(findings=[Finding(code="anchor")]), "concise", language)


PLAN = "helaplan: 1\nkind: plan\nid: {id}\ntitle: {title}\norganisation: {{name: Bygd}}\n"


def _told(plan: str, code: str, language: str) -> list[Message]:
    """What is said of a plan under a code."""
    report = examine(plan, name="plan.yaml").report
    return [message_of(each, language) for each in report if each.code == code]


@pytest.mark.parametrize(
    "id, title, year",
    [
        ("bygd", "Verksamhetsplan 2031", "2031"),
        ("bygd-2031", "Plan", "2031"),
        ("bygd", "Plan 2031–2032", "ÅÅÅÅ"),
        ("bygd", "Plan 2031/32", "ÅÅÅÅ"),
        ("bygd", "Plan", "ÅÅÅÅ"),
    ],
)
def test_a_missing_period_is_told_with_the_plans_own_year(id: str, title: str, year: str) -> None:
    """A hint that can be copied: the year that title or id names alone, else a word for a year; never a fixed one."""
    (told,) = _told(PLAN.format(id=id, title=title), "period-missing", "sv")
    assert told.hint == f"Skriv period: {{start: {year}-01-01, end: {year}-12-31}}"
    (told,) = _told(PLAN.format(id=id, title=title), "period-missing", "en")
    assert year.replace("ÅÅÅÅ", "YYYY") in told.hint


@pytest.mark.parametrize(
    "about, part, hint",
    [
        ("period", "period", "Skriv svaret i period:, och ta bort frågan"),
        ("title", "titel", "Skriv svaret i title:, och ta bort frågan"),
        ("/areas/0/activities/1/targets", "måltal (/areas/0/activities/1/targets)", "Skriv svaret i targets:, och ta "
         "bort frågan"),
        ("/areas/0/name", "namn (/areas/0/name)", "Skriv svaret i name:, och ta bort frågan"),
        ("kurs-1", "kurs-1", "Skriv svaret där det står id: kurs-1, och ta bort frågan"),
    ],
)  # fmt: skip
def test_a_question_is_told_whole_and_with_the_place_of_its_answer(about: str, part: str, hint: str) -> None:
    """Nobody can answer half a question; personal data in it is masked all the same."""
    asked = "Gäller planen ett helt kalenderår, eller börjar verksamhetsåret den 1 juli som stadgarna säger? Anna vet: "
    plan = PLAN.format(id="bygd", title="Plan") + f'questions: [{{about: {about}, text: "{asked}070-174 06 05"}}]\n'
    (told,) = _told(plan, "question-open", "sv")
    assert told.message.startswith(f"Obesvarad fråga om {part}: {asked}")
    assert "070-174" not in told.message
    assert told.hint == hint
    (told,) = _told(plan, "question-open", "en")
    assert told.message.startswith("Open question about ")
    assert told.hint.startswith("Write the answer ")

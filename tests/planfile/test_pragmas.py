"""Comments that silence findings: where one counts, which are real, and what is told of those that do nothing."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import helaplan
from helaplan.errors import InvalidPlan
from helaplan.findings import Report
from helaplan.model import Plan
from helaplan.pipeline.check import examine
from helaplan.planfile.pragmas import find_ignores
from helaplan.planfile.reader import read_raw
from helaplan.planfile.writer import write_plan
from helaplan.rules.careful import RULES as CAREFUL
from helaplan.testing.strategies import areas, plans

HEAD = (
    "helaplan: 1\nkind: plan\nid: p\ntitle: Plan\norganisation: {name: F}\n"
    "period: {start: 2023-01-01, end: 2023-12-31}\n"
)
#: Two findings, `id-missing` at the dash of the activity and `date-outside-period` on the line of its schedule.
ACTIVITY = (
    "areas:\n  - id: bygd\n    name: Bygd\n    activities:\n      - text: Kurser\n"
    "        schedule: [{kind: date, date: 2022-05-01, words: maj}]\n"
)


def _codes(text: str) -> list[str]:
    return [each.code for each in examine(text, name="plan.yaml").report]


def _ignores(text: str) -> list[tuple[tuple[str, ...], int, int, int]]:
    raw = read_raw(text)
    return [
        (each.codes, each.line, each.span.start.line, each.span.start.column)
        for each in find_ignores(raw.text, raw.places)
    ]


def test_without_comment_both_are_told() -> None:
    """The ground that the other tests stand on."""
    assert _codes(HEAD + ACTIVITY) == ["id-missing", "date-outside-period"]


@pytest.mark.parametrize(
    "old, new",
    [
        ("words: maj}]\n", "words: maj}]  # helaplan: ignore[date-outside-period]\n"),
        ("        schedule", "        # helaplan: ignore[date-outside-period]\n        schedule"),
        ("        schedule", "# helaplan: ignore[date-outside-period]\n\n    # varför\n        schedule"),
        ("words: maj}]\n", "words: maj}]  #helaplan:ignore[ x , date-outside-period ] tills stämman\n"),
        ("[{kind", "[  # helaplan: ignore[x]\n          # helaplan: ignore[date-outside-period]\n          {kind"),
        ("schedule: [{kind", "schedule:  # helaplan: ignore[x]\n          [{kind"),
    ],
)
def test_a_comment_counts_for_its_line_or_the_next(old: str, new: str) -> None:
    """On the line of the finding, or on a line of comments above it, blank lines between or not."""
    told = [each for each in _codes(HEAD + ACTIVITY.replace(old, new)) if not each.startswith("ignore-")]
    if "date-outside-period" in new:
        assert told == ["id-missing"]
    else:
        assert told == ["id-missing", "date-outside-period"]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_any_line_end_and_wide_letters(end: str) -> None:
    """Lines count by LF, CRLF and CR, columns by characters: å is one."""
    text = (HEAD + ACTIVITY).replace("Bygd\n", "Blåbärsbygd  # helaplan: ignore[x]\n").replace("\n", end)
    assert _ignores(text) == [(("x",), 9, 9, 24)]


@pytest.mark.parametrize(
    "text",
    [
        "title: |\n  # helaplan: ignore[x]\n  Plan\n",
        "title: >-\n\n  Plan # helaplan: ignore[x]\n",
        'title: "Plan # helaplan: ignore[x]"\n',
        "title: 'Plan\n  # helaplan: ignore[x]\n  2023'\n",
        "title: Plan#helaplan: ignore[x]\n",
        "title: [a, 'b # helaplan: ignore[x]']\n",
        '"ti # helaplan: ignore[x]": Plan\n',
        "title: |\n  Plan\n\n  # helaplan: ignore[x]\n",
    ],
)
def test_words_that_look_like_one_are_words(text: str) -> None:
    """Within a text, quoted or in a block, and glued to a word, the characters are the branch's own."""
    assert _ignores(text) == []


@pytest.mark.parametrize(
    "text, line",
    [
        ("title: |  # helaplan: ignore[x]\n  Plan\n", 1),
        ("title: |\n  Plan\n# helaplan: ignore[x]\nid: p\n", 4),
        ("title:  # helaplan: ignore[x]\n  Plan\n", 1),
        ("title: Plan # helaplan: ignore[x]\n  \n", 1),
        ("title: {a: b, # helaplan: ignore[x]\n  c: d}\n", 1),
        ("title: [a, # helaplan: ignore[x]\n  c]\n", 1),
        ("# helaplan: ignore[x]\ntitle: Plan\n", 2),
        ("\ufefftitle: Plan\nid: # helaplan: ignore[x]\n", 2),
        ("title: 'a'# helaplan: ignore[x]\n", 0),
        ("title: Plan\n# helaplan: ignore[x]\n", 2),
    ],
)
def test_comments_behind_keys_values_and_brackets(text: str, line: int) -> None:
    """What YAML takes for a comment is one, wherever it stands; at the end of the file it speaks of itself."""
    assert [each[1] for each in _ignores(text)] == ([line] if line else [])


def test_codes_that_nobody_has_are_told_with_what_was_meant() -> None:
    """A misspelt code would silence nothing for ever. A plugin's may be missing here, so it passes."""
    report = examine(HEAD + "goals: []  # helaplan: ignore[date-outside-perod, skane/x]\n", name="plan.yaml").report
    assert [(each.code, each.args.get("suggestion")) for each in report] == [
        ("ignore-unknown-code", "date-outside-period")
    ]


def test_a_careful_code_is_unused_only_where_its_rules_ran() -> None:
    """The same file is checked with and without the profile, and is clean in both."""
    text = HEAD + ACTIVITY.replace(
        "- text: Kurser",
        "# helaplan: ignore[id-missing, activity-without-measure, activity-without-responsible]\n      - text: Kurser",
    ).replace("2022-05", "2023-05")
    assert _codes(text) == []
    assert [each.code for each in helaplan.check(text, profiles=["careful"])] == []
    served = text.replace("words: maj}]", "words: maj}]\n        targets: [{at_least: 1}]")
    assert _codes(served) == []
    assert [each.code for each in helaplan.check(served, profiles=["careful"])] == ["ignore-unused"]


def test_a_silenced_fault_of_shape_is_still_no_plan() -> None:
    """What could not be read is missing from the value, told or not: no program may take the rest for the plan."""
    text = HEAD.replace("title: Plan", "title: Plan\nfärg: röd  # helaplan: ignore[unknown-key]")
    made = examine(text, name="plan.yaml")
    assert (list(made.report), made.ignored, made.full_report.ok) == ([], 1, False)
    with pytest.raises(InvalidPlan) as caught:
        helaplan.read_plan(text)
    assert [each.code for each in caught.value.report] == ["unknown-key"]


def test_a_fault_elsewhere_makes_no_comment_unused() -> None:
    """A rule holds its tongue about what is faulty; the fault is told once, and the comment waits for the mending."""
    text = HEAD + ACTIVITY.replace("words: maj}]", "words: maj}]  # helaplan: ignore[date-outside-period]")
    assert _codes(text) == ["id-missing"]
    assert _codes(text.replace("end: 2023-12-31", "end: 2023-12-32")) == ["bad-date", "id-missing"]


def test_a_file_that_cannot_be_parsed_has_no_comments() -> None:
    """Nobody can tell there what is a comment, so the fault stands."""
    assert "unclosed-quote" in _codes(HEAD + 'goals: "x  # helaplan: ignore[unclosed-quote]\n')


PIECES = (
    "# helaplan: ignore[id-missing]",
    "#",
    "'",
    '"',
    "|",
    "\n",
    "\r\n",
    "  ",
    "a",
    ": ",
    "- ",
    "[",
    "]",
    "å",
    "{",
    "}",
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("a: |\n  # helaplan: ignore[id-missing]")
def test_any_text_gives_a_report(text: str) -> None:
    """Whatever stands around a comment, checking ends with a report, and each comment has its characters."""
    assert isinstance(examine(text, name="x").report, Report)
    raw = read_raw(text)
    for each in find_ignores(raw.text, raw.places):
        start = raw.places.lines.offset(each.span.start.line - 1, each.span.start.column - 1)
        assert raw.text[start:].startswith("# helaplan: ignore[")
        assert each.line >= each.span.start.line


@settings(max_examples=60, deadline=None)
@given(plans(areas=areas()))
def test_whatever_is_found_can_be_silenced(plan: Plan) -> None:
    """A comment above its line takes every finding away, changes nothing of the plan, and is not called unused."""
    text = write_plan(plan)
    before = examine(text, name="p", profiles=CAREFUL)
    codes: dict[int, list[str]] = {}
    for each in before.report:
        assert each.span is not None
        codes.setdefault(each.span.start.line, []).append(each.code)
    lines = text.split("\n")
    for line in sorted(codes, reverse=True):
        lines.insert(line - 1, f"# helaplan: ignore[{','.join(codes[line])}]")
    after = examine("\n".join(lines), name="p", profiles=CAREFUL)
    assert [(each.code, each.path) for each in after.report] == []
    assert after.ignored == len(before.report)
    assert after.value == before.value

"""Each sort of fix: what it makes of a line, whether it is sure, and where it keeps its hands off."""

from __future__ import annotations

import pytest

from helaplan import Fixed, Severity, apply_edits, check, fix

HEAD = {
    "helaplan": "helaplan: 1\n",
    "kind": "kind: plan\n",
    "id": "id: tallmo-2023\n",
    "title": "title: Verksamhetsplan 2023\n",
    "organisation": "organisation: {name: Tallmo byalag}\n",
    "period": "period: {start: 2023-01-01, end: 2023-12-31}\n",
}
AREA = "areas:\n  - id: bygd\n    name: Bygd\n"
ACTIVITY = AREA + "    activities:\n      - id: mote\n        text: Möten\n"


def whole(piece: str) -> str:
    """The piece below the keys that a plan needs, those in the piece itself left out."""
    given = f"\n{piece}".replace('"', "").replace("\ntitel:", "\ntitle:")
    return "".join(line for key, line in HEAD.items() if f"\n{key}:" not in given) + piece


def mended(piece: str, *, unsafe: bool = False) -> str:
    """The piece as the fix leaves it; the head must not be touched."""
    text = fix(whole(piece), unsafe=unsafe).text
    head = whole(piece).removesuffix(piece)
    assert text.startswith(head)
    return text.removeprefix(head)


SAFE = [
    # keys
    ("unknown-key", "titel: Plan\n", "title: Plan\n"),
    ("unknown-key", '"titel": Plan\n', '"title": Plan\n'),
    ("unknown-key", "områden:\n  - id: a\n    namn: A   # först\n", "areas:\n  - id: a\n    name: A   # först\n"),
    ("unknown-key", "areas: [{id: a, nmae: A}]\n", "areas: [{id: a, name: A}]\n"),
    ("empty-value", "visions:\nvalues: []\n", "values: []\n"),
    ("wrong-type", 'language: sv\npurposes: ""\n', "language: sv\n"),
    ("empty-value", AREA + "    text: ~\n", AREA),
    ("empty-value", "areas: [{id: a, number:, name: A}]\n", "areas: [{id: a, name: A}]\n"),
    ("empty-value", "areas: [{id: a, name: A, number:}]\n", "areas: [{id: a, name: A}]\n"),
    ("empty-value", AREA + "    sdg:\n      - '11'\n      -\n", AREA + "    sdg:\n      - '11'\n"),
    ("missing-space", "title:Plan\n", "title: Plan\n"),
    # signs for the hyphens of a list
    (
        "list-mark",
        "goals:\n  – id: a\n    text: Mer\n  – id: b\n    text: Nytt\n",
        "goals:\n  - id: a\n    text: Mer\n  - id: b\n    text: Nytt\n",
    ),
    ("list-mark", "values:\n  • text: a\n  • text: b\n", "values:\n  - text: a\n  - text: b\n"),
    (
        "list-mark",
        "goals: # våra\n• id: a\n  text: A\n\n# och\n•   id: b\n    text: B\n",
        "goals: # våra\n- id: a\n  text: A\n\n# och\n- id: b\n  text: B\n",
    ),
    ("list-mark", "goals:\n  -id: a\n   text: b\n", "goals:\n  - id: a\n    text: b\n"),
    (
        "list-mark",
        "goals:\n  - id: a\n    text: a\n    sdg:\n    · '11'\n    · '5'\n",
        "goals:\n  - id: a\n    text: a\n    sdg:\n    - '11'\n    - '5'\n",
    ),
    (
        "list-mark",
        "values:\n  – text: Alla\n  - text: Nära\nlanguage: sv\n",
        "values:\n  - text: Alla\n  - text: Nära\nlanguage: sv\n",
    ),
    # quotes
    ("number-for-text", "title: 2023\n", 'title: "2023"\n'),
    (
        "number-for-text",
        "organisation: {name: B, municipality: 0117}\n",
        'organisation: {name: B, municipality: "0117"}\n',
    ),
    (
        "number-for-text",
        "goals: [{id: a, text: A, sdg: [11, 11.10]}]\n",
        'goals: [{id: a, text: A, sdg: ["11", "11.10"]}]\n',
    ),
    (
        "bad-date",
        "period: {start: 20230101, end: 2023-12-31}\n",
        "period: {start: 2023-01-01, end: 2023-12-31}\n",
    ),
    ("boolean-for-text", "title: true  # ja\n", 'title: "true"  # ja\n'),
    ("number-too-long", "title: 1234567890123456\n", 'title: "1234567890123456"\n'),
    ("not-finite", "title: .inf\n", 'title: ".inf"\n'),
    ("unquoted-colon", "title: Plan: 2023 # ny\n", 'title: "Plan: 2023" # ny\n'),
    ("unquoted-colon", 'title: Plan: "2023"\n', "title: 'Plan: \"2023\"'\n"),
    ("unquoted-colon", AREA + "    text: Mål: fler\n    number: x\n", AREA + '    text: "Mål: fler"\n    number: x\n'),
    ("unquoted-start", "title: @tallmo\n", 'title: "@tallmo"\n'),
    ("typographic-quotes", "title: ”Plan: 2023”\n", 'title: "Plan: 2023"\n'),
    # words, days, sums, codes
    (
        "unknown-choice",
        "status: {state: antagen, by: årsmötet, date: 2023-03-01}\n",
        "status: {state: adopted, by: årsmötet, date: 2023-03-01}\n",
    ),
    ("unknown-choice", "organisation: {name: B, level: 'Län'}\n", "organisation: {name: B, level: 'county'}\n"),
    ("unknown-kind", "kind: plann\n", "kind: plan\n"),
    ("bad-date", "period: {start: 2023-1-1, end: 2023-12-31}\n", "period: {start: 2023-01-01, end: 2023-12-31}\n"),
    ("bad-date", 'period: {start: "20230101", end: 2023/12/31}\n', 'period: {start: "2023-01-01", end: 2023-12-31}\n'),
    (
        "bad-date",
        "period: {start: den 1:a januari 2023, end: 31 dec. 2023}\n",
        "period: {start: 2023-01-01, end: 2023-12-31}\n",
    ),
    (
        "bad-date",
        "period: {start: 2023-01-01T00:00:00, end: 31/12 2023}\n",
        "period: {start: 2023-01-01, end: 2023-12-31}\n",
    ),
    ("bad-amount", AREA + '    budget: {amount: "5 000,50 kr"}\n', AREA + '    budget: {amount: "5000.50"}\n'),
    (
        "bad-currency",
        AREA + '    budget: {amount: "5", currency: kr}\n',
        AREA + '    budget: {amount: "5", currency: SEK}\n',
    ),
    ("bad-language", "language: Svenska\n", "language: sv\n"),
    ("bad-sdg-code", 'goals: [{id: a, text: A, sdg: ["mål 11"]}]\n', 'goals: [{id: a, text: A, sdg: ["11"]}]\n'),
    ("bad-county-code", 'organisation: {name: B, county: "Örebro län"}\n', 'organisation: {name: B, county: "18"}\n'),
    (
        "bad-municipality-code",
        "organisation: {name: B, municipality: Habo kommun}\n",
        'organisation: {name: B, municipality: "0643"}\n',
    ),
    (
        "whole-number-with-point",
        ACTIVITY + "        targets: [{at_least: 3.0}]\n",
        ACTIVITY + "        targets: [{at_least: 3}]\n",
    ),
    ("whole-number-with-point", "helaplan: 1.0\n", "helaplan: 1\n"),
    # shapes
    ("wrong-type", "period: 2023\n", "period: {start: 2023-01-01, end: 2023-12-31}\n"),
    ("wrong-type", "period: 2023–2025\n", "period: {start: 2023-01-01, end: 2025-12-31}\n"),
    ("wrong-type", "period: 2023-07-01 till 2024-06-30\n", "period: {start: 2023-07-01, end: 2024-06-30}\n"),
    ("wrong-type", "organisation: Tallmo byalag\n", "organisation: {name: Tallmo byalag}\n"),
    ("wrong-type", "organisation: Byalaget, Tallmo\n", 'organisation: {name: "Byalaget, Tallmo"}\n'),
    ("wrong-type", AREA + "    responsible: kassören\n", AREA + "    responsible: [kassören]\n"),
    ("wrong-type", AREA + "    responsible: kassör, ordförande\n", AREA + '    responsible: ["kassör, ordförande"]\n'),
    ("wrong-type", "visions: En levande bygd  # lång sikt\n", "visions: [{text: En levande bygd}]  # lång sikt\n"),
    ("wrong-type", 'visions:\n  - "En bygd: vår"\n', 'visions:\n  - text: "En bygd: vår"\n'),
    ("wrong-type", "visions: {text: En bygd}\n", "visions: [{text: En bygd}]\n"),
    (
        "wrong-type",
        "visions:\n  text: En bygd\n  items:\n    - a\n\n  source: own\n",
        "visions:\n  - text: En bygd\n    items:\n      - a\n\n    source: own\n",
    ),
    # times in words
    (
        "wrong-type",
        ACTIVITY + "        schedule: mars, juni och oktober\n",
        ACTIVITY + '        schedule: [{kind: months, months: [3, 6, 10], words: "mars, juni och oktober"}]\n',
    ),
    (
        "wrong-type",
        ACTIVITY + "        schedule:\n          - hösten 2023  # kurs\n          - när det går\n",
        ACTIVITY
        + "        schedule:\n          - {kind: season, season: autumn, year: 2023, words: hösten 2023}  # kurs\n"
        + "          - {kind: unknown, words: när det går}\n",
    ),
    (
        "missing-key",
        ACTIVITY + "        schedule: [{words: 2023-03-18}]\n",
        ACTIVITY + "        schedule: [{kind: date, date: 2023-03-18, words: 2023-03-18}]\n",
    ),
    (
        "missing-key",
        ACTIVITY + "        schedule:\n          - words: i mars\n",
        ACTIVITY + "        schedule:\n          - kind: month\n            months: [3]\n            words: i mars\n",
    ),
    ("wrong-type", ACTIVITY + '        targets: [{at_least: "3"}]\n', ACTIVITY + "        targets: [{at_least: 3}]\n"),
    (
        "wrong-type",
        ACTIVITY + "        schedule: [{kind: months, months: [mars, 6], words: x}]\n",
        ACTIVITY + "        schedule: [{kind: months, months: [3, 6], words: x}]\n",
    ),
    # ids
    ("id-missing", "areas:\n  - name: Bygd och bo\n", "areas:\n  - id: bygd-bo\n    name: Bygd och bo\n"),
    ("id-missing", "areas: [{name: Bygd}]\n", "areas: [{id: bygd, name: Bygd}]\n"),
    ("id-missing", 'areas: [{"name": "Bygd"}]\n', 'areas: [{"id": "bygd", "name": "Bygd"}]\n'),
    (
        "id-missing",
        'areas:\n- # den första\n  name: "2023"\n',
        'areas:\n- # den första\n  id: "2023"\n  name: "2023"\n',
    ),
    (
        "id-missing",
        "goals:\n  - text: Möten\n  - text: Möten\n",
        "goals:\n  - id: moten\n    text: Möten\n  - id: moten-2\n    text: Möten\n",
    ),
    # characters
    ("decomposed-letters", "title: La\u0308nets bo\u0308nder  # va\u0308l\n", "title: Länets bönder  # va\u0308l\n"),
    ("mixed-line-ends", "language: sv\r\nvalues: []\n", "language: sv\nvalues: []\n"),
    ("invisible-character", "title: Plan\ufeff 2023\n", "title: Plan 2023\n"),
    ("line-separator", "title: Plan\u20282023\n", "title: Plan 2023\n"),
    ("blank-indent", "areas:\n\u00a0\u00a0- {id: a, name: A}\n", "areas:\n  - {id: a, name: A}\n"),
]

UNSAFE = [
    (
        "bad-id",
        ACTIVITY + "        goals: [Mål A]\ngoals: [{id: Mål A, text: A}]\n",
        ACTIVITY + "        goals: [mal]\ngoals: [{id: mal, text: A}]\n",
    ),
    (
        "unknown-reference",
        ACTIVITY + "        goals: [malt]\ngoals: [{id: malet, text: A}]\n",
        ACTIVITY + "        goals: [malet]\ngoals: [{id: malet, text: A}]\n",
    ),
    ("bad-date", "period: {start: 1/2 2023, end: 2023-12-31}\n", "period: {start: 2023-02-01, end: 2023-12-31}\n"),
    ("bad-amount", AREA + '    budget: {amount: "5.000"}\n', AREA + '    budget: {amount: "5000"}\n'),
    (
        "bad-address",
        "organisation: {name: B, website: www.example.org}\n",
        'organisation: {name: B, website: "https://www.example.org"}\n',
    ),
    ("bad-county-code", 'organisation: {name: B, county: "3"}\n', 'organisation: {name: B, county: "03"}\n'),
    (
        "period-reversed",
        "period: {start: 2023-12-31, end: 2023-01-01}\n",
        "period: {start: 2023-01-01, end: 2023-12-31}\n",
    ),
    ("tab-indent", "areas:\n\t- id: a\n\t\tname: A\n", "areas:\n  - id: a\n    name: A\n"),
    ("control-character", "title: Plan\x07 2023\n", "title: Plan 2023\n"),
    ("comment-for-value", "title: #Tallmo\n", 'title: "#Tallmo"\n'),
    ("unquoted-start", "title: [Tallmo] plan\n", 'title: "[Tallmo] plan"\n'),
    ("text-after-quote", 'title: "Plan" 2023\n', "title: '\"Plan\" 2023'\n"),
    ("unclosed-bracket", "areas: [{id: a, name: A}\nvalues: []\n", "areas: [{id: a, name: A}]\nvalues: []\n"),
    ("unknown-key", ACTIVITY + "        mål: []\n", ACTIVITY + "        goals: []\n"),
]


@pytest.mark.parametrize("code, before, after", SAFE, ids=[f"{each[0]}-{at}" for at, each in enumerate(SAFE)])
def test_a_sure_fix(code: str, before: str, after: str) -> None:
    """The finding carries a safe fix; mended, the piece is what was meant, and the finding is gone."""
    found = [each for each in check(whole(before)) if each.code == code]
    assert any(each.fix is not None and each.fix.safe for each in found)
    assert mended(before) == after
    assert code not in [each.code for each in check(whole(after))]


@pytest.mark.parametrize("code, before, after", UNSAFE, ids=[f"{each[0]}-{at}" for at, each in enumerate(UNSAFE)])
def test_a_guess_is_made_only_when_asked_for(code: str, before: str, after: str) -> None:
    """Without `unsafe` the file stays as it is."""
    (found,) = [each for each in check(whole(before)) if each.code == code and each.fix is not None]
    assert found.fix is not None
    assert not found.fix.safe
    assert mended(before) == before
    assert mended(before, unsafe=True) == after


LEFT = [
    ("the right key is there already", "titel: A\ntitle: B\n"),
    ("a key like no other", AREA + "    xyzzy: a\n"),
    ("a comment hangs on the empty key", "visions:   # kommer\nvalues: []\n"),
    ("a required value is empty", AREA.replace("Bygd\n", "\n")),
    ("a day that is none", "period: {start: 2023-02-30, end: 2023-12-31}\n"),
    ("an extra line follows", "title: Plan: a\n  och mer: b\n"),
    ("the data of a plugin", "extensions: {x: {a: 3.0, b: 'a\u0308', titel: y}}\n"),
    ("letters in pieces in a comment", "# a\u0308\nvalues: []\n"),
    ("several names fit", 'organisation: {name: B, municipality: "Hallstahammarsbo"}\n'),
    ("bullets in a text that runs on", "title: Vi vill\n  • se mer\n  • gå ut\n"),
    ("bullets in a block", "values:\n  - text: |\n      Vi vill:\n      – mer\n      – nytt: allt\n"),
    ("no text to make an id of", "areas:\n  - {}\n"),
]


@pytest.mark.parametrize("why, text", LEFT, ids=[each[0] for each in LEFT])
def test_what_cannot_be_told_is_left(why: str, text: str) -> None:
    """Where nobody can tell what was meant, not a byte changes."""
    assert mended(text) == text


def test_a_time_in_words_is_whole_after_one_call() -> None:
    """A Swedish key with a word: nothing is left to tell of it, and no kind is made up."""
    made = fix(whole(ACTIVITY + "        när: mars\n"))
    assert made.text.endswith("        schedule: [{kind: month, months: [3], words: mars}]\n")
    assert not list(made.report)


def test_of_two_keys_that_mean_the_same_only_one_is_mended() -> None:
    """The second would be a duplicate."""
    made = fix(whole(AREA + "    ansvarig: [a]\n    ansvariga: [b]\n"))
    assert made.text.endswith("    responsible: [a]\n    ansvariga: [b]\n")


def test_a_top_without_version_kind_and_id() -> None:
    """They come in their order, below a comment that was there; the id has the organisation and the year."""
    made = fix("# vår plan\ntitle: Plan 2023\norganisation: {name: Tallmo byalag}\nperiod: 2023\n")
    assert made.text.startswith("# vår plan\nhelaplan: 1\nkind: plan\nid: tallmo-byalag-2023\ntitle: Plan 2023\n")
    assert made.report.ok


def test_no_id_is_made_of_personal_data() -> None:
    """A telephone number in a text does not come into its id."""
    made = fix(whole("goals:\n  - text: Ring 070-123 45 67 om hjälp\n"))
    assert "id: ring-hjalp\n" in made.text


def test_byte_order_mark_and_line_ends_stay() -> None:
    """Bytes come out as they came in, but for the edit."""
    before = b"\xef\xbb\xbf" + whole("titel: Plan\n").replace("\n", "\r\n").encode()
    assert fix(before).data == before.replace(b"titel", b"title")
    last = whole("areas:\n  - name: Bygd").replace("\n", "\r\n").encode()
    assert fix(last).data == last.replace(b"- name", b"- id: bygd\r\n    name")


def test_a_file_that_is_no_text_comes_back_as_it_is() -> None:
    """Bytes in another encoding are not touched."""
    before = whole("titel: Län\n").encode("cp1252")
    made = fix(before)
    assert (made.data, made.changed, made.applied) == (before, False, ())


def test_one_thing_mended_brings_the_next_to_light() -> None:
    """A Swedish key, the list below it, its items, their ids: one call mends all of it."""
    made = fix(whole("områden: Bygd\n"))
    assert made.text.endswith("areas: [{id: bygd, name: Bygd}]\n")
    assert [each.code for each in made.applied] == ["unknown-key", "wrong-type", "id-missing"]
    assert not made.report.findings


def test_many_lines_without_quotes_are_mended_in_one_call() -> None:
    """YAML tells one such line at a time; the fix goes on until it can read the file."""
    lines = "".join(f"  - id: m{number}\n    text: Mål: nummer {number}\n" for number in range(40))
    made = fix(whole("goals:\n" + lines))
    assert made.report.ok
    assert len(made.applied) == 40


def test_another_program_can_apply_a_fix() -> None:
    """The edits of one finding, applied by hand, mend that finding and nothing else."""
    text = whole("titel: Plan\nlanguage: Svenska\n")
    (finding,) = [each for each in check(text) if each.code == "unknown-key"]
    assert finding.fix is not None
    assert apply_edits(text, finding.fix.edits) == text.replace("titel", "title")


def test_edits_that_overlap_are_refused() -> None:
    """Two edits of one place have no order; whoever mixes them is told."""
    text = whole("titel: Plan\n")
    edits = [edit for each in check(text) if each.fix for edit in each.fix.edits]
    with pytest.raises(ValueError, match="overlaps"):
        apply_edits(text, [*edits, *edits])


def test_what_remains_is_in_the_report() -> None:
    """The report is the one of the mended file, places included."""
    made: Fixed = fix(whole("titel: Plan\nperiod: {start: 2023-02-30, end: 2023-12-31}\n"))
    (left,) = [each for each in made.report if each.severity is Severity.ERROR]
    assert left.code == "bad-date"
    assert made.report.findings == check(made.text).findings

"""Sentences are filled in: holes, optional parts, and nouns that follow a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from helaplan import Finding
from helaplan.cli.app import main
from helaplan.reports import message_of
from helaplan.text import LANGUAGES, cli, codes, documents, message, words_en, words_sv
from helaplan.text.questions import QUESTIONS
from helaplan.text.template import filled, holes, whole

_NUMBERS = re.compile(r"\{(lines|count|files|n)\} ([^\W\d_]+)")
#: Words that are the same after one and after many.
_UNCHANGING = frozenset(
    {"till", "more", "löpande", "ongoing", "återkommande", "recurring", "med", "dated", "utan", "undated"}
)


def test_holes_are_filled_and_optional_parts_go() -> None:
    """A missing value takes its optional part with it, and leaves `…` elsewhere."""
    assert filled("a {b}[ c {d}]", {"b": "1", "d": "2"}) == "a 1 c 2"
    assert filled("a {b}[ c {d}]", {}) == "a …"
    assert filled("[menade du {b}?]", {}, bare=False) == ""
    assert filled("[menade du {b}?]", {}) == "menade du …?"
    assert whole("{a} {b} c") == "… c"
    assert whole("a[ ({n} {n:rad|rader})]") == "a (… rader)"
    assert holes("a {b}[ {c} {d:e|f}]") == {"b", "c", "d"}
    assert holes("a {b}[ {c} {d:e|f}]", needed=True) == {"b"}


@pytest.mark.parametrize("count, wanted", [("1", "1 rad"), ("0", "0 rader"), ("2", "2 rader"), ("11", "11 rader")])
def test_a_noun_follows_its_number(count: str, wanted: str) -> None:
    """One line is not "1 lines"."""
    assert filled("{n} {n:rad|rader}", {"n": count}) == wanted


def test_a_flow_mapping_is_no_hole() -> None:
    """Pieces of a plan file in a hint stay."""
    assert filled("Skriv period: {start: 2023-01-01, end: 2023-12-31}", {}).endswith(
        "{start: 2023-01-01, end: 2023-12-31}"
    )


def _sentences() -> Iterator[tuple[str, str]]:
    """Every sentence with a number in it that no form for one stands beside."""
    for language in LANGUAGES:
        for code in codes():
            yield code, message(code, language).message
            yield code, message(code, language).hint
    for table in (words_sv.TEXTS, words_en.TEXTS):
        yield from ((key, text) for key, text in table.items() if key.removesuffix("s") not in table or key == "more")
    for phrases in (cli._SV, cli._EN):
        yield from ((key, text) for key, text in phrases.items() if f"{key}.one" not in phrases)
    for key, pair in documents.PHRASES.items():
        if not (key.endswith(".many") and key.replace(".many", ".one") in documents.PHRASES):
            yield from ((key, text) for text in pair)


def test_every_counted_noun_has_a_form_for_one() -> None:
    """A number before a noun is followed by both forms, or the sentence has a sister for one."""
    said = [(key, text) for key, text in _sentences()]
    assert len(said) > 600
    assert [key for key, text in said for _, noun in _NUMBERS.findall(text) if noun not in _UNCHANGING] == []


@pytest.mark.parametrize(
    "code, args, wanted",
    [
        (
            "tab-indent",
            {"lines": 1},
            ("Raden är indragen med tabb (1 rad)", "The line is indented with a tab (1 line)"),
        ),
        (
            "tab-indent",
            {"lines": 3},
            ("Raden är indragen med tabb (3 rader)", "The line is indented with a tab (3 lines)"),
        ),
        ("blank-indent", {"lines": 1, "char": "U+00A0"}, ("(1 rad)", "(1 line)")),
        ("plugin-printed", {"lines": 1}, ("skrev 1 rad i …; den hölls", "wrote 1 line in …; it was kept")),
        ("plugin-printed", {"lines": 2}, ("skrev 2 rader i …; de hölls", "wrote 2 lines in …; they were kept")),
        ("baseline-stale", {"count": 1}, ("(1 gång)", "(1 time)")),
    ],
)
def test_messages_count(code: str, args: dict[str, int | str], wanted: tuple[str, str]) -> None:
    """Singular and plural in both languages."""
    finding = Finding(code=code, args=args)
    for language, words in zip(("sv", "en"), wanted, strict=True):
        assert words in message_of(finding, language).message


@pytest.mark.parametrize("language", LANGUAGES)
def test_explain_shows_no_names_of_arguments(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What a code says is shown with `…` for what stands in a file, never with `{key}`, alone and in the list."""
    for code in sorted(codes()):
        assert main(["--lang", language, "explain", code]) == 0
        told = capsys.readouterr().out
        assert not holes(told.partition(f"\n{cli.phrase('why', language)}\n")[0]), code
        assert "… …" not in told
    assert main(["--lang", language, "explain"]) == 0
    assert not holes(capsys.readouterr().out)


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotes_and_parentheses_stand_in_pairs(language: str) -> None:
    """What is opened is closed, in sentences and in questions."""
    told = [whole(text) for code in codes() for text in (message(code, language).message, message(code, language).hint)]
    told += [each[language] for each in QUESTIONS.values()]
    # Sentences about quotation marks and brackets hold them alone.
    for sentence in (each for each in told if "itat" not in each and "quot" not in each):
        assert sentence.count("(") == sentence.count(")"), sentence
        assert sentence.count("“") == 0 or sentence.count("“") == sentence.count("”"), sentence
        assert sentence.count("“") or sentence.count("”") % 2 == 0, sentence

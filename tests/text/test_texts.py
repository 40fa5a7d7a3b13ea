"""Every sentence is there in both languages, says the same things, and belongs to something that exists."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest

import helaplan.model
from helaplan.findings import Severity
from helaplan.model import fields
from helaplan.text import (
    LANGUAGES,
    Message,
    codes,
    field_text,
    message,
    messages_en,
    messages_sv,
    of_ours,
    page,
    pages_en,
    pages_sv,
    word,
    words_en,
    words_sv,
)
from helaplan.text.examples import EXAMPLES

SOURCE = Path(__file__).parents[2] / "src" / "helaplan"
HOLE = re.compile(r"\{([a-z_]+)\}")
TABLES: list[tuple[Mapping[str, Any], Mapping[str, Any]]] = [
    (messages_sv.TEXTS, messages_en.TEXTS),
    (pages_sv.TEXTS, pages_en.TEXTS),
    (words_sv.TEXTS, words_en.TEXTS),
]


@pytest.mark.parametrize("tables", TABLES, ids=["messages", "pages", "words"])
def test_both_languages_have_the_same_entries(tables: tuple[Mapping[str, Any], Mapping[str, Any]]) -> None:
    """An entry that is in one language is in the other, with the same holes for values, and neither is empty."""
    swedish, english = tables
    assert swedish.keys() == english.keys()
    for key in swedish:
        assert set(HOLE.findall(str(swedish[key]))) == set(HOLE.findall(str(english[key]))), key
        for each in (swedish[key], english[key]):
            assert each if isinstance(each, str) else each[0]


@pytest.mark.parametrize("table", [messages_sv.TEXTS, messages_en.TEXTS], ids=LANGUAGES)
def test_brackets_stand_in_pairs(table: Mapping[str, tuple[str, str]]) -> None:
    """Optional parts are not nested and always closed, or a reader would see stray brackets."""
    for code, pair in table.items():
        for sentence in pair:
            depth = 0
            for char in sentence:
                depth += {"[": 1, "]": -1}.get(char, 0)
                assert depth in (0, 1), code
            assert depth == 0, code


def _literal_codes() -> Iterator[str]:
    """Every finding code that stands literally in the package's source."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.id if isinstance(node.func, ast.Name) else ""
                first = node.args[0] if node.args else None
                if name in ("fault", "_unreadable") and isinstance(first, ast.Constant):
                    yield str(first.value)
                for keyword in node.keywords:
                    if keyword.arg == "code" and isinstance(keyword.value, ast.Constant):
                        yield str(keyword.value.value)


@pytest.mark.checkout
def test_every_code_of_the_package_has_words() -> None:
    """A code that any module can report has a sentence and a page."""
    found = set(_literal_codes())
    assert len(found) > 40
    assert not found - codes()
    assert not codes() - pages_sv.TEXTS.keys()
    assert not EXAMPLES.keys() - codes()


def _model_keys() -> Iterator[str]:
    for name in helaplan.model.__all__:
        cls = getattr(helaplan.model, name)
        if isinstance(cls, type) and attrs.has(cls):
            snake = re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()
            yield snake
            yield from (f"{snake}.{fields.key_of(attribute)}" for attribute in attrs.fields(cls))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_title_and_description(language: str) -> None:
    """Every class and field of the model has words in an editor, in both languages."""
    keys = list(_model_keys())
    assert len(keys) > 100
    for key in keys:
        told = field_text(key, language)
        assert told.title, key
        assert told.description, key
    assert not field_text("plan.nowhere", language).title


def test_no_field_is_described_that_does_not_exist() -> None:
    """Words for fields that are gone are gone too."""
    from helaplan.text import fields_en, fields_sv

    assert fields_sv.TEXTS.keys() == fields_en.TEXTS.keys()
    assert not fields_sv.TEXTS.keys() - set(_model_keys())


def test_message_never_raises() -> None:
    """An unknown code, language or brace gives a sentence that names the code."""
    for language in ("sv", "en", "de", "", "sv-FI", "en_GB"):
        assert message("unknown-key", language).message
        assert "skane/x" in message("skane/x", language).message
        assert message("{broken", language).message


def test_plugin_sentences_go_first() -> None:
    """A plugin's sentence is used in the reader's language, else in whichever it has."""
    extra = {"sv": {"a/b": Message(message="hej")}, "de": {"a/b": Message(message="hallo")}}
    assert message("a/b", "sv", extra).message == "hej"
    assert message("a/b", "de", extra).message == "hallo"
    assert message("a/b", "en", extra).message == "hallo"


def test_languages_of_readers() -> None:
    """Swedish serves Swedish readers wherever they live, English all others."""
    assert [of_ours(each) for each in ("sv", "sv-FI", "SV_se", "en", "nb", "")] == ["sv", "sv", "sv", "en", "en", "en"]


def test_words_and_pages_fall_back() -> None:
    """An unknown word is itself, an unknown code has a page, every severity has a name."""
    assert word("no-such-word", "sv") == "no-such-word"
    assert page("skane/x", "en").why
    for severity in Severity:
        assert word(severity.value, "sv") != severity.value

"""The few short questions that an import asks on a terminal. Whoever doesn't answer gets them in the plan instead."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click
from attrs import frozen

from helaplan.recognise.receipt import Doubt
from helaplan.text.cli import phrase

#: Asked of one document at most; more is a conversation nobody wants to have with a program.
MOST = 8
#: Letter by language → what a heading means; the letter begins the word that is shown.
_MEANINGS: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "o": "area", "a": "section", "v": "vision", "g": "values", "i": "mission", "s": "purpose", "m": "goals",
        "p": "target_groups",
    },
    "en": {
        "a": "area", "s": "section", "v": "vision", "l": "values", "m": "mission", "p": "purpose", "g": "goals",
        "t": "target_groups",
    },
}  # fmt: skip
_HEADINGS = ("heading", "goals-or-activities", "paragraphs-as-activities")


@frozen(kw_only=True)
class Answers:
    """What was answered, as arguments of `import_document`. Empty where nothing was."""

    given: Mapping[str, Any]

    def __bool__(self) -> bool:
        return bool(self.given)


def may_ask() -> bool:
    """Whether a person sits at both ends: answers are read from standard input, questions shown on standard error."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(doubts: Iterable[Doubt], language: str, *, prompt: Callable[[str], str] | None = None) -> Answers:
    """Ask about each doubt that can be answered in a word; an empty answer leaves it as it is."""
    ask_one = prompt or _prompt
    given: dict[str, Any] = {}
    headings: dict[str, str] = {}
    same: list[tuple[str, str]] = []
    asked: set[str] = set()
    for doubt in [each for each in doubts if _key(each)][:MOST]:
        key = _key(doubt)
        if key in asked:
            continue
        asked.add(key)
        said = ask_one(_sentence(doubt, language)).strip()
        if doubt.code.startswith("organisation") and said:
            given["organisation"] = said
        elif doubt.code.startswith("period") and said.isascii() and said.isdigit() and 1900 <= int(said) <= 2200:
            given["year"] = int(said)
        elif doubt.code in _HEADINGS and said[:1].casefold() in _MEANINGS[language]:
            headings[doubt.words] = _MEANINGS[language][said[:1].casefold()]
        elif doubt.code == "same-item" and said[:1].casefold() in ("j", "y"):
            same.append((doubt.about, doubt.other))
    return Answers(given=given | ({"headings": headings} if headings else {}) | ({"same": same} if same else {}))


def _key(doubt: Doubt) -> str:
    """What makes two doubts one question; "" for what isn't asked here."""
    if doubt.code.startswith(("organisation", "period")):
        return doubt.about
    if doubt.code in _HEADINGS:
        return f"heading {doubt.words.casefold()}"
    return f"same {doubt.about}" if doubt.code == "same-item" else ""


def _sentence(doubt: Doubt, language: str) -> str:
    code = "heading" if doubt.code in _HEADINGS else doubt.code
    return phrase(f"ask.{code}", language, words=_short(doubt.words), other=_short(doubt.other_words))


def _short(words: str) -> str:
    return words if len(words) <= 100 else words[:99] + "…"


def _prompt(sentence: str) -> str:
    answer: str = click.prompt(sentence, default="", show_default=False, err=True)
    return answer

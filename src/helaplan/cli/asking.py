"""The few short questions that an import asks on a terminal. Whoever doesn't answer gets them in the plan instead."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click
from attrs import define, evolve, field, frozen

from helaplan.pipeline.exchange import Imported
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
#: Questions that propose an answer.
_PROPOSING = ("organisation-guessed", "period-guessed", "period-broken")
_YES = ("j", "y")
#: "ja" and "yes"; a longer answer is a name.
_YES_LENGTH = 3
_SHORTEST_NAME = 3
#: How often one question is put where the answer can't be understood.
_TRIES = 3


@frozen(kw_only=True)
class Answers:
    """What was answered: arguments of `import_document`, and what parts of the plan were guessed rightly.

    `asked` are the questions that were put, so that none is put twice.
    """

    given: Mapping[str, Any] = field(factory=dict)
    agreed: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.given or self.agreed)

    def settled(self, made: Imported) -> Imported:
        """The import without the questions that Enter has answered with yes."""
        questions = tuple(each for each in made.plan.questions if each.about not in self.agreed)
        return evolve(
            made,
            plan=evolve(made.plan, questions=questions),
            doubts=tuple(each for each in made.doubts if each.about not in self.agreed),
        )


def may_ask() -> bool:
    """Whether a person sits at both ends: answers are read from standard input, questions shown on standard error."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(
    doubts: Iterable[Doubt],
    language: str,
    *,
    before: Answers | None = None,
    prompt: Callable[[str], str] | None = None,
    tell: Callable[[str], None] | None = None,
) -> Answers:
    """Ask about each doubt that can be answered in a word; the answers with those `before`.

    An empty answer says yes to what the question proposes, and leaves a question without a proposal to the plan. An
    answer that means nothing is told with `tell`, and the question put again, a few times at most.
    """
    before = before or Answers()
    talk = _Talk(language=language, prompt=prompt or _prompt, tell=tell or _tell)
    asked = set(before.asked)
    for doubt in doubts:
        if _key(doubt) and _key(doubt) not in asked and len(asked) < MOST:
            asked.add(_key(doubt))
            talk.about(doubt)
    return talk.answers(before, frozenset(asked))


@define(kw_only=True, eq=False)
class _Talk:
    """The questions of one import, and what was answered so far."""

    language: str
    prompt: Callable[[str], str]
    tell: Callable[[str], None]
    given: dict[str, Any] = field(factory=dict)
    headings: dict[str, str] = field(factory=dict)
    same: list[tuple[str, str]] = field(factory=list)
    agreed: set[str] = field(factory=set)

    def about(self, doubt: Doubt) -> None:
        """Ask until the answer is understood."""
        sentence = _sentence(doubt, self.language)
        for left in range(_TRIES - 1, -1, -1):
            said = self.prompt(sentence).strip()
            wanted = self.take(doubt, said)
            if not wanted:
                return
            if left:
                self.tell(phrase(f"ask.again.{wanted}", self.language))

    def take(self, doubt: Doubt, said: str) -> str:
        """Keep what an answer says; what kind of answer is wanted where it says nothing."""
        yes = not said or (_letter(said) in _YES and len(said) <= _YES_LENGTH)
        if yes and doubt.code in _PROPOSING:
            self.agreed.add(doubt.about)
            return ""
        if not said:
            return ""
        if doubt.code == "period-broken":
            # Another beginning of the year is no word: it stays as a question.
            return "" if _letter(said) == "n" else "yes-or-no"
        if doubt.code.startswith("organisation"):
            return self._name(said)
        if doubt.code.startswith("period"):
            return self._year(said)
        return self._heading(doubt, said) if doubt.code in _HEADINGS else self._same(doubt, said)

    def _name(self, said: str) -> str:
        # A name of two letters is an answer to another question ("ja", "v").
        if sum(letter.isalpha() for letter in said) < _SHORTEST_NAME:
            return "name"
        self.given["organisation"] = said
        return ""

    def _year(self, said: str) -> str:
        if not (said.isascii() and said.isdigit() and 1900 <= int(said) <= 2200):
            return "year"
        self.given["year"] = int(said)
        return ""

    def _heading(self, doubt: Doubt, said: str) -> str:
        meaning = _MEANINGS[self.language].get(_letter(said))
        if meaning is None:
            return "letter"
        self.headings[doubt.words] = meaning
        return ""

    def _same(self, doubt: Doubt, said: str) -> str:
        if _letter(said) not in (*_YES, "n"):
            return "yes-or-no"
        if _letter(said) in _YES:
            self.same.append((doubt.about, doubt.other))
        return ""

    def answers(self, before: Answers, asked: frozenset[str]) -> Answers:
        """All that was answered, now and before."""
        headings = {**before.given.get("headings", {}), **self.headings}
        same = [*before.given.get("same", ()), *self.same]
        more = {name: value for name, value in (("headings", headings), ("same", same)) if value}
        return Answers(given={**before.given, **self.given, **more}, agreed=before.agreed | self.agreed, asked=asked)


def _letter(said: str) -> str:
    return said[:1].casefold()


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
    try:
        answer: str = click.prompt(sentence, default="", show_default=False, err=True)
    except click.Abort:
        # The cursor still stands behind the question.
        click.echo(err=True)
        raise
    return answer


def _tell(sentence: str) -> None:
    click.echo(sentence, err=True)

"""Rules about what must be said: who owns the plan, what a statement states, what an importer asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from helaplan.findings import Anchor, Arg, Finding, Severity
from helaplan.model import Plan
from helaplan.model.fields import key_of
from helaplan.rules.parts import Parts
from helaplan.rules.rule import Rule, rule

_KEYS = frozenset(key_of(each) for each in attrs.fields(Plan))


def organisation_unknown(parts: Parts) -> Iterator[Finding]:
    """Nobody has filled in whose plan this is; an importer leaves the name empty where it doesn't find it."""
    if not parts.plan.organisation.name:
        yield Finding(code="organisation-unknown", path=("organisation", "name"))


def statement_empty(parts: Parts) -> Iterator[Finding]:
    """A vision, value, mission or purpose has neither text nor items."""
    for path, statement in parts.statements:
        if not statement.text and not statement.items:
            yield Finding(code="statement-empty", path=(*path, "text"), anchor=Anchor.MISSING)


def question_open(parts: Parts) -> Iterator[Finding]:
    """Each question that an importer left and nobody has answered by deleting it."""
    for place, question in enumerate(parts.plan.questions):
        args = {"about": question.about, "question": question.text, **_where_to_answer(question.about)}
        yield Finding(code="question-open", path=("questions", place), args=args, severity=Severity.NOTE)


def _where_to_answer(about: str) -> dict[str, Arg]:
    """The `key` that a key or JSON Pointer ends in; the `id` of a part."""
    if about.startswith("/"):
        keys = [step for step in about.split("/") if step and not step.isdigit()]
        return {"key": keys[-1]} if keys else {}
    return {"key": about} if about in _KEYS else {"id": about}


RULES: Iterable[Rule] = (
    rule("organisation-unknown", organisation_unknown),
    rule("statement-empty", statement_empty, whole_mapping=True),
    rule("question-open", question_open),
)

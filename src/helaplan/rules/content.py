"""Rules about what must be said: who owns the plan, what a statement states, which number a target wants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from helaplan.findings import Anchor, Arg, Finding, Related, Severity
from helaplan.model import Plan
from helaplan.rules.rule import Rule
from helaplan.rules.walks import statements, targets


def organisation_unknown(plan: Plan) -> Iterator[Finding]:
    """Nobody has filled in whose plan this is; an importer leaves the name empty where it doesn't find it."""
    if not plan.organisation.name:
        yield Finding(code="organisation-unknown", path=("organisation", "name"))


def statement_empty(plan: Plan) -> Iterator[Finding]:
    """A vision, value, mission or purpose has neither text nor items."""
    for path, statement in statements(plan):
        if not statement.text and not statement.items:
            yield Finding(code="statement-empty", path=(*path, "text"), anchor=Anchor.MISSING)


def target_empty(plan: Plan) -> Iterator[Finding]:
    """A target has neither number nor words, so there is nothing to reach."""
    for path, target in targets(plan):
        numbers = (target.at_least, target.at_most, target.exactly)
        if not target.words and all(number is None for number in numbers):
            yield Finding(code="target-empty", path=(*path, "at_least"), anchor=Anchor.MISSING)


def target_conflict(plan: Plan) -> Iterator[Finding]:
    """A target wants an exact number and a least or greatest one as well."""
    for path, target in targets(plan):
        if target.exactly is None:
            continue
        for key, number in (("at_least", target.at_least), ("at_most", target.at_most)):
            if number is not None:
                args: dict[str, Arg] = {"key": key, "first": Related((*path, key))}
                yield Finding(code="target-conflict", path=(*path, "exactly"), args=args)
                break


def target_reversed(plan: Plan) -> Iterator[Finding]:
    """A target wants at least more than it wants at most."""
    for path, target in targets(plan):
        if target.at_least is not None and target.at_most is not None and target.at_least > target.at_most:
            args = {"at_least": target.at_least, "at_most": target.at_most}
            yield Finding(code="target-reversed", path=(*path, "at_most"), args=args)


def question_open(plan: Plan) -> Iterator[Finding]:
    """Each question that an importer left and nobody has answered by deleting it."""
    for place, question in enumerate(plan.questions):
        args = {"about": question.about, "question": question.text}
        yield Finding(code="question-open", path=("questions", place), args=args, severity=Severity.NOTE)


RULES: Iterable[Rule] = (
    Rule(code="organisation-unknown", check=organisation_unknown),
    Rule(code="statement-empty", check=statement_empty, whole_mapping=True),
    Rule(code="target-empty", check=target_empty, whole_mapping=True),
    Rule(code="target-conflict", check=target_conflict, whole_mapping=True),
    Rule(code="target-reversed", check=target_reversed, whole_mapping=True),
    Rule(code="question-open", check=question_open),
)

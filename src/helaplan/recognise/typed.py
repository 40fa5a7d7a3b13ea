"""Activities that somebody typed into a document that helaplan wrote: their words are all they have."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from helaplan.findings import Path
from helaplan.model import Plan
from helaplan.recognise.details import read_activity
from helaplan.recognise.draft import Draft, DraftActivity
from helaplan.recognise.matching import ids_of, items_of
from helaplan.recognise.receipt import Recognised
from helaplan.text.labels import base_language

#: What the words of an activity may say.
_READ = ("targets", "schedule", "responsible", "partners", "sdg", "budget", "condition")


def with_words_of_typed(made: Recognised, known: Plan | None) -> Recognised:
    """What was recognised, with what the words of typed activities say: days, names, sums, numbers, as proposals.

    Whoever types a line below the others doesn't print its values apart as helaplan does. An activity that the known
    plan has in the same words was not typed, and keeps the values that it has.
    """
    old = {each.value.text for each in items_of(known) if hasattr(each.value, "text")} if known is not None else set()
    plan = made.plan
    draft = Draft(language=base_language(plan.language), period=plan.period, ids=set(ids_of(plan)))
    draft.partners = [*plan.partners]
    for path in made.typed:
        activity = _at(plan, path)
        if activity.text in old:
            continue
        found = DraftActivity(text=activity.text, id=activity.id)
        read_activity(draft, found, path)
        values = {key: _frozen(getattr(found, key)) for key in _READ if not getattr(activity, key)}
        plan = _put(plan, path, evolve(activity, **values))
    # A longer name for a partner that is known already is the branch's to choose, so only new ones are added.
    new = draft.partners[len(plan.partners) :]
    plan = evolve(plan, partners=(*plan.partners, *new), questions=(*plan.questions, *draft.questions))
    receipt = evolve(made.receipt, proposals=(*made.receipt.proposals, *draft.proposals))
    return evolve(made, plan=plan, receipt=receipt, doubts=(*made.doubts, *draft.doubts))


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _at(plan: Plan, path: Path) -> Any:
    """The item at a path of keys and places."""
    found: Any = plan
    for step in path:
        found = getattr(found, step) if isinstance(step, str) else found[step]
    return found


def _put(value: Any, path: Path, item: Any) -> Any:
    """The value with the item at this path."""
    if not path:
        return item
    step, rest = path[0], path[1:]
    if isinstance(step, str):
        return evolve(value, **{step: _put(getattr(value, step), rest, item)})
    return (*value[:step], _put(value[step], rest, item), *value[step + 1 :])

"""Rules about ids: that they are there, that each names one thing, and that whatever is named exists."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import attrs

from helaplan.findings import Anchor, Arg, Finding, Path, Related, Severity, pointer
from helaplan.model import Area, Goal, Indicator, Partner, Plan, Section, SubActivity, TargetGroup
from helaplan.model.fields import key_of
from helaplan.model.walk import walk
from helaplan.registers.keys import suggest_id
from helaplan.rules.rule import Rule
from helaplan.rules.walks import activities, named

#: What an activity's lists of ids speak of.
REFERENCES = {"partners": "partner", "goals": "goal", "target_groups": "target_group"}

_KINDS: dict[type, str] = {
    Goal: "goal",
    Indicator: "indicator",
    TargetGroup: "target_group",
    Area: "area",
    Partner: "partner",
    Section: "section",
}


def _kind(thing: object) -> str:
    return "activity" if isinstance(thing, SubActivity) else _KINDS[type(thing)]


def duplicate_ids(plan: Plan) -> Iterator[Finding]:
    """An id that something else in the file has already, whatever the two are."""
    first: dict[str, Path] = {plan.id: ("id",)}
    for path, thing in named(plan):
        if not thing.id:
            continue
        if thing.id in first:
            args: dict[str, Arg] = {"written": thing.id, "first": Related(first[thing.id])}
            yield Finding(code="duplicate-id", path=(*path, "id"), args=args)
        else:
            first[thing.id] = (*path, "id")


def missing_ids(plan: Plan) -> Iterator[Finding]:
    """A part that other files and years will want to name has no id. Sections are only ever named from beside."""
    for path, thing in named(plan):
        if not thing.id and not isinstance(thing, Section):
            yield Finding(
                code="id-missing",
                path=(*path, "id"),
                args={"thing": _kind(thing)},
                severity=Severity.WARNING,
                anchor=Anchor.MISSING,
            )


def unknown_references(plan: Plan) -> Iterator[Finding]:
    """An activity names a partner, goal or target group that is not in the file, or something of another kind."""
    kinds: dict[str, str] | None = None
    for path, activity in activities(plan):
        for key, wanted in REFERENCES.items():
            for place, each in enumerate(getattr(activity, key)):
                if kinds is None:
                    kinds = {thing.id: _kind(thing) for _, thing in named(plan) if thing.id}
                if kinds.get(each) != wanted:
                    yield _unknown_reference((*path, key, place), each, wanted, kinds)


def _unknown_reference(path: Path, written: str, wanted: str, kinds: dict[str, str]) -> Finding:
    args: dict[str, Arg] = {"written": written, "wanted": wanted}
    if written in kinds:
        args["found"] = kinds[written]
    suggestion = suggest_id(written, [known for known, kind in kinds.items() if kind == wanted])
    if suggestion:
        args["suggestion"] = suggestion
    return Finding(code="unknown-reference", path=path, args=args)


def _plan_keys() -> tuple[str, ...]:
    return tuple(key_of(attribute) for attribute in attrs.fields(Plan))


def unknown_section_places(plan: Plan) -> Iterator[Finding]:
    """A section says that it stands after something that is neither a key, an area nor an earlier section."""
    if not any(section.after for section in plan.sections):
        return
    known = {*_plan_keys(), *(area.id for area in plan.areas)}
    for place, section in enumerate(plan.sections):
        if section.after and section.after not in known:
            yield _doubt("section-after-unknown", ("sections", place, "after"), section.after, known)
        known.add(section.id)


def unknown_question_subjects(plan: Plan) -> Iterator[Finding]:
    """A question is about nothing in the file: no key, no id, no JSON Pointer."""
    if not plan.questions:
        return
    ids = {plan.id, *(thing.id for _, thing in named(plan))}
    known = {*_plan_keys(), *ids}
    pointers: set[str] | None = None
    for place, question in enumerate(plan.questions):
        about = question.about
        if about.startswith("/"):
            if pointers is None:
                pointers = {"", *(pointer(seen.path) for seen in walk(plan))}
            # What is doubted may be missing just because it is doubted, so its mapping is enough.
            if about in pointers or about.rpartition("/")[0] in pointers:
                continue
        elif about in known:
            continue
        yield _doubt("question-about-unknown", ("questions", place, "about"), about, known)


def _doubt(code: str, path: Path, written: str, known: Collection[str]) -> Finding:
    args: dict[str, Arg] = {"written": written}
    suggestion = suggest_id(written, sorted(each for each in known if each))
    if suggestion:
        args["suggestion"] = suggestion
    return Finding(code=code, path=path, args=args, severity=Severity.WARNING)


RULES: Iterable[Rule] = (
    Rule(code="duplicate-id", check=duplicate_ids),
    Rule(code="id-missing", check=missing_ids),
    Rule(code="unknown-reference", check=unknown_references),
    Rule(code="section-after-unknown", check=unknown_section_places),
    Rule(code="question-about-unknown", check=unknown_question_subjects),
)

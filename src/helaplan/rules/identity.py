"""Rules about ids: that they are there, that each names one thing, and that whatever is named exists."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from operator import attrgetter

import attrs

from helaplan.findings import Anchor, Arg, Finding, Path, Related, Severity, pointer
from helaplan.model import Area, Goal, Indicator, Partner, Plan, Section, SubActivity, TargetGroup
from helaplan.model.fields import key_of
from helaplan.model.walk import walk
from helaplan.rules.parts import Parts, repeats
from helaplan.rules.rule import Rule, rule

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


def duplicate_ids(parts: Parts) -> Iterator[Finding]:
    """An id that something else in the file has already, whatever the two are."""
    ids = [parts.plan.id, *(thing.id for _, thing in parts.named if thing.id)]
    if len(set(ids)) == len(ids):
        return
    first: dict[str, Path] = {parts.plan.id: ("id",)}
    for path, thing in parts.named:
        if not thing.id:
            continue
        if thing.id in first:
            args: dict[str, Arg] = {"written": thing.id, "first": Related(first[thing.id])}
            yield Finding(code="duplicate-id", path=(*path, "id"), args=args)
        else:
            first[thing.id] = (*path, "id")


def missing_ids(parts: Parts) -> Iterator[Finding]:
    """A part that other files and years will want to name has no id. Sections are only ever named from beside."""
    for path, thing in parts.named:
        if not thing.id and not isinstance(thing, Section):
            yield Finding(
                code="id-missing",
                path=(*path, "id"),
                args={"thing": _kind(thing)},
                severity=Severity.WARNING,
                anchor=Anchor.MISSING,
            )


_LINKS = attrgetter(*REFERENCES)


def unknown_references(parts: Parts) -> Iterator[Finding]:
    """An activity names a partner, goal or target group that is not in the file, or something of another kind."""
    partners = {each.id for each in parts.plan.partners}
    goals = {each.id for _, each in parts.goals}
    groups = {each.id for each in parts.plan.target_groups}
    kinds: dict[str, str] | None = None
    for path, activity in parts.activities:
        if (
            partners.issuperset(activity.partners)
            and goals.issuperset(activity.goals)
            and groups.issuperset(activity.target_groups)
        ):
            continue
        if kinds is None:
            kinds = {thing.id: _kind(thing) for _, thing in parts.named if thing.id}
        for (key, wanted), ids in zip(REFERENCES.items(), _LINKS(activity), strict=True):
            for place, each in enumerate(ids):
                if kinds.get(each) != wanted:
                    yield _unknown_reference((*path, key, place), each, wanted, kinds)


def _unknown_reference(path: Path, written: str, wanted: str, kinds: dict[str, str]) -> Finding:
    args: dict[str, Arg] = {"written": written, "wanted": wanted}
    if written in kinds:
        args["found"] = kinds[written]
    from helaplan.registers.keys import suggest_id  # needed only where something is wrong

    suggestion = suggest_id(written, [known for known, kind in kinds.items() if kind == wanted])
    if suggestion:
        args["suggestion"] = suggestion
    return Finding(code="unknown-reference", path=path, args=args)


def repeated_references(parts: Parts) -> Iterator[Finding]:
    """An activity names the same partner, goal or target group twice: one of them was to be another."""
    for path, activity in parts.activities:
        if len(activity.partners) < 2 and len(activity.goals) < 2 and len(activity.target_groups) < 2:
            continue
        for key, ids in zip(REFERENCES, _LINKS(activity), strict=True):
            if len(ids) > 1 and len(set(ids)) < len(ids):
                place = next(repeats(ids))
                args: dict[str, Arg] = {
                    "written": ids[place],
                    "first": Related((*path, key, ids.index(ids[place]))),
                }
                yield Finding(code="reference-repeated", path=(*path, key, place), args=args, severity=Severity.WARNING)


def _plan_keys() -> tuple[str, ...]:
    return tuple(key_of(attribute) for attribute in attrs.fields(Plan))


def unknown_section_places(parts: Parts) -> Iterator[Finding]:
    """A section says that it stands after something that is neither a key, an area nor an earlier section."""
    plan = parts.plan
    if not any(section.after for section in plan.sections):
        return
    known = {*_plan_keys(), *(area.id for area in plan.areas)}
    for place, section in enumerate(plan.sections):
        if section.after and section.after not in known:
            yield _doubt("section-after-unknown", ("sections", place, "after"), section.after, known)
        known.add(section.id)


def unknown_question_subjects(parts: Parts) -> Iterator[Finding]:
    """A question is about nothing in the file: no key, no id, no JSON Pointer."""
    plan = parts.plan
    if not plan.questions:
        return
    ids = {plan.id, *(thing.id for _, thing in parts.named)}
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
    from helaplan.registers.keys import suggest_id  # needed only where something is wrong

    suggestion = suggest_id(written, sorted(each for each in known if each))
    if suggestion:
        args["suggestion"] = suggestion
    return Finding(code=code, path=path, args=args, severity=Severity.WARNING)


RULES: Iterable[Rule] = (
    rule("duplicate-id", duplicate_ids),
    rule("id-missing", missing_ids),
    rule("unknown-reference", unknown_references),
    rule("reference-repeated", repeated_references),
    rule("section-after-unknown", unknown_section_places),
    rule("question-about-unknown", unknown_question_subjects),
)

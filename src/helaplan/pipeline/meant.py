"""What was probably meant: codes that people wrote as names, days in another notation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs
from attrs import evolve

from helaplan.findings import WRITTEN, Arg, Finding, Path
from helaplan.model.fields import key_of
from helaplan.model.parts import Schedule
from helaplan.model.specs import Date, Nested, Spec

_EXAMPLE = "2026-12-31"


def with_suggestion(finding: Finding, cls: type, data: object) -> Finding:
    """The finding, with `suggestion` (a code, a day) and `name` (of a code) where one was meant.

    `cls` is the class of the file's kind, `data` what the file holds. A value of another shape gets an `example` of
    the right one. A number where a day belongs becomes `bad-date`: quotes don't make it one.
    """
    if finding.code == "bad-date" or (finding.code == "number-for-text" and _is_day(cls, finding.path)):
        return _with_day(finding)
    if finding.code == "missing-key":
        return _with_value(finding, cls, data)
    if finding.code == "wrong-type":
        return _with_example(finding, cls, data)
    look = _BY_CODE.get(finding.code)
    written = finding.args.get(WRITTEN)
    found = look(written) if look and isinstance(written, str) else None
    if found is None:
        return finding
    args: dict[str, Arg] = {**finding.args, "suggestion": found[0]}
    if found[1]:
        args["name"] = found[1]
    return evolve(finding, args=args)


def _is_day(cls: type, path: Path) -> bool:
    from helaplan.pipeline.fixers.sheet import spec_at

    return isinstance(spec_at(cls, path), Date)


def _with_example(finding: Finding, cls: type, data: object) -> Finding:
    """`responsible: [Anna]`: the key with its value as it should be; without the key for an item of a list.

    A mapping of one key that only lacks a space becomes `missing-space`.
    """
    from helaplan.pipeline.example import example_of
    from helaplan.pipeline.fixers.sheet import spec_at

    value = _at(data, finding.path)
    spec = spec_at(cls, finding.path)
    key = _key_without_space(spec, value)
    if key:
        return evolve(finding, code="missing-space", args={"key": key})
    example = example_of(spec, value)
    if not example:
        return finding
    step = finding.path[-1]
    told = f"{step}: {example}" if isinstance(step, str) else example
    return evolve(finding, args={**finding.args, "example": told})


def _at(data: object, path: Path) -> Any:
    """The data at a path, None where there is none."""
    value: Any = data
    try:
        for step in path:
            value = value[step]
    except (KeyError, IndexError, TypeError):
        return None
    return value


def _key_without_space(spec: Spec | None, value: object) -> str:
    """The key in `- text:Bygden`, a text for YAML where a mapping with that key is wanted; empty for all else."""
    from helaplan.planfile.nodes import missing_space

    if not isinstance(spec, Nested) or not isinstance(value, str):
        return ""
    key = missing_space(value)
    return key if key in {key_of(each) for each in attrs.fields(spec.cls)} else ""


def _with_value(finding: Finding, cls: type, data: object) -> Finding:
    """What the missing key could hold: `kind: plan`, `end: 2026-12-31`; of a time, the kind that it looks like."""
    from helaplan.pipeline.example import example_of
    from helaplan.pipeline.fixers.sheet import spec_at
    from helaplan.pipeline.fixers.times import kind_of

    owner = spec_at(cls, finding.path[:-1])
    if finding.path[-1] == "kind" and isinstance(owner, Nested) and owner.cls is Schedule:
        value = kind_of(_at(data, finding.path[:-1]))
    else:
        value = example_of(spec_at(cls, finding.path), None)
    return evolve(finding, args={**finding.args, "value": value}) if value else finding


def _with_day(finding: Finding) -> Finding:
    from helaplan.registers.days import likely_day

    written = finding.args.get(WRITTEN)
    day = likely_day(written) if isinstance(written, str) else None
    # One of the two: what to write, or how a day is written.
    told = {"suggestion": day.isoformat()} if day else {"example": _EXAMPLE}
    return evolve(finding, code="bad-date", args={**finding.args, **told})


# The registers are imported where they are needed: only a faulty file pays for them.
def _county(written: str) -> tuple[str, str] | None:
    from helaplan.registers.counties import REGISTER

    code = REGISTER.suggest(written)
    return (code, REGISTER.names[code]) if code else None


def _municipality(written: str) -> tuple[str, str] | None:
    from helaplan.registers.municipalities import REGISTER

    code = REGISTER.suggest(written)
    return (code, REGISTER.names[code]) if code else None


def _goal(written: str) -> tuple[str, str] | None:
    from helaplan.registers.sdg import GOALS, meant

    code = meant(written)
    return (code, GOALS[code]["sv"]) if code else None


def _amount(written: str) -> tuple[str, str] | None:
    from helaplan.pipeline.fixers.values import read_amount

    made = read_amount(written)
    return (made[0], "") if made else None


def _id(written: str) -> tuple[str, str] | None:
    from helaplan.registers.personal import mask
    from helaplan.registers.slug import slug

    made = slug(mask(written), default="")
    return (made, "") if made else None


_BY_CODE: Mapping[str, Callable[[str], tuple[str, str] | None]] = {
    "bad-county-code": _county,
    "bad-amount": _amount,
    "bad-id": _id,
    "bad-municipality-code": _municipality,
    "bad-sdg-code": _goal,
}

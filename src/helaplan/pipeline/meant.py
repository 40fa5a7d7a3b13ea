"""Codes that people wrote as names: which code was probably meant, for a fault that the structuring found."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import evolve

from helaplan.findings import WRITTEN, Arg, Finding


def with_suggestion(finding: Finding) -> Finding:
    """The finding, with `suggestion` (a code) and `name` where a county, municipality or goal was named."""
    look = _BY_CODE.get(finding.code)
    written = finding.args.get(WRITTEN)
    found = look(written) if look and isinstance(written, str) else None
    if found is None:
        return finding
    args: dict[str, Arg] = {**finding.args, "suggestion": found[0], "name": found[1]}
    return evolve(finding, args=args)


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


_BY_CODE: Mapping[str, Callable[[str], tuple[str, str] | None]] = {
    "bad-county-code": _county,
    "bad-municipality-code": _municipality,
    "bad-sdg-code": _goal,
}

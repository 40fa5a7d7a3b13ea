"""Whether a plugin fits here, judged by its metadata alone: nothing of it is imported, it need not be installed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from helaplan.findings import Finding, Severity
from helaplan.plugins.discovery import API, Candidate, canonical, entries_of
from helaplan.plugins.loading import Identity, decide
from helaplan.plugins.versions import allows

_REQUIREMENT = re.compile(r"\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*\(?([^;)@]*)\)?\s*(?:@[^;]*)?(?:;(.*))?")


@frozen(kw_only=True)
class Facts:
    """What a distribution says of itself. `requires` are its requirements as it writes them."""

    name: str
    version: str = ""
    requires_python: str = ""
    requires: tuple[str, ...] = ()
    entries: tuple[Candidate, ...] = ()


@frozen(kw_only=True)
class Here:
    """Where the plugin is to fit: versions of Python and helaplan, and the entry points that are installed."""

    python: str
    helaplan: str
    installed: tuple[Candidate, ...] = ()


def from_metadata(metadata: str, entry_points: str) -> Facts:
    """The facts in the text of `METADATA` (or `PKG-INFO`) and of `entry_points.txt`."""
    headers = _headers(metadata)
    name, version = (headers.get(key, [""])[0] for key in ("name", "version"))
    return Facts(
        name=name,
        version=version,
        requires_python=headers.get("requires-python", [""])[0],
        requires=tuple(headers.get("requires-dist", ())),
        entries=tuple(entries_of(entry_points, name, version)),
    )


def _headers(metadata: str) -> dict[str, list[str]]:
    made: dict[str, list[str]] = {}
    for line in metadata.replace("\r\n", "\n").partition("\n\n")[0].splitlines():
        key, sign, value = line.partition(":")
        if sign and not line[:1].isspace():
            made.setdefault(key.strip().lower(), []).append(value.strip())
    return made


def from_project(project: Mapping[str, Any]) -> Facts:
    """The facts in the `project` table of a `pyproject.toml`. What isn't of the right shape counts as not said."""
    name, version = _text(project.get("name")), _text(project.get("version"))
    groups = project.get("entry-points")
    lines = []
    for group, held in groups.items() if isinstance(groups, Mapping) else ():
        lines.append(f"[{group}]")
        lines += [f"{key} = {value}" for key, value in held.items()] if isinstance(held, Mapping) else []
    needed = project.get("dependencies")
    return Facts(
        name=name,
        version=version,
        requires_python=_text(project.get("requires-python")),
        requires=tuple(filter(None, map(_text, needed))) if isinstance(needed, list) else (),
        entries=tuple(entries_of("\n".join(lines), name, version)),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def judge(facts: Facts, here: Here) -> tuple[Finding, ...]:
    """What speaks against the plugin here; nothing where it fits."""
    if not facts.entries:
        args = {"name": facts.name or "?", "group": f"helaplan.{API}"}
        return (Finding(code="plugin-without-entry-point", args=args),)
    return tuple(_against(facts, here))


def _against(facts: Facts, here: Here) -> Iterator[Finding]:
    identity = Identity(name=facts.entries[0].name, distribution=facts.name, version=facts.version)
    if facts.requires_python and allows(facts.requires_python, here.python) is not True:
        yield _wants("plugin-wants-python", identity, facts.requires_python, here.python)
    for wanted in _ranges(facts.requires, "helaplan"):
        if allows(wanted, here.helaplan) is not True:
            yield _wants("plugin-wants-helaplan", identity, wanted, here.helaplan)
    others = tuple(each for each in here.installed if canonical(each.distribution) != canonical(facts.name))
    # As the host would decide, had it been installed already: the same refusals in the same words.
    entries = decide((*others, *facts.entries), frozenset(), frozenset({"helaplan"}))
    for each in entries:
        if each.candidate in facts.entries and each.fault is not None:
            yield each.fault


def _wants(code: str, identity: Identity, wanted: str, found: str) -> Finding:
    cause = f"{wanted}, not {found}"
    return identity.finding(code, "import", cause, Severity.ERROR, wanted=wanted, found=found)


def _ranges(requires: Iterable[str], name: str) -> Iterator[str]:
    """The version ranges in which a package is needed. What only an extra needs is not."""
    for each in requires:
        match = _REQUIREMENT.fullmatch(each)
        if match and canonical(match[1]) == name and "extra" not in (match[3] or "") and match[2].strip():
            yield match[2].strip()

"""How plugins are listed."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from helaplan.findings import Finding
from helaplan.plugins.discovery import Candidate
from helaplan.plugins.inspection import name_of
from helaplan.plugins.loading import IMPORT, Entry, Identity, Loaded


@frozen(kw_only=True)
class PluginRow:
    """One plugin as `helaplan plugins` lists it.

    `status` is `ok`, `failed`, `wrong-api` or `disabled`. `cause` is short and technical, "" for `ok`; `finding` says
    the same for every language. `hooks` are the hooks that declare something, `declared` what by hook.
    """

    name: str
    distribution: str = ""
    version: str = ""
    status: str = "ok"
    cause: str = ""
    finding: Finding | None = None
    hooks: tuple[str, ...] = ()
    declared: Mapping[str, tuple[str, ...]] = field(factory=dict)
    seconds: float = 0.0


def switched_off(candidate: Candidate) -> Entry:
    """A candidate that is listed and no more, since plugins are switched off."""
    identity = Identity(name=candidate.name, distribution=candidate.distribution, version=candidate.version)
    return Entry(identity=identity, candidate=candidate, disabled=True)


def row_of(loaded: Loaded, status: str = "") -> PluginRow:
    """The row of a plugin. `status` overrides what its fault says."""
    identity, fault = loaded.identity, loaded.fault
    if not status:
        wrong_api = fault is not None and fault.code == "plugin-wrong-api"
        status = "ok" if fault is None else "wrong-api" if wrong_api else "failed"
    cause = "switched off" if status == "disabled" else ""
    if fault is not None:
        where = "" if fault.args["hook"] == IMPORT else f"{fault.args['hook']}: "
        cause = f"{where}{fault.args['cause']}"
    declared = {hook: tuple(map(name_of, each)) for hook, each in loaded.declared.items() if each}
    return PluginRow(
        name=identity.name,
        distribution=identity.distribution,
        version=identity.version,
        status=status,
        cause=cause,
        finding=fault,
        hooks=tuple(declared),
        declared=declared,
        seconds=loaded.seconds,
    )

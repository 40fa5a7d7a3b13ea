"""One plugin, from its entry point to its declarations: all of them, or a finding that says why there are none."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from typing import TypeVar

from attrs import field, frozen

from helaplan.findings import Arg, Finding, Severity
from helaplan.plugins import folder, inspection
from helaplan.plugins.declarations import Declaration
from helaplan.plugins.discovery import API, Candidate, canonical
from helaplan.plugins.guard import Guard, Outcome, cause_of, traceback_of
from helaplan.plugins.inspection import Breach, Hook, declarations_of, hooks_of

T = TypeVar("T")

#: A plugin that takes longer than this to start is told of.
SLOW_SECONDS = 1.0
#: The hook that is named where a plugin fails before any of its hooks is called.
IMPORT = "import"


@frozen(kw_only=True)
class Trace:
    """What `--debug` shows beside the findings: a traceback, or what a plugin printed."""

    plugin: str
    text: str


@frozen(kw_only=True)
class Identity:
    """Which plugin it is: entry-point name, distribution and version ("" for an object registered in Python)."""

    name: str
    distribution: str = ""
    version: str = ""
    #: What `--disable-plugin` takes; more than the name where two distributions share one.
    switch_name: str = ""

    def finding(self, code: str, hook: str, cause: str, severity: Severity, **args: Arg) -> Finding:
        """A finding about this plugin, with the arguments that each of them has."""
        common: dict[str, Arg] = {
            "plugin": self.name,
            "version": self.version or "?",
            "hook": hook,
            "cause": cause,
            "switch": f"--disable-plugin {_quoted(self.switch_name or self.name)}",
        }
        return Finding(code=code, args={**common, **args}, severity=severity)


def _quoted(name: str) -> str:
    """A name as it is typed: the file of a one-file plugin may have spaces in its name."""
    return f'"{name}"' if " " in name else name


@frozen(kw_only=True)
class Loaded:
    """What came of one plugin. `declared` is empty where there is a `fault`; `notes` are what it did beside."""

    identity: Identity
    declared: Mapping[str, tuple[Declaration, ...]] = field(factory=dict)
    fault: Finding | None = None
    notes: tuple[Finding, ...] = ()
    traces: tuple[Trace, ...] = ()
    seconds: float = 0.0


class _Failed(Exception):
    """Loading ends here, with this finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


class _Loading:
    """The loading of one plugin: collects what is to be told while it goes on."""

    def __init__(self, identity: Identity, guard: Guard) -> None:
        self.identity = identity
        self.guard = guard
        self.notes: list[Finding] = []
        self.traces: list[Trace] = []
        self.seconds = 0.0

    def run(self, hook: str, call: Callable[[], T]) -> T:
        """Call plugin code; what it raises becomes the finding that ends the loading."""
        outcome = self.guard.run(call)
        notes, traces = told(self.identity, hook, outcome)
        self.notes += notes
        self.traces += traces
        self.seconds += outcome.seconds
        error = outcome.error
        if error is None:
            return outcome.value  # type: ignore[return-value]  # without an error there is a value
        if isinstance(error, Breach):
            args = dict(error.args_of_finding)
            cause = str(args.pop("cause", ""))
            raise _Failed(self.identity.finding(error.code, error.hook, cause, Severity.WARNING, **args))
        raise _Failed(self.identity.finding("plugin-failed", hook, cause_of(error), Severity.WARNING))


def told(identity: Identity, hook: str, outcome: Outcome[T]) -> tuple[list[Finding], list[Trace]]:
    """The notes and traces of a guarded call: what was printed, what was changed, the traceback of an error."""
    notes, traces = [], []
    if outcome.output:
        lines = max(1, outcome.lines)
        notes.append(identity.finding("plugin-printed", hook, "print", Severity.NOTE, lines=lines))
        traces.append(Trace(plugin=identity.name, text=outcome.output))
    if outcome.changed:
        cause = ", ".join(outcome.changed)
        notes.append(identity.finding("plugin-changed-state", hook, cause, Severity.NOTE, what=outcome.changed))
    if outcome.error is not None and not isinstance(outcome.error, Breach):
        traces.append(Trace(plugin=identity.name, text=traceback_of(outcome.error)))
    return notes, traces


def load(identity: Identity, source: Candidate | object, guard: Guard) -> Loaded:
    """Import a candidate (or take the object), look at its hooks, call them all. Raises only KeyboardInterrupt."""
    loading = _Loading(identity, guard)
    declared: dict[str, tuple[Declaration, ...]] = {}
    fault = None
    try:
        plugin = loading.run(IMPORT, lambda: _imported(source)) if isinstance(source, Candidate) else source
        for hook in loading.run(IMPORT, lambda: hooks_of(plugin, identity.name)):
            if hook.name in inspection.RETIRING:
                cause = inspection.RETIRING[hook.name]
                loading.notes.append(identity.finding("plugin-retiring-hook", hook.name, cause, Severity.NOTE))
            declared[hook.name] = loading.run(hook.name, lambda hook=hook: _called(hook))  # type: ignore[misc]
    except _Failed as failed:
        fault, declared = failed.finding, {}
    if loading.seconds > SLOW_SECONDS:
        seconds = round(loading.seconds, 1)
        note = identity.finding("plugin-slow", IMPORT, f"{seconds} s", Severity.NOTE, seconds=seconds)
        loading.notes.append(note)
    return Loaded(
        identity=identity,
        declared=declared,
        fault=fault,
        notes=tuple(loading.notes),
        traces=tuple(loading.traces),
        seconds=loading.seconds,
    )


def _imported(candidate: Candidate) -> object:
    if candidate.file is not None:
        return folder.module_of(candidate.file)
    assert candidate.target is not None  # the host has refused malformed ones
    module, attribute = candidate.target
    found: object = importlib.import_module(module)
    for name in filter(None, attribute.split(".")):
        found = getattr(found, name)
    return found


def _called(hook: Hook) -> tuple[Declaration, ...]:
    return declarations_of(hook, hook.call())


@frozen(kw_only=True)
class Entry:
    """A candidate that the host has decided on: to load, switched off, or refused with a fault."""

    identity: Identity
    candidate: Candidate
    disabled: bool = False
    fault: Finding | None = None


def decide(found: tuple[Candidate, ...], disabled: frozenset[str], taken: frozenset[str]) -> tuple[Entry, ...]:
    """What becomes of each candidate, without importing any.

    `disabled` and `taken` hold canonical names; taken ones belong to the core and to plugins registered in Python. Of
    two candidates with one name the first counts, in the order of `candidates`.
    """
    served = {(canonical(each.distribution), canonical(each.name)) for each in found if each.api == API}
    owners = dict.fromkeys(taken, "helaplan")
    entries: list[Entry] = []
    for each in found:
        key = canonical(each.name)
        if each.api != API and (canonical(each.distribution), key) in served:
            continue  # made for several versions, ours among them
        full = f"{each.distribution}:{each.name}"
        clash = each.api == API and key in owners
        name = each.name or each.distribution
        identity = Identity(
            name=name,
            distribution=each.distribution,
            version=each.version,
            switch_name=full if clash else name,
        )
        off = not disabled.isdisjoint({key, canonical(name), canonical(full)})
        fault = None if off else _fault_of(each, identity, owners.get(key, "") if clash else "")
        if each.api == API and not clash and not off and fault is None:
            owners[key] = each.distribution
        entries.append(Entry(identity=identity, candidate=each, disabled=off, fault=fault))
    return tuple(entries)


def _fault_of(candidate: Candidate, identity: Identity, owner: str) -> Finding | None:
    """Why a candidate is refused before it is imported, None where it isn't."""
    if candidate.api != API:
        cause = f"{candidate.api}, not {API}"
        args = {"made_for": candidate.api, "serves": API}
        return identity.finding("plugin-wrong-api", IMPORT, cause, Severity.WARNING, **args)
    if candidate.target is None and candidate.file is None:
        entry = f"{candidate.name} = {candidate.value}" if candidate.value else candidate.name
        args = {"entry": entry[:80], "distribution": candidate.distribution}
        return identity.finding("plugin-bad-entry-point", IMPORT, entry[:80], Severity.WARNING, **args)
    if owner:
        args = {"distribution": candidate.distribution, "winner": owner}
        return identity.finding("plugin-twice", IMPORT, f"name taken by {owner}", Severity.WARNING, **args)
    return None

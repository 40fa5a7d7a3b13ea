"""A plugin's declarations as the host hands them out: each callable runs guarded and its result is looked at.

So whoever calls `reader.read(…)` gets a Reading or a PluginError that names the plugin, and never has to know whose
reader it was. Only the plugin's own code runs in the guard: a fault of the core stays a fault of the core.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from attrs import evolve, fields

from helaplan.document import Document
from helaplan.errors import HelaplanError, PluginError
from helaplan.findings import Finding, Related, Severity
from helaplan.model import Plan
from helaplan.plugins.declarations import (
    Command,
    CommandContext,
    Declaration,
    Extension,
    FileKind,
    Loading,
    Profile,
    Reading,
)
from helaplan.plugins.guard import Outcome, place_of
from helaplan.plugins.inspection import name_of
from helaplan.plugins.loading import Identity
from helaplan.rules.rule import CheckPlan, Rule

D = TypeVar("D", bound=Declaration)


class Runner(Protocol):
    """How the host runs plugin code."""

    def __call__(
        self, identity: Identity, hook: str, call: Callable[[], Any], *, may_print: bool = False
    ) -> Outcome[Any]:
        """Run the call guarded and remember what it did beside; what it prints, unless it may."""


def wrapped(declaration: D, identity: Identity, run: Runner) -> D:
    """The declaration with guarded callables in the place of its own."""
    label = f"{type(declaration).__name__} {name_of(declaration)}"
    changes: dict[str, Any] = {}
    for each in fields(type(declaration)):
        if each.name in _RESULTS and not isinstance(declaration, Command):
            changes[each.name] = _guarded(getattr(declaration, each.name), each.name, label, identity, run)
    if isinstance(declaration, Command):
        changes["run"] = _command(declaration, label, identity, run)
    if isinstance(declaration, Profile | Extension | FileKind):
        at = ("extensions", declaration.name) if isinstance(declaration, Extension) else ()
        changes["rules"] = tuple(
            evolve(rule, check=_rule(rule, at, identity, run), look=None) for rule in declaration.rules
        )
    return evolve(declaration, **changes) if changes else declaration


def _guarded(own: Callable[..., Any], kind: str, label: str, identity: Identity, run: Runner) -> Callable[..., Any]:
    def call(*args: Any, **kwargs: Any) -> Any:
        outcome = run(identity, label, lambda: own(*args, **kwargs))
        return _result(outcome, kind, label, identity)

    return call


def _result(outcome: Outcome[Any], kind: str, label: str, identity: Identity) -> Any:
    """The value of a call. Raises what the callable is meant to raise, such as UnreadableSource, else PluginError."""
    is_right, wanted = _RESULTS[kind]
    if isinstance(outcome.error, HelaplanError):
        raise outcome.error
    if outcome.error is not None:
        raise PluginError(_failed(outcome.error, label, identity)) from outcome.error
    if not is_right(outcome.value):
        raise PluginError(_wrong(outcome.value, wanted, label, identity))
    return outcome.value


def _failed(error: BaseException, label: str, identity: Identity) -> Finding:
    return identity.finding("plugin-call-failed", label, place_of(error), Severity.ERROR)


def _wrong(value: object, wanted: str, label: str, identity: Identity) -> Finding:
    found = type(value).__name__
    cause = f"{found}, not {wanted}"
    return identity.finding("plugin-wrong-result", label, cause, Severity.ERROR, found=found, wanted=wanted)


def _command(command: Command, label: str, identity: Identity, run: Runner) -> Callable[..., int]:
    """The command's own `run`; `SystemExit` with a number is its exit code, since argparse ends that way."""
    own = _exit_code(command.run)

    def call(arguments: Sequence[str], context: CommandContext) -> int:
        # While plugin code runs, standard output is turned away: what it writes is handed on afterwards, in order.
        written: list[tuple[Callable[[str], None], str]] = []
        inner = evolve(
            context,
            write=lambda text: written.append((context.write, text)),
            tell=lambda text: written.append((context.tell, text)),
        )
        outcome = run(identity, label, lambda: own(arguments, inner), may_print=True)
        for send, text in written:
            send(text)
        if outcome.output:  # argparse prints its help: for the person, but not the result
            context.tell(outcome.output)
        return int(_result(outcome, "run", label, identity))

    return call


def _exit_code(own: Callable[..., int]) -> Callable[..., int]:
    def call(arguments: Sequence[str], context: CommandContext) -> int:
        try:
            return own(arguments, context)
        except SystemExit as end:
            if end.code is None or isinstance(end.code, int):
                return end.code or 0
            raise

    return call


def _rule(rule: Rule, at: tuple[str, ...], identity: Identity, run: Runner) -> CheckPlan:
    """The rule's own check, whole before any of it counts. A rule that fails is a finding: a check never raises."""
    label = f"Rule {rule.code}"

    def check(plan: Plan) -> Iterable[Finding]:
        outcome = run(identity, label, lambda: tuple(rule.check(plan)))
        if outcome.error is not None:
            return (evolve(_failed(outcome.error, label, identity), path=at),)
        found: tuple[Any, ...] = outcome.value or ()
        wrong = [each for each in found if not _is_finding(each)]
        if wrong:
            return (evolve(_wrong(wrong[0], "Finding", label, identity), path=at),)
        return found

    return check


def _is_finding(value: Any) -> bool:
    """A Finding that can be placed, sorted and shown."""
    return isinstance(value, Finding) and _is_sound(value)


def _is_sound(value: Any) -> bool:
    """The parts of a Finding, which attrs takes as they come."""
    return (
        isinstance(value.code, str)
        and isinstance(value.severity, Severity)
        and isinstance(value.path, tuple)
        and all(isinstance(step, str | int) for step in value.path)
        and isinstance(value.args, Mapping)
        and all(isinstance(each, str | int | float | tuple | Related) for each in value.args.values())
    )


def _is_reading(value: Any) -> bool:
    if not isinstance(value, Reading):
        return False
    document: Any = value.document
    return isinstance(document, Document) and all(map(_is_finding, value.findings))


def _is_loading(value: Any) -> bool:
    if not isinstance(value, Loading):
        return False
    plan: Any = value.plan
    return isinstance(plan, Plan) and all(map(_is_finding, value.findings))


def _is_code(value: object) -> bool:
    return isinstance(value, int) and 0 <= value <= 255


def _is_bytes(value: object) -> bool:
    return isinstance(value, bytes)


#: Field of a declaration → is this a right result of calling it, and what a right one is.
_RESULTS: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "read": (_is_reading, "Reading"),
    "write": (_is_bytes, "bytes"),
    "load": (_is_loading, "Loading"),
    "export": (_is_bytes, "bytes"),
    "compose": (lambda value: isinstance(value, Document), "Document"),
    "rasterise": (_is_bytes, "bytes"),
    "run": (_is_code, "exit code"),
}

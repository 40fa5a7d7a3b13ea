"""Is this a plugin that keeps the contract? Its hooks before they are called, its declarations after.

Everything is asked at once and before any of it counts: half a plugin is worse than none.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from types import FunctionType
from typing import Any

import attrs
from attrs import frozen

from helaplan.findings import Arg
from helaplan.plugins.declarations import (
    Command,
    Content,
    Declaration,
    DocumentReader,
    DocumentWriter,
    Exporter,
    Extension,
    FileKind,
    Importer,
    PartnerIntegration,
    Profile,
    Rasterizer,
    ScholarshipWorkflow,
    Texts,
)
from helaplan.rules.rule import Rule
from helaplan.text.message import Message

#: Each hook and what it returns a list of.
HOOKS: Mapping[str, type[Declaration]] = {
    "helaplan_document_readers": DocumentReader,
    "helaplan_document_writers": DocumentWriter,
    "helaplan_importers": Importer,
    "helaplan_exporters": Exporter,
    "helaplan_contents": Content,
    "helaplan_profiles": Profile,
    "helaplan_extensions": Extension,
    "helaplan_file_kinds": FileKind,
    "helaplan_commands": Command,
    "helaplan_rasterizers": Rasterizer,
    "helaplan_texts": Texts,
    "helaplan_scholarship_workflows": ScholarshipWorkflow,
    "helaplan_partner_integrations": PartnerIntegration,
}


#: Hooks that go away in a later version, and what takes their place. They work until then, with a note.
RETIRING: Mapping[str, str] = {}


class Breach(Exception):
    """The plugin breaks the contract: code and arguments of the finding that says how."""

    def __init__(self, code: str, hook: str, **args: Arg) -> None:
        super().__init__(code)
        self.code = code
        self.hook = hook
        self.args_of_finding = args


@frozen(kw_only=True)
class Hook:
    """One hook that a plugin implements, ready to be called."""

    name: str
    call: Callable[[], list[object]]
    implementations: int


def hooks_of(plugin: object, name: str) -> tuple[Hook, ...]:
    """The hooks of a plugin, in the order of `HOOKS`. Raises Breach where one of them is not as it must be."""
    import pluggy  # only where plugins are wanted

    from helaplan.plugins import hookspecs

    # A manager for each plugin: nothing that one of them does at registration can touch another.
    manager = pluggy.PluginManager("helaplan")
    manager.register(plugin, name)
    found = {caller.name: caller.get_hookimpls() for caller in manager.get_hookcallers(plugin) or ()}
    _refuse_misspelt(found)
    for hook, implementations in found.items():
        for each in implementations:
            if each.hookwrapper or each.wrapper:
                raise Breach("plugin-hook-wrapper", hook, cause="wrapper")
            if each.argnames or each.kwargnames:
                arguments = (*each.argnames, *each.kwargnames)
                raise Breach("plugin-wrong-signature", hook, arguments=arguments, cause=", ".join(arguments))
    for hook in HOOKS:
        if hook not in found and isinstance(getattr(plugin, hook, None), FunctionType):
            raise Breach("plugin-unmarked-hook", hook, cause="@hookimpl")
    if not found:
        raise Breach("plugin-without-hooks", "import", cause=_described(plugin))
    manager.add_hookspecs(hookspecs)
    return tuple(
        Hook(name=hook, call=getattr(manager.hook, hook), implementations=len(found[hook]))
        for hook in HOOKS
        if hook in found
    )


def _refuse_misspelt(found: Mapping[str, list[Any]]) -> None:
    unknown = [hook for hook, each in found.items() if hook not in HOOKS and not all(one.optionalhook for one in each)]
    if unknown:
        guesses = tuple((difflib.get_close_matches(hook, HOOKS, 1) or [""])[0] for hook in unknown)
        raise Breach(
            "plugin-misspelt-hook",
            unknown[0],
            hooks=tuple(unknown),
            suggestions=tuple(filter(None, guesses)),
            cause=", ".join(unknown),
        )


def _described(plugin: object) -> str:
    return str(getattr(plugin, "__name__", "") or type(plugin).__name__)


def declarations_of(hook: Hook, returned: list[object]) -> tuple[Declaration, ...]:
    """What a call of the hook returned, as declarations. Raises Breach where it is something else."""
    wanted = HOOKS[hook.name]
    expected = f"list of {wanted.__name__}"
    if len(returned) < hook.implementations:  # pluggy leaves out what is None
        raise _wrong_return(hook.name, "None", expected)
    declared: list[Declaration] = []
    for each in returned:
        if not isinstance(each, list | tuple):
            raise _wrong_return(hook.name, type(each).__name__, expected)
        for item in each:
            if not isinstance(item, wanted):
                raise _wrong_return(hook.name, f"list with {type(item).__name__}", expected)
            declared.append(item)
    for item in declared:
        for name, found, right in _faults(item):
            label = f"{wanted.__name__} {_short(name_of(item))}"
            raise Breach(
                "plugin-wrong-declaration",
                hook.name,
                declaration=label,
                field=name,
                found=_short(found),
                wanted=right,
                cause=f"{label}: {name} = {_short(found)}",
            )
    return tuple(declared)


def _wrong_return(hook: str, found: str, wanted: str) -> Breach:
    return Breach("plugin-wrong-return", hook, found=found, wanted=wanted, cause=f"{found}, not {wanted}")


def name_of(declaration: Declaration) -> str:
    """What a declaration goes by: its name, the kind of a file kind, the language of texts."""
    if isinstance(declaration, FileKind):
        return declaration.kind
    return declaration.language if isinstance(declaration, Texts) else declaration.name


def _short(value: object) -> str:
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= 40 else text[:39] + "…"


_CALLABLES = ("read", "write", "load", "export", "compose", "run", "rasterise")
_NAMES = ("name", "kind", "language")


def _faults(declaration: Declaration) -> Iterator[tuple[str, object, str]]:
    """Field, value and what was wanted, for each field of a declaration that is not what its type says."""
    for each in attrs.fields(type(declaration)):
        value = getattr(declaration, each.name)
        check, wanted = _CHECKS.get(each.name, (None, ""))
        if check is not None and not check(value):
            yield each.name, value, wanted
    if isinstance(declaration, FileKind) and not _is_model(declaration.cls):
        yield "cls", declaration.cls, "an attrs class with helaplan.fields"


def _is_name(value: object) -> bool:
    return isinstance(value, str) and bool(value) and value == value.strip() and not any(map(str.isspace, value))


def _is_suffixes(value: object) -> bool:
    return isinstance(value, list | tuple) and all(
        isinstance(each, str) and len(each) > 1 and each[0] == "." and each == each.lower() for each in value
    )


def _is_words(value: object) -> bool:
    return (
        isinstance(value, Mapping)
        and bool(value)
        and all(isinstance(each, str) and each for pair in value.items() for each in pair)
    )


def _is_model(value: object) -> bool:
    from helaplan.model.specs import SPEC  # the model knows specs; a declaration without class never needs it

    return isinstance(value, type) and attrs.has(value) and all(SPEC in each.metadata for each in attrs.fields(value))


def _is_texts(value: object) -> bool:
    return isinstance(value, Mapping) and all(
        isinstance(code, str) and isinstance(each, Message) for code, each in value.items()
    )


def _is_code(value: object) -> bool:
    # A plugin's codes carry its name, so that they never meet the core's or another's.
    return _is_name(value) and isinstance(value, str) and all(value.partition("/"))


def _is_rules(value: object) -> bool:
    return isinstance(value, tuple) and all(
        isinstance(each, Rule) and _is_code(each.code) and callable(each.check) for each in value
    )


_CHECKS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    **dict.fromkeys(_NAMES, (_is_name, "a word without spaces")),
    **dict.fromkeys(_CALLABLES, (callable, "a function")),
    "suffixes": (_is_suffixes, "suffixes such as ('.csv',)"),
    "title": (_is_words, "words by language"),
    "media_type": (lambda value: isinstance(value, str) and "/" in value, "a media type such as text/csv"),
    "options": (lambda value: isinstance(value, type) and attrs.has(value), "an attrs class"),
    "rules": (_is_rules, "a tuple of Rule, each with a code such as example/too-late"),
    "schema": (lambda value: value is None or isinstance(value, Mapping), "a JSON Schema as a mapping"),
    "cls": (lambda value: value is None or _is_model(value), "an attrs class with helaplan.fields"),
    "messages": (_is_texts, "messages by code"),
    "steps": (lambda value: isinstance(value, tuple) and all(map(_is_name, value)), "a tuple of names"),
    "partner": (lambda value: isinstance(value, str) and bool(value), "the partner's name"),
}

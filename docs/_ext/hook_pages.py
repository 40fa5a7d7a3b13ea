"""The contract page: every hook and declaration, made from the hookspecs, with the example that tests run."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
from sphinx.application import Sphinx

from helaplan.plugins import declarations, hookspecs
from helaplan.plugins.inspection import HOOKS

EXAMPLES = Path(__file__).parent.parent / "plugins" / "examples"
HEAD = """# The contract

Made from the hookspecs and the declarations they return. Each example is a whole plugin of one file, which tests run.

A hook takes no arguments and returns a list. What holds for all of them: [](../plugins/stability.md).
"""


def contract_page() -> str:
    """The Markdown page of all hooks, in the order of the contract."""
    parts = [HEAD]
    for hook, declared in HOOKS.items():
        told = inspect.getdoc(getattr(hookspecs, hook)) or ""
        parts += [f"## {hook}", told, f"Returns a list of `{declared.__name__}`. {inspect.getdoc(declared)}"]
        if told.startswith("Provisional"):
            parts.append(
                "```{warning}\nProvisional: this may change in any release until the first real plugin uses it.\n```"
            )
        parts += [_fields(declared), *_calls(declared)]
        example = (EXAMPLES / f"{hook.removeprefix('helaplan_')}.py").read_text(encoding="utf-8")
        parts.append(f"```python\n{example.strip()}\n```")
    parts += ["## What callables are given", *(_given(each) for each in _CONTEXTS)]
    return "\n\n".join(parts) + "\n"


_CONTEXTS: tuple[type, ...] = (
    declarations.Source,
    declarations.WriteContext,
    declarations.CommandContext,
    declarations.Reading,
    declarations.Loading,
)


def _given(cls: type) -> str:
    return f"### {cls.__name__}\n\n{inspect.getdoc(cls)}\n\n{_fields(cls)}"


def _fields(cls: type) -> str:
    rows = ["| field | type | default |", "|---|---|---|"]
    for each in attrs.fields(cls):
        rows.append(f"| `{each.name}` | `{_type(each.type)}` | {_default(each)} |")
    return "\n".join(rows)


def _type(value: Any) -> str:
    return (value if isinstance(value, str) else getattr(value, "__name__", str(value))).replace("|", "\\|")


def _default(attribute: attrs.Attribute[Any]) -> str:
    value = attribute.default
    if value is attrs.NOTHING:
        return "required"
    if isinstance(value, type):
        return f"`{value.__name__}`"
    return "`()`" if value == () else f"`{value!r}`"


def _calls(cls: type) -> Iterator[str]:
    """The Protocols of the callables among the fields, with their signatures."""
    for each in attrs.fields(cls):
        protocol = getattr(declarations, str(each.type), None)
        if isinstance(protocol, type) and getattr(protocol, "_is_protocol", False):
            call = vars(protocol)["__call__"]
            signature = str(inspect.signature(call)).replace("(self, ", "(").replace("'", "")
            yield f"`{each.name}{signature}`\n: {' '.join((inspect.getdoc(call) or '').split())}"


def write_page(app: Sphinx) -> None:
    """Write `_generated/contract.md` anew."""
    path = Path(app.srcdir) / "_generated" / "contract.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = contract_page()
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Called by Sphinx."""
    app.connect("builder-inited", write_page)
    return {"parallel_read_safe": True}

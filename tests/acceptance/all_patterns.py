"""Every regular expression of helaplan as JSON lines: `[pattern, flags, module]`, those in bytes as Latin-1.

Run as a program of its own: it listens to `re` before helaplan is loaded, loads every module, and uses the library on
the case files, since some expressions are made when they are first needed.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[1]

found: dict[tuple[str | bytes, int], str] = {}
_compile: Any = re._compile  # type: ignore[attr-defined]  # everything in `re` goes through it


def _listening(pattern: Any, flags: Any) -> Any:
    made = _compile(pattern, flags)
    frame = sys._getframe(2)
    if frame.f_globals.get("__name__", "").startswith("helaplan"):
        found.setdefault((made.pattern, made.flags), frame.f_globals["__name__"])
    return made


def in_values(value: Any, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    """Expressions in a module's constant, however it holds them."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 4 and isinstance(value, (dict, list, tuple, set, frozenset)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from in_values(each, depth + 1)


def in_schemas(value: Any) -> Iterator[str]:
    """The `pattern`s of a JSON Schema."""
    if isinstance(value, dict):
        if isinstance(value.get("pattern"), str):
            yield value["pattern"]
        for each in value.values():
            yield from in_schemas(each)
    elif isinstance(value, list):
        for each in value:
            yield from in_schemas(each)


def use() -> None:
    """The library on what tests have."""
    import helaplan
    from helaplan.reports import FORMATS

    for path in TESTS.glob("cases/*/*.yaml"):
        report = helaplan.check(path.read_bytes(), name=path.name)
        for form in FORMATS:
            helaplan.render(report, form, "sv")
    for path in TESTS.glob("recognise/cases/*.txt"):
        plan = helaplan.import_document(path).plan
        helaplan.import_document(helaplan.export(plan, ".md"), name="plan.md")


def main() -> None:
    """Collect and write."""
    re._compile = _listening  # type: ignore[attr-defined]
    import helaplan

    for module in pkgutil.walk_packages(helaplan.__path__, "helaplan."):
        if not module.name.endswith("__main__"):
            for value in vars(importlib.import_module(module.name)).values():
                for each in in_values(value):
                    found.setdefault((each.pattern, each.flags), module.name)
    use()
    for pattern in in_schemas(helaplan.plan_schema()):
        found.setdefault((pattern, 0), "the plan schema")
    for (told, flags), home in found.items():
        is_text = isinstance(told, str)
        sys.stdout.write(
            json.dumps([told if isinstance(told, str) else told.decode("latin-1"), flags, home, is_text]) + "\n"
        )


if __name__ == "__main__":
    main()

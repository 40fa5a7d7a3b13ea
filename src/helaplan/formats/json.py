"""A plan as JSON and back: the plan file's data under the same keys, so `plan-1.schema.json` says what is in it."""

from __future__ import annotations

import json
import math
from typing import Any, NoReturn

from helaplan.errors import InvalidPlan, UnreadableSource
from helaplan.findings import Arg, Finding, Report
from helaplan.model import Plan
from helaplan.planfile.structure import structure, unstructure
from helaplan.plugins.declarations import Loading, Source, WriteContext


def export_json(plan: Plan, options: Any = None, context: WriteContext | None = None) -> bytes:
    """The plan as UTF-8 JSON, two spaces a level, a line break at the end. Raises InvalidPlan for what has no JSON.

    That is a number that is not finite or a lone surrogate, which only a plan built in Python can hold.
    """
    try:
        text = json.dumps(unstructure(plan), ensure_ascii=False, indent=2, allow_nan=False)
        return (text + "\n").encode()
    except ValueError as error:  # UnicodeEncodeError is one
        raise InvalidPlan(Report(findings=[Finding(code="not-writable")])) from error


def load_json(data: bytes, source: Source | None = None) -> Loading:
    """The plan in UTF-8 JSON, with the same findings as a plan file would have.

    Raises UnreadableSource where the bytes are no JSON, or not that of a mapping. A key given twice is refused as in
    a plan file, since every reader would take another one of the two.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableSource(Finding(code="json-not-utf8")) from error
    value = _parsed(text)
    if not isinstance(value, dict):
        raise _unreadable("json-not-a-plan", found=type(value).__name__)
    made = structure(Plan, value)
    if not isinstance(made.value, Plan):
        raise UnreadableSource(*made.findings)
    return Loading(plan=made.value, findings=made.findings)


def _parsed(text: str) -> Any:
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_constant, parse_float=_float)
        json.dumps(value, ensure_ascii=False).encode()  # "\ud800" is legal JSON, yet no text that can be written
        return value
    except json.JSONDecodeError as error:
        raise _unreadable("json-broken", line=error.lineno, column=error.colno) from error
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, brackets without end
        raise _unreadable("json-broken", line=1, column=1) from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _unreadable("json-duplicate-key", key=next(key for key in keys if keys.count(key) > 1)[:40])
    return made


def _constant(written: str) -> NoReturn:
    raise ValueError(written)  # NaN and Infinity are no JSON


def _float(written: str) -> float:
    value = float(written)
    if not math.isfinite(value):
        raise ValueError(written)
    return value


def _unreadable(code: str, **args: Arg) -> UnreadableSource:
    return UnreadableSource(Finding(code=code, args=args))

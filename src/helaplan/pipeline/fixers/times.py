"""What a schedule says that was written in words only: `mars` as a mapping that the format takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from yaml.nodes import MappingNode, ScalarNode

from helaplan.findings import Edit, Finding, Fix
from helaplan.model.parts import Schedule
from helaplan.model.specs import Nested
from helaplan.pipeline.fixers.keys import missing_key
from helaplan.pipeline.fixers.sheet import Sheet
from helaplan.planfile.edits import scalar

#: Key → the kind of schedule that it alone gives.
_KIND_OF_KEY: Mapping[str, str] = {
    "date": "date", "start": "period", "end": "period", "every": "recurring", "times": "recurring", "months": "months",
    "weeks": "week", "quarters": "quarter", "season": "season", "event": "event", "year": "year",
}  # fmt: skip


def meaning_of(words: str) -> dict[str, str]:
    """The keys before `words` and their values as a plan file has them inside braces; `kind: unknown` at the least."""
    from helaplan.planfile.structure import unstructure
    from helaplan.registers.notation import read_schedule  # with its tables, only where there is something to mend

    read = read_schedule(" ".join(words.split()))
    values = unstructure(read) if read is not None else {"kind": "unknown"}
    return {key: _written(value) for key, value in values.items() if key != "words"}


def in_braces(words: str, written: str) -> str:
    """The whole mapping of a schedule; `written` are its words as YAML."""
    return "{" + "".join(f"{key}: {value}, " for key, value in meaning_of(words).items()) + f"words: {written}}}"


def kind_of(value: Any) -> str:
    """The kind of a schedule that doesn't say it: by the keys that it has, else by its words, else unknown."""
    if not isinstance(value, dict):
        return "unknown"
    by_key = next((kind for key, kind in _KIND_OF_KEY.items() if key in value), "")
    words = value.get("words")
    return by_key or (meaning_of(words)["kind"] if isinstance(words, str) else "unknown")


def _written(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    return scalar(value) if isinstance(value, str) else str(value)


def missing_kind(sheet: Sheet, finding: Finding) -> Fix | None:
    """What the words mean, before the words of a schedule that has nothing else. Other keys as ever."""
    path = finding.path[:-1]
    spec, node, value = sheet.spec(path), sheet.node(path), sheet.value(path)
    if not isinstance(spec, Nested) or spec.cls is not Schedule:
        return missing_key(sheet, finding)
    if finding.path[-1] != "kind" or not isinstance(value, dict) or set(value) != {"words"}:
        return None
    if not isinstance(node, MappingNode) or not isinstance(value["words"], str) or not value["words"].strip():
        return None
    first = node.value[0][0]
    lead = sheet.text[sheet.places.lines.offset(first.start_mark.line) : sheet.start(first)]
    if not isinstance(first, ScalarNode) or first.style:
        return None
    if node.flow_style:
        between = ", "
    elif lead.replace("-", " ").strip(" ") == "":
        between = sheet.line_end + " " * len(lead)
    else:
        return None  # an explicit key (`? words`)
    if node.flow_style and sheet.text[sheet.start(node)] != "{":
        return None  # `[words: x]`: another key would be another item
    at = sheet.start(first)
    made = "".join(f"{key}: {each}{between}" for key, each in meaning_of(value["words"]).items())
    return Fix(edits=(Edit(at, at, made),))


MAKERS: Mapping[str, Callable[[Sheet, Finding], Fix | None]] = {"missing-key": missing_kind}

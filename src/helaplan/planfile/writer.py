"""A plan as the text of a plan file: stable key order, long prose in blocks, small mappings on one line.

PyYAML's own emitter writes the text; here is only decided which style each node gets. Whatever a YAML 1.1 or 1.2
reader would take for something else than text is quoted.
"""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import attrs
import yaml

from helaplan.errors import InvalidPlan
from helaplan.findings import Finding, Report
from helaplan.model.fields import key_of, spec_of
from helaplan.model.specs import Prose

#: Columns after which prose is broken and a mapping no longer stands on one line.
WIDTH = 100
#: The widest text that stays on the line of its key.
_SHORT = 76

# What stays as it is without quotes: begins with a letter, and no reader of any version sees a word of its own in it.
_PLAIN = re.compile(r"[^\W\d_][^\n:#,\[\]{}&*!|>'\"%@`~=<]*", re.UNICODE)
_WORDS = frozenset("null true false yes no on off y n".split())
_TEXT = "tag:yaml.org,2002:str"


def write_plan(plan: Any, *, header: str = "") -> str:
    """The plan file of a plan (or of another object made with `helaplan.fields`).

    `header` is put in front, as comment lines. Reading what was written gives an equal plan. Raises InvalidPlan with
    the report of every fault where the object is none that a file may hold (an id with spaces, a state that isn't one).
    Raises TypeError for what is no such object at all.
    """
    if not attrs.has(type(plan)):
        raise TypeError(f"a plan is wanted, not {type(plan).__name__}")
    text = "".join(f"# {line}\n".replace("# \n", "#\n") for line in header.splitlines()) + _text_of(plan)
    _verify(plan, text)
    return text


def verify(plan: Any) -> None:
    """Raise InvalidPlan with every fault where a plan holds what no plan may: an id with spaces, a day as text.

    For formats that are no plan file: odd characters, which only YAML can't hold, pass.
    """
    # Imported here, since the reader is not needed to make the text.
    from helaplan.planfile.structure import structure, unstructure

    found = structure(type(plan), unstructure(plan))
    findings = found.findings
    if not findings and found.value != plan:
        findings = (Finding(code="not-writable", path=_difference(plan, found.value)),)
    if findings:
        raise InvalidPlan(Report(findings=findings))


def _verify(plan: Any, text: str) -> None:
    """Read what was written: what a file cannot hold must be told here and not by next year's reader."""
    # Imported here, since the reader is not needed to make the text.
    from helaplan.planfile.reader import read_raw
    from helaplan.planfile.structure import structure

    raw = read_raw(text)
    found = structure(type(plan), raw.data)
    findings = raw.findings or found.findings
    if not findings and found.value != plan:
        findings = (Finding(code="not-writable", path=_difference(plan, found.value)),)
    if findings:
        raise InvalidPlan(Report(findings=findings, sources={"": text}))


def _difference(wanted: Any, read: Any) -> tuple[str | int, ...]:
    """The path of the first value that was read back as another one, such as a text where a day is wanted."""
    if attrs.has(type(wanted)) and type(wanted) is type(read):
        for attribute in attrs.fields(type(wanted)):
            one, other = getattr(wanted, attribute.name), getattr(read, attribute.name)
            if one != other:
                return (key_of(attribute), *_difference(one, other))
    if isinstance(wanted, tuple) and isinstance(read, tuple):
        for n, (one, other) in enumerate(zip(wanted, read, strict=False)):
            if one != other:
                return (n, *_difference(one, other))
    return ()


def _text_of(plan: Any) -> str:
    """Each top-level key on its own, an empty line before each larger part, so that people find it."""
    parts: list[str] = []
    for attribute in attrs.fields(type(plan)):
        node = _node(getattr(plan, attribute.name), spec_of(attribute))
        if node is None:
            continue
        key = yaml.ScalarNode(_TEXT, key_of(attribute))
        mapping = yaml.MappingNode("tag:yaml.org,2002:map", [(key, node)], flow_style=False)
        text = yaml.serialize(mapping, Dumper=_Dumper, allow_unicode=True, width=10**6)
        parts.append(("\n" if text.count("\n") > 1 and parts else "") + text)
    return "".join(parts)


class _Dumper(yaml.Dumper):
    """PyYAML's emitter, list items indented below their key as people do by hand."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _node(value: Any, spec: Any) -> yaml.Node | None:
    """The YAML node of a value, None for an absent one."""
    if value is None or value in ("", ()) or (isinstance(value, dict) and not value):
        return _scalar("", quoted=True) if value == "" and getattr(spec, "blank", False) else None
    if attrs.has(type(value)):
        return _object(value)
    if isinstance(value, tuple):
        item = getattr(spec, "item", None)
        return _list([node for each in value if (node := _node(each, item)) is not None])
    # By the value and not by the spec: what a caller in Python put there may be of any type, and `_verify` tells of it.
    if isinstance(value, dt.date):
        return _scalar(value.isoformat())
    if isinstance(value, Decimal):
        return _scalar(format(value, "f"), quoted=True)
    if isinstance(spec, Prose) and isinstance(value, str):
        return _prose(value)
    return _any(value)


def _object(value: Any) -> yaml.MappingNode:
    pairs: list[tuple[yaml.Node, yaml.Node]] = []
    for attribute in attrs.fields(type(value)):
        node = _node(getattr(value, attribute.name), spec_of(attribute))
        if node is not None:
            pairs.append((yaml.ScalarNode(_TEXT, key_of(attribute)), node))
    # What holds prose is something that people write on; it gets a line for each key however short it is today.
    prose = any(isinstance(spec_of(each), Prose) for each in attrs.fields(type(value)))
    return _mapping(pairs, line=not prose)


def _mapping(pairs: list[tuple[yaml.Node, yaml.Node]], *, line: bool = True) -> yaml.MappingNode:
    node = yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=False)
    node.flow_style = not pairs or (line and len(pairs) > 1 and _fits(node))
    return node


def _list(nodes: list[yaml.Node]) -> yaml.SequenceNode:
    node = yaml.SequenceNode("tag:yaml.org,2002:seq", nodes, flow_style=False)
    node.flow_style = not nodes or (all(isinstance(each, yaml.ScalarNode) for each in nodes) and _fits(node))
    return node


def _fits(node: yaml.Node) -> bool:
    """True where a node of short scalars can stand on one line."""
    width = 0
    for scalar in _scalars(node):
        if scalar is None or scalar.style == "|":
            return False
        width += len(scalar.value) + 4
        if width > WIDTH:
            return False
    return True


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode | None]:
    """The scalars of a flat node; None where it holds another collection than a list of scalars."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield each if isinstance(each, yaml.ScalarNode) else None
    else:
        for key, value in node.value:
            yield key
            if isinstance(value, yaml.MappingNode):
                yield None
            else:
                yield from _scalars(value)


def _any(value: Any) -> yaml.Node:
    """The node of plain data, such as a plugin's."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool) or value is None:
        return _scalar({True: "true", False: "false", None: "null"}[value])
    if isinstance(value, (int, float)):
        return _scalar(_digits(value))
    if isinstance(value, dict):
        pairs: list[tuple[yaml.Node, yaml.Node]] = [(_text(key), _any(each)) for key, each in value.items()]
        return _mapping(pairs)
    if isinstance(value, (list, tuple)):
        return _list([_any(each) for each in value])
    raise TypeError(f"a plan file cannot hold {type(value).__name__}")


def _digits(value: float) -> str:
    text = repr(value)
    # YAML wants a point in 1e-05 to call it a number in every version.
    return text.replace("e", ".0e", 1) if "e" in text and "." not in text else text


def _text(value: str, *, block: bool = False) -> yaml.ScalarNode:
    # On a line of its own a comma is a comma; inside braces it would divide.
    bare = value.replace(",", "") if block else value
    if _PLAIN.fullmatch(bare) and value.casefold() not in _WORDS and value == value.strip():
        return _scalar(value)
    return _scalar(value, quoted=True)


def _scalar(value: str, *, quoted: bool = False) -> yaml.ScalarNode:
    return yaml.ScalarNode(_TEXT if quoted else _tag(value), value, style='"' if quoted else None)


def _tag(value: str) -> str:
    """The tag that PyYAML's resolver would give, so that it writes the scalar without tag or quotes."""
    tag: str = _resolver.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
    return tag


class _Resolver(yaml.resolver.Resolver):
    """PyYAML's resolver without an emitter around it."""


_resolver = _Resolver()


def _prose(value: str) -> yaml.ScalarNode:
    """Short text on the line of its key; longer text as a block, broken between words, paragraphs kept apart."""
    if "\n" not in value and len(value) <= _SHORT:
        return _text(value, block=True)
    lines = "\n\n".join(
        textwrap.fill(part, WIDTH - 12, break_long_words=False, break_on_hyphens=False) for part in value.split("\n\n")
    )
    return yaml.ScalarNode(_TEXT, lines + "\n", style="|")

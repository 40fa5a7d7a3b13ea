"""The file that is being mended: its data, its characters, the class of every part, and what was handed out already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import attrs
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from helaplan.findings import Edit, Finding, Fix, Path, Span
from helaplan.model.fields import key_of, spec_of
from helaplan.model.specs import Items, Nested, Spec
from helaplan.planfile.edits import line_end_of, scalar
from helaplan.planfile.places import child, is_unwritten
from helaplan.planfile.reader import Raw


class Sheet:
    """What a maker of fixes may ask about one file.

    `classes` gives the class of the data at a path: that of the file's kind at the top, those of extensions below.
    A sheet also keeps what its fixes have claimed, since all the fixes of a file are made before any is applied.
    """

    def __init__(self, raw: Raw, classes: Mapping[Path, type]) -> None:
        self.raw = raw
        self.text = raw.text
        self.places = raw.places
        self._classes = classes
        self.claimed_keys: set[Path] = set()
        #: Wanted id → the next number to try behind it.
        self.numbers: dict[str, int] = {}

    # Data

    def value(self, path: Path) -> Any:
        """The data at a path, None where there is none."""
        data = self.raw.data
        for step in path:
            try:
                data = data[step]
            except (KeyError, IndexError, TypeError):
                return None
        return data

    def spec(self, path: Path) -> Spec | None:
        """The shape of what stands at a path; None where no class tells."""
        top = max((each for each in self._classes if path[: len(each)] == each), key=len, default=None)
        if top is None:
            return None
        return spec_at(self._classes[top], path[len(top) :])

    def fits(self, path: Path, value: Any) -> bool:
        """True where the class takes this value at the path. A value whose shape nobody tells fits."""
        spec = self.spec(path)
        if spec is None:
            return True
        if isinstance(spec, Nested) or (isinstance(spec, Items) and isinstance(spec.item, Nested)):
            return False
        try:
            spec.structure(value)
        except Exception:  # Faults; a plugin's spec may raise anything
            return False
        return True

    @cached_property
    def ids(self) -> set[str]:
        """Every id that is given in the file; makers add those they hand out."""
        return {each["id"] for _, each in self.mappings() if isinstance(each.get("id"), str)}

    def mappings(self) -> Iterator[tuple[Path, dict[str, Any]]]:
        """Every mapping of the file but those of extensions, in no order that means something."""
        stack: list[tuple[Path, Any]] = [((), self.raw.data)]
        while stack:
            path, each = stack.pop()
            if isinstance(each, dict):
                yield path, each
                stack += [((*path, key), value) for key, value in each.items() if path or key != "extensions"]
            elif isinstance(each, list):
                stack += [((*path, place), value) for place, value in enumerate(each)]

    # Characters

    @cached_property
    def line_end(self) -> str:
        """The line end that the file uses most."""
        return line_end_of(self.text)

    def offsets(self, span: Span) -> tuple[int, int]:
        """Start and end of a span as indexes into the text."""
        start, end = (self.places.lines.offset(each.line - 1, each.column - 1) for each in (span.start, span.end))
        return start, end

    def edit(self, node: Node, text: str) -> Edit:
        """The edit that puts `text` in the place of a node."""
        start, end = self.offsets(self.places.of(node))
        return Edit(start, end, text)

    def node(self, path: Path) -> Node | None:
        """The node at a path."""
        return self.places.node(path)

    def key(self, path: Path) -> ScalarNode | None:
        """The key that a path ends in; None where it ends in a place of a list, or is not there."""
        owner = self.node(path[:-1])
        found = child(owner, path[-1]) if owner is not None and path else None
        return found[0] if found and isinstance(found[0], ScalarNode) else None

    def start(self, node: Node) -> int:
        """Where a node begins, as an index into the text."""
        return self.places.lines.offset(node.start_mark.line, node.start_mark.column)

    def row_of(self, offset: int) -> int:
        """The row, from 0, of an index into the text."""
        return self.places.lines.position(offset).line - 1

    def in_flow(self, path: Path) -> bool:
        """True where the part stands inside brackets or braces."""
        node = self.places.root
        for step in path:
            if isinstance(node, (MappingNode, SequenceNode)) and node.flow_style:
                return True
            found = child(node, step) if node is not None else None
            node = found[1] if found else None
        return False

    def rewritten(self, path: Path, value: str) -> Fix | None:
        """The fix that puts a text in the place of the scalar at a path, in the quotes that are there."""
        node = self.node(path)
        if not isinstance(node, ScalarNode) or is_unwritten(node) or node.style in ("|", ">"):
            return None
        return Fix(edits=(self.edit(node, scalar(value, node.style)),))


def spec_at(cls: type, path: Path) -> Spec | None:
    """The shape of what stands at a path of a class's data; None where no field is."""
    spec: Spec | None = Nested(cls=cls)
    for step in path:
        spec = _inside(spec, step)
    return spec


def _inside(spec: Spec | None, step: str | int) -> Spec | None:
    if isinstance(spec, Items) and isinstance(step, int):
        return spec.item
    if isinstance(spec, Nested) and isinstance(step, str):
        for attribute in attrs.fields(spec.cls):
            if key_of(attribute) == step:
                return spec_of(attribute)
    return None


def unsafe(fix: Fix | None) -> Fix | None:
    """The same fix as a guess."""
    return attrs.evolve(fix, safe=False) if fix else None


def argument(finding: Finding, name: str) -> str:
    """A text argument of a finding; empty where there is none."""
    value = finding.args.get(name)
    return value if isinstance(value, str) else ""

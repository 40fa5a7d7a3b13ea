"""The node tree to data, with a finding for all that a plan file may not have."""

from __future__ import annotations

import re
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from helaplan.findings import Anchor, Arg, Finding, Path, Position, Related, Span
from helaplan.planfile.compose import AliasNode, Tree
from helaplan.planfile.places import Places, is_unwritten, key_name, start_of
from helaplan.planfile.scalars import FORBIDDEN, REFUSED, meaning, number_fault, short
from helaplan.planfile.scan import code_point

#: A file with more is no plan that somebody mends line by line; it would only take time and memory.
MAX_FAULTS = 1000

#: `name:Bygd`; or `name:` and a blank that is no space, which looks right and isn't.
_KEY_WITHOUT_SPACE = re.compile(r"[ ]*(?:- +)*([a-z][a-z0-9_]*):(?:(?!//)[^\s:]|(?![ \t])\s)")
#: What stands for a hyphen in lists elsewhere; or a hyphen without its space, before a key.
_FOREIGN_MARK = re.compile(r"[ ]*(?:- +)*(?:([–—−•·●▪◦‣*])[ ]+\S|(-)[a-z][a-z0-9_]*(?::(?:[ ]|$)|$))")
#: Beginnings of addresses, which need no space behind their colon.
_SCHEMES = frozenset(("mailto", "tel", "sms", "urn", "doi", "data", "isbn", "http", "https"))
_COMMENT = re.compile(r"\s*+:?\s*+(#[^\s#].*)")
_TEMPLATE = ("{{", "{%")


def missing_space(row: str) -> str:
    """The key in a line like `name:Bygd` or `- name:Bygd`, whose space is missing; empty for any other line."""
    match = _KEY_WITHOUT_SPACE.match(row)
    return match[1] if match and match[1] not in _SCHEMES else ""


def foreign_mark(row: str) -> str:
    """The sign at the start of a row that was meant as a list's hyphen: `– Bygden`, `• Bygden`, `-text: Bygden`.

    Word processors make the first two of a hyphen. Empty for any other row, one that begins with a number too.
    """
    match = _FOREIGN_MARK.match(row)
    return (match[1] or match[2]) if match else ""


def kind_of(value: Any) -> str:
    """What a value is, in one word that the texts know."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, float)):
        return "number"
    if isinstance(value, list):
        return "list"
    return "mapping" if isinstance(value, dict) else "text"


class _Enough(Exception):
    """There are so many faults that nothing more is read."""


class Reading:
    """One walk over a tree: `data`, and `findings` in the order of the file.

    What is refused is not looked into: its parts would only repeat the same mistake.
    """

    def __init__(self, tree: Tree, places: Places) -> None:
        self.findings: list[Finding] = []
        self._anchors = tree.anchors
        self._known: set[str] = set(tree.anchors.values())
        self._places = places
        assert tree.root is not None
        try:
            self.data = self._value(tree.root, ())
        except _Enough:
            self.data = REFUSED

    def _refuse(self, code: str, path: Path, where: Node | Span, anchor: Anchor = Anchor.VALUE, /, **args: Arg) -> Any:
        span = where if isinstance(where, Span) else self._places.of(where)
        if len(self.findings) == MAX_FAULTS:
            self.findings.append(Finding(code="too-many-faults", span=span, args={"limit": MAX_FAULTS}))
            raise _Enough
        self.findings.append(Finding(code=code, path=path, span=span, anchor=anchor, args=args))
        return REFUSED

    def _value(self, node: Node, path: Path) -> Any:
        if node.tag or id(node) in self._anchors or isinstance(node, AliasNode):
            return self._refuse_property(node, path)
        if isinstance(node, ScalarNode):
            return self._scalar(node, path)
        if isinstance(node, SequenceNode):
            return [self._value(item, (*path, index)) for index, item in enumerate(node.value)]
        assert isinstance(node, MappingNode)
        if node.flow_style and self._places.follows(node.start_mark).startswith(_TEMPLATE):
            return self._refuse_template(node, path)
        return self._mapping(node, path)

    def _mapping(self, node: Node, path: Path) -> dict[str, Any]:
        made: dict[str, Any] = {}
        first: dict[str, Node] = {}
        for key, value in node.value:
            name = self._key(key, path)
            if name is None:
                continue
            if name in first:
                related = Related((*path, name), self._places.of(first[name]), Anchor.KEY)
                self._refuse(
                    "duplicate-key",
                    (*path, name),
                    key,
                    Anchor.KEY,
                    key=short(name),
                    first=related,
                )
                continue
            first[name] = key
            made[name] = self._mapping_value(key, value, (*path, name))
        return made

    def _mapping_value(self, key: Node, value: Node, path: Path) -> Any:
        own_line = value.start_mark.line > key.end_mark.line
        if own_line and isinstance(value, ScalarNode) and not value.style and not isinstance(value, AliasNode):
            text = self._places.follows(value.start_mark)
            if missing_space(text):
                return self._refuse_missing_space(text, value.start_mark.line, value.start_mark.column, path)
        return self._value(value, path)

    def _key(self, key: Node, path: Path) -> str | None:
        """The key's text; None where it is refused, with its value."""
        if not isinstance(key, ScalarNode):
            written = self._places.text_of(key)
            inner = (*path, short(written))
            if written.startswith(_TEMPLATE):
                self._refuse("unfilled-template", inner, key, Anchor.KEY, written=short(written))
            else:
                kind = "list" if isinstance(key, SequenceNode) else "mapping"
                self._refuse("key-not-text", inner, key, Anchor.KEY, written=short(written), kind=kind)
            return None
        name = key_name(key)
        inner = (*path, name)
        if key.tag or id(key) in self._anchors or isinstance(key, AliasNode):
            self._refuse_property(key, inner, Anchor.KEY)
            return None
        if key.style:
            bad = FORBIDDEN(name)
            if bad:
                self._refuse("control-character", inner, key, Anchor.KEY, char=code_point(bad[0]))
            return None if bad else name
        value = meaning(name)
        if name == "<<":
            self._refuse("merge-key", inner, key, Anchor.KEY)
        elif value is REFUSED or not isinstance(value, str):
            kind = "number" if value is REFUSED else kind_of(value)
            self._refuse("key-not-text", inner, key, Anchor.KEY, written=short(name), kind=kind)
        else:
            return name
        return None

    def _scalar(self, node: ScalarNode, path: Path) -> Any:
        text: str = node.value
        if node.style:
            bad = FORBIDDEN(text) if node.style == '"' else None
            if bad:
                return self._refuse("control-character", path, node, char=code_point(bad[0]))
            return text
        value = meaning(text)
        if value is REFUSED:
            code, args = number_fault(text)
            return self._refuse(code, path, node, Anchor.VALUE, **args)
        if is_unwritten(node):
            self._look_for_comment(node, path)
        elif node.end_mark.line > node.start_mark.line and ":" in text:
            for row in range(node.start_mark.line + 1, node.end_mark.line + 1):
                line = self._places.lines.row(row)
                if missing_space(line):
                    return self._refuse_missing_space(line, row, 0, path)
        return value

    def _look_for_comment(self, node: ScalarNode, path: Path) -> None:
        """`name: #Bygd i länet` was meant as text; `name: # fill in` is a comment, and the name is just empty."""
        mark = node.start_mark
        match = _COMMENT.match(self._places.follows(mark))
        if match:
            start = Position(mark.line + 1, mark.column + match.start(1) + 1)
            end = Position(start.line, start.column + len(match[1].rstrip()))
            self._refuse("comment-for-value", path, Span(start, end))

    def _refuse_missing_space(self, text: str, row: int, column: int, path: Path) -> Any:
        key = missing_space(text)
        start = Position(row + 1, column + text.index(f"{key}:") + 1)
        end = Position(start.line, start.column + len(key) + 1)
        return self._refuse("missing-space", path, Span(start, end), key=short(key))

    def _refuse_template(self, node: Node, path: Path) -> Any:
        written = short(self._places.text_of(node))
        return self._refuse("unfilled-template", path, node, written=written)

    def _refuse_property(self, node: Node, path: Path, anchor: Anchor = Anchor.VALUE) -> Any:
        """An alias, an anchor or a tag; where a node has both of these, the one that is written first."""
        start = start_of(node)
        text = self._places.follows(node.start_mark)
        if isinstance(node, AliasNode):
            span = Span(start, Position(start.line, start.column + len(node.value) + 1))
            if node.value in self._known:
                return self._refuse("alias", path, span, anchor, name=short(node.value))
            # Nobody refers to an anchor that is not there: it is text, `*viktigt`.
            return self._refuse("unquoted-start", path, span, anchor, start="*")
        name = self._anchors.get(id(node))
        if name is not None and not text.startswith("!"):
            span = Span(start, Position(start.line, start.column + len(name) + 1))
            return self._refuse("anchor", path, span, anchor, name=short(name))
        written = text.split(maxsplit=1)[0] if text.strip() else node.tag
        span = Span(start, Position(start.line, start.column + len(written)))
        return self._refuse("tag", path, span, anchor, written=short(written))

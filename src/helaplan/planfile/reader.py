"""A plan file's bytes to plain data, every fault of the reading as a finding with its place."""

from __future__ import annotations

from typing import Any

from attrs import evolve, field, frozen
from yaml.error import Mark
from yaml.nodes import MappingNode, Node, ScalarNode

from helaplan.findings import Finding, Position, Span
from helaplan.planfile.collector import collector_paused
from helaplan.planfile.compose import MAX_DEPTH, PARSE_ERRORS, Tree, compose, events_of
from helaplan.planfile.decode import decode
from helaplan.planfile.nodes import Reading, kind_of
from helaplan.planfile.places import Places, is_unwritten
from helaplan.planfile.plain import plain_data
from helaplan.planfile.scalars import REFUSED, NotPlain
from helaplan.planfile.scan import Fault, Scanned, scan

__all__ = ["REFUSED", "Raw", "read_raw"]

#: Above this size libyaml's own word on a syntax error is taken. The parser in Python would need seconds to get there.
_SECOND_OPINION = 256_000

_FIRST = Span(Position(1, 1), Position(1, 1))


@frozen(kw_only=True)
class Raw:
    """What stands in a file, before anybody asks whether it is a plan.

    `data` is made of dict, list, str, int, float, bool and None. REFUSED stands where a value was refused, and for the
    whole where nothing could be read. `findings` have path and span. `text` is the decoded text without BOM, empty
    where the bytes are no text.
    """

    data: Any
    findings: tuple[Finding, ...] = ()
    text: str = ""
    places: Places = field(eq=False, repr=False)


def read_raw(source: bytes | str, *, pure: bool = False) -> Raw:
    """Read a plan file. Raises nothing for a bad one.

    `pure` takes the parser in Python even where libyaml is at hand; the answer is the same, ten times slower.
    """
    with collector_paused():
        return _read(source, pure)


def _read(source: bytes | str, pure: bool) -> Raw:
    decoded = decode(source)
    if decoded.finding:
        return _nothing("", decoded.finding)
    text = decoded.text
    scanned = scan(text, decoded.data)
    if scanned.fatal:
        places = Places(text, lambda: None)
        return _nothing(text, *(_placed(each, places) for each in scanned.faults))
    pure = pure or scanned.only_pure
    if not scanned.faults and not scanned.tab:
        try:
            data = plain_data(events_of(scanned.text, scanned.data, pure=pure))
        except (NotPlain, *PARSE_ERRORS):
            pass
        else:
            return Raw(data=data, text=text, places=Places(text, lambda: _parse(scanned, pure).root))
    return _closely(text, scanned, pure)


def _closely(text: str, scanned: Scanned, pure: bool) -> Raw:
    """Read by way of the node tree, which has the place of everything."""
    try:
        tree = _parse(scanned, pure)
    except PARSE_ERRORS as error:
        # Imported where it is needed: its expressions cost a good file some milliseconds at the start.
        from helaplan.planfile.diagnose import diagnose

        places = Places(text, lambda: None)
        # One accident with a character often breaks the structure too: it is told once, as what it is.
        faults = [_placed(each, places) for each in scanned.faults]
        return _nothing(text, *(faults or [diagnose(scanned.text, error)]))
    root = tree.root
    places = Places(text, lambda: root)
    stopped = _stopped(tree)
    faults = [_placed(each, places) for each in scanned.faults]
    if stopped and root is None:
        return _nothing(text, *(faults if faults and stopped.code == "empty-file" else [*faults, stopped]))
    reading = Reading(tree, places)
    top = [] if stopped else _top(root, reading)
    findings = [*faults, *([stopped] if stopped else []), *top, *reading.findings]
    return Raw(data=reading.data, findings=tuple(findings), text=text, places=places)


def _parse(scanned: Scanned, pure: bool) -> Tree:
    """The tree by the parser that is wanted. What libyaml refuses gets a second opinion, which then counts."""
    second = not pure and len(scanned.text) <= _SECOND_OPINION
    try:
        tree = compose(events_of(scanned.text, scanned.data, pure=pure))
        # The parsers differ over what a tag may be glued to (`!"x"`).
        agreed = not tree.tags
    except PARSE_ERRORS:
        if not second:
            raise
        agreed = False
    if second and not agreed:
        tree = compose(events_of(scanned.text, scanned.data, pure=True))
    if scanned.tab and tree.root is not None:
        _restore_tabs(tree.root, scanned.tab)
    return tree


def _restore_tabs(root: Node, tab: str) -> None:
    nodes = [root]
    while nodes:
        node = nodes.pop()
        if isinstance(node, ScalarNode):
            node.value = node.value.replace(tab, "\t")
        elif isinstance(node, MappingNode):
            nodes.extend(part for pair in node.value for part in pair)
        else:
            nodes.extend(node.value)


def _stopped(tree: Tree) -> Finding | None:
    """Why the whole file is no plan, where its tree says so."""
    if tree.too_deep is not None:
        return Finding(code="nested-too-deep", args={"limit": MAX_DEPTH}, span=_at(tree.too_deep))
    if tree.second_document is not None:
        return Finding(code="several-documents", span=_at(tree.second_document, 3))
    if tree.root is None or (is_unwritten(tree.root) and not tree.root.tag and not tree.anchors):
        return Finding(code="empty-file", span=_FIRST)
    return None


def _top(root: Node | None, reading: Reading) -> list[Finding]:
    """The finding for a top that is no mapping, unless something worse was said about it."""
    if root is None or isinstance(root, MappingNode) or any(not each.path for each in reading.findings):
        return []
    return [Finding(code="top-not-mapping", args={"kind": kind_of(reading.data)}, span=_FIRST)]


def _at(mark: Mark, length: int = 1) -> Span:
    start = Position(mark.line + 1, mark.column + 1)
    return Span(start, Position(start.line, start.column + length))


def _placed(fault: Fault, places: Places) -> Finding:
    span = places.lines.span(fault.start, fault.end)
    path = places.path_at(span.start.line - 1, span.start.column - 1)
    return Finding(code=fault.code, path=path, args=fault.args, span=span)


def _nothing(text: str, *findings: Finding) -> Raw:
    """Nothing could be read."""
    return Raw(
        data=REFUSED,
        findings=tuple(evolve(each, path=()) for each in findings),
        text=text,
        places=Places(text, lambda: None),
    )

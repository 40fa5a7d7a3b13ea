"""From a path in a plan to the characters of its file, and back. Nothing is made until somebody asks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from unicodedata import normalize

from yaml.error import Mark
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from helaplan.findings import Anchor, Path, Position, Span
from helaplan.planfile.compose import AliasNode
from helaplan.planfile.lines import LINE_END, Lines


class Places:
    """Where the parts of one plan file stand.

    `load` gives the top node, or None where the file could not be parsed; it is called at the first question.
    Of a node's marks only line and column count (from 0, in `text`): its index may be off after odd white space.
    """

    def __init__(self, text: str, load: Callable[[], Node | None]) -> None:
        self._text = text
        self._load = load
        self._starts: dict[int, list[tuple[int, int]]] = {}

    @cached_property
    def root(self) -> Node | None:
        """The top node; None where nothing could be parsed."""
        return self._load()

    @cached_property
    def lines(self) -> Lines:
        """The lines of the file's text."""
        return Lines(self._text)

    def span(self, path: Path, anchor: Anchor = Anchor.VALUE) -> Span | None:
        """The characters that a finding at `path` means; those of the nearest part around it where it is not there.

        A value of which nothing is written stands at its key. None where the file could not be parsed.
        """
        if self.root is None:
            return None
        if anchor is Anchor.MISSING:
            return self._of_owner(path[:-1])
        depth, key, node = self._follow(path)
        if key is not None and ((anchor is Anchor.KEY and depth == len(path)) or is_unwritten(node)):
            return self.of(key)
        return self.of(node)

    def written(self, path: Path) -> str | None:
        """The characters of the scalar at `path` as they stand in the file, quotes included; None for all else."""
        node = self.node(path)
        if not isinstance(node, ScalarNode):
            return None
        start, end = (self.lines.offset(mark.line, mark.column) for mark in (node.start_mark, node.end_mark))
        return self._text[start:end].rstrip("\r\n")

    def node(self, path: Path) -> Node | None:
        """The node at `path`, or None where there is none. A key given twice leads to its first value."""
        if self.root is None:
            return None
        depth, _, node = self._follow(path)
        return node if depth == len(path) else None

    def path_at(self, row: int, column: int) -> Path:
        """The path of the innermost part that holds this place (row and column from 0)."""
        path: list[str | int] = []
        node = self.root
        while isinstance(node, (MappingNode, SequenceNode)) and node.value:
            index = bisect_right(self._starts_in(node), (row, column))
            if index == 0:
                break
            if isinstance(node, MappingNode):
                key, node = node.value[index - 1]
                path.append(key_name(key) if isinstance(key, ScalarNode) else self.text_of(key))
            else:
                path.append(index - 1)
                node = node.value[index - 1]
        return tuple(path)

    def of(self, node: Node) -> Span:
        """The characters of a node, without the line end or comments that follow it."""
        if is_unwritten(node):
            return self._of_unwritten(node.start_mark)
        start = node.start_mark
        end = self._end(node)
        return Span(Position(start.line + 1, start.column + 1), max(end, start_of(node), key=_in_order))

    def _of_unwritten(self, mark: Mark) -> Span:
        """The `-`, `?` or `:` in front of a value of which nothing is written, else the place where it would be."""
        row = self.lines.row(mark.line)
        column = len(row[: mark.column].rstrip())
        sign = row[column - 1 : column] in ("-", "?", ":") if column else False
        return Span(Position(mark.line + 1, column + 1 - sign), Position(mark.line + 1, column + 1))

    def text_of(self, node: Node) -> str:
        """The characters of a node as they stand in the file."""
        span = self.of(node)
        start, end = (self.lines.offset(each.line - 1, each.column - 1) for each in (span.start, span.end))
        return self._text[start:end]

    def follows(self, mark: Mark, length: int = 200) -> str:
        """What stands behind a mark on its line, at most `length` characters: a line may be a megabyte long."""
        start = self.lines.offset(mark.line, mark.column)
        return LINE_END.split(self._text[start : start + length], maxsplit=1)[0]

    def _starts_in(self, node: Node) -> list[tuple[int, int]]:
        """Where the items or keys of a node begin. Kept, since a broken file may ask at each of its lines."""
        starts = self._starts.get(id(node))
        if starts is None:
            parts = [pair[0] for pair in node.value] if isinstance(node, MappingNode) else node.value
            starts = [(each.start_mark.line, each.start_mark.column) for each in parts]
            self._starts[id(node)] = starts
        return starts

    def _follow(self, path: Path) -> tuple[int, Node | None, Node]:
        """Go down `path` as far as it leads: how many steps, the key of the last part if it has one, the part."""
        node = self.root
        assert node is not None
        key: Node | None = None
        for depth, step in enumerate(path):
            found = child(node, step)
            if found is None:
                return depth, key, node
            key, node = found
        return len(path), key, node

    def _of_owner(self, path: Path) -> Span:
        _, key, node = self._follow(path)
        if key is not None:
            return self.of(key)
        start = start_of(node)
        return Span(start, Position(start.line, start.column + 1))

    def _end(self, node: Node) -> Position:
        # A collection in block style ends for the parser where the next token begins, lines below.
        while isinstance(node, (MappingNode, SequenceNode)) and not node.flow_style and node.value:
            last = node.value[-1]
            node = (last[0] if is_unwritten(last[1]) else last[1]) if isinstance(last, tuple) else last
        mark = node.end_mark
        if isinstance(node, ScalarNode) and node.style in ("|", ">"):
            return self._end_of_block(node)
        return Position(mark.line + 1, mark.column + 1)

    def _end_of_block(self, node: Node) -> Position:
        """The end of the last line of a block scalar that has text."""
        row = min(node.end_mark.line, len(self.lines) - 1)
        if node.end_mark.column == 0 and row > node.start_mark.line:
            row -= 1
        while row > node.start_mark.line and not self.lines.row(row).strip():
            row -= 1
        return Position(row + 1, len(self.lines.row(row).rstrip()) + 1)


def child(node: Node, step: str | int) -> tuple[Node | None, Node] | None:
    """Key and value of the part of a node one step down; None where it has no such part."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode) and key_name(key) == step:
                return key, value
        return None
    if isinstance(node, SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
        return None, node.value[step]
    return None


def key_name(key: ScalarNode) -> str:
    """The key as it stands in paths and data: whole letters, whatever the keyboard made of å ä ö."""
    name: str = key.value
    if isinstance(key, AliasNode):
        return f"*{name}"
    return name if name.isascii() else normalize("NFC", name)


def start_of(node: Node) -> Position:
    """Where a node begins."""
    return Position(node.start_mark.line + 1, node.start_mark.column + 1)


def is_unwritten(node: Node) -> bool:
    """True for the empty value of `key:` or `-`, of which no character stands in the file."""
    return isinstance(node, ScalarNode) and node.value == "" and not node.style and not isinstance(node, AliasNode)


def _in_order(position: Position) -> tuple[int, int]:
    return position.line, position.column

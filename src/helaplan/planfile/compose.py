"""Events of a YAML parser to a tree of nodes: without recursion, without resolving a tag, without following an alias.

PyYAML's own composers recurse, drop the anchors, and stop at an alias that leads nowhere. The events of its two
parsers (libyaml's, and the one in Python) have all that is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, cast

import yaml
from attrs import field, frozen
from yaml.error import Mark
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner
from yaml.tokens import ScalarToken

try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML without libyaml
    CParser = None  # type: ignore[assignment,misc]

#: Lists and mappings inside one another. The plan format needs eight.
MAX_DEPTH = 64

#: All that a parser may raise about a text. PyYAML lets chr()'s own errors through for an escape like `\U00110000`.
PARSE_ERRORS = (yaml.YAMLError, ValueError, OverflowError)

NextEvent: TypeAlias = Callable[[], Any]


class PureScanner(Reader, Scanner):
    """PyYAML's scanner in Python, with libyaml's eye for question marks.

    PyYAML's own ends a plain text at any `?` within braces or brackets, so that `{text: Vem?}` would be an error where
    libyaml is missing and a question where it isn't. YAML 1.2 has it as libyaml does.
    """

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)

    def scan_plain(self) -> ScalarToken:
        """The plain text that begins here."""
        inside = bool(self.flow_level)
        ends = _BLANKS + (_FLOW_SIGNS if inside else "")
        start = end = self.get_mark()
        parts: list[str] = []
        spaces: list[str] = []
        while self.peek() != "#":
            length = 0
            while (char := self.peek(length)) not in ends and not (char == ":" and self.peek(length + 1) in ends):
                length += 1
            if not length:
                break
            self.allow_simple_key = False
            parts += [*spaces, self.prefix(length)]
            self.forward(length)
            end = self.get_mark()
            following = self.scan_plain_spaces(self.indent + 1, start)
            if not following or (not inside and self.column < self.indent + 1):
                break
            spaces = following
        return ScalarToken("".join(parts), True, start, end)


#: What ends a plain text, and what a colon needs behind it to be no part of one.
_BLANKS = "\0 \t\r\n\x85\u2028\u2029"
_FLOW_SIGNS = ",[]{}"


class PureParser(PureScanner, Parser):
    """PyYAML's parser in Python, up to its events."""

    def __init__(self, text: str) -> None:
        PureScanner.__init__(self, text)
        Parser.__init__(self)


def events_of(text: str, data: bytes, *, pure: bool) -> NextEvent:
    """A function that gives the next event at each call. `data` is the text in UTF-8, which libyaml reads faster."""
    if pure or CParser is None:
        get: NextEvent = PureParser(text).get_event
        return get
    get = CParser(data).get_event
    return get


class AliasNode(ScalarNode):
    """Where an alias stands; its value is the name."""

    id = "alias"


@frozen(kw_only=True, eq=False, repr=False)
class Tree:
    """The nodes of one document. A node's tag is what is written, or empty; only line and column of marks count.

    `root` is None for a file without content. `anchors` gives the name for a node's `id()`; `tags` is true where
    a tag stands anywhere. `too_deep` and
    `second_document` are the places where reading stopped for that reason.
    """

    root: Node | None
    anchors: Mapping[int, str] = field(factory=dict)
    tags: bool = False
    too_deep: Mark | None = None
    second_document: Mark | None = None


def compose(get: NextEvent) -> Tree:
    """The tree of the first document. Raises what the parser raises, one of PARSE_ERRORS."""
    get()  # the start of the stream
    if not isinstance(get(), DocumentStartEvent):
        return Tree(root=None)
    top: list[Node] = []
    open_nodes: list[tuple[Node, list[Node]]] = []
    anchors: dict[int, str] = {}
    children = top
    tags = False
    while True:
        event = get()
        if isinstance(event, DocumentEndEvent):
            break
        if isinstance(event, (ScalarEvent, AliasEvent)):
            children.append(_leaf(event))
        elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            if len(open_nodes) == MAX_DEPTH:
                return Tree(root=None, too_deep=_mark(event.start_mark))
            children.append(_collection(event))
            open_nodes.append((children[-1], []))
            children = open_nodes[-1][1]
        else:
            node, inside = open_nodes.pop()
            node.value = list(zip(inside[::2], inside[1::2], strict=True)) if isinstance(node, MappingNode) else inside
            node.end_mark = event.end_mark
            children = open_nodes[-1][1] if open_nodes else top
            continue
        if isinstance(event, AliasEvent):
            continue
        tags = tags or event.tag is not None
        if event.anchor is not None:
            anchors[id(children[-1] if isinstance(event, ScalarEvent) else open_nodes[-1][0])] = event.anchor
    following = get()
    second = None if isinstance(following, StreamEndEvent) else _mark(following.start_mark)
    return Tree(root=top[0], anchors=anchors, tags=tags, second_document=second)


def _mark(mark: Any) -> Mark:
    """The mark. Those of libyaml are of a class of their own, with the same attributes."""
    return cast(Mark, mark)


def _leaf(event: Any) -> ScalarNode:
    if isinstance(event, AliasEvent):
        return AliasNode("", event.anchor, _mark(event.start_mark), _mark(event.end_mark))
    return ScalarNode(event.tag or "", event.value, event.start_mark, event.end_mark, style=event.style or None)


def _collection(event: Any) -> MappingNode | SequenceNode:
    kind = MappingNode if isinstance(event, MappingStartEvent) else SequenceNode
    return kind(event.tag or "", [], event.start_mark, event.end_mark, flow_style=bool(event.flow_style))

"""Flat blocks to the nesting of a page: sections below their headings, lists in lists, values below their item."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field

from helaplan import Block, Furniture, Heading, ListItem


@define(eq=False)
class Node:
    """A block with what stands within it; the top one has no block."""

    block: Block | None = None
    children: list[Node] = field(factory=list)
    #: How many filterable items stand in it, itself included.
    units: int = 0


def tree_of(blocks: Iterable[Block]) -> Node:
    """The blocks nested: headings hold what follows them, list items what hangs on them. Page furniture is left out."""
    top = Node()
    headings: list[tuple[int, Node]] = [(0, top)]
    items: list[Node] = []
    for block in blocks:
        if isinstance(block, Furniture):
            continue
        node = Node(block=block)
        if isinstance(block, Heading):
            level = max(block.level or 1, 1)
            while headings[-1][0] >= level:
                headings.pop()
            headings[-1][1].children.append(node)
            headings.append((level, node))
            items = []
            continue
        depth = max(block.depth - 1 if isinstance(block, ListItem) else block.depth, 0)
        del items[depth:]
        (items[-1] if items else headings[-1][1]).children.append(node)
        if isinstance(block, ListItem):
            items.append(node)
    _count(top)
    return top


def _count(top: Node) -> None:
    """Fill in `units`. A loop and not a recursion: documents may nest as deep as they like."""
    order = [top]
    for node in order:
        order.extend(node.children)
    for node in reversed(order):
        own = bool(node.block is not None and isinstance(node.block, ListItem) and node.block.facets)
        node.units = own + sum(child.units for child in node.children)

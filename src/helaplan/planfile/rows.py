"""Rows straight to data, for a file in the everyday style: a key or an item on each row, as writers leave it.

A parser makes seven hundred events of two hundred rows, and making those takes longer than all the rest of a check.
So rows about which YAML leaves no doubt are read here. At anything else (brackets over several rows, escapes, `>`,
`? `, a mark between documents, whatever looks odd) `NotPlain` is raised, and the parser reads the file. Laws in the
tests and the fuzzer hold both to the same data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, TypeAlias

from helaplan.planfile.scalars import CONSTANTS, NUMBER_START, PERHAPS_A_KEY, REFUSED, NotPlain, meaning

_KEY = r"(?!(?:null|true|false):)([a-z_][a-z0-9_]{0,63}+):"
#: A row: its spaces, its dash and the spaces behind it, a key, and a value. That is either a text about which there
#: is no doubt (no colon, no hash, a first letter of no number, truth value or null), or anything.
_ROW = re.compile(rf"^( *)(- +|)(?:{_KEY}(?: +|$)|)(?:([^\W\d_nNtTfF][^#:\n]*+(?<! )$)|(.*)$)", re.MULTILINE).findall
#: An item within brackets: a key, and a value or another bracket, and a comma; else a comment or spaces, or what is
#: none of it.
#: Colons, question marks and hashes in values are left to the parser, which knows when each is part of them.
_ITEM = re.compile(
    rf" *(?:{_KEY} +|)"
    r"(?:(\"[^\"\\]*\"|'[^']*'|[^\s\[\]{},:?#\"'&*!|>%@`=<\\-][^\[\]{},:?#\"'\\]*(?<! ))|([\[{\]}]))"
    r"( *,|)|( +(?:#.*)?$)|(.)"
).findall

#: First characters of an unquoted scalar that may be something else than text.
_TELLING = (NUMBER_START | {word[:1] for word in CONSTANTS}) - {""}
#: First characters of what is no unquoted scalar, or not for sure: a number below zero is left to the parser.
_SIGNS = frozenset("\"'[{|>#&*!%@`,]}?:-=<")
#: The heads of block scalars that are read here, and what follows their last row.
_BLOCKS = {"|": "\n", "|-": ""}
#: Nothing in a plan lies further to the right, or has more brackets around it. Rows are at most one level deeper than
#: their column plus a list, so both together stay within the 64 levels of `compose.MAX_DEPTH`.
_LAST_COLUMN = 40
_DEEPEST = 16
_OPENING = ("[", "{")

#: Indent, dash, key, sure text, other value.
_Row: TypeAlias = tuple[str, str, str, str, str]
#: Key, value, bracket, comma, comment, anything else.
_Item: TypeAlias = tuple[str, str, str, str, str, str]
#: A value, and the number of the row after it.
_Read: TypeAlias = tuple[Any, int]


def everyday_data(text: str) -> dict[str, Any]:
    """The data of a file whose top is a mapping, not to be changed. Raises NotPlain for a file that takes a parser.

    `text` is tame: all of it is printable but for line ends of one character, and no anchor and no tag is in it.
    """
    # Where the last row has no end, what a block scalar ends in is for the parser to say.
    if text[-1:] != "\n":
        raise NotPlain
    rows = _Rows(text)
    made, at = rows.mapping(rows.after_blanks(0), 0)
    # The last one is empty, and neither a key nor an item: every collection ends there at the latest.
    if at != len(rows.rows) - 1:
        raise NotPlain
    return made


class _Rows:
    """The rows of one text. Each method gets the number of a row to begin at, and gives that of the row after."""

    def __init__(self, text: str) -> None:
        self.rows: list[_Row] = _ROW(text)
        self.rows[-1] = ("", "", "", "", "end")
        self.lines = text.split("\n")

    def after_blanks(self, at: int) -> int:
        """The number of the first row from here on that is neither empty nor a comment."""
        while _is_blank(self.rows[at]):
            at += 1
        return at

    def mapping(self, at: int, column: int) -> tuple[dict[str, Any], int]:
        """The mapping whose keys stand in a column."""
        rows = self.rows
        made: dict[str, Any] = {}
        while True:
            row = rows[at]
            indent, dash, key, text, _ = row
            if not key or dash or len(indent) != column:
                if _is_blank(row):
                    at += 1
                elif len(indent) > column and made and not dash:
                    last = next(reversed(made))
                    made[last], at = self.going_on(at, column, last)
                elif len(indent) > column or not made:
                    raise NotPlain
                else:
                    return made, at
                continue
            if key in made:
                raise NotPlain
            at += 1
            if text:
                made[key] = text
            else:
                made[key], at = self.value(at, column)

    def items(self, at: int, column: int) -> tuple[list[Any], int]:
        """The list whose dashes stand in a column."""
        rows = self.rows
        made: list[Any] = []
        while True:
            row = rows[at]
            indent, dash, key, text, other = row
            if not dash or len(indent) != column:
                if _is_blank(row):
                    at += 1
                elif len(indent) > column and not dash:
                    made[-1], at = self.going_on(at, column, "")
                elif len(indent) > column:
                    raise NotPlain
                else:
                    return made, at
                continue
            if key:
                # What stands behind the dash is the first row of a mapping, whose other rows lie right below it.
                inner = column + len(dash)
                rows[at] = (" " * inner, "", key, text, other)
                one, at = self.mapping(at, inner)
                made.append(one)
            elif text:
                at += 1
                made.append(text)
            elif other[:1] in ("", "#"):
                # What lies below a lone dash must be deeper than it; nobody writes that.
                raise NotPlain
            else:
                one, at = self.value(at + 1, column)
                made.append(one)

    def value(self, at: int, column: int) -> _Read:
        """The value behind the key or dash of the row above: one that takes a look, or that stands on rows below."""
        head = self.rows[at - 1][4]
        first = head[:1]
        if not first or first == "#":
            return self.below(at, column)
        if first not in _SIGNS:
            return _unquoted(head.rstrip(" ")), at
        if first == "[" or first == "{":
            return _in_brackets(head) if len(head) > _SHORT else _known_in_brackets(head), at
        if first == "|":
            return self.block(at, column, head)
        if first not in "\"'":
            raise NotPlain
        end = head.find(first, 1)
        value, tail = head[1:end], head[end + 1 :]
        # Nothing may follow but a comment. A quote right behind a single one would be an escape.
        if end < 0 or (tail and not (tail[0] == " " and tail.lstrip(" ")[:1] in ("", "#"))):
            raise NotPlain
        if first == '"' and "\\" in value:
            raise NotPlain
        return value, at

    def below(self, at: int, column: int) -> _Read:
        """The collection on the rows below a key."""
        at = self.after_blanks(at)
        indent, dash, *_ = self.rows[at]
        inner = len(indent)
        if inner > _LAST_COLUMN:
            raise NotPlain
        if dash and inner >= column:
            return self.items(at, inner)
        if inner > column:
            return self.mapping(at, inner)
        raise NotPlain

    def going_on(self, at: int, column: int, key: str) -> _Read:
        """An unquoted scalar that goes on from the row above to this one, deeper than its key or dash."""
        indent, dash, its_key, text, other = self.rows[at - 1]
        first = (text or other).rstrip(" ")
        begins = len(indent) == column and its_key == key and bool(dash) != bool(key)
        if not begins or not first or first[0] in _SIGNS or " #" in first:
            raise NotPlain
        parts = [first]
        while True:
            indent, dash, its_key, text, other = self.rows[at]
            if len(indent) <= column:
                break
            part = (text or other).rstrip(" ")
            # An empty row is a line end in the value; a dash was perhaps meant as a list, a key as one.
            if dash or its_key or not part or part[0] in "#-" or " #" in part:
                raise NotPlain
            parts.append(part)
            at += 1
        return _unquoted(" ".join(parts)), at

    def block(self, at: int, column: int, head: str) -> _Read:
        """A text with its own rows, `|` or `|-`."""
        lines = self.lines
        final = _BLOCKS.get(head.partition(" #")[0].rstrip(" "))
        first = at
        last = len(lines) - 1
        while first < last and not lines[first]:
            first += 1
        line = lines[first]
        indent = len(line) - len(line.lstrip(" "))
        # An empty row of many spaces may be an error, and an empty text is none for us.
        if final is None or indent <= column or indent == len(line):
            raise NotPlain
        margin = " " * indent
        parts = [""] * (first - at)
        at = first
        while at < last:
            line = lines[at]
            if line.startswith(margin):
                # Blanks at the end belong to the text, whose last row they may be.
                if line[-1] == " ":
                    raise NotPlain
                parts.append(line[indent:])
            elif not line:
                parts.append("")
            else:
                break
            at += 1
        # Some spaces: whether they are a row of the text is for the parser to say.
        if at < last and not line.lstrip(" "):
            raise NotPlain
        while not parts[-1]:
            parts.pop()
        return "\n".join(parts) + final, at


def _is_blank(row: _Row) -> bool:
    return not (row[1] or row[2] or row[3]) and row[4][:1] in ("", "#")


def _unquoted(value: str) -> Any:
    """An unquoted scalar, perhaps with a comment behind it. It begins with no sign."""
    if "#" in value and " #" in value:
        value = value[: value.index(" #")].rstrip(" ")
    if ":" in value and (": " in value or value[-1] == ":" or PERHAPS_A_KEY(value)):
        raise NotPlain
    return _telling(value) if value[0] in _TELLING else value


def _telling(value: str) -> Any:
    """What an unquoted scalar means that may be a number, a truth value or null."""
    made = meaning(value)
    if made is None or made is REFUSED:
        raise NotPlain
    return made


def _in_brackets(text: str) -> Any:
    """The list or mapping of a row that begins with its bracket."""
    items = iter(_ITEM(text))
    _, _, opening, comma, _, _ = next(items)
    made, ends = _collection(items, opening, 0)
    # Nothing may follow but a comment.
    if comma or ends or any(not comment for _, _, _, _, comment, _ in items):
        raise NotPlain
    return made


#: The same few stand in most plans: who is responsible, `{kind: ongoing, words: löpande}`, a goal or a partner.
_known_in_brackets = lru_cache(maxsize=1024)(_in_brackets)
_SHORT = 120


def _collection(items: Iterator[_Item], opening: str, depth: int) -> tuple[Any, str]:
    """The list or mapping behind an opening bracket, and the comma behind its end."""
    is_list = opening == "["
    closing = "]" if is_list else "}"
    made: Any = [] if is_list else {}
    # Whether an item may come, as behind a bracket or a comma.
    more = ","
    for key, value, bracket, comma, _, _ in items:
        if value:
            first = value[0]
            if first in _TELLING:
                value = _telling(value)
            elif first in "\"'":
                value = value[1:-1]
        elif bracket == closing:
            if key or (more and made):
                break
            return made, comma
        elif bracket in _OPENING and not comma and depth < _DEEPEST:
            value, comma = _collection(items, bracket, depth + 1)
        else:
            break
        if not more or (key in made if key else not is_list) or (key and is_list):
            break
        if is_list:
            made.append(value)
        else:
            made[key] = value
        more = comma
    raise NotPlain

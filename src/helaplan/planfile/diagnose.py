"""Why a text is no YAML, in terms of what people do wrong, and at the place where it is to be mended.

A parser stops where it can't go on, which may be far behind the mistake and says little ("could not find expected
':'"). The error's place, the tokens in front of it and the lines around tell which of a dozen usual mistakes it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import frozen
from yaml.error import MarkedYAMLError
from yaml.tokens import (
    FlowMappingEndToken,
    FlowMappingStartToken,
    FlowSequenceEndToken,
    FlowSequenceStartToken,
    ScalarToken,
    Token,
)

from helaplan.findings import Arg, Finding
from helaplan.planfile.compose import MAX_DEPTH, PARSE_ERRORS, PureScanner
from helaplan.planfile.lines import Lines
from helaplan.planfile.nodes import foreign_mark, missing_space
from helaplan.planfile.scalars import short

#: YAML's limit for a key on one line.
MAX_KEY = 1024

_TYPOGRAPHIC = "”“„‟’‘‚»«"
#: With these, and a blank behind the last two, no text begins.
_NO_START = ("]", "}", ",", ":", "?")
_OPENERS = ("[", "{")
#: A line that begins a key: indentation, list marks, the key, its colon.
_KEY_LINE = re.compile(
    r"(?P<lead>[ ]*(?:- +)*)(?P<key>\"[^\"]*\"|'[^']*'|[^\s\"'#\[\]{},&*!|>%@`-][^\n]*?|-[^\s][^\n]*?):(?:[ ]+|$)"
)
#: So many characters before an error are looked at. A megabyte of tokens would take seconds.
_WINDOW = 20_000
_COLON = re.compile(r":(?=[ ]|$)")
_TEMPLATE = re.compile(r"\{\{|\{%")
_OPENS_FURTHER_KEY = re.compile(r"[ ]*(?:- +)*[\w-]+: *$")


@frozen
class Spot:
    """Row and column of a place, both from 0."""

    row: int
    column: int


def diagnose(text: str, error: Exception) -> Finding:
    """The finding for an error that a parser raised about this text."""
    return _Diagnosis(text, error).finding()


def _spot(mark: Any) -> Spot | None:
    return Spot(mark.line, mark.column) if mark is not None else None


@frozen
class _Piece:
    """What the diagnosis needs of a token: its place, its quotation mark, whether it opens (1) or closes a bracket."""

    start: Spot
    end: Spot
    quote: str = ""
    bracket: int = 0


class _Diagnosis:
    def __init__(self, text: str, error: Exception) -> None:
        self.lines = Lines(text)
        marked = error if isinstance(error, MarkedYAMLError) else MarkedYAMLError(problem=str(error))
        self.problem = str(marked.problem or "")
        self.context = str(marked.context or "")
        last = Spot(len(self.lines) - 1, len(self.lines.row(len(self.lines) - 1)))
        self.at = _spot(marked.problem_mark) or _spot(marked.context_mark) or last
        self.since = _spot(marked.context_mark) or self.at

    def finding(self) -> Finding:
        """What is wrong: the first explanation that fits."""
        return (
            self._template()
            or self._list_mark()
            or self._by_problem()
            or self._by_tokens()
            or self._made("yaml-syntax", self.at, 1, written=self._char(self.at))
        )

    # Places and characters

    def _char(self, spot: Spot) -> str:
        return self.lines.row(spot.row)[spot.column : spot.column + 1]

    def _made(self, code: str, spot: Spot, length: int = 1, /, **args: Arg) -> Finding:
        row = min(spot.row, len(self.lines) - 1)
        start = self.lines.offset(row, min(spot.column, len(self.lines.row(row))))
        end = min(start + length, self.lines.offset(row, len(self.lines.row(row))))
        return Finding(code=code, args=args, span=self.lines.span(start, end))

    def _first(self, row: int) -> Spot:
        line = self.lines.row(row)
        return Spot(row, len(line) - len(line.lstrip(" ")))

    def _is_first(self, spot: Spot) -> bool:
        return self.lines.row(spot.row)[: spot.column].strip(" ") == ""

    def _row_above(self, row: int) -> int | None:
        """The nearest row above with more than blanks and comments on it."""
        for above in range(row - 1, -1, -1):
            line = self.lines.row(above).strip(" ")
            if line and not line.startswith("#"):
                return above
        return None

    def _value_start(self, row: int) -> Spot | None:
        """Where the value begins on a line `key: value` or `- value`."""
        line = self.lines.row(row)
        match = _KEY_LINE.match(line) or re.match(r"[ ]*(?:- +)+(?=\S)", line)
        return Spot(row, match.end()) if match and match.end() < len(line) else None

    # Explanations

    def _template(self) -> Finding | None:
        for row in dict.fromkeys((self.at.row, self.since.row)):
            start = self._value_start(row)
            line = self.lines.row(row)
            match = _TEMPLATE.match(line, start.column if start else self._first(row).column)
            if match:
                end = re.compile(r"[}%]\}").search(line, match.end())
                length = (end.end() if end else len(line)) - match.start()
                written = line[match.start() : match.start() + length]
                return self._made("unfilled-template", Spot(row, match.start()), length, written=short(written))
        return None

    def _list_mark(self) -> Finding | None:
        """A row that begins with what Word makes of a hyphen, so that YAML sees no list."""
        for row in dict.fromkeys((self.at.row, self._row_above(self.at.row), self.since.row)):
            line = self.lines.row(row) if row is not None else ""
            mark = foreign_mark(line)
            if mark and row is not None:
                return self._made("list-mark", Spot(row, line.index(mark)), 1, mark=mark)
        return None

    def _by_problem(self) -> Finding | None:
        handlers: Mapping[str, Callable[[], Finding | None]] = {
            "mapping values are not allowed": self._colon,
            "could not find expected ':'": self._no_colon,
            "that cannot start any token": self._start,
            "sequence entries are not allowed": self._dash,
            "block sequence entries are not allowed": self._dash,
            "mapping keys are not allowed": self._dash,
            "unknown escape": self._escape,
            "escape sequence": self._escape,
            "hexadecimal": self._escape,
            "escape character": self._escape,
            "hexdecimal": self._escape,
            "chr()": self._escape_without_place,
            "too large to convert": self._escape_without_place,
            "maximum nesting depth": self._too_deep,
        }
        for part, handler in handlers.items():
            if part in self.problem:
                return handler()
        if "quoted scalar" in self.context:
            quote = self._char(self.since)
            return self._made("unclosed-quote", self.since, 1, quote=quote)
        for part in ("anchor", "alias", "tag", "directive", "block scalar"):
            if f"scanning a {part}" in self.context or f"scanning an {part}" in self.context or part in self.problem:
                return self._made("unquoted-start", self.since, 1, start=self._char(self.since))
        if "tag" in self.context:
            return self._made("unquoted-start", self.since, 1, start=self._char(self.since))
        return None

    def _colon(self) -> Finding | None:
        """A colon where no key can be: in the middle of a text, or on a line that was taken for more text."""
        row = self.at.row
        line = self.lines.row(row)
        first = self._first(row)
        if self.at.column - first.column > MAX_KEY and not _COLON.search(line[: self.at.column]):
            return self._long_key(first, self.at.column)
        value = self._value_start(row)
        if value is not None and value.column <= self.at.column:
            opening = self._char(value)
            if opening in _TYPOGRAPHIC:
                return self._made("typographic-quotes", value, 1, quote=opening)
            if opening in "\"'":
                return self._after_quote(value)
            if opening in _OPENERS:
                return self._made("unquoted-start", value, 1, start=opening)
            return self._made("unquoted-colon", self.at, 1)
        above = self._row_above(row)
        if above is not None:
            key = missing_space(self.lines.row(above))
            if key:
                return self._missing_space(above, key)
            if self._lacks_a_colon(above):
                return self._missing_colon(self._first(above))
        return self._made("bad-indentation", first, len(line.strip()))

    def _missing_colon(self, start: Spot) -> Finding:
        text = self.lines.row(start.row)[start.column :].rstrip()
        return self._made("missing-colon", start, len(text), written=short(text))

    def _lacks_a_colon(self, row: int) -> bool:
        """True for a line without key that is not just more of a text that began above it."""
        line = self.lines.row(row)
        if _KEY_LINE.match(line) or line.lstrip(" ")[:1] in ("-", "?", "[", "{", '"', "'"):
            return False
        above = self._row_above(row)
        if above is None or self.lines.row(above).rstrip().endswith(":"):
            return True
        return self._first(row).column <= self._first(above).column

    def _too_deep(self) -> Finding:
        """libyaml's limit lies beyond ours: in a large file it may stop before it gave an event of our depth."""
        return self._made("nested-too-deep", self.at, 1, limit=MAX_DEPTH)

    def _no_colon(self) -> Finding | None:
        """A line among keys that has no colon followed by a space."""
        line = self.lines.row(self.since.row)
        key = missing_space(line)
        if key:
            return self._missing_space(self.since.row, key)
        colon = _COLON.search(line, self.since.column)
        if colon and colon.start() - self.since.column > MAX_KEY:
            return self._long_key(self.since, colon.start())
        opening = self._char(self.since)
        if opening in "&*!":
            return self._made("unquoted-start", self.since, 1, start=opening)
        if opening in _OPENERS:
            return self._made("unclosed-bracket", self.since, 1, bracket=opening)
        if opening and opening in "\"'":
            swallowed = self._swallowing_quote()
            if swallowed:
                return swallowed
        return self._missing_colon(self.since)

    def _start(self) -> Finding | None:
        """A character that begins no plain text."""
        return self._made("unquoted-start", self.at, 1, start=self._char(self.at))

    def _dash(self) -> Finding | None:
        """`-` or `?` behind a key, or on a line that doesn't fit the lines above."""
        if self._is_first(self.at):
            return self._made("bad-indentation", self.at, len(self.lines.row(self.at.row).strip()))
        return self._made("unquoted-start", self.at, 1, start=self._char(self.at))

    def _escape(self) -> Finding | None:
        line = self.lines.row(self.at.row)
        # The parsers point at the letter, or at what should have been a digit.
        slash = line.rfind("\\", 0, self.at.column + 1)
        spot = Spot(self.at.row, slash) if slash >= 0 else self.at
        written = line[spot.column : spot.column + 2]
        return self._made("bad-escape", spot, len(written), escape=written)

    def _escape_without_place(self) -> Finding | None:
        """An escape of a character beyond Unicode, about which Python's chr() complains, not the parser."""
        for row in range(len(self.lines)):
            match = re.search(r"\\U(?!0010|000)[0-9A-Fa-f]{8}", self.lines.row(row))
            if match:
                return self._made("bad-escape", Spot(row, match.start()), len(match[0]), escape=match[0])
        return None

    def _missing_space(self, row: int, key: str) -> Finding:
        column = self.lines.row(row).index(f"{key}:")
        return self._made("missing-space", Spot(row, column), len(key) + 1, key=short(key))

    def _long_key(self, start: Spot, end: int) -> Finding:
        return self._made("key-too-long", start, end - start.column, length=end - start.column, limit=MAX_KEY)

    def _after_quote(self, opening: Spot) -> Finding:
        """The text behind a closing quote, given where the opening one stands; else the opening one."""
        quote = self._char(opening)
        line = self.lines.row(opening.row)
        inside = r"(?:[^\"\\]|\\.)*\"" if quote == '"' else r"(?:[^']|'')*'"
        closed = re.compile(inside + r"\s*").match(line, opening.column + 1)
        spot = Spot(opening.row, closed.end()) if closed and closed.end() < len(line) else opening
        return self._made("text-after-quote", spot, len(line.rstrip()) - spot.column, quote=quote)

    # By the tokens before the error

    def _by_tokens(self) -> Finding | None:
        before = list(self._pieces_before())
        swallowed = self._swallowing_quote(before)
        if swallowed:
            return swallowed
        if self._is_open_bracket(before):
            return self._open_bracket(before)
        previous = before[-1] if before else None
        if previous is not None and previous.end.row == self.at.row:
            if previous.quote:
                length = len(self.lines.row(self.at.row).rstrip()) - self.at.column
                return self._made("text-after-quote", self.at, length, quote=previous.quote)
            if self._char(previous.start) == "*":
                return self._made("unquoted-start", previous.start, 1, start="*")
            if previous.bracket < 0:
                start = _opener(before) or self.at
                return self._made("unquoted-start", start, 1, start=self._char(start))
        above = self._row_above(self.at.row)
        if above is not None and re.match(r"\.\.\.(\s|$)", self.lines.row(above)):
            return self._made("several-documents", self.at, len(self.lines.row(self.at.row).strip()))
        if self._is_first(self.at) and self._char(self.at) not in ("", *_NO_START):
            return self._made("bad-indentation", self.at, len(self.lines.row(self.at.row).strip()))
        if self._char(self.at) in _NO_START:
            return self._made("unquoted-start", self.at, 1, start=self._char(self.at))
        return None

    def _pieces_before(self) -> Iterator[_Piece]:
        """The tokens up to the error's place, from the nearest line above that stands at the margin."""
        first = self.at.row
        here = self.lines.offset(self.at.row, self.at.column)
        while first > 0 and (first > self.since.row or not re.match(r"[^\s#\]}]", self.lines.row(first))):
            if here - self.lines.offset(first - 1) > _WINDOW:
                break
            first -= 1
        start = self.lines.offset(first)
        end = self.lines.offset(self.at.row, len(self.lines.row(self.at.row)))
        try:
            scanner = PureScanner(self.lines.text[start:end] + "\n")
            while scanner.check_token():
                token: Token = scanner.get_token()  # type: ignore[no-untyped-call]  # the stubs have no types here
                piece = _piece(token, first)
                if (piece.start.row, piece.start.column) >= (self.at.row, self.at.column):
                    return
                if piece.start != piece.end:
                    yield piece
        except PARSE_ERRORS:
            return

    def _swallowing_quote(self, before: list[_Piece] | None = None) -> Finding | None:
        """A quote that was never closed, so that the next quote, further down, closed it."""
        for piece in before if before is not None else self._pieces_before():
            if not piece.quote:
                continue
            last = self.lines.row(piece.end.row)[: piece.end.column - 1]
            if piece.end.row > piece.start.row and _OPENS_FURTHER_KEY.match(last):
                return self._made("unclosed-quote", piece.start, 1, quote=piece.quote)
        return None

    def _is_open_bracket(self, before: list[_Piece]) -> bool:
        return "flow" in self.context and self._bracket(before) is not None

    def _open_bracket(self, before: list[_Piece]) -> Finding | None:
        spot = self._bracket(before)
        return self._made("unclosed-bracket", spot, 1, bracket=self._char(spot)) if spot else None

    def _bracket(self, before: list[_Piece]) -> Spot | None:
        return self.since if self._char(self.since) in _OPENERS else _opener(before, still_open=True)


def _piece(token: Token, rows: int) -> _Piece:
    """The token, as it stands that many rows further down."""
    start, end = (Spot(mark.line + rows, mark.column) for mark in (token.start_mark, token.end_mark))
    if isinstance(token, ScalarToken) and token.style in ("'", '"'):
        return _Piece(start, end, quote=token.style)
    if isinstance(token, (FlowSequenceStartToken, FlowMappingStartToken)):
        return _Piece(start, end, bracket=1)
    return _Piece(start, end, bracket=-1 if isinstance(token, (FlowSequenceEndToken, FlowMappingEndToken)) else 0)


def _opener(pieces: list[_Piece], *, still_open: bool = False) -> Spot | None:
    """Where the last bracket was opened: of those still open, or of the one that was closed last."""
    open_ones: list[Spot] = []
    closed: Spot | None = None
    for piece in pieces:
        if piece.bracket > 0:
            open_ones.append(piece.start)
        elif piece.bracket < 0 and open_ones:
            closed = open_ones.pop()
    if still_open:
        return open_ones[-1] if open_ones else None
    return closed

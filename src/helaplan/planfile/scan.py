"""One look over the decoded text before it is parsed: characters and line beginnings on which YAML parsers disagree.

libyaml and PyYAML's own parser differ over tabs, and both count U+0085, U+2028 and U+2029 as line ends, which no
editor does. So the parser is handed a text where these are replaced, one character for one, and gives the same
answer everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from helaplan.planfile.lines import Lines


@frozen(kw_only=True, eq=False, repr=False)
class Fault:
    """Something wrong at `start`–`end`, indexes into the text; its path is not known yet."""

    code: str
    start: int
    end: int
    args: Mapping[str, str | int] = field(factory=dict)


@frozen(kw_only=True, eq=False, repr=False)
class Scanned:
    """What the parser may read, and what is wrong already.

    `fatal` means that parsing makes no sense. `tab` is the character that stands for a tab inside a text, or empty.
    `only_pure` asks for the parser in Python: libyaml takes a comment without a space before it (`|# x`).
    """

    text: str
    data: bytes
    faults: tuple[Fault, ...] = ()
    fatal: bool = False
    tab: str = ""
    only_pure: bool = False


#: A file with more bad lines is no text, and its first lines tell that.
MAX_BAD_LINES = 1000

_SEPARATORS = "\x85\u2028\u2029"
_INVISIBLE = "\ufeff\ufffe\uffff\ud800-\udfff"
#: What may stand nowhere in a plan.
_BAD = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_SEPARATORS}{_INVISIBLE}]")

#: Blanks that look like a space, and characters of no width: none of them indents.
_BLANK = "\xa0\xad\u1680\u180e\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff"
_LINE = r"(?:^|(?<=\n)|(?<=\r))"
_ODD_INDENT = re.compile(rf"{_LINE}[ ]*(\t|[{_BLANK}])[ \t{_BLANK}]*(?![ \t{_BLANK}\r\n]|\Z)")
_BLANK_LINE = re.compile(rf"{_LINE}[ \t]+(?=[\r\n]|\Z)")
_MERGE = re.compile(rf"{_LINE}(?:<{{7}} |={{7}}(?=[\r\n]|\Z)|>{{7}} )")
_DIRECTIVE = re.compile(rf"{_LINE}%")
_YAML_DIRECTIVE = re.compile(
    # Possessive: CR LF is also a CR and a LF, and thirty lines of comments would be tried in a thousand million ways.
    r"(?:(?:#[^\r\n]*+|[ \t]*+)(?:\r\n|\n|\r))*+(%YAML[ \t]+1\.[0-9]+[ \t]*+)(?:(?<=[ \t])#[^\r\n]*+)?[\r\n]"
)
_BLOCK_SIGN = re.compile(r"(?:^|(?<=[ ]))[|>][-+0-9]*[ \t]*(?:#.*)?$")
_LIST_MARKS = re.compile(r"[ ]*(?:[-?] +)*")
_WORD_TAB = re.compile(r"(?<=\w)([ ]*\t[ \t]*)(?=\w)")

#: Control characters, and the first bytes of what has no width or is half of a character.
_BYTES_TO_LOOK_AT = bytes(set(range(0x20)) - {0x0A, 0x0D}) + b"\x7f\xed\xef"
#: What makes a line odd that begins with it, spaces not counted: a directive, a conflict mark, a strange blank.
_ODD_STARTS = bytes.maketrans(b"%<=>\xc2\xe1\xe2\xe3", b"%" * 8)
_ODD_FIRST = tuple(bytes((each,)) for each in b"%<=> \xc2\xe1\xe2\xe3")
_C1 = re.compile(rb"\xc2[\x80-\x9f]").search
#: How the head of a block scalar (`|`, `>-`, `|2+`) can end.
_BLOCK_ENDS = tuple(bytes((each,)) for each in b"|>+-0123456789")
_GLUED_COMMENT = re.compile(r"[|>][-+0-9]*#")


def scan(text: str, data: bytes) -> Scanned:
    """Look the text over; `data` is the same text as UTF-8 bytes."""
    if not _needs_a_look(data):
        return Scanned(text=text, data=data)
    return _closely(text)


def _needs_a_look(data: bytes) -> bool:
    """False where nothing here can matter, at the speed of C: nearly every file."""
    return (
        len(data.translate(None, _BYTES_TO_LOOK_AT)) != len(data)
        or (b"\r" in data and b"\n" not in data)
        or data[:1] in _ODD_FIRST
        or b"\xe2\x80\xa8" in data
        or b"\xe2\x80\xa9" in data
        or (b"\xc2" in data and _C1(data) is not None)
        # Taking out and comparing bytes costs a third of one regular expression.
        or b"\n%" in data.translate(_ODD_STARTS, b" ")
        or (b"#" in data and any(part.endswith(_BLOCK_ENDS) for part in data.split(b"#")[:-1]))
    )


def _closely(text: str) -> Scanned:
    conflict = _MERGE.search(text)
    if conflict:
        fault = Fault(code="merge-conflict", start=conflict.start(), end=conflict.end())
        return _fatal(text, fault)
    faults = tuple(_bad_characters(text))
    # A bad character becomes one that both parsers take for a letter; the line separators become blanks.
    made = _BAD.sub(lambda match: " " if match[0] in _SEPARATORS else "\ufffd", text)
    made = _without_yaml_directive(made)
    directive = _DIRECTIVE.search(made)
    if directive:
        where = directive.end() - 1
        fault = Fault(code="unquoted-start", start=where, end=where + 1, args={"start": "%"})
        return _fatal(made, *faults, fault)
    odd = _ODD_INDENT.search(made)
    tab = ""
    if odd or "\t" in made:
        indented = _odd_indent(made) if odd else None
        if indented:
            return _fatal(made, *faults, indented)
        made, tab = _without_tabs(made)
    only_pure = _GLUED_COMMENT.search(made) is not None
    return Scanned(text=made, data=made.encode(), faults=faults, tab=tab, only_pure=only_pure)


def _fatal(text: str, *faults: Fault) -> Scanned:
    return Scanned(text=text, data=b"", faults=faults, fatal=True)


def _bad_characters(text: str) -> Iterator[Fault]:
    """The first bad character of each line: more on the same line come from the same accident."""
    lines = Lines(text)
    last_line = count = 0
    for match in _BAD.finditer(text):
        line = lines.position(match.start()).line
        if line == last_line:
            continue
        if count == MAX_BAD_LINES:
            return
        last_line, count = line, count + 1
        char = match[0]
        if char in _SEPARATORS:
            code = "line-separator"
        elif ord(char) > 0xFF:
            code = "invisible-character"
        else:
            code = "control-character"
        yield Fault(code=code, start=match.start(), end=match.end(), args={"char": code_point(char)})


def code_point(char: str) -> str:
    """The character as Unicode writes it, `U+00A0`."""
    return f"U+{ord(char):04X}"


def _without_yaml_directive(text: str) -> str:
    """`%YAML 1.2` says nothing we don't know, and the parsers differ in which versions they take: a comment."""
    match = _YAML_DIRECTIVE.match(text)
    return text[: match.start(1)] + "#" + text[match.start(1) + 1 :] if match else text


def _odd_indent(text: str) -> Fault | None:
    """Tabs or strange blanks in front of a line's text. In a block scalar they are its text, if spaces indent it."""
    found = list(odd_indents(text))
    if not found:
        return None
    start = next(at for at in range(*found[0]) if text[at] != " ")
    char = text[start]
    code = "tab-indent" if char == "\t" else "blank-indent"
    args: dict[str, str | int] = {"lines": len(found)}
    if code == "blank-indent":
        args["char"] = code_point(char)
    return Fault(code=code, start=start, end=start + 1, args=args)


def odd_indents(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line's indentation that has another blank than a space, where that matters."""
    lines = Lines(text)
    in_block = _block_rows(lines)
    for match in _ODD_INDENT.finditer(text):
        row = lines.position(match.start()).line - 1
        if row not in in_block and not lines.row(row).lstrip(" \t").startswith("#"):
            yield match.start(), match.end()


def _block_rows(lines: Lines) -> set[int]:
    """The rows that belong to block scalars (`|`, `>`), told by their headers and indentation alone."""
    rows: set[int] = set()
    parent: int | None = None
    for number in range(len(lines)):
        row = lines.row(number)
        indent = len(row) - len(row.lstrip(" "))
        if parent is not None:
            if not row.strip(" \t") or indent > parent:
                rows.add(number)
                continue
            parent = None
        sign = _BLOCK_SIGN.search(row)
        if sign:
            marks = _LIST_MARKS.match(row)
            lead = marks[0] if marks else ""
            # Under `- key: |` text is indented deeper than the key, under `- |` deeper than the dash.
            parent = len(lead) if sign.start() > len(lead) else max(len(lead.rstrip()) - 1, -1)
    return rows


def _without_tabs(text: str) -> tuple[str, str]:
    """Tabs as spaces, which is what they count as; between words and in block scalars as a stand-in for a tab.

    Returns the text and the stand-in (empty where there is none). No line gets longer or shorter before its end.
    """
    text = _BLANK_LINE.sub(lambda match: "" if "\t" in match[0] else match[0], text)
    if "\t" not in text:
        return text, ""
    # A private-use character that the text doesn't have; if it has them all, a space must do.
    tab = next((char for char in map(chr, range(0xE000, 0xE100)) if char not in text), " ")
    lines = Lines(text)
    in_block = _block_rows(lines) if _ODD_INDENT.search(text) else set()

    def indent(match: re.Match[str]) -> str:
        row = lines.position(match.start()).line - 1
        return match[0].replace("\t", tab if row in in_block else " ")

    text = _ODD_INDENT.sub(indent, text)
    text = _WORD_TAB.sub(lambda match: match[1].replace("\t", tab), text)
    return text.replace("\t", " "), tab if tab != " " else ""

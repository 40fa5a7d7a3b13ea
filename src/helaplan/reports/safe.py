"""Characters that must not reach a terminal or a log as they are."""

from __future__ import annotations

import re
from unicodedata import category

# Control characters and line ends, marks that turn the direction of text round, lone surrogates, private use.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
# What JSON text may hold raw although it breaks lines, turns text round or is no UTF-8.
_NOT_FOR_JSON = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    return _SHORT.get(char) or (f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}")


def clean(text: str) -> str:
    """The text in one line: what could break a line, hide words or command a terminal is written as an escape."""
    return _UNSAFE.sub(_escape, text)


def encodable(text: str) -> str:
    """JSON text with those characters as escapes, lone surrogates (names that are no UTF-8) among them."""
    return _NOT_FOR_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def visible(char: str) -> str:
    """One character of a source line as it may be shown: a tab as blanks, an invisible one by its number."""
    if char == "\t":
        return "    "
    # Marks that join or modify the letter before them belong to it; all other format characters are made visible.
    if _UNSAFE.match(char) or (category(char) in ("Co", "Cn") and char not in "\u200c\u200d"):
        return f"<U+{ord(char):04X}>"
    return char

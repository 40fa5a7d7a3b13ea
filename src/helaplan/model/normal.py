"""Texts in their one normal form: NFC, plain spaces, paragraphs divided by one empty line.

Every text of a plan passes through here when a value is made, so two spellings of the same words are equal however
they came in (YAML block, Word paragraph, decomposed letters from a Mac).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from unicodedata import is_normalized, normalize

#: What divides paragraphs: an empty line, whose blanks don't count. Also the separators that editors show as line ends.
_PARAGRAPHS = re.compile(r"(?:\r\n|[\n\r])[^\S\n\r]*(?:\r\n|[\n\r])\s*|\u2029\s*")


def is_clean(text: str) -> bool:
    """True for most texts that are in their normal form already, told at the speed of C; False says nothing."""
    # isprintable is false for every white space but U+0020.
    return (
        text.isprintable()
        and "  " not in text
        and text[:1] != " "
        and text[-1:] != " "
        and (text.isascii() or is_normalized("NFC", text))
    )


def clean_line(text: str) -> str:
    """The text in NFC with every run of white space as one space, none at the ends. TypeError for what is no text."""
    if type(text) is not str:
        raise TypeError(f"a text is wanted, not {type(text).__name__}")
    if is_clean(text):
        return text
    return " ".join(normalize("NFC", text).split())


def clean_prose(text: str) -> str:
    """Like `clean_line`, but an empty line still divides paragraphs; they come out divided by `\\n\\n`."""
    if type(text) is not str:
        raise TypeError(f"a text is wanted, not {type(text).__name__}")
    if "\n" not in text and "\r" not in text and "\u2029" not in text:
        return clean_line(text)
    # One paragraph over several lines, nothing odd in it: five times as fast as looking for empty lines.
    if "\n\n" not in text and "\n " not in text and text.replace("\n", "").isprintable():
        return " ".join((text if text.isascii() else normalize("NFC", text)).split())
    parts = (clean_line(part) for part in _PARAGRAPHS.split(text))
    return "\n\n".join(part for part in parts if part)


def clean_items(items: Iterable[str]) -> tuple[str, ...]:
    """Each text cleaned, empty ones dropped. TypeError for a lone text, which would fall apart into letters."""
    if isinstance(items, str):
        raise TypeError("a list of texts is wanted, not one text")
    return tuple(line for line in map(clean_line, items) if line)


def as_tuple(items: Iterable[Any]) -> tuple[Any, ...]:
    """The items as a tuple. TypeError for a text or a mapping, whose parts are no items."""
    if isinstance(items, tuple):
        return items
    if isinstance(items, (str, dict)):
        raise TypeError(f"a list is wanted, not {type(items).__name__}")
    return tuple(items)

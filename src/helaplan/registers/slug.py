"""Readable ids: a few words of a text in the letters a-z, digits and hyphens."""

from __future__ import annotations

import re
from collections.abc import Container
from unicodedata import normalize

from helaplan.registers.words import STOP_WORDS

#: Longest id: Word keeps 40 characters of a bookmark name, and two go to its prefix.
MAX_LENGTH = 38

# Letters that no decomposition turns into a-z.
_LETTERS = str.maketrans({"ø": "o", "æ": "a", "œ": "o", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"})
_WORDS = re.compile(r"[a-z0-9]+")


def slug(text: str, *, default: str = "del") -> str:
    """The first words that say something, as `a-z0-9` joined by hyphens, at most 38 characters.

    å and ä become a, ö becomes o. Words are never cut unless a single one is too long. `default` stands where the
    text has no letter or digit that can be written so.
    """
    folded = normalize("NFD", text.casefold().translate(_LETTERS))
    plain = "".join(letter for letter in folded if not "\u0300" <= letter <= "\u036f")
    words = _WORDS.findall(plain)
    telling = [word for word in words if word not in _PLAIN_STOP_WORDS] or words
    made = ""
    for word in telling:
        longer = f"{made}-{word}" if made else word[:MAX_LENGTH]
        if len(longer) > MAX_LENGTH:
            break
        made = longer
    return made or default


def unique(wanted: str, taken: Container[str]) -> str:
    """`wanted`, or with `-2`, `-3` … where it is taken already."""
    if wanted not in taken:
        return wanted
    number = 2
    while True:
        ending = f"-{number}"
        made = wanted[: MAX_LENGTH - len(ending)].rstrip("-") + ending
        if made not in taken:
            return made
        number += 1


def _plain(word: str) -> str:
    return "".join(letter for letter in normalize("NFD", word) if letter.isascii())


_PLAIN_STOP_WORDS = frozenset(map(_plain, STOP_WORDS))

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
_SPOKEN = re.compile(r"\w+")
_WORDS = re.compile(r"[a-z0-9]+")
#: No id is made of more than the beginning of a text.
_ENOUGH = 400


def slug(text: str, *, default: str = "del") -> str:
    """The first words that say something, as `a-z0-9` joined by hyphens, at most 38 characters.

    å and ä become a, ö becomes o. Words are never cut unless a single one is too long. `default` stands where the
    text has no letter or digit that can be written so.
    """
    spoken = _SPOKEN.findall(text[:_ENOUGH].casefold())
    telling = [word for word in spoken if word not in STOP_WORDS]
    words = _WORDS.findall(_plain(" ".join(telling))) or _WORDS.findall(_plain(" ".join(spoken)))
    made = ""
    for word in words:
        longer = f"{made}-{word}" if made else word[:MAX_LENGTH]
        if len(longer) > MAX_LENGTH:
            break
        made = longer
    return made or default


def unique(wanted: str, taken: Container[str], *, start: int = 2) -> str:
    """`wanted`, or with `-2`, `-3` … where it is taken already, counting from `start`."""
    if wanted not in taken:
        return wanted
    number = start
    while True:
        ending = f"-{number}"
        made = wanted[: MAX_LENGTH - len(ending)].rstrip("-") + ending
        if made not in taken:
            return made
        number += 1


def number_of(made: str, wanted: str) -> int:
    """The number that `unique` gave: 1 for the wanted id itself."""
    return 1 if made == wanted else int(made.rpartition("-")[2])


def _plain(text: str) -> str:
    """The text with its letters as near to a-z as they go."""
    folded = normalize("NFD", text.translate(_LETTERS))
    return "".join(letter for letter in folded if not "\u0300" <= letter <= "\u036f")

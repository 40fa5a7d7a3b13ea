"""Characters as people meant them: ligatures opened, bullets of symbol fonts known, odd blanks made plain.

Only U+FB00 to U+FB06 are folded, not all of NFKC, which would also rewrite ², ½ and ™.
"""

from __future__ import annotations

import re
from unicodedata import category, normalize

SOFT_HYPHEN = "\u00ad"

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
# The bullets of Symbol and Wingdings as Word leaves them in the private use area.
_SYMBOLS = dict.fromkeys((0xF0B7, 0xF0A7, 0xF0D8, 0xF0FC, 0xF076, 0xF0A8, 0xF06E, 0xF06F, 0xF071, 0xF0E0, 0xF0B0), "•")
_HYPHENS = {0x2010: "-", 0x2011: "-", 0xF02D: "-"}
_TABLE = {**_LIGATURES, **_SYMBOLS, **_HYPHENS}
_LETTERS = re.compile(r"[^\W\d_]")
_ODD = re.compile(r"[^\x20-\x7e\u00a1-\u00ac\u00ae-\u036f\u2012-\u2027\t]")


def clean_chars(text: str) -> str:
    """The text in NFC with plain characters; tabs stay, a soft hyphen stays only as its last character.

    Every control character, odd blank and zero-width mark becomes a space, so no word is joined to another.
    """
    text = normalize("NFC", text)
    if not _ODD.search(text):
        return text
    ends_soft = text.rstrip().endswith(SOFT_HYPHEN)
    text = text.translate(_TABLE).replace(SOFT_HYPHEN, "")
    text = "".join(letter if letter == "\t" or letter.isprintable() else _plain(letter) for letter in text)
    text = normalize("NFC", text)
    return text.rstrip() + SOFT_HYPHEN if ends_soft else text


def is_caps(text: str) -> bool:
    """True where the text has at least three letters and all of them are capitals."""
    letters = _LETTERS.findall(text)
    return len(letters) >= 3 and all(letter.isupper() for letter in letters)


def _plain(letter: str) -> str:
    # Private use is kept: a character nobody knows may still be one that somebody reads.
    return letter if category(letter) == "Co" else " "

"""How the end of one printed line joins the beginning of the next."""

from __future__ import annotations

import re

from helaplan.layout.chars import SOFT_HYPHEN

# After these a hyphen stands for a word that comes later: "barn- och ungdomsstipendium".
_SUSPENDING = frozenset("och eller samt respektive resp som and or".split())
_FIRST = re.compile(r"\w+")
#: A range of numbers or years, cut behind its dash.
_RANGE = re.compile(r"\d–$")
_LAST = re.compile(r"[\w-]+-$")
#: No word is longer, and a long text must not be searched again for every line that is joined to it.
_TAIL = 80


def join(first: str, second: str) -> str:
    """Two lines as one text: a blank between, or none where the first ends in a hyphen that joins.

    A hyphen that only cut a word goes; one that belongs to the word stays: before "och", after a name in capitals
    (LEADER-området), in a word that has hyphens already (land-stad-perspektivet), before a capital or a digit. Within a
    word of capitals it goes (MEDLEMS-VÅRD).
    """
    first, second = first.rstrip(), second.lstrip()
    if first.endswith(SOFT_HYPHEN):
        return first[:-1] + second
    if not first or not second:
        return first + second
    if _RANGE.search(first[-_TAIL:]) and second[0].isdigit():
        return first + second
    cut = _LAST.search(first[-_TAIL:])
    if cut is None:
        return f"{first} {second}"
    word = cut.group()[:-1]
    following = _FIRST.match(second)
    if not word or not word[-1].isalnum() or following is None or following.group().casefold() in _SUSPENDING:
        return f"{first} {second}"
    if len(word) > 1 and word.isupper() and second[:2].isupper() and second[:2].isalpha():
        return first[:-1] + second
    if "-" in word or not second[0].islower() or not word[-1].isalpha() or (len(word) > 1 and word.isupper()):
        return first + second
    return first[:-1] + second


def is_cut(text: str) -> bool:
    """True where the text ends in a hyphen right after a letter, so that its last word goes on."""
    text = text.rstrip()
    return text.endswith(SOFT_HYPHEN) or (len(text) > 1 and text[-1] == "-" and text[-2].isalnum())


def is_open(text: str) -> bool:
    """True where a bracket is open at the end."""
    return text.rfind("(") > text.rfind(")")


def closes(text: str) -> bool:
    """True where the first bracket is one that closes."""
    close, opening = text.find(")"), text.find("(")
    return close > 0 and (opening < 0 or close < opening) and not re.match(r"\w\)", text)

"""A way of saying when: the words it is said with, and the schedules that they make."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from attrs import frozen

from helaplan.model import Period, Schedule

#: What the words of one match make, in their order: nothing where they say no time after all.
Made = tuple[Schedule, ...]
Make = Callable[[re.Match[str], Period | None], Made]


@frozen
class Way:
    """One way of saying when. Its pattern is tried only on texts that have one of the `hints`, all in small letters.

    That keeps a long text cheap, since most of them have few words of time, and a short import too: a pattern is made
    when it is first needed.
    """

    words: str
    make: Make
    hints: re.Pattern[str]

    @property
    def pattern(self) -> re.Pattern[str]:
        """The words begin where a word begins, yet not inside `22/5`."""
        return _compiled(self.words)


@cache
def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?<!\d/)(?:{words})", re.IGNORECASE)


def way(words: str, make: Make, hints: str) -> Way:
    """A way of saying when, in the words of a pattern."""
    return Way(words, make, re.compile(hints))


def words_of(match: re.Match[str]) -> str:
    """The words of a match on one line, without the sign that ends a sentence."""
    return " ".join(match.group().split()).rstrip(" .,")


def unsure(match: re.Match[str]) -> Made:
    """A day that is written but does not exist, or has no year to lie in."""
    return (Schedule(kind="unknown", words=words_of(match)),)

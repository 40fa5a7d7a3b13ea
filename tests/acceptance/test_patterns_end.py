"""No regular expression of helaplan can be made to run for ever, by texts made of its own characters.

A limit against hanging, not a measure of speed: an expression that goes wrong takes years for these texts.
"""

from __future__ import annotations

import itertools
import json
import re
import re._parser as parser  # type: ignore[import-not-found]
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import helaplan

#: Characters of each text, and seconds that one look at it may take.
LENGTH, LIMIT = 1_500, 5.0

ALWAYS = (" ", "\n", "\r\n", "# \r\n", "a", "7", "-", "a ", "a, ", "1.", "- ", "x: ", "\\", '"')
CATEGORIES = {"CATEGORY_DIGIT": "7", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}


class Hangs(Exception):
    """The limit is reached."""


def _alarm(_number: int, _frame: FrameType | None) -> None:
    raise Hangs


def own_characters(tree: Iterable[Any]) -> Iterator[str]:
    """Characters that an expression speaks of."""
    for kind, held in tree:
        name = str(kind)
        if name in ("LITERAL", "NOT_LITERAL"):
            yield chr(held)
        elif name == "RANGE":
            yield chr(held[0])
        elif name == "CATEGORY":
            yield CATEGORIES.get(str(held), "!")
        elif name == "IN":
            yield from own_characters(held)
        elif name == "BRANCH":
            for each in held[1]:
                yield from own_characters(each)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            yield from own_characters(held[2])
        elif name == "SUBPATTERN":
            yield from own_characters(held[3])
        elif name in ("ASSERT", "ASSERT_NOT"):
            yield from own_characters(held[1])
        elif name == "ATOMIC_GROUP":
            yield from own_characters(held)


def hostile(pattern: str, flags: int) -> Iterator[str]:
    """Texts of one, two or more of the expression's characters again and again, with an end that doesn't fit."""
    own = list(dict.fromkeys(own_characters(parser.parse(pattern, flags))))
    pairs = ["".join(each) for each in itertools.permutations(own[:6], 2)]
    for unit in dict.fromkeys([*own[:12], *pairs, *ALWAYS]):
        yield unit * (LENGTH // len(unit)) + "\x00"


def hanging(pattern: str, flags: int, is_text: bool) -> str:
    """The text that an expression doesn't come to an end with, or ""."""
    compiled: re.Pattern[Any] = re.compile(pattern if is_text else pattern.encode("latin-1"), flags)
    signal.signal(signal.SIGALRM, _alarm)
    for text in hostile(pattern, flags):
        given = text if is_text else text.encode("utf-8", "surrogatepass")
        for look in (compiled.search, compiled.fullmatch):
            signal.setitimer(signal.ITIMER_REAL, LIMIT)
            try:
                look(given)
            except Hangs:
                return text[:8]
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
    return ""


posix = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timer of processes here")


@posix
def test_an_expression_that_hangs_is_found() -> None:
    """A classic, three repeats of blanks, forty lines with CR LF: without this the next test could not fail."""
    for pattern in (r"(a+)+$", r"\W*\s*\s*x", r"(?:(?:#[^\r\n]*|[ \t]*)(?:\r\n|\n|\r))*%"):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(f"{__name__}.LIMIT", 0.5)
            assert hanging(pattern, 32, True)


@posix
def test_no_expression_hangs() -> None:
    """All expressions of all modules, those made late and those of the schema too."""
    script = Path(__file__).with_name("all_patterns.py")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, check=True, timeout=120)
    patterns = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(patterns) > 200
    found = [
        (home, pattern, text)
        for pattern, flags, home, is_text in patterns
        if (text := hanging(pattern, flags, is_text))
    ]
    assert found == []


@posix
@pytest.mark.parametrize("head", ["", "title: ", 'title: "', "title: '", "organisation: {name: ", "areas:\n  - ", "# "])
def test_no_long_line_hangs_a_check(head: str) -> None:
    """A hundred thousand equal characters where a value, a key, a comment or a list may stand."""
    signal.signal(signal.SIGALRM, _alarm)
    slow = []
    for unit in (
        " ",
        "\t",
        "\u00a0",
        "a",
        "7",
        "-",
        "- ",
        ":",
        ": ",
        "#",
        " #",
        '"',
        "'",
        "\\",
        "[",
        "{",
        "a@",
        "@",
        "\r\n",
        "*",
    ):
        signal.setitimer(signal.ITIMER_REAL, 20)
        try:
            helaplan.check(head + unit * (100_000 // len(unit)))
        except Hangs:
            slow.append(unit)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    assert slow == []

"""Headings taken apart: number and name."""

from __future__ import annotations

import re

_NUMBER = re.compile(
    r"(?:§\s*)?(?P<n>\d{1,2}(?:\.\d{1,2})*|[A-Z](?=[.)]\s)|[IVX]{1,4}(?=[.)]\s))[.):]?\s+(?P<name>\D.*)", re.DOTALL
)

_STOPPED = re.compile(r"[\w)»”\"]\s*\.$")
_SHORTENED = re.compile(
    r"(?:\b\w\.\s?\w|\b(?:etc|osv|mfl|mm|m\.fl|bl\.a|dyl|t\.o\.m|forts|nr|kap|inkl|exkl|resp|ca|st|f\.d))\.$",
    re.IGNORECASE,
)


def split_number(text: str) -> tuple[str, str]:
    """The number of a heading and the rest: `3.1 Service nära` is ("3.1", "Service nära"); "" where it has none."""
    match = _NUMBER.fullmatch(text.strip())
    if match is None or (match["name"][:1].islower() and text.strip()[match.end("n") :][:1].isspace()):
        # "8 mars Påskpyssel" begins with a day.
        return "", text.strip()
    return match["n"], match["name"].strip()


def name_of(text: str) -> str:
    """The heading without a colon or full stop at its end. An abbreviation ("Kök, bad m.m.") keeps its own."""
    text = text.strip()
    if _STOPPED.search(text) and not _SHORTENED.search(text):
        return text.rstrip(" .")
    return re.sub(r"\s*:\s*$", "", text) or text

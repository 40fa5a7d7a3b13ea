"""Words made comparable: without capitals, accents and signs."""

from __future__ import annotations

import re
from unicodedata import normalize

_SIGNS = re.compile(r"[^a-z0-9]+")


def fold(words: str) -> str:
    """The words in small letters of a–z and digits, joined by `_`: `Målgrupper` and `mal-grupper` are near then."""
    plain = normalize("NFKD", words[:200]).encode("ascii", "ignore").decode("ascii")
    return _SIGNS.sub("_", plain.lower()).strip("_")

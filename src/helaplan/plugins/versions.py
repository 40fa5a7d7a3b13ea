"""Whether a version lies in a range, as Python packages state both (PEP 440). Enough of it to judge metadata by.

`packaging` knows all of it, but is no dependency of the core.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

_VERSION = re.compile(
    r"v?(?:(?P<epoch>[0-9]+)!)?(?P<release>[0-9]+(?:\.[0-9]+)*)"
    r"(?:[-_.]?(?P<pre>alpha|beta|preview|pre|rc|a|b|c)[-_.]?(?P<pre_n>[0-9]*))?"
    r"(?P<post>(?:-(?P<post_1>[0-9]+))|(?:[-_.]?(?:post|rev|r)[-_.]?(?P<post_2>[0-9]*)))?"
    r"(?P<dev>[-_.]?dev[-_.]?(?P<dev_n>[0-9]*))?(?:\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\s*(===|==|!=|~=|<=|>=|<|>)\s*([^\s,]+)\s*")
_STAGES = {"a": 0, "alpha": 0, "b": 1, "beta": 1, "c": 2, "rc": 2, "pre": 2, "preview": 2}
_FINAL = 3
#: The end of a key without post-release and development.
_NO_POST = (-1, float("inf"))
Key = tuple[Any, ...]


def key_of(version: str) -> Key | None:
    """What versions are ordered by, None for one that is none. Local parts (`+x`) don't count."""
    match = _VERSION.fullmatch(version.strip())
    if match is None:
        return None
    release = [int(part) for part in match["release"].split(".")]
    while len(release) > 1 and release[-1] == 0:
        release.pop()
    stage = (_STAGES[match["pre"].lower()], int(match["pre_n"] or 0)) if match["pre"] else (_FINAL, 0)
    post = int(match["post_1"] or match["post_2"] or 0) if match["post"] else -1
    if match["dev"] and not match["pre"] and not match["post"]:
        stage = (-1, 0)  # before the first alpha
    dev = int(match["dev_n"] or 0) if match["dev"] else float("inf")
    return (int(match["epoch"] or 0), tuple(release), stage, post, dev)


def allows(ranges: str, version: str) -> bool | None:
    """Whether `>=0.1,<2` and the like holds the version; None where one of them can't be read.

    A range holds a pre-release too: what is running here is judged as it is.
    """
    found = key_of(version)
    verdict = True
    for clause in filter(str.strip, ranges.split(",")):
        match = _CLAUSE.fullmatch(clause)
        held = _holds(match[1], match[2], found, version) if match and found else None
        if held is None:
            return None
        verdict = verdict and held
    return verdict


def _holds(sign: str, wanted: str, found: Key, version: str) -> bool | None:
    if sign == "===":
        return wanted == version
    if sign in ("==", "!=") and wanted.endswith(".*"):
        begins = _begins(wanted.removesuffix(".*"), found)
        return begins if begins is None or sign == "==" else not begins
    key = key_of(wanted)
    if key is None:
        return None
    if sign == "~=":
        # ~=1.4.2 is >=1.4.2, ==1.4.*
        family = _begins(re.sub(r"\.[0-9]+(?:[^0-9.].*)?$", "", wanted), found)
        return None if family is None or "." not in wanted else family and found >= key
    return _SIGNS[sign](found, key)


def _begins(wanted: str, found: Key) -> bool | None:
    key = key_of(wanted)
    if key is None:
        return None
    parts = [int(part) for part in re.findall(r"[0-9]+", wanted.rpartition("!")[2])]
    release = [*found[1], *[0] * len(parts)][: len(parts)]
    return bool(key[0] == found[0] and release == parts)


def _is_early_for(found: Key, wanted: Key) -> bool:
    """True for a pre-release of this version: 1a1 is one of 1, not of 1.post1."""
    same = found[:2] == wanted[:2] and (wanted[3] < 0 or found[2:4] == wanted[2:4])
    return bool(same and _is_early(found))


def _is_early(key: Key) -> bool:
    """True for a pre-release and for what is in development."""
    return bool(key[2][0] != _FINAL or key[4] != float("inf"))


_SIGNS: Mapping[str, Callable[[Key, Key], bool]] = {
    "==": lambda found, wanted: found == wanted,
    "!=": lambda found, wanted: found != wanted,
    "<=": lambda found, wanted: found <= wanted,
    ">=": lambda found, wanted: found >= wanted,
    # A pre-release of the version that is to be undercut, and a post-release of the one to be outdone, don't count.
    "<": lambda found, wanted: found < wanted and (_is_early(wanted) or not _is_early_for(found, wanted)),
    ">": lambda found, wanted: found > wanted and not (found[3] >= 0 and (*found[:3], *_NO_POST) == wanted),
}

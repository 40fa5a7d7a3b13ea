"""The hidden identity of a block: an HTML comment such as `<!-- #nyhetsbrev activity -->`.

The `#` comes first even where there is no id (`<!-- # statement -->`), so nobody else's comment is taken for ours.
Words after `@` say what a line is where Markdown has no way to: the caption of the table below, the subtitle; and
`@en` on the title the language, which CommonMark keeps nowhere.
"""

from __future__ import annotations

import re

from attrs import frozen

_NAME = r"[A-Za-z0-9][A-Za-z0-9_.:/-]*"
_COMMENT = re.compile(rf"<!-- #(?P<id>{_NAME})?(?: (?P<role>{_NAME}))?(?P<marks>(?: @[A-Za-z0-9-]+)*) -->")
_SAFE = re.compile(_NAME)


@frozen
class Identity:
    """Id and role of a block, and the marks of its line."""

    id: str = ""
    role: str = ""
    marks: tuple[str, ...] = ()


def comment(ident: str, role: str, *marks: str) -> str:
    """The comment, with a space before it; "" for nothing to say. Names it can't hold are left out."""
    ident, role = (each if _SAFE.fullmatch(each) and "--" not in each else "" for each in (ident, role))
    if not (ident or role or marks):
        return ""
    return " <!-- " + " ".join([f"#{ident}", *([role] if role else []), *(f"@{mark}" for mark in marks)]) + " -->"


def identity(text: str) -> Identity | None:
    """The identity in a comment; None for anybody else's."""
    found = _COMMENT.fullmatch(text)
    if found is None:
        return None
    return Identity(found["id"] or "", found["role"] or "", tuple(each[1:] for each in found["marks"].split()))

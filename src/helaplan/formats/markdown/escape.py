"""Words to Markdown that a CommonMark reader, GitHub's too, shows as those words."""

from __future__ import annotations

import re

# Whatever can begin emphasis, code, a link, a tag, a table cell, a formula on GitHub.
_ALWAYS = re.compile(r"[\\`*\[\]<|~$]|&(?=[#A-Za-z0-9])")
_UNDERSCORE = re.compile(r"_")
#: What makes a line something else than a paragraph, and where the backslash goes.
_AT_START = re.compile(
    r"(?P<before>[0-9]{1,9})(?=[.)](?:\s|$))|(?=[-+](?:[\s-]|$))|(?=#{1,6}(?:\s|$))|(?=>)|(?==+\s*$)"
)
#: Signs at the end of a heading would be taken for its closing sequence.
_CLOSING = re.compile(r"(?:(?<=\s)|^)(#+)$")


def inline(text: str, *, heading: bool = False, separator: bool = False) -> str:
    """The words on one line, escaped. With `separator`, their own `;` too, since a bare one parts two texts."""
    plain = " ".join(text.replace("\x00", "\ufffd").split())
    made = _ALWAYS.sub(lambda each: "\\" + each[0], plain)
    made = _underscores(made)
    if separator:
        made = made.replace(";", "\\;")
    if heading:
        made = _CLOSING.sub(r"\\\1", made)
    return made


def block(text: str, *, heading: bool = False) -> str:
    """The words as the beginning of a line, so that they are no heading, list or quotation."""
    return at_start(inline(text, heading=heading))


def at_start(made: str) -> str:
    """Escaped words with their first sign escaped too where it would make the line something else."""
    found = _AT_START.match(made)
    return made[: found.end()] + "\\" + made[found.end() :] if found else made


def _underscores(text: str) -> str:
    """Underscores escaped except within words, where no reader makes emphasis of them: addresses stay readable."""

    def sign(found: re.Match[str]) -> str:
        before, after = text[: found.start()][-1:], text[found.end() :][:1]
        return "_" if before.isalnum() and after.isalnum() else "\\_"

    return _UNDERSCORE.sub(sign, text)

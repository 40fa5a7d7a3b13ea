"""Names of the styles that helaplan writes and reads back. Built-in ones are Word's; ours begin with `Helaplan`.

Compared in lower case, since that is how a reader keeps them.
"""

from __future__ import annotations

import re

#: How far one level of a list stands in, in points.
STEP = 18.0

CAPTION = "caption"
CONTINUED = "list continue"
BULLET = "list bullet"
NUMBER = "list number"
LABEL = "helaplan label"
LABEL_NAME = "helaplan label name"
LITERAL = "helaplan literal"
CHIP = "helaplan chip"


def depth_of(stem: str, name: str) -> int | None:
    """The depth that a style's name ends in (`list continue` 1, `list continue 2` 2); None for any other style.

    Label lines begin at depth 0, which their plain name means.
    """
    first = 0 if stem == LABEL else 1
    if name == stem:
        return first
    found = re.fullmatch(rf"{stem} ([1-9])", name)
    return int(found[1]) if found else None

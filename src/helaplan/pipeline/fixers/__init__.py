"""How each sort of finding is mended: a code, and a function from the file and the finding to a fix.

A maker never changes anything. It returns None where it can't tell what was meant; what it returns is safe only where
nobody could have meant anything else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from helaplan.findings import Finding, Fix
from helaplan.pipeline.fixers import characters, ids, keys, marks, shapes, syntax, times, values
from helaplan.pipeline.fixers.sheet import Sheet

Maker: TypeAlias = Callable[[Sheet, Finding], Fix | None]

#: Code → its maker.
MAKERS: Mapping[str, Maker] = {
    **keys.MAKERS,
    **times.MAKERS,  # in the place of the plain maker for a missing key, which it asks itself
    **ids.MAKERS,
    **values.MAKERS,
    **shapes.MAKERS,
    **marks.MAKERS,
    **characters.MAKERS,
    **syntax.MAKERS,
}

__all__ = ["MAKERS", "Maker", "Sheet"]

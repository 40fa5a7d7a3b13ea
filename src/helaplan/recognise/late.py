"""What a document says of itself further down than at its top."""

from __future__ import annotations

from collections.abc import Sequence

from helaplan.recognise.draft import Draft
from helaplan.recognise.lines import status_line
from helaplan.recognise.units import Unit

_OPEN = ("draft", "proposed")


def late_status(units: Sequence[Unit], draft: Draft) -> None:
    """The plan's status where it stands below the front: a line of its own with a day or a body that decided.

    A plan whose title still calls it a proposal is adopted where such a line says so, and when.
    """
    for unit in units:
        known = draft.status
        if known is not None and known.state not in _OPEN:
            return
        if unit.kind not in ("heading", "paragraph") or unit.level is not None:
            continue
        status = status_line(unit.text, draft.period)
        if status is None or not (status.date or status.by):
            continue
        if known is None or (status.state not in _OPEN and status.date and status.by):
            draft.status = status
            unit.use(("status", "words"), "status")
            draft.propose(("status", "state"), unit.text)

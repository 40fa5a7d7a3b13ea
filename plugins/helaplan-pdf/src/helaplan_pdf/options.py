"""Options of the PDF writer, apart from it so that being installed costs nothing."""

from __future__ import annotations

from attrs import field, frozen


@frozen(kw_only=True)
class PdfOptions:
    """Options of the PDF writer, reached by `-O name=value`.

    `date` (2023-03-25) is the day the document is of, where the plan says none or another; `attach=no` leaves out the
    plan file, which otherwise travels in the PDF.
    """

    date: str = field(default="")
    attach: bool = field(default=True)

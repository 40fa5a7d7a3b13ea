"""The bytes of a page as text."""

from __future__ import annotations

import re

from attrs import evolve

from helaplan.findings import Finding, Severity
from helaplan.formats.limits import MARKED_UP
from helaplan.formats.text import decode
from helaplan.plugins.declarations import Source

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)


def decoded(data: bytes, source: Source) -> tuple[str, tuple[Finding, ...]]:
    """The text, by UTF-8 or by what the page itself says; Windows-1252 for all its western relatives."""
    text, findings = decode(data, source, most=MARKED_UP)
    said = _CHARSET.search(data[:4096])
    name = said[1].decode("ascii").lower() if said else ""
    if findings and name in ("windows-1252", "iso-8859-1", "iso-8859-15", "latin1", "us-ascii"):
        return text, ()
    return text, tuple(evolve(each, severity=Severity.WARNING) for each in findings)

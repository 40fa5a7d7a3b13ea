"""Reports for people and machines: a Report in, text out. Nothing here prints."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module

from helaplan.errors import UnknownFormat
from helaplan.findings import Finding, Report
from helaplan.reports.context import Context, Texts
from helaplan.reports.sentence import message_of, one_line, place_of
from helaplan.text import LANGUAGES
from helaplan.text.message import Message

#: The formats of a report. Each lives in a module of its own, loaded when it is asked for.
FORMATS = ("full", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown")

_NO_TEXTS: Texts = {}


def render(
    report: Report,
    format: str,
    language: str,
    *,
    color: bool = False,
    texts: Mapping[str, Mapping[str, Message]] = _NO_TEXTS,
) -> str:
    """The report as text that ends in a line end, or "" where there is nothing to say.

    `language` is the reader's (sv, en, also as `sv-FI` or `en_GB`), `color` allows terminal colours (only `full` has
    any), `texts` holds sentences of plugins by language and code. Raises UnknownFormat for a format that is not in
    `FORMATS`, ValueError for a language that neither helaplan nor `texts` has.
    """
    if re.split("[-_]", str(language).lower())[0] not in LANGUAGES and language not in texts:
        raise ValueError(f"no sentences in the language {language!r}; there are: {', '.join(LANGUAGES)}")
    if format not in FORMATS:
        raise UnknownFormat(Finding(code="unknown-format", args={"name": format, "known": FORMATS}))
    write: Callable[[Report, Context], str] = import_module(f"helaplan.reports.{format}_format").write
    return write(
        report, Context(language=language, color=color, say=partial(message_of, language=language, texts=texts))
    )


__all__ = ["FORMATS", "message_of", "one_line", "place_of", "render"]

"""Writes a Document as a tagged PDF: PDF/UA-1, and PDF/A-3a where a date is known."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import Any

import typst
from attrs import evolve, field, frozen

from helaplan import Document, Finding, Severity, UnknownFormat, WriteContext
from helaplan_pdf.fonts import fonts
from helaplan_pdf.identity import attachment
from helaplan_pdf.nodes import above_title, data_of
from helaplan_pdf.options import PdfOptions

_MISSING = re.compile(r"the text `\"(.*?)\"` could not be displayed")
_HALF = re.compile("[\ud800-\udfff]")
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
#: How often letters without a shape are looked for: each time Typst names those of one more place.
_TRIES = 20
#: The last letter that every embedded font has.
_PLAIN = "\u017f"


def write_pdf(document: Document, options: PdfOptions, context: WriteContext) -> bytes:
    """The document as PDF, the same bytes for the same arguments.

    Letters that no embedded font has (emoji, Chinese) are printed as their number, `[U+1F600]`. A picture that
    can't be drawn is printed as its table. Raises UnknownFormat for an option `date` that is no date.
    """
    date = _date(options.date) or document.date
    if options.attach and (document.id or document.role):
        kept = attachment(document, above_title(document))
        document = evolve(document, attachments=(*document.attachments, kept))
    if date is None:
        context.tell(Finding(code="pdf/no-date", severity=Severity.NOTE))
    press = _Press(document, options, (date.year, date.month, date.day) if date else None, context.tell)
    return press.pdf()


def _date(text: str) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise UnknownFormat(Finding(code="pdf/bad-date", args={"date": text[:20]})) from None


@frozen
class _Press:
    document: Document
    options: PdfOptions
    date: tuple[int, int, int] | None
    tell: Callable[[Finding], None]
    template: bytes = field(init=False)

    @template.default
    def _(self) -> bytes:
        return files("helaplan_pdf").joinpath("template.typ").read_bytes()

    def pdf(self) -> bytes:
        """The file, made with fewer and fewer letters and pictures as Typst says which of them it can't print."""
        data = self.data(pictures=True)
        missing: set[str] = set()
        for _ in range(_TRIES):
            try:
                made = self.printed(_spelt(data, missing))
            except typst.TypstError as error:
                found = set(map(_unescaped, _MISSING.findall(f"{error.message}\n{error.diagnostic}"))) - missing
                if {letter for each in found for letter in each} & _letters(data):
                    missing |= found
                elif data["links"]:
                    # Typst 0.15.1 stumbles over some links that run over a line.
                    data = data | {"links": False}
                elif data["pictures"]:
                    # Whatever a picture may hold that can't be drawn or printed: its table says the same.
                    data = data | self.data(pictures=False) | {"links": False}
                    self.tell(Finding(code="pdf/picture-as-table", severity=Severity.NOTE))
                else:
                    break
            else:
                return self.told(made, missing)
        missing = {each for each in _letters(data) if each > _PLAIN}
        plain = self.data(pictures=False) | {"links": False}
        return self.told(self.printed(_spelt(plain, missing)), missing)

    def told(self, made: bytes, missing: set[str]) -> bytes:
        if missing:
            letters = " ".join(sorted(missing)[:10])
            self.tell(Finding(code="pdf/letters-spelt", args={"letters": letters}, severity=Severity.WARNING))
        return made

    def data(self, *, pictures: bool) -> dict[str, Any]:
        made = data_of(self.document, self.date, attach=self.options.attach, pictures=pictures)
        return made | {"pictures": pictures, "links": True}

    def printed(self, data: dict[str, Any]) -> bytes:
        data = data | {"has": _has(data)}
        made = typst.compile(
            self.template,
            format="pdf",
            font_paths=fonts(),
            # Half a character, which only a text made in Python can have, is none that could be printed.
            sys_inputs={"document": _HALF.sub("\ufffd", json.dumps(data, ensure_ascii=False))},
            pdf_standards=["ua-1", "a-3a"] if self.date else ["ua-1"],
        )
        if not isinstance(made, bytes):
            raise TypeError("a PDF is one file")
        return made


def _unescaped(text: str) -> str:
    """What stands between the quotes of a message, where odd letters are written as numbers."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else match[2], text)


def _spelt(value: Any, missing: set[str]) -> Any:
    """The data with each text that has no shape spelt as the numbers of its letters; attachments stay as they are."""
    if not missing:
        return value
    if isinstance(value, str):
        for each in sorted(missing, key=len, reverse=True):
            value = value.replace(each, "".join(f"[U+{ord(letter):04X}]" for letter in each))
        return value
    if isinstance(value, list):
        return [_spelt(each, missing) for each in value]
    if isinstance(value, dict):
        return {key: each if key in _AS_IT_IS else _spelt(each, missing) for key, each in value.items()}
    return value


#: What the template keeps whole in titles and headings has fewer signs than this.
_LONG = re.compile(r"\S{28}")
_AS_IT_IS = ("attachments", "svg")


def _letters(value: Any) -> set[str]:
    """The letters of all texts that are printed."""
    return {letter for each in _texts(value) for letter in each}


def _texts(value: Any) -> Iterator[str]:
    """All texts that are printed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in _AS_IT_IS:
                yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def _has(data: dict[str, Any]) -> dict[str, bool]:
    """Which of the things that the template looks for with a pattern may occur at all."""
    texts = "\n".join(_texts(data))
    return {
        "compounds": "-" in texts or "\u2011" in texts,
        "addresses": "://" in texts,
        "long_words": _LONG.search(texts) is not None,
    }

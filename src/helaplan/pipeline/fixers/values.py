"""Mending values: quotes that are missing, words in Swedish, days, sums and codes in another notation."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from yaml.nodes import ScalarNode

from helaplan.findings import Edit, Finding, Fix, Path
from helaplan.model.specs import Choice, Integer, Kind
from helaplan.pipeline.fixers.sheet import Sheet, argument, unsafe
from helaplan.planfile.places import is_unwritten
from helaplan.registers import counties, municipalities
from helaplan.registers.days import likely_day, read_day
from helaplan.registers.keys import is_sure
from helaplan.registers.months import month_of

_SUM = re.compile(
    r"(?P<whole>[0-9]{1,3}(?:[ '\u00a0\u202f][0-9]{3})+|[0-9]+)(?:[,.](?P<part>[0-9]{1,2}))?"
    r"\s*(?:kr|kronor|sek|:-|,-)?\.?(?<!\s)",
    re.IGNORECASE,
)
_POINTED_SUM = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+\s*(?:kr|kronor|sek|:-)?", re.IGNORECASE)
_SDG = re.compile(r"(?:\w+\s+){0,2}(?P<code>[1-9][0-9]?(?:\.(?:[1-9][0-9]?|[a-h]))?)\.?", re.IGNORECASE)
_LANGUAGES = {"svenska": "sv", "swedish": "sv", "se": "sv", "engelska": "en", "english": "en", "finska": "fi"}
_CURRENCIES = {"kr": "SEK", "kr.": "SEK", "kronor": "SEK", "svenska kronor": "SEK", "€": "EUR", "euro": "EUR"}
_HOST = re.compile(r"(?:[\w-]+\.)+[a-zåäö]{2,}(?:/\S*)?", re.IGNORECASE)


def quote(sheet: Sheet, finding: Finding) -> Fix | None:
    """Quotes around the characters that stand there, so `0117` keeps its zero."""
    node = sheet.node(finding.path)
    written = sheet.places.written(finding.path)
    if not isinstance(node, ScalarNode) or node.style or not written:
        return None
    return Fix(edits=(sheet.edit(node, f'"{written}"'),))


def quote_if_text(sheet: Sheet, finding: Finding) -> Fix | None:
    """Quotes around something that is no number, safe where a text is wanted."""
    fix = quote(sheet, finding)
    return fix if sheet.spec(finding.path) is not None and sheet.fits(finding.path, "x") else unsafe(fix)


def without_point(sheet: Sheet, finding: Finding) -> Fix | None:
    """`3` for `3.0`: what stands behind the number goes."""
    node, written = sheet.node(finding.path), sheet.places.written(finding.path)
    if node is None or not written or "." not in written:
        return None
    start, end = sheet.offsets(sheet.places.of(node))
    return Fix(edits=(Edit(start + written.index("."), end, ""),))


def choice(sheet: Sheet, finding: Finding) -> Fix | None:
    """The format's word for what was written in Swedish or misspelt."""
    meant, written = argument(finding, "suggestion"), sheet.value(finding.path)
    spec = sheet.spec(finding.path)
    if not meant or not isinstance(written, str):
        return None
    choices = spec.choices if isinstance(spec, Choice) else (spec.value,) if isinstance(spec, Kind) else (meant,)
    fix = sheet.rewritten(finding.path, meant)
    return fix if is_sure(written, meant, choices, of_keys=False) else unsafe(fix)


def date(sheet: Sheet, finding: Finding) -> Fix | None:
    """The day as year, month and day."""
    value = sheet.value(finding.path)
    written = value if isinstance(value, str) else sheet.places.written(finding.path) or ""
    day = read_day(written)
    if day is not None:
        return sheet.rewritten(finding.path, day.isoformat())
    likely = likely_day(written)
    if likely is None:
        return None
    fix = sheet.rewritten(finding.path, likely.isoformat())
    return fix if likely.day > 12 else unsafe(fix)


Reading = Callable[[str], tuple[str, bool] | None]


def _read(read: Reading) -> Callable[[Sheet, Finding], Fix | None]:
    """A maker that reads a text in another notation; what it makes must fit."""

    def maker(sheet: Sheet, finding: Finding) -> Fix | None:
        written = sheet.value(finding.path)
        made = read(" ".join(written.split())) if isinstance(written, str) else None
        if made is None or not sheet.fits(finding.path, made[0]):
            return None
        fix = sheet.rewritten(finding.path, made[0])
        return fix if made[1] else unsafe(fix)

    return maker


def read_amount(text: str) -> tuple[str, bool] | None:
    """The sum in figures, and whether it can be no other; None where the text is no sum."""
    if match := _SUM.fullmatch(text):
        whole = re.sub(r"[^0-9]", "", match["whole"]).lstrip("0") or "0"
        return (f"{whole}.{match['part']}" if match["part"] else whole), True
    if _POINTED_SUM.fullmatch(text):
        return re.sub(r"[^0-9]", "", text), False
    return None


def _currency(text: str) -> tuple[str, bool] | None:
    made = _CURRENCIES.get(text.casefold()) or text.upper()
    return made, True


def _language(text: str) -> tuple[str, bool] | None:
    made = _LANGUAGES.get(text.casefold()) or text.replace("_", "-").lower()
    return made, True


def _address(text: str) -> tuple[str, bool] | None:
    return (f"https://{text}", False) if _HOST.fullmatch(text) else None


def _sdg(text: str) -> tuple[str, bool] | None:
    match = _SDG.fullmatch(text)
    return (match["code"].lower(), True) if match else None


def _county(text: str) -> tuple[str, bool] | None:
    return _code(text, counties.REGISTER.code(text), counties.REGISTER.suggest(text))


def _municipality(text: str) -> tuple[str, bool] | None:
    return _code(text, municipalities.REGISTER.code(text), municipalities.REGISTER.suggest(text))


def _code(text: str, named: str | None, near: str | None) -> tuple[str, bool] | None:
    if named:
        return named, True
    return (near, False) if near else None


def suggested(sheet: Sheet, finding: Finding) -> Fix | None:
    """The code that goes with what stands beside it; a guess."""
    meant = argument(finding, "suggestion")
    return unsafe(sheet.rewritten(finding.path, meant)) if meant else None


def county_of_municipality(sheet: Sheet, finding: Finding) -> Fix | None:
    """The county that the municipality lies in, in the place of the one that is given; a guess."""
    meant = argument(finding, "suggestion")
    return unsafe(sheet.rewritten((*finding.path[:-1], "county"), meant)) if meant else None


def exchange(first: str, second: str) -> Callable[[Sheet, Finding], Fix | None]:
    """A maker that exchanges the characters of two values of one mapping; a guess."""

    def maker(sheet: Sheet, finding: Finding) -> Fix | None:
        nodes = [sheet.node((*finding.path[:-1], key)) for key in (first, second)]
        if not all(isinstance(each, ScalarNode) and not is_unwritten(each) for each in nodes):
            return None
        left, right = (sheet.edit(each, "") for each in nodes if each is not None)
        texts = [sheet.text[each.start : each.end] for each in (left, right)]
        edits = (Edit(left.start, left.end, texts[1]), Edit(right.start, right.end, texts[0]))
        return Fix(edits=edits, safe=False)

    return maker


def number(sheet: Sheet, finding: Finding) -> Fix | None:
    """The number in quotes without them; the number of a month that is written in letters."""
    written, node = sheet.value(finding.path), sheet.node(finding.path)
    if not isinstance(written, str) or not isinstance(node, ScalarNode) or node.style in ("|", ">"):
        return None
    spec, text = sheet.spec(finding.path), written.strip()
    if isinstance(spec, Integer) and _is_month(finding.path) and (month := month_of(text)):
        return Fix(edits=(sheet.edit(node, str(month)),))
    text = re.sub(r"(?<=[0-9])[ \u00a0](?=[0-9]{3}(?![0-9]))", "", text).replace(",", ".")
    if not re.fullmatch(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,9})?", text):
        return None
    value = float(text) if "." in text else int(text)
    return Fix(edits=(sheet.edit(node, text),)) if sheet.fits(finding.path, value) else None


def _is_month(path: Path) -> bool:
    return "months" in path[-2:]


MAKERS: Mapping[str, Callable[[Sheet, Finding], Fix | None]] = {
    "number-for-text": quote,
    "boolean-for-text": quote,
    "number-too-long": quote_if_text,
    "not-finite": quote_if_text,
    "whole-number-with-point": without_point,
    "unknown-choice": choice,
    "unknown-kind": choice,
    "bad-date": date,
    "bad-amount": _read(read_amount),
    "bad-currency": _read(_currency),
    "bad-language": _read(_language),
    "bad-address": _read(_address),
    "bad-sdg-code": _read(_sdg),
    "bad-county-code": _read(_county),
    "bad-municipality-code": _read(_municipality),
    "unknown-county": suggested,
    "unknown-municipality": suggested,
    "municipality-outside-county": county_of_municipality,
    "period-reversed": exchange("start", "end"),
    "schedule-reversed": exchange("start", "end"),
    "target-reversed": exchange("at_least", "at_most"),
}

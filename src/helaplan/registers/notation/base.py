"""What every notation shares: words beside their meaning, numbers, dates, and the long form of any value.

A value is written in the shortest form that reads back as the same value. The long form (`key: value` with texts in
quotes) says everything, so there always is one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, TypeVar

import attrs

from helaplan.model.faults import Faults
from helaplan.model.fields import is_required, key_of, spec_of
from helaplan.model.normal import clean_line
from helaplan.model.specs import Amount, Choice, Date, Integer, Items, Line, Number, Spec
from helaplan.text import labels

T = TypeVar("T")

NUMBER = r"[-−]?(?:[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:[.,][0-9]+)?"
DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
#: Between the ends of a stretch. An en dash is written; a hyphen with spaces is read as well.
DASH = r"(?: ?– ?| - )"
#: Stands where a value says nothing.
NOTHING = "–"


def joined(words: str, meaning: str) -> str:
    """Words with what they mean beside them: `våren (= mars och april)`. Either may be empty."""
    if words and meaning:
        return f"{_mask(words)} (= {_mask(meaning)})"
    return _mask(words or meaning)


def parted(text: str) -> tuple[str, str | None]:
    """The words and their meaning; None where no meaning stands beside them."""
    words, sign, meaning = text.partition(" (= ")
    if sign and meaning.endswith(")"):
        return _unmask(words), _unmask(meaning[:-1])
    return _unmask(text), None


# The sign that parts words and meaning never stands in either of them: a backslash goes between its characters, and
# one more where somebody wrote that already.
def _mask(text: str) -> str:
    return re.sub(r"\((\\*)=", r"(\1\\=", text)


def _unmask(text: str) -> str:
    return re.sub(r"\((\\*)\\=", r"(\1=", text)


def meant(words: str, written: Callable[[str], str]) -> str:
    """The words beside a meaning that bare words gave, by what `written` makes of it in a language.

    Words that are just what helaplan writes say nothing more. So such words, which nobody needs to read twice, are not
    told from none; any others are kept.
    """
    plain = clean_line(words)
    return "" if any(written(language) == plain for language in labels.LANGUAGES) else words


def shortest(value: T, candidates: Iterable[str], read: Callable[[str], T | None], bare: T | None = None) -> str:
    """The first candidate that reads back as the value, or as `bare`, which is as good. The last one must do so."""
    made = ""
    for made in candidates:
        if made == clean_line(made) and (found := read(made)) is not None and found in (value, bare):
            return made
    return made


def number(value: float | Decimal, language: str, *, digits: int = 5) -> str:
    """A number with the decimal sign of the language, and a space between thousands where it has so many digits.

    Five by default, so that 2023 stays a year.
    """
    plain = f"{value if isinstance(value, Decimal) else Decimal(repr(value)):f}"
    whole, _, rest = plain.partition(".")
    if len(whole.lstrip("-")) >= digits:
        whole = f"{int(whole):,}".replace(",", " ")
    sign = "." if labels.base_language(language) == "en" else ","
    return f"{whole}{sign}{rest}" if rest else whole


def read_decimal(text: str) -> Decimal | None:
    """The number that was written; None for anything else."""
    if not re.fullmatch(NUMBER, text, re.ASCII):
        return None
    return Decimal(text.replace(" ", "").replace(",", ".").replace("−", "-"))


def read_number(text: str) -> float | None:
    """The number as a plan holds it: whole ones as int."""
    found = read_decimal(text)
    if found is None:
        return None
    return int(found) if found == found.to_integral_value() else float(found)


def read_date(text: str) -> dt.date | None:
    """The day `2023-03-18`; None for anything else, days that don't exist included."""
    try:
        return dt.date.fromisoformat(text) if re.fullmatch(DATE, text, re.ASCII) else None
    except ValueError:
        return None


def accepted(cls: type[T], values: dict[str, Any]) -> T | None:
    """An object of these attribute values; None where a plan file could not hold one of them. Empty ones are absent."""
    values = {name: held for name, held in values.items() if held is not None and held not in ("", ())}
    for attribute in attrs.fields(cls):  # type: ignore[arg-type]  # always a model class
        if attribute.name in values and not _fits(spec_of(attribute), values[attribute.name]):
            return None
        if is_required(attribute) and attribute.name not in values:
            return None
    return cls(**values)


def _fits(spec: Spec, value: Any) -> bool:
    if isinstance(spec, Items):
        return all(_fits(spec.item, each) for each in value)
    if isinstance(value, (dt.date, Decimal)):
        value = value.isoformat() if isinstance(value, dt.date) else f"{value:f}"
    try:
        spec.structure(value)
    except Faults:
        return False
    return True


def alternatives(entry: labels.Entry) -> str:
    """A regular expression for any word of an entry, in either language, the longest first."""
    words = sorted((word for language in labels.LANGUAGES for word in entry[language]), key=len, reverse=True)
    return "|".join(map(re.escape, words))


def long_form(value: Any, language: str, skip: tuple[str, ...] = ()) -> str:
    """Every part of a value with its name: `sort: ”dag”, datum: 2023-03-18`. `skip` names attributes to leave out."""
    parts = []
    for attribute in attrs.fields(type(value)):
        held = getattr(value, attribute.name)
        if attribute.name not in skip and held is not None and held not in ("", ()):
            name = labels.label(key_of(attribute), language, type(value).__name__.lower())
            parts.append(f"{name}: {_atom(spec_of(attribute), held, language)}")
    return ", ".join(parts) or NOTHING


def _atom(spec: Spec, held: Any, language: str) -> str:
    if isinstance(spec, Items):
        return "+".join(str(each) for each in held)
    if isinstance(spec, Date):
        return str(held.isoformat())
    if isinstance(spec, (Number, Amount)):
        return number(held, language)
    if isinstance(spec, Integer):
        return str(held)
    return "”{}”".format(str(held).replace("”", "””"))


_PART = re.compile(r"([^:,”]+): (”(?:[^”]|””)*”|[^”]*?)(?:, |$)")


def read_long_form(cls: type[T], text: str) -> dict[str, Any] | None:
    """The attribute values in a long form; None where it is none."""
    values: dict[str, Any] = {}
    place = 0
    if text == NOTHING:
        return values
    while place < len(text):
        part = _PART.match(text, place)
        attribute = _named(cls, part[1]) if part else None
        if part is None or attribute is None or attribute.name in values:
            return None
        values[attribute.name] = _read_atom(spec_of(attribute), part[2])
        if values[attribute.name] is None:
            return None
        place = part.end()
    return values or None


def _named(cls: type, words: str) -> attrs.Attribute[Any] | None:
    name = cls.__name__.lower()
    attributes: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)
    for attribute in attributes:
        key = key_of(attribute)
        entry = labels.LABELS.get(f"{name}.{key}") or labels.LABELS.get(key, {})
        if any(words in entry.get(language, ())[:1] for language in labels.LANGUAGES):
            return attribute
    return None


def _read_atom(spec: Spec, text: str) -> Any:
    if isinstance(spec, Items):
        return tuple(int(each) for each in text.split("+")) if re.fullmatch(r"[0-9+]*[0-9]", text, re.ASCII) else None
    if isinstance(spec, Date):
        return read_date(text)
    if isinstance(spec, Amount):
        return read_decimal(text)
    if isinstance(spec, Number):
        return read_number(text)
    if isinstance(spec, Integer):
        return int(text) if re.fullmatch(r"[0-9]{1,9}", text, re.ASCII) else None
    if isinstance(spec, (Line, Choice)) and len(text) > 1 and text[0] == text[-1] == "”":
        return text[1:-1].replace("””", "”")
    return None

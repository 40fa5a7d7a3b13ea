"""The shapes a field can have. Each knows how to take a raw value and how to describe itself as JSON Schema.

Both sides stand together because they must accept the same data; a property test with jsonschema as the judge holds
them to it. Nothing is converted on the way in: `3` is no text and `"3"` no number. Regular expressions are written
for both worlds: `[0-9]` for digits, `(?!\\n)` after `$` is added on Python's side.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from attrs import field, frozen

from helaplan.findings import Finding, Path
from helaplan.model.faults import NOTHING, Faults, fault
from helaplan.model.normal import as_tuple, clean_items, clean_line, clean_prose, is_clean

#: Where a field's spec lies in its attrs metadata.
SPEC = "helaplan"

#: Ids: words of a-z and 0-9 joined by hyphens. 38 characters, so that Word's 40 for a bookmark name are enough.
ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LENGTH = 38

# Exact to the day, leap years and all, so that an editor needs no `format` support to say what we say.
_LEAP = r"([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29"
DATE_PATTERN = (
    rf"^({_LEAP}|[0-9]{{4}}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
    r"|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8])))$"
)
#: Amounts are text, so that no reader rounds them: digits and at most two decimals.
AMOUNT_PATTERN = r"^(0|[1-9][0-9]{0,14})(\.[0-9]{1,2})?$"

_PYTHON_END = re.compile(r"\$$")


def _compiled(pattern: str) -> Callable[[str], object]:
    return re.compile(_PYTHON_END.sub(r"$(?!\\n)", pattern), re.ASCII).search


def kind_of(value: object) -> str:
    """A value's shape as an English word that `text/` has a name for in every language."""
    return _KINDS.get(type(value), "mapping")


_KINDS = {
    str: "text",
    int: "number",
    float: "number",
    bool: "boolean",
    list: "list",
    dict: "mapping",
    type(None): "nothing",
}


def wrong_type(wanted: str, value: object) -> Faults:
    """The fault of a value that has another shape than wanted."""
    if value is None:
        return fault("empty-value")
    if wanted == "text" and type(value) in (int, float):
        return fault("number-for-text", written=repr(value))
    if wanted == "text" and type(value) is bool:
        return fault("boolean-for-text", written=str(value).lower())
    return fault("wrong-type", wanted=wanted, found=kind_of(value))


@frozen(kw_only=True, eq=False, repr=False)
class Spec:
    """One field's shape. `key` is its name in a plan file ("" means the attribute's own name).

    `title` names the field's title in `text/` ("" means class and key, as in `activity.text`); a plugin may give the
    title itself, as a mapping from language to words, and a `description` that an editor shows beside it.
    """

    key: str = ""
    title: str | Mapping[str, str] = ""
    description: Mapping[str, str] | None = None

    @property
    def required(self) -> bool:
        """True where a file must hold the key although Python has a default."""
        return False

    @property
    def converter(self) -> Callable[[Any], Any] | None:
        """What brings a Python value into its normal form when an object is made."""
        return None

    def structure(self, value: Any) -> Any:
        """The Python value of a raw one, in its normal form. Raises Faults with paths that begin at the value."""
        raise NotImplementedError

    def schema(self) -> dict[str, Any]:
        """This shape as JSON Schema, without title and description."""
        raise NotImplementedError


@frozen(kw_only=True, eq=False, repr=False)
class Line(Spec):
    """A text in one line. `blank` lets it be empty; `pattern` must match, or the finding is `code`."""

    pattern: str = ""
    code: str = "bad-text"
    max_length: int = 0
    blank: bool = False
    #: What says whether a text fits the pattern, None without one.
    match: Callable[[str], object] | None = field(init=False, eq=False, repr=False)

    @match.default
    def _(self) -> Callable[[str], object] | None:
        return _compiled(self.pattern) if self.pattern else None

    @property
    def converter(self) -> Callable[[Any], Any] | None:
        return clean_line

    def structure(self, value: Any) -> Any:
        if type(value) is not str:
            raise wrong_type("text", value)
        if self.match is None:
            if value and is_clean(value):
                return value
        else:
            if not self.match(value) or (self.max_length and len(value) > self.max_length):
                raise fault(self.code, written=value)
            return value if self.ascii else clean_line(value)
        made = self.clean(value)
        if not made and not self.blank:
            raise fault("empty-value")
        return made

    def clean(self, value: str) -> str:
        """The text in its normal form."""
        return clean_line(value)

    @property
    def ascii(self) -> bool:
        """Whether what matches the pattern is in its normal form already."""
        return self.max_length > 0

    def schema(self) -> dict[str, Any]:
        made: dict[str, Any] = {"type": "string"}
        if self.pattern:
            made["pattern"] = self.pattern
        elif not self.blank:
            made["pattern"] = r"\S"
        if self.max_length:
            made["maxLength"] = self.max_length
        return made


@frozen(kw_only=True, eq=False, repr=False)
class Prose(Line):
    """A text of one or more paragraphs, divided by an empty line."""

    @property
    def converter(self) -> Callable[[Any], Any] | None:
        return clean_prose

    def clean(self, value: str) -> str:
        return clean_prose(value)


@frozen(kw_only=True, eq=False, repr=False)
class Date(Spec):
    """A day as `2023-12-31`, kept as `datetime.date`."""

    def structure(self, value: Any) -> Any:
        if type(value) is not str:
            raise wrong_type("text", value)
        # fromisoformat alone would take 20230101 and 2023-W01-1.
        if len(value) == 10 and value[4] == value[7] == "-":
            try:
                return dt.date.fromisoformat(value)
            except ValueError:
                pass
        raise fault("bad-date", written=value)

    def schema(self) -> dict[str, Any]:
        # No `format: date` beside it: editors would tell one mistake twice, and the pattern knows leap years.
        return {"type": "string", "pattern": DATE_PATTERN}


@frozen(kw_only=True, eq=False, repr=False)
class Amount(Spec):
    """An exact sum of money as text, kept as `decimal.Decimal` with its decimals as written."""

    _match: Callable[[str], object] = field(init=False, eq=False, repr=False, default=_compiled(AMOUNT_PATTERN))

    def structure(self, value: Any) -> Any:
        if type(value) is not str:
            raise wrong_type("text", value)
        if not self._match(value):
            raise fault("bad-amount", written=value)
        return Decimal(value)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": AMOUNT_PATTERN}


#: No number in a plan has more digits than a double holds exactly; the reader refuses longer ones where they stand.
NUMBER_LIMIT = 10**15


def _plain_number(value: float) -> float:
    """A whole float as int, another one with the 15 digits that a plan file can hold."""
    if type(value) is float:
        if value.is_integer():
            return int(value)
        return float(f"{value:.15g}")
    return value


@frozen(kw_only=True, eq=False, repr=False)
class Number(Spec):
    """A number, whole or not. A whole one is an int however it was written."""

    @property
    def converter(self) -> Callable[[Any], Any] | None:
        return _optional_number

    def structure(self, value: Any) -> Any:
        if type(value) not in (int, float):
            raise wrong_type("number", value)
        if not -NUMBER_LIMIT < value < NUMBER_LIMIT:
            raise fault("number-out-of-range", written=repr(value)[:40])
        return _plain_number(value)

    def schema(self) -> dict[str, Any]:
        return {"type": "number", "exclusiveMinimum": -NUMBER_LIMIT, "exclusiveMaximum": NUMBER_LIMIT}


def _optional_number(value: float | None) -> float | None:
    return None if value is None else _plain_number(value)


@frozen(kw_only=True, eq=False, repr=False)
class Integer(Spec):
    """A whole number from `low` to `high`, both counted. `3.0` is one, as JSON Schema says."""

    low: int
    high: int

    @property
    def converter(self) -> Callable[[Any], Any] | None:
        return _optional_number

    def structure(self, value: Any) -> Any:
        if type(value) not in (int, float):
            raise wrong_type("integer", value)
        if type(value) is float and not value.is_integer():
            raise fault("wrong-type", wanted="integer", found="number")
        if not self.low <= value <= self.high:
            raise fault("number-out-of-range", written=repr(value)[:40], low=self.low, high=self.high)
        return int(value)

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


@frozen(kw_only=True, eq=False, repr=False)
class FormatVersion(Spec):
    """The format version: one whole number that this helaplan reads."""

    value: int

    @property
    def required(self) -> bool:
        return True

    def structure(self, value: Any) -> Any:
        if type(value) not in (int, float) or (type(value) is float and not value.is_integer()):
            raise wrong_type("integer", value)
        if value != self.value:
            code = "newer-format" if value > self.value else "bad-format-version"
            raise fault(code, written=repr(value)[:40], known=self.value)
        return self.value

    def schema(self) -> dict[str, Any]:
        # `const` and `enum` say the type too; with a `type` beside them a wrong type would be told twice.
        return {"const": self.value}


@frozen(kw_only=True, eq=False, repr=False)
class Kind(Spec):
    """The name of a file kind. Which class reads a file is decided before, so here it is one fixed word."""

    value: str

    @property
    def required(self) -> bool:
        return True

    def structure(self, value: Any) -> Any:
        if type(value) is not str:
            raise wrong_type("text", value)
        if value != self.value:
            raise fault("unknown-kind", written=value, choices=(self.value,))
        return value

    def schema(self) -> dict[str, Any]:
        return {"const": self.value}


@frozen(kw_only=True, eq=False, repr=False)
class Choice(Spec):
    """One of a few words."""

    choices: tuple[str, ...]
    _known: frozenset[str] = field(init=False, eq=False, repr=False)

    @_known.default
    def _(self) -> frozenset[str]:
        return frozenset(self.choices)

    def structure(self, value: Any) -> Any:
        if type(value) is not str:
            raise wrong_type("text", value)
        if value not in self._known:
            raise fault("unknown-choice", written=value, choices=self.choices)
        return value

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.choices)}


@frozen(kw_only=True, eq=False, repr=False)
class Items(Spec):
    """A list whose items all have the shape `item`."""

    item: Spec

    @property
    def converter(self) -> Callable[[Any], Any] | None:
        return clean_items if type(self.item) is Line else as_tuple

    def structure(self, value: Any) -> Any:
        return structure_list(value, self.item.structure)

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.item.schema()}


def structure_list(value: Any, hook: Callable[[Any], Any]) -> tuple[Any, ...]:
    """Every item through the hook; faulty ones are told and dropped, or kept as far as they go."""
    if type(value) is not list:
        raise wrong_type("list", value)
    made: list[Any] = []
    findings: list[Finding] = []
    dropped: set[Path] = set()
    for place, each in enumerate(value):
        try:
            made.append(hook(each))
        except Faults as faults:
            findings += faults.under(place)
            dropped |= {(place, *path) for path in faults.dropped}
            if faults.partial is NOTHING:
                dropped.add((place,))
            else:
                made.append(faults.partial)
    if findings:
        raise Faults(findings, tuple(made), dropped)
    return tuple(made)


@frozen(kw_only=True, eq=False, repr=False)
class Nested(Spec):
    """An object of a model class. The converter finds the class's own hook, the schema its own definition."""

    cls: type

    def structure(self, value: Any) -> Any:
        raise TypeError("a nested object is made by the converter, which knows every class")

    def schema(self) -> dict[str, Any]:
        return {"$ref": f"#/$defs/{self.cls.__name__}"}


@frozen(kw_only=True, eq=False, repr=False)
class OpenMapping(Spec):
    """A mapping from names to anything: the data of plugins, kept value for value."""

    def structure(self, value: Any) -> Any:
        if type(value) is not dict:
            raise wrong_type("mapping", value)
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "object"}


@frozen(kw_only=True, eq=False, repr=False)
class ChoiceMap(Spec):
    """A mapping from free names to one of a few words."""

    choices: tuple[str, ...]

    def structure(self, value: Any) -> Any:
        if type(value) is not dict:
            raise wrong_type("mapping", value)
        one = Choice(choices=self.choices)
        made: dict[str, str] = {}
        findings: list[Finding] = []
        for name, each in value.items():
            try:
                made[name] = one.structure(each)
            except Faults as faults:
                findings += faults.under(name)
        if findings:
            raise Faults(findings, made)
        return made

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": Choice(choices=self.choices).schema()}

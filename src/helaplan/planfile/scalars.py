"""What an unquoted scalar means by the YAML 1.2 core schema, no more and no less."""

from __future__ import annotations

import re
from math import isfinite
from typing import Any, Final, final

from helaplan.registers.personal import mask


@final
class Refused:
    """The class of `REFUSED`; there is one value."""

    _only: Refused | None = None

    def __new__(cls) -> Refused:
        """Always the same value, so that `is` holds after copying and pickling too."""
        if cls._only is None:
            cls._only = super().__new__(cls)
        return cls._only

    def __repr__(self) -> str:
        return "REFUSED"

    def __reduce__(self) -> str:
        return "REFUSED"


#: Stands in the data where a value was refused; a finding of the reader says why.
REFUSED: Final = Refused()

#: The scalars that are no text and no number.
CONSTANTS: Final[dict[str, bool | None]] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}

#: The characters that a number can begin with.
NUMBER_START: Final = frozenset("0123456789+-.")

#: Longer numbers are not the same in every program that reads them (JSON, Excel, JavaScript).
MAX_DIGITS: Final = 15

_DECIMAL = re.compile(r"[-+]?[0-9]+").fullmatch
_OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+").fullmatch
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?").fullmatch
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)").fullmatch

#: Characters that no export format can carry. Only an escape in double quotes brings one past the scan.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]").search


#: `name:Bygd`, alone or folded into a longer text: perhaps a key whose space is missing.
PERHAPS_A_KEY = re.compile(r"(?:^|\s)[a-z][a-z0-9_]*:[^ /]").search


class NotPlain(Exception):
    """The file has something that needs a closer look."""


def meaning(text: str) -> Any:
    """The value of an unquoted scalar: None, a truth value, a number, the text itself; REFUSED for a bad number."""
    if text in CONSTANTS:
        return CONSTANTS[text]
    if text[0] in NUMBER_START:
        return _number(text)
    return text


def _number(text: str) -> Any:
    # Most are short whole numbers, or days as `2023-01-31`: a hyphen right behind a digit is in no number.
    if len(text) <= MAX_DIGITS and text.isdecimal() and text.isascii():
        return int(text)
    if text[4:5] == "-" and text[3].isdecimal():
        return text
    if _DECIMAL(text):
        if len(text) > MAX_DIGITS and _digits(text) > MAX_DIGITS:
            return REFUSED
        # int() refuses thousands of digits, zeros in front included.
        number = int(text.lstrip("+-0") or "0")
        return -number if text[0] == "-" else number
    if _OTHER_BASE(text):
        return int(text, 0) if _digits(text) <= MAX_DIGITS else REFUSED
    if _FLOAT(text):
        value = float(text)
        return value if isfinite(value) and _digits(text) <= MAX_DIGITS else REFUSED
    return REFUSED if _NOT_FINITE(text) else text


def _digits(text: str) -> int:
    """How many digits count: zeros in front and the exponent don't."""
    if text[:2] in ("0x", "0o"):
        shift = 4 if text[1] == "x" else 3
        digits = len(text[2:].lstrip("0"))
        # A bit count settles it for absurd lengths, where writing the number out would take long.
        return digits if digits * shift > 64 else len(str(int(text, 0)))
    mantissa = re.split("[eE]", text, maxsplit=1)[0]
    return len(mantissa.lstrip("+-").replace(".", "").lstrip("0"))


def number_fault(text: str) -> tuple[str, dict[str, str | int]]:
    """Code and arguments of the finding for a number that `meaning` refused."""
    if _NOT_FINITE(text) or _digits(text) <= MAX_DIGITS:
        return "not-finite", {"written": short(text)}
    return "number-too-long", {"digits": _digits(text), "limit": MAX_DIGITS}


def short(text: str, length: int = 40) -> str:
    """At most `length` characters of a text, on one line, personal data masked, an ellipsis for what is left out."""
    # Masked before it is cut: half a number would not be known for one.
    text = mask(" ".join(text[: 10 * length].split()))
    return text if len(text) <= length else text[: length - 1] + "…"

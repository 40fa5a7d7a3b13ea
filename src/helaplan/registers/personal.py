"""Personal data in running text: personnummer, phone numbers, e-mail and street addresses.

Three uses: `find` for the rules, `redact` for imports, `mask` for anything that is shown. Every pattern is bounded on
both sides, so the work grows with the length of the text and no more, whatever the text is.

What counts is a balance. A missed personnummer is somebody's identity in public, a false alarm is a refused plan. So a
number must be a real day and carry a right check digit, except where it is written with century and hyphen or beside
the word itself: then even a mistyped one points at a person.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal, TypeAlias

from attrs import frozen

Kind: TypeAlias = Literal["personnummer", "phone", "email", "address"]

#: The kinds in the order in which they claim characters: what is a personnummer is no phone number.
KINDS: tuple[Kind, ...] = ("personnummer", "email", "phone", "address")

#: What stands in a plan instead of what was taken out. Swedish, since it is part of the branch's own text.
REMOVED: Mapping[Kind, str] = {
    "personnummer": "[borttaget: personnummer]",
    "phone": "[borttaget: telefon]",
    "email": "[borttaget: e-post]",
    "address": "[borttaget: adress]",
}


@frozen(kw_only=True, eq=False, repr=False)
class Found:
    """Personal data of one kind at the characters from `start` up to, not including, `end`."""

    kind: Kind
    start: int
    end: int


# Plans are full of years and amounts. So all begins with the numbers, and dear patterns run only around them.
class _Lazy:
    """A pattern that is compiled when first used: most runs never meet what it looks for, and compiling takes time."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._source = (pattern, flags)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(*self._source)

    def search(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self._compiled.search(text)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        return self._compiled.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        return self._compiled.fullmatch(text)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self._compiled.finditer(text, start, end)


_NUMBER = re.compile(r"[0-9]+")
#: What may stand between two numbers that are parts of one.
_BETWEEN = re.compile(r"[^0-9A-Za-z]{1,26}")
#: Fewer digits are neither a personnummer nor a phone number.
_LEAST_DIGITS = 8

Spans: TypeAlias = Sequence[tuple[int, int]]


def _runs(text: str, numbers: Spans) -> Spans:
    """Stretches of numbers with nothing but signs and blanks between them, where they have enough digits."""
    made: list[tuple[int, int]] = []
    first = last = digits = 0
    for start, end in (*numbers, (len(text) + 99, 0)):
        if digits and start - last <= 26 and _BETWEEN.fullmatch(text, last, start):
            digits += end - start
        else:
            if digits >= _LEAST_DIGITS:
                made.append((first, last))
            first, digits = start, end - start
        last = end
    return made


_DASH = r"[-–‑−‐]"
_DIGIT_BEFORE = r"(?<![0-9A-Za-z])(?<![0-9][-–.,:/])"

_PERSONNUMMER = _Lazy(
    r"(?<![0-9])(?P<century>18|19|20)?(?P<yy>[0-9]{2})(?P<inner>[-. ]?)(?P<mm>[01][0-9])(?P=inner)(?P<dd>[0-9]{2})"
    r"(?P<joint>\s{0,12}(?:[-+–‑−‐]\s{0,12})?)(?P<last>[0-9]{4})(?![0-9])"
)
#: A word just before that says what the number is.
_NAMED = _Lazy(r"(?:personn|pers\.? ?n|p-?nr|samordningsn|födelsen)\w{0,10}[.:]{0,2}\s{0,3}$", re.IGNORECASE)
_LAST_DAY = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _in_runs(pattern: _Lazy, text: str, runs: Spans) -> Iterator[re.Match[str]]:
    """The matches of a pattern in the runs of digits, with a sign before the first one."""
    for start, end in runs:
        yield from pattern.finditer(text, max(0, start - 1), end)


def _luhn(digits: str) -> bool:
    """Whether ten digits carry a right check digit (the rule of personnummer since 1967)."""
    total = 0
    for place, digit in enumerate(digits):
        value = int(digit) * (2 - place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _is_day(month: int, day: int) -> bool:
    """Whether such a day exists in some year; a samordningsnummer has 60 added to its day."""
    return 1 <= month <= 12 and 1 <= (day - 60 if day > 60 else day) <= _LAST_DAY[month - 1]


def _could_be_clock_or_day(last: str) -> bool:
    """Whether `20230101-1231` may be the end of a stretch of days or `20230101-1830` a time."""
    head, tail = int(last[:2]), int(last[2:])
    return (head < 24 and tail < 60) or (1 <= head <= 12 and 1 <= tail <= 31)


def _personnummer(text: str, runs: Spans) -> Iterator[tuple[int, int]]:
    for match in _in_runs(_PERSONNUMMER, text, runs):
        century, inner, joint, last = match.group("century", "inner", "joint", "last")
        month, day = match.group("mm", "dd")
        if not _is_day(int(month), int(day)):
            continue
        # "85 01 01 12 34" is how phone numbers are grouped; without a hyphen the century must tell them apart.
        if inner and not century and not joint.strip():
            continue
        plain = bool(century and joint.strip() and not inner)
        sure = _luhn(match["yy"] + month + day + last) or (plain and not _could_be_clock_or_day(last))
        if sure or _NAMED.search(text[max(0, match.start() - 30) : match.start()]):
            yield match.span()


# Left and right of an @ what may belong to an address; the lengths are those of RFC 5321.
_LOCAL = _Lazy(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}$")
_DOMAIN = _Lazy(r"[^\W_](?:[\w-]{0,62}\.){1,8}[^\W\d_]{2,24}")
_AT = _Lazy(r"@|[(\[] ?(?:at|snabel-?a) ?[)\]]")


def _email(text: str) -> Iterator[tuple[int, int]]:
    for at in _AT.finditer(text):
        start, end = at.span()
        if at[0] != "@":
            start -= text[start - 1 : start] == " "
            end += text[end : end + 1] == " "
        # Both sides are looked at before anything is cut out: a text may be nothing but @ signs.
        if text[start - 1 : start] in ("", " ", "@") or not text[end : end + 1].isalnum():
            continue
        before = _LOCAL.search(text[max(0, start - 64) : start])
        after = _DOMAIN.match(text, end)
        if before and after:
            yield start - len(before[0]), after.end()


_BLANK = r"[ \u00a0]"
# 12 34 56, 123 45 67, 123-45-67, 123 4567, 1234567; not 12 2023, which is a day and a year.
_GROUPS = (
    rf"(?:[0-9]{{2,3}}(?:(?:{_BLANK}|{_DASH})[0-9]{{2,3}}){{1,3}}|[0-9]{{3}}{_BLANK}[0-9]{{4}}|[0-9]{{5,8}})(?![0-9])"
)
_PHONES = (
    # +46 70-123 45 67, 0046 (0)19 12 34 56, +358 40 123 4567
    _Lazy(
        rf"(?<![0-9A-Za-z+])(?:\+|00)[1-9][0-9]{{0,2}}{_BLANK}{{0,2}}-?(?:\(0\))?{_BLANK}{{0,2}}"
        rf"(?:[0-9]{{1,4}}(?:{_BLANK}|{_DASH}|/){{1,2}}{_GROUPS}|[0-9]{{7,12}}(?![0-9]))"
    ),
    # 070-123 45 67, (019) 12 34 56, 08-12 34 56. Only Stockholm's area code has two digits.
    _Lazy(
        rf"{_DIGIT_BEFORE}\(?(?P<area>08|0[1-79][0-9]{{1,2}})\)?"
        rf"(?:{_BLANK}?{_DASH}{_BLANK}?|{_BLANK}|/){_GROUPS}"
    ),
    _Lazy(rf"{_DIGIT_BEFORE}0[1-9][0-9]{{7,8}}(?![0-9])"),
)
#: Area codes that are no person's: free calls, shared cost, services.
_PUBLIC_AREAS = _Lazy(r"0(?:20|200|77[0-9]|900|939|944)")
_OTHER_NUMBER = _Lazy(
    r"(?:\b(?:bg|pg|dnr)|giro\w{0,8}|org(?:anisations)?\.? ?-?(?:nr|nummer)|diarienummer|isbn"
    r"|konto\w{0,10}|ocr\w{0,10}|faktura\w{0,10})[.:]{0,2}\s{0,3}$",
    re.IGNORECASE,
)
_UNIT_AFTER = _Lazy(r"\s?(?:%|kr\b|kronor|sek\b|eur\b|euro|€|mkr|tkr|procent|personer|st\b)", re.IGNORECASE)


def _phone(text: str, runs: Spans) -> Iterator[tuple[int, int]]:
    for pattern in _PHONES:
        for match in _in_runs(pattern, text, runs):
            area = match.groupdict().get("area")
            digits = sum(map(str.isdecimal, match[0]))
            if not 8 <= digits <= (10 if area else 15) or (area and _PUBLIC_AREAS.fullmatch(area)):
                continue
            if _UNIT_AFTER.match(text, match.end()):
                continue
            if not _OTHER_NUMBER.search(text[max(0, match.start() - 30) : match.start()]):
                yield match.span()


_TOWN = r"[A-ZÅÄÖ][a-zåäöéü]{1,30}(?: [A-ZÅÄÖ][a-zåäöéü]{1,30})?"
_POSTAL = rf"(?:SE?-)?[1-9][0-9]{{2}}{_BLANK}?[0-9]{{2}}{_BLANK}{{1,2}}(?:{_TOWN}|[A-ZÅÄÖ]{{3,30}})"
_STREETS = tuple(
    "gatan gata gränden gränd vägen väg stigen stig torget torg backen backe allén allé leden kroken stråket slingan"
    " svängen esplanaden kajen promenaden brinken liden ringen kullen åsen höjden".split()
)
_AFTER_STREET = _Lazy(
    rf"(?P<number>[0-9]{{1,4}})(?![0-9])(?:{_BLANK}?{_DASH}{_BLANK}?[0-9]{{1,3}})?(?:{_BLANK}?[A-Ha-h])?"
    rf"(?![\w.,]{{0,9}}[0-9%])(?!\w)(?:[,\s]\s{{0,2}}{_POSTAL})?"
)
_STREET_NAME = _Lazy(
    r"(?:(?<=[\s(,;:”\"'/])|^)(?:(?:[A-ZÅÄÖ][a-zåäöéü]{1,20}|S:ta?|[NSÖV]\.?) )?(?P<word>[A-ZÅÄÖ][\w:é-]{0,40})$"
)
#: Roads with numbers, which are nobody's home.
_NUMBERED_ROAD = _Lazy(r"(?:riks|läns|europa|lands|motor|kommun|genom)?väg", re.IGNORECASE)
_COUNTED = _Lazy(
    rf"{_BLANK}(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|gånger|dagar"
    r"|kr\b|kronor|procent|personer|platser|deltagare|tillfällen|träffar|medlemmar|meter|kilometer|km\b|år\b|st\b)"
    rf"|{_BLANK}?%"
)
_POSTAL_LINE = _Lazy(rf"(?<![0-9][ \u00a0–-]){_POSTAL}")
_BOX = _Lazy(r"\bBox [0-9]{1,5},?\s{1,2}$")


def _address(text: str, numbers: Spans) -> Iterator[tuple[int, int]]:
    for start, end in numbers:
        length = end - start
        if length <= 4 and text[start - 1 : start] in (" ", "\u00a0"):
            yield from _street(text, start)
        if length in (3, 5):
            postal = _POSTAL_LINE.match(text, start)
            if postal:
                box = _BOX.search(text[max(0, start - 12) : start])
                yield start - len(box[0]) if box else start, postal.end()


def _street(text: str, number_at: int) -> Iterator[tuple[int, int]]:
    """The street that ends before a number, with its number and town."""
    window = max(0, number_at - 70)
    street = text[window:number_at].rstrip(" \u00a0")
    if not street.lower().endswith(_STREETS):
        return
    match = _AFTER_STREET.match(text, number_at)
    if match is None or (len(match["number"]) == 4 and match["number"][:2] in ("19", "20")):
        return
    name = _STREET_NAME.search(street)
    if name and not _NUMBERED_ROAD.fullmatch(name["word"]) and not _COUNTED.match(text, match.end()):
        yield window + name.start(), match.end()


#: Bytes of blanks of every kind, those of U+00A0, U+1680, U+2000–U+200A, U+202F, U+205F and U+3000 included.
_BLANKS = b" \t\n\v\f\r\xc2\xa0\x85\xe1\x9a\xe2\xe3\xaf\x81\x9f" + bytes(range(0x80, 0x8B))
_OTHER_THAN_WORDS = bytes(each for each in range(256) if not bytes((each,)).isalnum())
_LETTERS = bytes(each for each in range(128) if bytes((each,)).isalpha())
#: Every ASCII letter as one, every digit as one; then the same with 0 kept apart from the other digits.
_SAME = bytes.maketrans(_LETTERS + b"123456789", b"a" * len(_LETTERS) + b"0" * 9)
_ZEROS = bytes.maketrans(_LETTERS + b"123456789", b"a" * len(_LETTERS) + b"1" * 9)
_ZERO_FIRST = re.compile(rb"a0[01]{7}").search
#: Digits as one, capitals (those of Å, Ä and Ö by their first byte) as another.
_CAPITALS = bytes.maketrans(b"123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ\xc3()", b"0" * 9 + b"A" * 27 + b"[]")
_CAPITAL_LETTERS, _SMALL_LETTERS = b"\x84\x85\x89\x96", b"\xa4\xa5\xa9\xb6"
_OTHER_BLANKS = bytes(each for each in _BLANKS if each not in _CAPITAL_LETTERS)
#: Digits as one, blanks as one, letters small: in UTF-8 those of Å, Ä, Ö and É too.
_SMALL = bytes.maketrans(
    b"123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" + _CAPITAL_LETTERS + _OTHER_BLANKS,
    b"0" * 9 + b"abcdefghijklmnopqrstuvwxyz" + _SMALL_LETTERS + b" " * len(_OTHER_BLANKS),
)
_STREET_ENDS = tuple(each.encode() for each in _STREETS)


def surely_free(text: str) -> bool:
    """True where `find` finds nothing in the text, nor in any piece of it, nor if its blanks were others.

    The text is in NFC. False says nothing. A few looks at the bytes, each at the speed of C, where `find` goes over the
    text with regular expressions. So it may be asked about a whole file instead of about each of its values.
    """
    data = text.encode("utf-8", "surrogatepass")
    close = data.translate(_CAPITALS, _BLANKS)
    if b"@" in close or b"[at]" in close or b"[snabel" in close or b"00000A" in close:
        return False
    digits = data.translate(_SAME, _OTHER_THAN_WORDS)
    if b"00000000" in digits:
        if b"000000000" in digits:
            return False
        # Eight, such as a day has, are a phone number only behind a plus or with a zero in front.
        if b"+" in data:
            return False
        zeros = b"a" + data.translate(_ZEROS, _OTHER_THAN_WORDS)
        if b"a0" in zeros and _ZERO_FIRST(zeros):
            return False
    parts = data.translate(_SMALL).split(b" 0")
    return len(parts) == 1 or not any(part.rstrip(b" ").endswith(_STREET_ENDS) for part in parts[:-1])


def find(text: str) -> tuple[Found, ...]:
    """All personal data in a text, in order, never overlapping."""
    numbers = [match.span() for match in _NUMBER.finditer(text)]
    found: list[Found] = []
    if numbers:
        runs = _runs(text, numbers)
        if runs:
            found += _free("personnummer", _personnummer(text, runs), found)
    if "@" in text or "(" in text or "[" in text:
        found += _free("email", _email(text), found)
    if numbers:
        if runs:
            found += _free("phone", _phone(text, runs), found)
        found += _free("address", _address(text, numbers), found)
    return tuple(sorted(found, key=lambda each: each.start))


def _free(kind: Kind, spans: Iterator[tuple[int, int]], found: Sequence[Found]) -> list[Found]:
    """The spans that touch nothing found before and not each other; the earlier one wins."""
    made: list[Found] = []
    wanted = sorted(spans)
    taken = sorted((each.start, each.end) for each in found) if wanted else []
    at = reached = 0
    for start, end in wanted:
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if start >= reached and (at == len(taken) or taken[at][0] >= end):
            made.append(Found(kind=kind, start=start, end=end))
            reached = end
    return made


def redact(text: str) -> tuple[str, Mapping[str, int]]:
    """The text with `[borttaget: …]` for personal data, and how many pieces of each kind were taken out."""
    counts: dict[str, int] = dict.fromkeys(REMOVED, 0)
    made, done = [], 0
    for each in find(text):
        counts[each.kind] += 1
        made += [text[done : each.start], REMOVED[each.kind]]
        done = each.end
    return "".join((*made, text[done:])), counts


def mask(text: str) -> str:
    """The text with a dot for every letter and digit of personal data; as long as before, so columns still fit."""
    made, done = [], 0
    for each in find(text):
        hidden = "".join("•" if char.isalnum() else char for char in text[each.start : each.end])
        made += [text[done : each.start], hidden]
        done = each.end
    return "".join((*made, text[done:]))

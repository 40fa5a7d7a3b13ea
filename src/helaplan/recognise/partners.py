"""Bodies that the organisation works with, read from what people wrote."""

from __future__ import annotations

import re

from attrs import frozen

from helaplan.registers.counties import REGISTER as COUNTY_NAMES
from helaplan.registers.municipalities import REGISTER as MUNICIPALITY_NAMES


@frozen
class FoundPartner:
    """A body as printed (without a genitive's s), its kind in the plan format, and where it stands."""

    start: int
    name: str
    kind: str


_NAME = r"[A-ZÅÄÖÉ][\w&-]*"
_NAMES = rf"{_NAME}(?:\s+(?:(?:och|för|i|av)\s+)?{_NAME}|\s+län)*"

#: Bodies known by their word, wherever they stand. The pattern's own group is the name.
_KNOWN = tuple(
    (re.compile(rf"(?<![\w-])({pattern})(?![\w-])"), kind)
    for pattern, kind in (
        (r"[Ll]änsstyrelse(?:n|ns|rna|rnas)?", "state"),
        (rf"Region(?:en)?\s+{_NAME}(?:\s+{_NAME})*(?:\s+läns?)?", "region"),
        (r"[Rr]egion(?:fullmäktige|styrelsen?|råd(?:et)?|förbundet)|[Rr]egionens?|[Rr]egionerna", "region"),
        (rf"{_NAME}(?:\s+{_NAME})?\s+kommuns?", "municipality"),
        (r"[Kk]ommunbygderåd(?:en|et)?s?", "association"),
        (r"[Kk]ommun(?:en|erna|styrelsen|fullmäktige)s?", "municipality"),
        (rf"(?:LEADER|[Ll]eader)[- ]?områd(?:et|en|ena)s?(?:\s+{_NAMES})?", "association"),
        (r"[Rr]iks(?:organisationen|förbundet)s?", "national-body"),
        (r"(?:(?:andra|övriga)\s+)?[Ll]änsavdelningar(?:na)?s?|(?:andra|övriga)\s+länsförbund", "association"),
        (rf"[Nn]ätverket\s+{_NAMES}", "network"),
        (rf"Forum\s+(?:för\s+)?{_NAMES}", "network"),
        (r"[A-ZÅÄÖ]{2,}-(?:gruppen|nätverket)s?", "network"),
        (r"[Pp]artnerskapet\s+för\s+\w+(?:\s+\w+)?", "network"),
        (r"Mikrofonden(?:\s+[A-ZÅÄÖ]\w+(?:\s+län)?)?", "fund"),
        (r"(?:Trafikverket|Jordbruksverket|Tillväxtverket|Arbetsförmedlingen|Boverket|Skogsstyrelsen)s?", "state"),
        (r"(?:Länstrafiken|Coompanion|Landsbygdsnätverket|LRF|Svenska\s+kyrkan|Bygdegårdarna)s?", "other"),
        (rf"Studieförbundet\s+{_NAMES}|[Ss]tudieförbund(?:en|et)?|[Hh]embygdsföreningen", "association"),
        (r"[Hh]embygdsförbundet|[Bb]ygdegårdsdistriktet", "association"),
    )
)  # fmt: skip
_WITH = re.compile(
    r"\b(?:(?:i\s+)?(?:samarbete|samverkan|samråd|dialog|partnerskap|kontakt\w*|träff(?:ar)?|möten?|rådslag)|samverka|samarbeta"
    r"|tillsammans|together|in\s+cooperation|cooperate)\s+(?:med|with)\s+(?P<who>[^.;:()]+)",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\s+(?:för|om|i|på|vid|som|att|under|till|genom|kring|vår|vårt|våra|där|när|senast|före|ska|en|ett|den|det|to|on|about|in|for)\b"
    r".*$",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*,\s*|\s+(?:och|samt|and)\s+")
#: What stands after "med" and is no body.
_NO_BODY = re.compile(
    r"(?:varandra|andra|oss|dem|medlemmar(?:na)?|fler|flera|alla|frågor|fokus|hjälp|each\s+other|others|members)\Z|\d.*",
    re.IGNORECASE,
)
#: Words in the definite form, and those that names of bodies end in, have no s of their own.
_GENITIVE = re.compile(r"(?<=\w{2}(?:en|na|et|an|ar|rn))s\Z|(?<=\bkommun)s\Z|(?<=\blän)s\Z|(?<=[A-ZÅÄÖ]{2}):s\Z")
#: "Arbeta för att kommunerna har …": what follows is what others are to do, and they are no partners in it.
_OTHERS_DO = re.compile(r"\bför\s+att\s+(?:alla\s+|fler\s+|länets\s+)?\Z", re.IGNORECASE)
#: A network under its letters: `nätverket ROS`, `ROS-nätverket`, `ROS-gruppen`.
_LETTERS = re.compile(r"(?:[Nn]ätverket\s+(?P<a>[A-ZÅÄÖ]{2,})|(?P<b>[A-ZÅÄÖ]{2,})[- ](?:gruppen|nätverket))")
#: A body of a place: the plain name, then the place.
_OF_PLACE = re.compile(r"(?:\s+i)?\s+(?P<place>[A-ZÅÄÖ][\w-]*(?:\s[A-ZÅÄÖ][\w-]*)*?)s?(?:\s+(?:län|kommun))?")


def find_partners(text: str) -> list[FoundPartner]:
    """All bodies in a text, in its order, each once."""
    found: list[FoundPartner] = []
    spans: list[tuple[int, int]] = []
    for pattern, kind in _KNOWN:
        for match in pattern.finditer(text):
            if not any(match.start() < end and start < match.end() for start, end in spans):
                spans.append(match.span())
                if _OTHERS_DO.search(text[max(0, match.start() - 40) : match.start()]):
                    continue
                found.append(FoundPartner(match.start(), _plain(match[1]), kind))
    for match in _WITH.finditer(text):
        for start, name in _bodies(match):
            if not any(start < end and begin < start + len(name) for begin, end in spans):
                spans.append((start, start + len(name)))
                found.append(FoundPartner(start, _plain(name), ""))
    seen: set[str] = set()
    once = []
    for each in sorted(found, key=lambda partner: partner.start):
        if each.name.casefold() not in seen:
            seen.add(each.name.casefold())
            once.append(each)
    return once


def _bodies(match: re.Match[str]) -> list[tuple[int, str]]:
    """The bodies after "tillsammans med", up to the first word that begins something else."""
    bodies = []
    start = match.start("who")
    whole = match["who"]
    place = 0
    for part in _SPLIT.split(whole):
        place = whole.index(part, place)
        name = _STOP.sub("", " " + part).strip()
        cut = len(name) < len(part.strip())
        if name and len(name.split()) <= 5 and _NO_BODY.match(name) is None and not _is_verb_phrase(name):
            bodies.append((start + place, name))
        place += len(part)
        if cut:
            break
    return bodies


def _is_verb_phrase(name: str) -> bool:
    """A part after "och" that is no body but the next thing to do begins with a verb in its plain form."""
    return (
        re.fullmatch(r"(?:bevaka|delta|följa|sprida|skapa|ge|vara|ta|bjuda|arbeta|verka)\b.*", name, re.IGNORECASE)
        is not None
    )


def _plain(name: str) -> str:
    """The name with plain blanks and without the s of a genitive on its last word."""
    words = name.split()
    return " ".join([*words[:-1], *(_GENITIVE.sub("", word) for word in words[-1:])])


def same_letters(one: str, other: str) -> bool:
    """Whether two names are one network under its letters: `nätverket ROS` and `ROS-gruppen`."""
    found = [_LETTERS.fullmatch(each) for each in (one, other)]
    letters = {match["a"] or match["b"] for match in found if match is not None}
    return None not in found and len(letters) == 1


def extends(longer: str, shorter: str) -> bool:
    """Whether a name is another one with a place after it: `Mikrofonden Örebro län` is `Mikrofonden`.

    Only a county or a municipality counts as a place, since any other word may make another body of it.
    """
    if not longer.casefold().startswith(f"{shorter.casefold()} "):
        return False
    rest = longer[len(shorter) :]
    match = _OF_PLACE.fullmatch(rest)
    if match is None:
        return False
    known = COUNTY_NAMES.code(match["place"]) or MUNICIPALITY_NAMES.code(match["place"])
    return known is not None or rest.endswith((" län", " kommun"))

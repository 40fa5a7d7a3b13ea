"""Bodies that the organisation works with, read from what people wrote."""

from __future__ import annotations

import re

from attrs import frozen

from helaplan.recognise.bodies import can_have_place, kind_of
from helaplan.recognise.persons import is_role, person
from helaplan.registers.counties import REGISTER as COUNTY_NAMES
from helaplan.registers.municipalities import REGISTER as MUNICIPALITY_NAMES


@frozen
class FoundPartner:
    """A body as printed (without a genitive's s), its kind in the plan format, and where it stands."""

    start: int
    name: str
    kind: str


_NAME = r"[A-ZÅÄÖÉ][\w&-]{0,40}"
#: What begins a body of its own, so that "och" before it parts two: "Leader Kust och Fjäll" is one.
_HEAD = (
    r"(?:Region|Leader|LEADER|Studieförbundet|Svenska|Coompanion|Hela\s+Sverige|Visit|Destination|Röda|Rädda|Sparbanken"
    r"|[A-ZÅÄÖ]{2,}\b|[\w-]{0,40}(?:förening|förbund|sällskap|skola|verket|kyrk|styrelse|distrikt|byalag|klubb"
    r"|fonden|bank|museet|universitet)"
    r"|[\w-]{1,40}\s+(?:kommun|församling|pastorat|stift|universitet|högskola|län|byalag|IF|IK|BK|FF|SK|AB)\b)"
)
_NAMES = rf"{_NAME}(?:\s+(?:(?:och|för|i|av)\s+)?(?!{_HEAD}){_NAME}|\s+län){{0,4}}"
#: A place after a name of letters or a name that many places have: `LRF Värmland`.
_AT = rf"(?:\s+(?!{_HEAD}){_NAME}(?:\s+län)?)?"

#: Bodies known by their word, wherever they stand. The pattern's own group is the name.
_KNOWN = tuple(
    (re.compile(rf"(?<![\w-])({pattern})(?![\w-])"), kind)
    for pattern, kind in (
        (
            rf"[Ll]änsstyrelse(?:n(?:\s+i)?\s+(?!{_HEAD}){_NAME}(?:\s+(?!{_HEAD}){_NAME})?(?:\s+län)?|n|ns|rna|rnas)?",
            "state",
        ),
        (rf"Region(?:en)?\s+{_NAME}(?:\s+(?!{_HEAD}){_NAME}){{0,2}}(?:\s+läns?)?", "region"),
        (r"[Rr]egion(?:fullmäktige|styrelsen?|råd(?:et)?|förbundet)|[Rr]egionens?|[Rr]egionerna", "region"),
        (rf"{_NAME}(?:\s+{_NAME})?\s+kommuns?", "municipality"),
        (r"[Kk]ommunbygderåd(?:en|et)?s?", "association"),
        (r"[Kk]ommun(?:en|erna|styrelsen|fullmäktige)s?", "municipality"),
        (rf"(?:LEADER|[Ll]eader)[- ]?områd(?:et|en|ena)s?(?:\s+{_NAMES})?", "association"),
        (rf"Leader\s+(?:{_NAME}(?:,\s+{_NAME}){{1,2}}\s+&\s+{_NAME}|{_NAMES})", "association"),
        (r"[Rr]iks(?:organisationen|förbundet)s?", "national-body"),
        (rf"{_NAME}s\s+[Rr]iksförbund(?:et)?s?", "national-body"),
        (r"(?:(?:andra|övriga)\s+)?[Ll]änsavdelningar(?:na)?s?|(?:andra|övriga)\s+länsförbund", "association"),
        (rf"[Nn]ätverket\s+{_NAMES}", "network"),
        (rf"Forum\s+(?:för\s+)?{_NAMES}", "network"),
        (r"[A-ZÅÄÖ]{2,}-(?:gruppen|nätverket)s?", "network"),
        (r"[Pp]artnerskapet\s+för\s+\w+(?:\s+\w+)?", "network"),
        (r"Mikrofonden(?:\s+[A-ZÅÄÖ]\w+(?:\s+län)?)?", "fund"),
        (r"(?:Allmänna\s+)?[Aa]rvsfondens?", "fund"),
        (r"(?:Trafikverket|Jordbruksverket|Tillväxtverket|Arbetsförmedlingen|Boverket|Skogsstyrelsen)s?", "state"),
        (rf"Hushållningssällskapet{_AT}", "association"),
        (rf"LRF{_AT}(?::s|s)?", "association"),
        (rf"Coompanion{_AT}s?", "other"),
        (r"(?:Länstrafiken|Landsbygdsnätverket|Bygdegårdarna)s?", "other"),
        (r"Svenska\s+[Kk]yrkans?", "church"),
        (rf"Studieförbundet\s+{_NAMES}|[Ss]tudieförbund(?:en|et)?", "association"),
        (rf"[Hh]embygdsf(?:öreningen|örbundet)(?:\s+i\s+{_NAME})?|[Bb]ygdegårdsdistriktet", "association"),
    )
)  # fmt: skip
#: `Kil och Forshaga kommuner`, `kommunerna Kil, Forshaga och Grums`: each is one.
_MANY = re.compile(
    rf"(?P<before>{_NAME}(?:\s*,\s*{_NAME}){{0,8}}\s+(?:och|samt)\s+{_NAME})\s+kommuner(?:na)?\b"
    rf"|\bkommunerna\s+(?P<after>{_NAME}(?:\s*,\s*{_NAME}){{0,8}}\s+(?:och|samt)\s+{_NAME})"
)
_WITH = re.compile(
    r"\b(?:(?:(?:\w{0,20}avtal|överenskommelse[nr]?|agreements?|contracts?|samarb\.|samarbet(?:e[nt]?|a[rts]?)|samverka(?:n|r|t|s)?|samverkansparter?|samråd(?:a|er)?|dialog(?:er"
    r"|möten)?|partnerskap|kontakt\w{0,12}"
    r"|(?:\w{1,20})?träff(?:ar|en|a[rs])?|(?:\w{1,20})?möte[nt]?|meetings?|(?:\w{1,20})?samtal|rådslag|samarrangemang|samarrangera[rs]?"
    r"|tillsammans|ihop|gemensamt|nätverka[r]?"
    r"|together|jointly|work(?:ing)?|in\s+cooperation|in\s+collaboration|in\s+partnership|cooperat(?:e|ion|ing)"
    r"|collaborat(?:e|ion|ing)|partner(?:ship)?)\s+(?:med|with)"
    r"|(?:med|genom|söka|söker|få|får)\s+(?:ekonomiskt\s+|finansiellt\s+)?(?:stöd|hjälp|bidrag|medel|pengar"
    r"|projektmedel|finansiering|medverkan)\s+(?:av|från|hos)"
    r"|(?:(?:med|del|sam)?finansiera[ts]|stöttas|stöds|sponsras|bekostas)\s+av|with\s+support\s+(?:of|from))\s+)"
    r"(?:(?:bl\.?\s?a\.?|t\.?\s?ex\.?|bland\s+annat|till\s+exempel|exempelvis|främst|både|såväl"
    r"|for\s+example)\s+)?(?P<who>[^.;:()]{2,300})",
    re.IGNORECASE,
)
#: "Bjuda in Riksteatern", "studiebesök hos Eds byalag": the object is a body only where its own words say so.
_ASKED = re.compile(
    r"\b(?:(?:bjuda?|bjuder)\s+in|inbjuda?|inbjuder|kontakta[r]?|uppvakta[r]?|träffa[r]?|invite|meet|contact|lobby|hos"
    r"|(?:an)?sök(?:a|er|an|s)\s+[^.;:()]{0,60}?\b(?:från|hos)|apply\s+(?:[^.;:()]{0,40}?\s)?(?:to|from))\s+(?!till\b|to\b)(?P<who>[^.;:()]{2,200})",
    re.IGNORECASE,
)
#: "Räddningstjänsten bjuds in": what is done with it.
_COMES = re.compile(
    r"(?:\A|(?<=[.;:!?,]\s)|(?<=\batt\s)|(?<=\boch\s))(?P<who>[^.;:!?(),]{2,80}?)\s+"
    r"(?:bjuds\s+in|inbjuds|kontaktas|uppvaktas|is\s+invited|are\s+invited)\b",
    re.IGNORECASE,
)
#: "Läger med Friluftsfrämjandet": without a word for doing it together, only what is a body by its name.
_BARE = re.compile(rf"\bmed\s+(?P<who>{_NAME}[^.;:()]{{0,200}})")
_STOP = re.compile(
    r"\s+(?:för|om|på|vid|som|att|under|till|genom|kring|vår|vårt|våra|där|när|senast|före|ska|en|ett|den|det|inom"
    r"|inför|efter"
    r"|via|hos|mot|enligt|utifrån|with|to|on|about|in|for|during|at|each|every|once|twice|by|from|varje|varannan"
    r"|årligen|löpande|våren|hösten|sommaren|vintern|inne|spring|autumn"
    r"|(?:en|två|tre|fyra|fem|sex|åtta|tio|flera)\s+(?:gång(?:er)?|tillfällen)"
    r"|i(?!\s+[A-ZÅÄÖ]))\b.*$|\s+(?:\d|v\.|kl\b).*$"
)
_PLACE = re.compile(rf"\s+i\s+(?={_NAME})")
#: "Byalagen i Ed och Töcksfors": another place of the same bodies.
_SEVERAL = re.compile(r"(?:en|na|ar|er)\s+i\s+[A-ZÅÄÖ][\w-]*\Z")
_SPLIT = re.compile(r"\s*,\s*|\s+(?:och|samt|and|&|liksom)\s+")
#: Small words before a name that are no part of it.
_DETERMINER = re.compile(r"(?:det|den|de|vår|vårt|våra|sin|sina|bl\.a\.|t\.ex\.|the|our|såväl|både)\s+", re.IGNORECASE)
_OWN = re.compile(rf"{_NAME}(?:\s+(?:(?:och|för|i|av|de|von)\s+)?{_NAME}){{0,5}}")
#: Names that hold a word which ends others.
_WHOLE = re.compile(rf"Hela\s+Sverige\s+ska\s+leva(?:[\s/]+{_NAME}(?:\s+län)?)?")
#: What stands after "med" with a capital or a body's word and is no body.
_NO_BODY = re.compile(
    r"(?<!\w)(?:varandra|andra|oss|dem|\w*medlemmar(?:na)?|fler|flera|alla|\w*aktörer(?:na)?|\w*barn(?:en)?|unga"
    r"|ungdomar(?:na)?|målgrupp\w*|åldersgrupp\w*"
    r"|(?:Zoom|Teams|Skype|Facebook|Instagram)|each\s+other|others|members)\Z|\d.*",
    re.IGNORECASE,
)
#: The organisation's own, which nobody works together with as with another.
_OUR_OWN = re.compile(
    r"(?<!\w)(?:(?:hela|den|the|our|vår|egna)\s+)*(?:\w*(?:kommittén?|arbetsgrupp(?:en)?|utskottet)|föreningen|klubben|gruppen|sektionen"
    r"|avdelningen|styrelsen|valberedningen|association|club|society|group|committee|board)\Z",
    re.IGNORECASE,
)
#: Not this or that body but all of a kind: whom an activity is for.
_ANY = re.compile(
    r"(?:samtliga|alla|varje|några|någon|flera|fler|många|andra|övriga|nya|olika|lokala|fyra|två|tre|fem|all|some|other"
    r"|local|new|many|several|en|ett|a|an|minst|högst|\d+)\b",
    re.IGNORECASE,
)
#: "Fjärdeklasser i kommunen": a place, not who is worked with.
_INSIDE = re.compile(
    r"\b(?:i|inom|ur|över|runt\s+om\s+i|runtom\s+i|hela|in(?=\s+(?:the|our)\b))\s+(?:hela\s+|vår\s+|den\s+|the\s+|our\s+)?\Z",
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

    def take(start: int, name: str, kind: str) -> None:
        if not any(start < end and begin < start + len(name) for begin, end in spans):
            spans.append((start, start + len(name)))
            if not _OTHERS_DO.search(text[max(0, start - 40) : start]):
                found.append(FoundPartner(start, _plain(name), kind))

    for match in _WITH.finditer(text):
        for whole in _WHOLE.finditer(match["who"]):
            take(match.start("who") + whole.start(), whole.group(), "national-body")
    for match in _MANY.finditer(text):
        group = "before" if match["before"] else "after"
        for one in re.finditer(_NAME, match[group]):
            take(match.start(group) + one.start(), one.group(), "municipality")
        spans.append(match.span())
    for pattern, kind in _KNOWN:
        for match in pattern.finditer(text):
            if kind in ("municipality", "region") and _is_place(match, text):
                spans.append(match.span())
            else:
                take(match.start(), match[1], kind)
    for match in _WITH.finditer(text):
        for start, name in _bodies(match):
            take(start, name, kind_of(name))
    for pattern in (_ASKED, _COMES):
        for match in pattern.finditer(text):
            for start, name in _bodies(match):
                if _is_particular(name, match.string[:start]):
                    take(start, name, kind_of(name))
    for match in _BARE.finditer(text):
        for start, name in _bodies(match):
            if name[0].isupper() and kind_of(name):
                take(start, name, kind_of(name))
    seen: set[str] = set()
    once = []
    for each in sorted(found, key=lambda partner: partner.start):
        if each.name.casefold() not in seen:
            seen.add(each.name.casefold())
            once.append(each)
    return once


def _is_place(match: re.Match[str], text: str) -> bool:
    """Whether a municipality or a region is only where something is: "i kommunen", and not "i kommunens råd"."""
    before = text[max(0, match.start() - 20) : match.start()]
    return _INSIDE.search(before) is not None and _GENITIVE.search(match[1]) is None


def _is_particular(name: str, before: str) -> bool:
    """Whether a body's words name one of its kind: `polisen`, `Eds byalag`, `the county council`, not `byalag`."""
    if not kind_of(name) or _ANY.match(name) or is_role(name):
        return False
    words = name.split()
    definite = re.search(r"(?:en|et|an)\Z", words[-1]) is not None or re.search(r"\bthe\s+\Z", before, re.I)
    if len(words) == 1:
        if name[0].isupper() and re.search(r"\w\s+\Z", before) and not re.search(r"(?:na|ar|er|or)\Z", name):
            return True
        return bool(definite) and kind_of(name) != "association"
    inside = name[0].isupper() and before.strip() != ""
    own = words[0].endswith("s") or any(each[0].isupper() for each in words[1:]) or words[0].isupper() or inside
    return own or bool(definite)


def _bodies(match: re.Match[str]) -> list[tuple[int, str]]:
    """The bodies after "tillsammans med" and where each begins, up to the first word that begins something else."""
    found: list[tuple[int, str]] = []
    end = match.start("who")
    for part in _SPLIT.split(match["who"]):
        begin = match.string.index(part, end)
        end = begin + len(part)
        shown = part.lstrip()
        if determiner := _DETERMINER.match(shown):
            shown = shown[determiner.end() :]
        start = end - len(shown)
        stopped = _STOP.sub("", shown).rstrip()
        name = _plain_name(_without_place(stopped))
        if found and _SEVERAL.search(found[-1][1]) and re.fullmatch(_NAME, name) and not kind_of(name):
            found[-1] = (found[-1][0], match.string[found[-1][0] : start + len(name)])
        elif _is_body(name):
            found.append((start, name))
        if len(stopped) < len(shown.rstrip()):
            break
    return found


def _without_place(name: str) -> str:
    """The name without "i Ed" after it, where that is not a part of it."""
    place = _PLACE.search(name)
    return name if place is None or can_have_place(name[: place.start()]) else name[: place.start()]


def _plain_name(name: str) -> str:
    """A name of its own ends where the sentence goes on in small letters; one with a body's word is whole."""
    own = _OWN.match(name)
    if own is None or kind_of(name):
        return name
    # "Kils bostäder": what a place's name in the genitive belongs to is a part of the name.
    whole = re.match(r"[A-ZÅÄÖ][a-zåäö]+s\s+[a-zåäö]{4,}", name)
    short = whole is not None and " " not in own.group() and MUNICIPALITY_NAMES.code(own.group()[:-1]) is not None
    return whole.group() if whole is not None and short else own.group()


def _is_body(name: str) -> bool:
    """A name of its own, or words that name a body; no person, nobody's name, and nothing to do."""
    if not name or len(name.split()) > 6 or _NO_BODY.match(name) is not None or _OUR_OWN.match(name) is not None:
        return False
    if kind_of(name):
        return True
    return name[0].isupper() and person(name) is None


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

"""Numbers that say how much is to be reached."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from helaplan.model import Target
from helaplan.model.specs import NUMBER_LIMIT
from helaplan.registers.words import NUMBERS


@frozen
class FoundTarget:
    """A target and the characters it was read from. `doubtful`: the number may only tell how many there are."""

    start: int
    end: int
    target: Target
    doubtful: bool = False


_WORDS = "|".join(sorted((word for word in NUMBERS if word not in ("en", "ett", "one", "noll")), key=len, reverse=True))
_DIGITS = r"\d{1,3}(?: \d{3})+|\d{1,9}(?:[.,]\d{1,2})?"
_NUMBER = rf"(?P<n>{_DIGITS}|(?:{_WORDS})\b)"
_ARTICLE = r"(?P<n>en|ett|one)\b"
_LEAST = r"minst|åtminstone|fler\s+än|mer\s+än|lägst|at\s+least|more\s+than"
_MOST = r"högst|max(?:imalt|imum)?|som\s+mest|färre\s+än|at\s+most"
#: Words between a number and what is counted that say nothing of what it is: "20 nya barn" are children.
_MORE = r"(?:(?:nya|nytt|ny|ytterligare|olika|andra|st\.?|stycken|new|more|different)\s+)*"
_UNIT = _MORE + r"(?P<unit>%|km/h\b|[^\W\d_][\w-]*(?:\s+[^\W\d_][\w-]*)?)"
_PER = re.compile(
    r"\s*(?:per|om|i\s+varje|varje|a|each|i(?=\s+(?:veckan|månaden|kvartalet|halvåret)\b))\s+(?P<per>[^\W\d_]+)",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    rf"(?:från|from)\s+(?P<a>{_DIGITS})\s+(?:till|to)\s+(?P<b>{_DIGITS})(?:\s+{_UNIT})?", re.IGNORECASE
)
_SPAN = re.compile(
    rf"(?<![\w,.])(?P<a>{_DIGITS}|{_WORDS})\s*(?:–|-|till)\s*(?P<b>{_DIGITS}|{_WORDS})\s+{_UNIT}", re.IGNORECASE
)
_PLAIN = re.compile(
    rf"(?<![\w/.,:-])(?:(?P<least>{_LEAST})\s+|(?P<most>{_MOST})\s+|(?P<all>samtliga|alla|all)\s+)?"
    rf"(?:nya\s+|ytterligare\s+)?{_NUMBER}(?![\d/:-])(?:\s*{_UNIT})?",
    re.IGNORECASE,
)
_ONE_LEAST = re.compile(rf"(?<!\w)(?:(?P<least>{_LEAST})|(?P<most>{_MOST}))\s+{_ARTICLE}\s+{_UNIT}", re.IGNORECASE)
_ONE_TIME = re.compile(
    rf"(?<!\w){_ARTICLE}\s+(?P<unit>gång|tillfälle|time)(?=\s+(?:per|om|i|varje|a)\b)", re.IGNORECASE
)
_ONE_MADE = re.compile(
    rf"^(?:vi\s+ska\s+|att\s+)?(?P<verb>\w+)(?:\s+(?:in|ut|upp|till|på|i))?\s+{_ARTICLE}\s+{_UNIT}", re.IGNORECASE
)
_EVERY = re.compile(
    r"(?<!\w)varje\s+(?P<day>måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|vecka|månad|kvartal)\b", re.IGNORECASE
)
_YEARS = re.compile(r"(?:19|20)\d\d")
#: Before a number, these say that it counts nothing: the age in "under 30 år", a section, a goal of Agenda 2030.
_NO_COUNT = re.compile(
    r"(?<!\w)(?:kl\.?|klockan|mål|målen|§|punkt|nr\.?|nummer|vecka|v\.?|kapitel|årskurs|åk|klass|etapp|riksväg|länsväg|väg|paragraf|agenda|under|över|sida|sid|år|sedan|"
    r"goal|goals|no\.?)\s*$",
    re.IGNORECASE,
)
#: "Orter med fler än 200 invånare" says which places are meant, not what is to be reached.
_DESCRIBED = re.compile(r"(?<!\w)(?:med|with)\s+(?:fler|mer|färre|more|fewer)\s+(?:än|than)$", re.IGNORECASE)
_EXISTING = re.compile(
    r"(?<!\w)(?:länets|kommunens|våra|vår|de|alla|samtliga|regionens|distriktets|förbundets|our|the)\s*$", re.IGNORECASE
)
#: Verbs whose object is made or held, so that "en" after them counts one. "Ha en roll" counts nothing.
_MAKING = frozenset(
    """samordna ordna anordna arrangera genomföra hålla utbilda starta bjuda skriva producera besöka anställa ta
    publicera trycka utse bilda skapa erbjuda utlysa dela lämna rekrytera inrätta organise arrange hold start""".split()
)
_TIMES = ("gång", "gånger", "tillfälle", "tillfällen", "ggr", "times", "time")
_TIMES_WORD = re.compile(r"\b(?:gånger|tillfällen|ggr|times)\b", re.IGNORECASE)
#: `per` is text in the plan's own language, in the form in which it stands after "per".
_PER_WORDS = {
    "året": "år", "månaden": "månad", "kvartalet": "kvartal", "veckan": "vecka", "halvåret": "halvår",
    "terminen": "termin", "dagen": "dag", "kommunen": "kommun", "föreningen": "förening", "gruppen": "grupp",
}  # fmt: skip
#: How many characters before a number can change what it means.
_CONTEXT = 60
_ADJECTIVE = re.compile(r"(?:a|[ae]nde|samt?|igt?|skt?|ellt?|bart?)$")
_NUMBER_OF = re.compile(r"\b(?:antal(?:et)?|number\s+of)\s+([^\W\d_]+)[^.;:]*$", re.IGNORECASE)
_CHANGE = frozenset(
    "öka ökar ökas ökat minska minskar minskas höja höjas höjs sänka sänkas växa växer gå går stiga stiger".split()
)
#: "Träffas sex gånger": what people do is not what is counted.
_PASSIVE = re.compile(
    r"(?:träff|saml|möt|anordn|arranger|genomför|håll|ordn)(?:as|es|s)|ses|meet|gather", re.IGNORECASE
)
_NO_UNIT = frozenset(
    "och i på av för om som till med från per år eller samt vid under den det varav x ut in upp tas ges har".split()
)


def find_targets(text: str, taken: Sequence[tuple[int, int]], by: dt.date | None = None) -> list[FoundTarget]:
    """All targets in a text, in its order. `taken` are characters that mean something else: days, sums of money."""
    found: list[FoundTarget] = []
    claimed = list(taken)
    for each in _candidates(text, by):
        if not any(each.start < end and start < each.end for start, end in claimed):
            claimed.append((each.start, each.end))
            found.append(each)
    return sorted(found, key=lambda each: each.start)


def _candidates(text: str, by: dt.date | None) -> Iterator[FoundTarget]:
    for match in _FROM_TO.finditer(text):
        unit, end = _unit(match, text)
        before = _noun_before(_before(match, text)) if not unit else ""
        yield _made(match, text, unit or before, end, by, exactly=_value(match["b"]), start=_value(match["a"]))
    for match in _SPAN.finditer(text):
        low, high = _value(match["a"]), _value(match["b"])
        if low < high and not _YEARS.fullmatch(match["a"]):
            unit, end = _unit(match, text)
            yield _made(match, text, unit, end, by, at_least=low, at_most=high)
    for pattern in (_ONE_LEAST, _ONE_TIME):
        for match in pattern.finditer(text):
            yield _plain(match, text, by)
    for match in _PLAIN.finditer(text):
        if _counts(match, text) and _counts_something(match, text):
            yield _plain(match, text, by)
    for match in _EVERY.finditer(text):
        day = match["day"].casefold()
        per = "vecka" if day.endswith("dag") else day
        yield _made(match, text, "", match.end(), by, exactly=1.0, per=per)
    made = _ONE_MADE.match(text)
    if made is not None and _TIMES_WORD.search(text) is None and made["verb"].casefold() in _MAKING:
        yield _plain(made, text, by, begin=made.start("n"))


def _counts(match: re.Match[str], text: str) -> bool:
    """Whether a number is a count: no year, no age, no time, no section."""
    written = match["n"]
    if _YEARS.fullmatch(written) and not (match["least"] or match["most"]):
        return False
    unit = (match["unit"] or "").casefold().split()
    if unit[:1] in (["år"], ["års"], ["åriga"], ["år."]):
        return False
    before = _before(match, text)
    if _DESCRIBED.search(before + (match["least"] or match["most"] or "")):
        return False
    return _NO_COUNT.search(before) is None


def _counts_something(match: re.Match[str], text: str) -> bool:
    """Whether a number says of what: "busslinje 120" names a line, "minst 10" and "2 × 5 000 kr" count."""
    bound = match["least"] or match["most"]
    return bool(bound or _unit(match, text)[0] or re.match(r"\s*[×x]\s*\d", text[match.end("n") : match.end("n") + 8]))


def _plain(match: re.Match[str], text: str, by: dt.date | None, begin: int | None = None) -> FoundTarget:
    groups = match.groupdict()
    value, before = _value(match["n"]), _before(match, text)
    unit, end = _unit(match, text)
    doubtful = bool(groups.get("all")) or _EXISTING.search(before) is not None
    if unit.casefold() in _TIMES:
        unit = _noun_before(before) or unit
    elif not unit and (counted := _NUMBER_OF.search(before)):
        unit = counted[1]
    if groups.get("least"):
        return _made(match, text, unit, end, by, begin=begin, at_least=value)
    if groups.get("most"):
        return _made(match, text, unit, end, by, begin=begin, at_most=value)
    return _made(match, text, unit, end, by, begin=begin, doubtful=doubtful, exactly=value)


def _before(match: re.Match[str], text: str) -> str:
    """The words just before, no more, so that a long text costs no more than its length."""
    return text[max(0, match.start() - _CONTEXT) : match.start()]


def _made(
    match: re.Match[str],
    text: str,
    unit: str,
    end: int,
    by: dt.date | None,
    *,
    begin: int | None = None,
    doubtful: bool = False,
    per: str = "",
    at_least: float | None = None,
    at_most: float | None = None,
    exactly: float | None = None,
    start: float | None = None,
) -> FoundTarget:
    following = _PER.match(text, end)
    if following is not None and not per:
        per = _PER_WORDS.get(following["per"].casefold(), following["per"])
        end = following.end()
    begin = match.start() if begin is None else begin
    target = Target(
        at_least=at_least,
        at_most=at_most,
        exactly=exactly,
        start=start,
        unit=unit,
        per=per,
        by=by,
        words=text[begin:end],
    )
    return FoundTarget(begin, end, target, doubtful)


def _unit(match: re.Match[str], text: str) -> tuple[str, int]:
    """What is counted and where it ends: one word, two where the first only describes the second."""
    unit = match["unit"] or ""
    words = unit.split()
    if not words or words[0].casefold() in _NO_UNIT:
        groups = match.groupdict()
        return "", match.end("n") if "n" in groups else match.end("b")
    if len(words) == 2 and (words[1].casefold() in _NO_UNIT or not _ADJECTIVE.search(words[0])):
        words = words[:1]
    written = re.match(r"\s+".join(map(re.escape, words)), unit)
    return " ".join(words), match.start("unit") + (written.end() if written else len(unit))


def _noun_before(text: str) -> str:
    """What a number belongs to that stands behind it.

    That is nyhetsbrev in "ge ut nyhetsbrev vid minst tre tillfällen", följare in "antalet följare ska öka från 300".
    """
    if named := _NUMBER_OF.search(text):
        return named[1]
    words = re.findall(r"[^\W\d_]+", text)
    while words and words[-1].casefold() in ("vid", "minst", "högst", "på", "i", "at", "least"):
        words.pop()
    while words and words[-1].casefold() in _CHANGE:
        words.pop()
    return words[-1] if words and words[-1].casefold() not in _NO_UNIT and not _PASSIVE.fullmatch(words[-1]) else ""


def _value(written: str) -> float:
    plain = written.casefold().replace(" ", "").replace(",", ".")
    if plain in NUMBERS:
        return float(NUMBERS[plain])
    return min(float(plain), NUMBER_LIMIT / 10)

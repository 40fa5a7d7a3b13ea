"""Numbers that say how much is to be reached."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

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
#: Round numbers: "ett tiotal", "ett par".
_ROUND = {
    "tiotal": 10, "femtontal": 15, "tjugotal": 20, "trettiotal": 30, "fyrtiotal": 40, "femtiotal": 50,
    "sextiotal": 60, "sjuttiotal": 70, "åttiotal": 80, "nittiotal": 90, "hundratal": 100, "tusental": 1000,
    "dussin": 12, "par": 2, "dozen": 12, "couple of": 2,
}  # fmt: skip
_ROUND_WORDS = (
    rf"(?:ett|an?)\s+(?:{'|'.join(each.replace(' ', '[ ]') for each in _ROUND)})\b"
    r"(?!\s+(?:skor|skidor|stövlar|handskar|shoes|skis)\b)"
)
_NUMBER = rf"(?P<n>{_DIGITS}|{_ROUND_WORDS}|(?:{_WORDS})\b)"
_ARTICLE = r"(?P<n>en|ett|one)\b"
#: "Över 100 besökare" is a bound, "personer över 65" an age.
_OVER = r"över(?=\s+\d{1,3}(?:\s?\d{3})?\s+(?!år|kr|km\b|m\b|meter|grader)[^\W\d_])"
_LEAST = rf"{_OVER}|minst|åtminstone|fler\s+än|mer\s+än|lägst|at\s+least|more\s+than"
_MOST = r"upp\s+till|up\s+to|högst|max(?:imalt|imum)?|som\s+mest|färre\s+än|at\s+most"
#: Words between a number and what is counted that say nothing of what it is: "20 nya barn" are children.
_MORE = r"(?:(?:nya|nytt|ny|ytterligare|olika|andra|st\.?|stycken|new|more|different)\s+)*"
_UNIT = _MORE + r"(?P<unit>%|km/h\b|[^\W\d_][\w-]*(?:\s+[^\W\d_][\w-]*){0,2})"
_STRETCHES = (
    r"(?:året|år|månaden|månad|mån|kvartalet|kvartal|veckan|vecka|dagen|dag|dygnet|dygn|halvåret|halvår|terminen|termin"
    r"|säsongen|säsong|year|month|week|quarter|term|season|day)\b"
)
#: "Om hemberedskap" is what something is about, and "a" is an article where no time follows.
_PER = re.compile(
    rf"\s*(?:(?:per|i\s+varje|varje|each|every)\s+|(?:om|a|/)\s*(?={_STRETCHES})"
    r"|i\s+(?=(?:veckan|månaden|kvartalet|halvåret)\b))(?P<per>[^\W\d_]+)",
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
#: "En gång under hösten", and not "än en gång" or "en gång för alla".
_ONE_TIME = re.compile(
    rf"(?<!\w)(?<!på )(?<!än )(?<!ännu )(?<!någon )(?<!åt ){_ARTICLE}\s+(?P<unit>gång|tillfälle|time)"
    r"(?=\s+(?:per|om|i(?!\s+tiden)|på|varje|under|före|innan|senast|inför|a|in|during|every|each)\b|\s*(?:[.,;)/]|\Z))",
    re.IGNORECASE,
)
_TWICE = re.compile(
    rf"(?<!\w)(?:(?<!at )(?P<once>once)|(?P<twice>twice))\b(?=\s+(?:(?:a|per|each|every)\s+{_STRETCHES}|during\b"
    r"|(?:in|before)\s+the\b)|(?(twice)\s*(?:\.?\s*\Z|[,(])|(?!)))",
    re.IGNORECASE,
)
_ONE_MADE = re.compile(
    rf"^(?:vi\s+ska\s+|att\s+)?(?P<verb>\w+)(?:\s+(?:in|ut|upp|till|på|i))?\s+{_ARTICLE}\s+{_UNIT}", re.IGNORECASE
)
#: What people are asked to: "Bjuda in Trafikverket till ett möte".
_ONE_CALLED = re.compile(
    r"^(?:vi\s+ska\s+|att\s+)?(?:bjuda?|bjuder|inbjuda|kalla|kallar)\b[^.;:()\d]{0,80}?\btill\s+"
    + _ARTICLE
    + r"\s+(?:(?:extra|gemensamt?|öppe[nt]|större|årligt?|digitalt?)\s+)?(?P<unit>\w*(?:möte|träff|seminarium|kurs"
    r"|konferens|workshop|rådslag|läger|föreläsning|kväll|samtal|mässa|resa|visning|utställning|frågestund|frukost|lunch|middag"
    r"|café|genomgång|debatt|utfrågning))\b",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"(?<!\w)varje\s+(?P<day>måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|vecka|månad|kvartal)\b", re.IGNORECASE
)
_YEARS = re.compile(r"(?:19|20)\d\d")
#: Before a number, these say that it counts nothing: the age in "under 30 år", a section, a goal of Agenda 2030.
_NO_COUNT = re.compile(
    r"(?<!\w)(?:kl\.?|klockan|mål|målen|§|punkt|nr\.?|nummer|vecka|v\.?|första|sista|senaste|kommande|närmaste|kapitel|årskurs|åk|klass|etapp|riksväg|länsväg|väg|paragraf|agenda|under|över|sida|sid|år|sedan|"
    r"goal|goals|no\.?)\s*$",
    re.IGNORECASE,
)
#: "Orter med fler än 200 invånare" says which places are meant, not what is to be reached.
_DESCRIBED = re.compile(r"(?<!\w)(?:med|with)\s+(?:(?:fler|mer|färre|more|fewer)\s+(?:än|than)|över)$", re.IGNORECASE)
_EXISTING = re.compile(
    r"(?<!\w)(?:länets|kommunens|våra|vår|de|alla|samtliga|regionens|distriktets|förbundets|our|the)\s*$", re.IGNORECASE
)
#: Verbs whose object is made or held, so that "en" after them counts one. "Ha en roll" counts nothing.
_MAKING = frozenset(
    """samordna ordna anordna arrangera genomföra hålla utbilda starta bjuda skriva producera besöka anställa ta
    publicera trycka utse bilda skapa erbjuda utlysa dela lämna rekrytera inrätta organise arrange hold start""".split()
)
_TIMES = ("gång", "gånger", "tillfälle", "tillfällen", "ggr", "times", "time")
#: After a number these count what stands before it: "stolar, 6 st".
_PIECES = ("st", "stycken", "styck")
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
#: "Dubbla antalet följare till 2 000": what stands before is counted.
_REACHED = re.compile(r"\b(?:antal(?:et)?|number\s+of)\s[^.;:()\d]{2,40}\b(?:till|to)\s+\Z", re.IGNORECASE)
_CHANGE = frozenset(
    "öka ökar ökas ökat minska minskar minskas höja höjas höjs sänka sänkas växa växer gå går stiga stiger".split()
)
#: "Träffas sex gånger": what people do is not what is counted.
_PASSIVE = re.compile(
    r"(?:träff|saml|möt|anordn|arranger|genomför|håll|ordn)(?:as|es|s)|ses|meet|gather", re.IGNORECASE
)
_NO_UNIT = frozenset(
    """och i på av för om som till med från per år eller samt vid under den det varav x ut in upp tas ges har hos
    and or of to with for at on from the a an as is are was were has have had but that which who""".split()
)
#: "12–14 år" and "8 to 12 years" are ages.
_AGES = re.compile(r"år\b|års\b|år(?:s|ig)\w*|åring(?:ar(?:na)?)?\b|years?\b|year-olds?\b", re.IGNORECASE)
#: "2 km lång" tells a size, "på tre timmar" how long it takes, "inom två veckor" when it is done.
_SIZE = re.compile(r"\s*(?:lång|långt|långa|bred|brett|breda|hög|högt|höga|djup|djupt|bort|ifrån|long|wide|high)\b")
_LASTS = re.compile(
    r"(?:(?P<until>om|efter|inom|within|after)|på|i|under|in|for)\s+(?:minst\s+|högst\s+|at\s+least\s+)?\Z",
    re.IGNORECASE,
)
_HOURS = re.compile(r"(?:timm(?:ar|e)|tim|minuter|min|hours?|minutes)\Z", re.IGNORECASE)
_DAYS = re.compile(r"(?:dagar|dygn|veckor|månader|days|weeks|months)\Z", re.IGNORECASE)
#: "De två första helgerna" are no two weekends to be reached.
_ORDERED = frozenset({"första", "sista", "nästa", "kommande", "first", "last", "next"})
#: "Två av tre byar": the second number is only what the first is a share of.
_SHARE = re.compile(rf"(?:\d|\b(?:{_WORDS}|en|ett|one))\s+(?:av|of)\s+\Z", re.IGNORECASE)
_EACH_YEAR = re.compile(r"\b(?:i|varje|per|detta|om)\s+år\s*\Z", re.IGNORECASE)
#: Verbs whose object is nothing that is counted: "Träffa kommunen två gånger".
_DONE_TO = frozenset(
    """träffa träffar möta uppvakta besöka städa öva utbilda informera kontakta spola klippa röja visit
    meet see train clean practise inform""".split()
)
_ENGLISH_NUMBERS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty
    hundred""".split()
)
_SWEDISH = re.compile(r"[åäö]|\b(?:och|att|ska|till|med|av|vid|minst|om|under|per\s+termin)\b", re.IGNORECASE)
_PLURAL = re.compile(r"(?=[a-z-]+\Z)(?:[a-z-]{2,}[^\Wsui]s|people|children|women|men|buses)\Z", re.I)
_NO_PLURAL = frozenset("hos dess utomhus inomhus tills alls hemifrån varvs kurs plus hus ljus".split())


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
        if low < high and not _YEARS.fullmatch(match["a"]) and not _AGES.match(match["unit"]):
            unit, end = _unit(match, text)
            yield _made(match, text, unit, end, by, at_least=low, at_most=high)
    for pattern in (_ONE_LEAST, _ONE_TIME):
        for match in pattern.finditer(text):
            yield _plain(match, text, by)
    for match in _TWICE.finditer(text):
        unit = _noun_before(_before(match, text)) or ("time" if match["once"] else "times")
        yield _made(match, text, unit, match.end(), by, exactly=1.0 if match["once"] else 2.0)
    for match in _numbers(text):
        if _counts(match, text) and _counts_something(match, text):
            yield _plain(match, text, by)
    for match in _EVERY.finditer(text):
        day = match["day"].casefold()
        per = "vecka" if day.endswith("dag") else day
        yield _made(match, text, "", match.end(), by, exactly=1.0, per=per)
    made = _ONE_MADE.match(text)
    if made is not None and _TIMES_WORD.search(text) is None and made["verb"].casefold() in _MAKING:
        yield _plain(made, text, by, begin=made.start("n"))
    called = _ONE_CALLED.match(text)
    if called is not None:
        yield _plain(called, text, by, begin=called.start("n"))


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """All numbers with what follows them. What follows one may hold the next: "födda 2016–2019 vid åtta tillfällen"."""
    match = _PLAIN.search(text)
    while match is not None:
        yield match
        match = _PLAIN.search(text, match.end("n"))


def _counts(match: re.Match[str], text: str) -> bool:
    """Whether a number is a count: no year, no age, no time, no section."""
    written = match["n"]
    if _YEARS.fullmatch(written) and not (match["least"] or match["most"]):
        return False
    unit = match["unit"] or ""
    if _AGES.match(unit):
        return False
    before = _EACH_YEAR.sub("", _before(match, text))
    if _SHARE.search(before):
        return False
    first = unit.split()[0] if unit else ""
    if first and _SIZE.match(unit[len(first) :]):
        return False
    after = text[match.start("unit") + len(first) :][:_CONTEXT]
    # "Inom högst åtta veckor" is a promise that can be measured; "inom två veckor" says when.
    if first.casefold() in _ORDERED or (not match["most"] and _is_length(first, before, after)):
        return False
    if _DESCRIBED.search(before + (match["least"] or match["most"] or "")):
        return False
    # "En karta över minst 60 besöksmål" counts, "personer över 65" doesn't.
    return bool(match["least"] or match["most"]) or _NO_COUNT.search(before) is None


def _is_length(unit: str, before: str, after: str) -> bool:
    """Whether hours or days only say how long something takes or when it is done; "två dagar i veckan" count."""
    lasts = _LASTS.search(before) if unit else None
    if lasts is None or _PER.match(after) is not None:
        return False
    return _HOURS.match(unit) is not None or (bool(lasts["until"]) and _DAYS.match(unit) is not None)


def _counts_something(match: re.Match[str], text: str) -> bool:
    """Whether a number says of what: "busslinje 120" names a line, "minst 10" and "2 × 5 000 kr" count."""
    bound = match["least"] or match["most"] or _REACHED.search(_before(match, text))
    return bool(bound or _unit(match, text)[0] or re.match(r"\s*[×x]\s*\d", text[match.end("n") : match.end("n") + 8]))


def _plain(match: re.Match[str], text: str, by: dt.date | None, begin: int | None = None) -> FoundTarget:
    groups = match.groupdict()
    value, before = _value(match["n"]), _before(match, text)
    unit, end = _unit(match, text)
    doubtful = bool(groups.get("all")) or _EXISTING.search(before) is not None
    if unit.casefold() in (*_TIMES, *_PIECES):
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
    """What is counted and where it ends: one word, two where the first only describes the second.

    English writes apart what Swedish writes as one word: "six community lunches".
    """
    unit = match["unit"] or ""
    words = unit.split()
    if not words or words[0].casefold() in _NO_UNIT:
        groups = match.groupdict()
        return "", match.end("n") if "n" in groups else match.end("b")
    words = words[: _english(match, text) or 1 + (len(words) > 1 and _describes(*words[:2]))]
    written = re.match(r"\s+".join(map(re.escape, words)), unit)
    return " ".join(words), match.start("unit") + (written.end() if written else len(unit))


def _describes(first: str, second: str) -> bool:
    """Whether the first word after a number only says of what kind the second is."""
    return second.casefold() not in _NO_UNIT and _ADJECTIVE.search(first) is not None


@lru_cache(maxsize=16)
def _is_swedish(text: str) -> bool:
    """Asked for every number of a text."""
    return _SWEDISH.search(text) is not None


def _english(match: re.Match[str], text: str) -> int:
    """How many words up to the first plural of an English text name what is counted; 0 in any other."""
    written = (match.groupdict().get("n") or match["b"]).casefold()
    if written not in _ENGLISH_NUMBERS and (not written[:1].isdigit() or _is_swedish(text)):
        return 0
    for count, word in enumerate(match["unit"].split(), start=1):
        if word.casefold() in _NO_UNIT:
            return 0
        if _PLURAL.fullmatch(word) and word.casefold() not in _NO_PLURAL:
            return count
    return 0


def _noun_before(text: str) -> str:
    """What a number belongs to that stands behind it.

    That is nyhetsbrev in "ge ut nyhetsbrev vid minst tre tillfällen", följare in "antalet följare ska öka från 300".
    """
    if named := _NUMBER_OF.search(text):
        return named[1]
    words = re.findall(r"[^\W\d_]+", re.split(r"[.;:!?]\s|\d", text)[-1])
    if words[:1] in (["att"], ["Att"]):
        words = words[1:]
    if len(words) < 2 or words[0].casefold() in _DONE_TO:
        # What people do alone, or do to somebody, is not what is counted.
        return words[0] if text.rstrip().endswith((",", "(")) and len(words) == 1 else ""
    while words and words[-1].casefold() in ("vid", "minst", "högst", "på", "i", "at", "least"):
        words.pop()
    while words and words[-1].casefold() in _CHANGE:
        words.pop()
    if len(words) > 2 and words[-1].istitle() and words[-2].islower() and words[-2] not in _NO_UNIT:
        # "Ge ut tidningen Bygden": the word before a name says what it is.
        words.pop()
    return words[-1] if words and words[-1].casefold() not in _NO_UNIT and not _PASSIVE.fullmatch(words[-1]) else ""


def _value(written: str) -> float:
    if (about := _ROUND.get(" ".join(written.casefold().split()[1:]))) is not None:
        return float(about)
    plain = written.casefold().replace(" ", "").replace(",", ".")
    if plain in NUMBERS:
        return float(NUMBERS[plain])
    return min(float(plain), NUMBER_LIMIT / 10)

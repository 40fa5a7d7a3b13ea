"""Which words name a person or a role of the organisation, and which only look so: places, bodies, abbreviations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from attrs import frozen

from helaplan.recognise.bodies import kind_of
from helaplan.registers.given_names import is_given_name
from helaplan.registers.municipalities import REGISTER as MUNICIPALITIES

#: Words that name a role or a group of the organisation itself, by how they end.
_ENDS = (
    r"grupp(?:en|erna|er)?|utskott(?:et|en)?|kommitt[ée](?:n|er|erna)?|styrelse(?:n)?|ordförande(?:n|na)?|kassör(?:en)?"
    r"|sekreterare(?:n)?|ansvarig(?:a)?|kansli(?:et)?|redaktion(?:en)?|redaktör(?:en|er|erna)?|valberedning(?:en)?"
    r"|sammankallande|presidiet|presidium|ombud(?:en|et)?|samordnare(?:n)?|ledare(?:n|na)?|konsulent(?:en)?"
    r"|förvaltare(?:n)?"
    r"|webbmaster|teamet|sektion(?:en|erna)?|koordinator(?:n)?|organisatör(?:en)?|utvecklare(?:n)?|vaktmästare(?:n)?"
    r"|ledamot(?:en)?|ledamöter(?:na)?|suppleant(?:en|er|erna)?|revisor(?:n|er|erna)?|kommunikatör(?:en)?"
    r"|intendent(?:en)?"
    r"|board|chair|treasurer|secretary|committee|group"
)
ROLE = (
    rf"(?:(?:(?:hela|nya|den\s+nya|v\.?|vice)\s+)?[\w-]{{0,40}}(?:{_ENDS})|[\w-]{{1,40}}\s(?:group|committee|team"
    rf"|board)|AU|VU"
    r"|(?:v\.?\s?)?ordf\.?|sekr\.?|kass\.?)"
)
_ROLE = re.compile(ROLE, re.IGNORECASE)
_WITH_OFFICE = re.compile(
    rf"(?P<person>[A-ZÅÄÖ]\S{{0,40}}(?:\s+[A-ZÅÄÖ]\S{{0,40}}){{0,2}})\s+(?-i:(?=[a-zåäö])){ROLE}", re.IGNORECASE
)
_TITLED = re.compile(rf"{ROLE}\s+(?P<person>[A-ZÅÄÖ].*)", re.IGNORECASE)

CAPITAL = r"[A-ZÅÄÖÉÜ][\w'’-]{0,40}"
_TOKEN = re.compile(rf"{CAPITAL}\.?|von|af|de|der|van|la")
_SURNAME = re.compile(
    r"(?<!\w)\w+(?:sson|son|berg|ström|gren|[kq]vist|lund|stedt|man|mann|blom|dahl|löf|löv|ell|én|ander|ius|holm|strand|sky"
    r"|ski"
    r"|ić|ova|oğlu|zadeh|dottir)\Z"
)
#: Names of houses, places, bodies and works, by how a word of theirs ends.
_NO_PERSON = re.compile(
    r"(?:gata|gatan|väg|vägen|plats|platsen|plan|torg|torget|park|parken|skola|skolan|gymnasiet|kyrka|kyrkan"
    r"|församling|sällskapet|sällskap"
    r"|hus|huset|gård|gården|hem|hemmet|stift|förening|föreningen|lokal|lokalen|hall|hallen|salen|sal|bygd|bygden"
    r"|kommun|län|region"
    r"|regionen|landsting|förbundet|förbund|distrikt|byalag|byalaget|klubb|klubben|fond|fonden|stiftelse|stiftelsen"
    r"|stipendium|stipendiet"
    r"|pris|priset|dag|dagen|minne|museum|museet|bibliotek|biblioteket|universitet|högskola|teater|teatern|kapell"
    r"|camping|hotell"
    r"|hotellet|vandrarhem|bank|banken|fjärden|sjön|ån|ön|udde|udden|dalen|berget|skogen|stranden|hamn|hamnen"
    r"|station|stationen|by|byn"
    r"|festival|festivalen|marknad|marknaden|agenda|nätverket|korset|barnen|riksförbund|center|centrum|verket"
    r"|kontoret|tidning|bladet"
    r"|radio|posten|kuriren|zoom|teams|skype|meet|leader|kör|kören|orkester|saga|roman)\Z",
    re.IGNORECASE,
)
#: What families are called, capitalised, though places are as well.
_SURNAME_TOO = re.compile(r"Hall|Park|Sal|[A-ZÅÄÖ]\w+(?:by|dalen|udd|hamn|torg)")
#: "Boye-sällskapet" is named after somebody.
_COMPOUND = re.compile(r"-[a-zåäö]")
_NO_FIRST = frozenset(
    """svenska stora lilla nya gamla norra södra östra västra övre nedre hela alla sankt sankta saint hotell hotel villa
    café cafe restaurang leader region agenda facebook google microsoft radio folkets första andra förening projekt
    studieförbundet bygdens byns årets""".split()
)
#: Two or three capitals that are no person's initials.
_LETTERS = frozenset(
    """EU FN AI IT PR TV AB KF KS VA LF RF IF IK BK FF SK US UK OK VM EM SM DM FB WC NB PS ID CV RT SR UR HR VT HT SV AU
    VU LRF ABF NBV PRO SPF SKR GIS SVT MSB SCB OBS TRV HVB LSS BRÅ LUS LAG HSO KAK STF SFF SGU NTF DHR FUB NGO RIK ÖP
    BID
    IOP CSR UF SÖ VMA GPS LED CSN KTH SLU LTU LNU GU MIUN ESF ERU DBF LSU BUP UNG BK JA NEJ TBA TBD ETC""".split()
)
_CAPITALS = re.compile(r"[A-ZÅÄÖ]{3,}")
_INITIALS = re.compile(r"[A-ZÅÄÖ]{2,3}")
_BETWEEN = re.compile(r"\s*[,/;&+]\s*|\s+(?:och|samt|and)\s+")
_AND_OTHERS = re.compile(r"(?:\s*,)?\s*(?:m\.?\s?fl\.?|med\s+flera|et\s+al\.?|(?:&|och)\s+co\.?)\Z", re.IGNORECASE)


@frozen
class Known:
    """Who is named elsewhere in the document: persons in small letters, their initials, brackets that come again."""

    persons: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    repeated: frozenset[str] = frozenset()


NOBODY = Known()


@frozen
class Named:
    """Somebody named; `doubtful` where the words are like a name only, `role` where they name an office."""

    name: str
    doubtful: bool = False
    role: bool = False


#: No name is longer, titles and all.
_LONGEST = 100


def is_role(words: str) -> bool:
    """Whether words name an office or a group of the organisation: `styrelsen`, `vice ordförande`."""
    return _ROLE.fullmatch(words) is not None


def person(words: str, known: Known = NOBODY) -> Named | None:
    """Who the words name: sure with a common given name or somebody known, doubtful where only their form says so."""
    if len(words) > _LONGEST:
        return None
    with_office = _WITH_OFFICE.fullmatch(words)
    if with_office is not None and (one := person(with_office["person"], known)) is not None:
        return one
    titled = _TITLED.fullmatch(words)
    if titled is not None and person(titled["person"], known) is not None:
        return Named(words)
    tokens = words.split()
    if not tokens or len(tokens) > 4 or not all(_TOKEN.fullmatch(each) for each in tokens):
        return None
    if words.casefold() in known.persons:
        return Named(words)
    if len(tokens) == 2 and _is_like_a_place(*tokens):
        return Named(words)
    if (
        any(_NO_PERSON.search(each) or _COMPOUND.search(each) for each in tokens)
        or MUNICIPALITIES.code(words) is not None
    ):
        return None
    if is_given_name(tokens[0], alone=len(tokens) == 1) and (
        tokens[0].isupper() or not _CAPITALS.fullmatch(tokens[-1])
    ):
        return Named(words)
    if len(tokens) < 2 or tokens[0].casefold() in _NO_FIRST or tokens[0].endswith("s") or kind_of(words):
        return None
    if _SURNAME.fullmatch(tokens[-1]) or words.casefold() in known.repeated:
        return Named(words, doubtful=True)
    return None


def _is_like_a_place(first: str, last: str) -> bool:
    """Whether a sure given name stands before a surname that is a word for a place, too: `Karin Hall`, `Dag Norrby`."""
    place = _NO_PERSON.search(last) is not None and _SURNAME_TOO.fullmatch(last) is None
    return last[:1].isupper() and not place and not _COMPOUND.search(last) and is_given_name(first, alone=False)


def people_in(words: str, known: Known = NOBODY, *, initials: bool = False) -> list[Named]:
    """Everybody in words that name people and offices only: `Karin Lund och styrelsen`, `KL`. Nobody in any others.

    `initials` says that letters nobody knows may be a person's.
    """
    found: list[Named] = []
    for part in _BETWEEN.split(_AND_OTHERS.sub("", words.strip(" ."))):
        name = part.strip()
        if is_role(name):
            found.append(Named(name, role=True))
        elif _INITIALS.fullmatch(name):
            if name not in known.initials and (not initials or name in _LETTERS):
                return []
            found.append(Named(name, doubtful=name not in known.initials))
        elif one := person(name, known):
            found.append(one)
        else:
            return []
    return _with_company(_without_offices(found, words))


def _without_offices(found: list[Named], words: str) -> list[Named]:
    """One person with her office, `Karin Lund, ordf`, is one."""
    if len(found) == 2 and not found[0].role and re.search(r",\s*(?:ordf|kassör|sekr|vice|v\.)[^,]*\Z", words, re.I):
        return found[:1]
    return found


def _with_company(found: list[Named]) -> list[Named]:
    """A name that stands beside somebody sure is no longer doubtful."""
    if any(not each.doubtful and not each.role for each in found):
        return [Named(each.name, role=each.role) for each in found]
    return found


#: "Städa – Karin", which is a habit of those who do it more than once.
_DASHED = re.compile(r"\s[–—-]\s*(?P<in>[^–—\d-]{2,60}?)[.\s]*\Z")
_BRACKET = re.compile(r"[(\[](?P<in>[^()\[\]]{1,120})[)\]]")
_DASH_REACH = 80


def known_people(texts: Iterable[str], named: Iterable[str]) -> Known:
    """Who is named in these texts of activities, and in the fields for who is responsible."""
    persons: set[str] = set()
    brackets: Counter[str] = Counter()
    dashed: list[str] = []
    for each in named:
        for words in (each, each.partition(",")[0]):
            if (one := person(words)) is not None:
                persons.add(one.name)
    for text in texts:
        for match in _BRACKET.finditer(text):
            people = people_in(match["in"])
            persons.update(each.name for each in people if not each.role and not each.doubtful)
            brackets[" ".join(match["in"].split()).casefold()] += 1
        tail = _DASHED.search(text, max(0, len(text) - _DASH_REACH))
        dashed += [each.name for each in people_in(tail["in"]) if not each.role and not each.doubtful] if tail else []
    persons.update(dashed if len(dashed) > 1 else ())
    initials = {"".join(word[0] for word in each.split() if word[0].isupper()) for each in persons if " " in each}
    initials |= {each for each in named if _INITIALS.fullmatch(each) and each not in _LETTERS}
    return Known(
        persons=frozenset(each.casefold() for each in persons),
        initials=frozenset(each for each in initials if len(each) > 1),
        repeated=frozenset(words for words, count in brackets.items() if count > 1 and len(words.split()) == 2),
    )

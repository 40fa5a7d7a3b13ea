"""Who is responsible, read from what people wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from helaplan.recognise.bodies import kind_of
from helaplan.recognise.persons import CAPITAL, NOBODY, ROLE, Known, Named, is_role, people_in, person


@frozen
class FoundRole:
    """Somebody responsible, as printed, and the characters it was read from. `doubtful`: it may be no person."""

    start: int
    end: int
    name: str
    doubtful: bool = False


_LABELLED = re.compile(
    r"[(\[]?\b(?:ansv\.?|ansvarig(?:a|t)?|huvudansvarig(?:a)?|sammankallande|områdesansvarig(?:a)?"
    r"|responsible)\s*[:.–-]?\s*"
    r"(?P<name>(?<=[:.–\s-])[^()\[\].;:]{1,200})[)\]]?",
    re.IGNORECASE,
)
#: After these, only people and offices count, since anything may follow.
_CALLED = re.compile(
    r"\b(?:ansv\.?|resp\.|kontakt(?:person(?:er)?)?\s*:|samordnare\s*:|samordnas\s+av|under\s+ledning\s+av"
    r"|ansvar\s*:|håller\s+i\s*:"
    r"|ansvaras(?:\s+för)?\s+av|leds\s+av|sköts\s+av"
    r"|hanteras\s+av|ordnas\s+av|arrangeras\s+av|genomförs\s+av|ansvarig(?:a)?\s+(?:är|blir)|ansvarig(?:a)?)\s*"
    r"(?P<name>(?<=[:.\s])[^()\[\].;:]{2,80})",
    re.IGNORECASE,
)
#: An office at the beginning of the sentence, which does what follows.
_SUBJECT = re.compile(
    rf"(?:\A|(?<=[.!?]\s))(?!\w*(?:målgrupp|åldersgrupp))(?P<name>{ROLE})\s+(?:ska|skall|ombesörjer|arrangerar|anordnar|ordnar"
    rf"|genomför|bjuder|kallar|sköter"
    r"|planerar|skickar|gör|tar|redovisar|lämnar|söker|håller|svarar|ansvarar|samordnar|förbereder|ser\s+till)\b",
    re.IGNORECASE,
)
#: Any verb of work after an office in the definite form: "Arkivgruppen skannar", and not "Styrelsen består".
_SUBJECT_WORKS = re.compile(
    rf"(?:\A|(?<=[.!?]\s))(?P<name>{ROLE}(?<=[nt]))\s+(?:träffas|möts|samlas|ses"
    r"|(?!behöver|saknar|vänder|omfattar|fyller|heter|kommer|innehåller|välkomnar)"
    r"\w{2,20}(?:ar|er|ör))\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(rf"\bbeslut\w{{0,20}}\s+(?:i|av|från)\s+(?P<name>{ROLE})(?!\w)", re.IGNORECASE)
_DOES = (
    r"(?:ansvarar|är\s+(?:huvud)?ansvariga?|är\s+sammankallande|håller\s+i|tar\s+hand\s+om|tar\s+ansvar|sköter"
    r"|samordnar|står\s+för"
    r"|leder\s+arbetet|ansvariga?(?=\s*(?:[.,;)]|\Z))|(?:is|are)\s+(?:responsible|in\s+charge)|takes?\s+care)\b"
)
_ANSWERS = re.compile(
    rf"(?<!\w)(?P<name>{ROLE})\s+(?:ansvarar|är\s+ansvariga?|håller\s+i|is\s+responsible)\b", re.IGNORECASE
)
# Every repetition here has an end, so that a long text costs no more than its length.
_NAME = rf"{CAPITAL}(?:\s+(?:{CAPITAL}|von|af|de)){{0,3}}"
_PEOPLE = rf"{_NAME}(?:(?:\s*[,/&+]\s*|\s+(?:och|samt|and)\s+)(?:{_NAME}|[a-zåäö][\w-]{{2,30}})){{0,4}}"
_PERSON_DOES = re.compile(rf"(?<!\w)(?P<name>{_PEOPLE})\s+(?i:{_DOES})")
_PASSIVE = re.compile(rf"(?<!\w)\w{{2,30}}s\s+av\s+(?P<name>{_PEOPLE})")
_OFFICE_IS = re.compile(
    rf"(?<!\w)(?i:ansvarig\w{{0,3}}|sammankallande|kontaktperson|\w{{0,30}}ombud)\s+[^.:;()]{{0,80}}?\b(?i:är|blir)\s+"
    rf"(?i:tills\s?vidare\s+|fortsatt\s+|även\s+|i\s+år\s+)?(?P<name>{_PEOPLE})"
)
#: "Karin bokar lokal": who begins the sentence does it.
_PERSON_BEGINS = re.compile(rf"(?:\A|(?<=[.!?]\s))(?P<name>{_PEOPLE})\s+(?:\w{{1,30}}(?:ar|er|ör|år)|ska|skall)\b")
#: Names that begin a sentence as a verb or a small word: "Bo kvar i byn".
_VERBS_TOO = frozenset({"Bo", "Max", "Per", "Stig"})
_AS = re.compile(rf"\b(?i:med)\s+(?P<name>{_PEOPLE})\s+(?i:som\s+(?:huvud)?ansvariga?)\b")
_NAMED = re.compile(r"\bansvariga?\s+(?:är\s+)?(?P<name>[A-ZÅÄÖ][\w-]{1,40}(?:\s+[A-ZÅÄÖ][\w-]{0,40}){0,4})")
_HEAD = re.compile(rf"\A(?P<name>{_PEOPLE}):\s")
#: Words that call somebody responsible rather than name who is.
_CALLING = re.compile(r"(?<!\w)(?:\w*ansvarig\w*|sammankallande|samordnare|ledare|guide|\w*ledare)\Z", re.IGNORECASE)
#: "Hus och försäkring: Kjell Ek och konsulenten": nothing but who does what.
_WHOLE = re.compile(r"(?P<what>[^:.]{2,60}):\s*(?P<name>[^:;()]{2,140}?)\.?")
_WHOLE_REACH = 220
_BRACKETED = re.compile(r"(?P<open>[(\[])\s*(?P<name>[^()\[\]]{1,120}?)\s*[)\]]")
_TAIL = re.compile(r"(?:(?<=[\s.!?,])/|\s(?P<dash>[–—-])|(?P<comma>,))\s*(?P<name>[^/()\[\]–—.;:!?,\d]{2,60})[.\s]*\Z")
_TAIL_REACH = 80
#: What people say in the bracket beside the name.
_SAID = re.compile(
    r"\A(?:ansv(?:arig(?:a)?)?|resp|kontakt(?:person)?|samordn(?:are|as\s+av)|sammank(?:allande)?)\s*[.:]?\s+"
    r"|\s+(?:ansv\.?|ansvarar|ansvariga?|håller\s+i(?:\s+det)?"
    r"|samordnar|är\s+ansvariga?|är\s+sammankallande|fixar|ordnar)\Z",
    re.IGNORECASE,
)
#: Before a bracket these say that the name in it tells who they are.
_DESCRIBED = re.compile(
    r"(?<!\w)(?:\w*(?:föreläsare|talare|gäst|gästen|författare|artist|artisten|musiker|konstnär|skådespelare|präst"
    r"|prästen|politiker|ledamot"
    r"|ledamoten|minister|ministern|landshövding|landshövdingen|kommunalråd|kommunalrådet|moderator|underhållare"
    r"|film(?:en)?|bok(?:en)?|pjäs(?:en)?|roman(?:en)?|guide|tolk|kock|clown|medverkande)n?"
    r"|av|speaker|author|guest|by)\s*\Z",
    re.IGNORECASE,
)
#: Where somebody comes to speak or play, the name after a dash is who comes.
_PERFORMS = re.compile(
    r"föreläs|föredrag|konsert|samtal|författar|uppträd|gäst|underhåll|musik|lecture|concert|talk", re.I
)
#: Bodies that do things themselves. Beside an authority a person is its official; a church or a hall is a place.
_DOING = frozenset({"association", "network", "company"})
_HALL = re.compile(r"(?:hus|huset|gård|gården|butik|butiken|hotell\w*)\Z", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[.,;:!?)\]–—-]|\Z|[(\[])")
#: A field that holds names ends where time begins.
_TIME = re.compile(
    r"\s*(?:,\s*|\s)(?:senast|före|innan|klart|när|under|den\s+\d|i\s+(?:januari|februari|mars|april|maj|juni|juli"
    r"|augusti"
    r"|september|oktober|november|december)|v\.?\s?\d|vecka|kl\.?\s?\d|\d).*\Z",
    re.IGNORECASE | re.DOTALL,
)
_SPLIT = re.compile(r"\s*[/;,]\s*")
_LAST = re.compile(r"\s+(?:och|samt|and)\s+(?=(?P<last>[\w-]+)$)")
#: "Gruppen för kultur och fritid": what stands after "för" is one thing.
_INSIDE = re.compile(r"(?<!\w)(?:för|av|till|mot|kring|om|for|of)\s", re.IGNORECASE)
_TOGETHER = re.compile(r"\s*[&+]\s*|\s+(?:och|samt|and)\s+")


def find_roles(text: str, known: Known = NOBODY) -> list[FoundRole]:
    """Everybody that a text names as responsible, in its order, each once.

    `known` tells who the document names elsewhere.
    """
    found: list[FoundRole] = []
    for match in _LABELLED.finditer(text):
        bracketed = match.group()[0] in "(["
        if bracketed or re.match(r"\W*\w+\.?\s*:", match.group()):
            found += _several(match)
    for each in (*_with_words(text, known), *_by_place(text, known)):
        if not any(each.start < other.end and other.start < each.end and not _twins(each, other) for other in found):
            found.append(each)
    names: set[str] = set()
    once = []
    for each in sorted(found, key=lambda role: role.start):
        if each.name.casefold() not in names:
            names.add(each.name.casefold())
            once.append(each)
    return once


def _twins(one: FoundRole, other: FoundRole) -> bool:
    """Whether two were read from the very same words, as all of one bracket are."""
    return (one.start, one.end) == (other.start, other.end)


def _several(match: re.Match[str]) -> list[FoundRole]:
    names = split_names(_TIME.sub("", match["name"]))
    return [FoundRole(match.start(), match.end(), name) for name in names]


def _all(match: re.Match[str], people: list[Named]) -> Iterator[FoundRole]:
    for each in people:
        yield FoundRole(match.start(), match.end(), each.name, each.doubtful)


def _with_words(text: str, known: Known) -> Iterator[FoundRole]:
    """Those of whom words say that they do it: "Karin Lund ansvarar", "leds av Karin"."""
    for match in _CALLED.finditer(text):
        yield from _all(match, _first_people(match["name"], known))
    for pattern in (_DECIDED, _ANSWERS, _SUBJECT, _SUBJECT_WORKS):
        for match in pattern.finditer(text):
            yield from _several(match)
    for pattern in (_PERSON_DOES, _AS):
        for match in pattern.finditer(text):
            yield from _all(match, _last_people(match["name"], known))
    for match in _PERSON_BEGINS.finditer(text) if _PERFORMS.search(text) is None else ():
        people = people_in(match["name"], known) if match["name"] not in _VERBS_TOO else []
        if not all(each.role for each in people) and not any(each.doubtful for each in people):
            yield from _all(match, people)
    for pattern in (_PASSIVE, _OFFICE_IS):
        for match in pattern.finditer(text) if _PERFORMS.search(text) is None else ():
            yield from _all(match, _first_people(match["name"], known))
    for match in _NAMED.finditer(text):
        yield from _several(match)


def _by_place(text: str, known: Known) -> Iterator[FoundRole]:
    """Those whose name stands where people write who does it: in a bracket, after a stroke at the end, first of all."""
    for match in _BRACKETED.finditer(text):
        label, _, named = match["name"].rpartition(":")
        if _DESCRIBED.search(label):
            continue
        words = _SAID.sub("", named.strip())
        people = people_in(words, known, initials=match["open"] == "[") or _with_bodies(words, known)
        ends = _ENDS.match(text, match.end()) is not None
        told = _DESCRIBED.search(text[max(0, match.start() - 40) : match.start()]) is not None
        if people and not told and (ends or not any(each.doubtful for each in people)):
            yield from _all(match, people)
    begin = max(0, len(text) - _TAIL_REACH)
    tail = _TAIL.search(text, begin)
    if tail is not None:
        yield from _all(tail, _tail_people(tail, text, known))
    yield from _first(text, known)


def _does(name: str) -> bool:
    return kind_of(name) in _DOING and _HALL.search(name) is None


def _with_bodies(words: str, known: Known) -> list[Named]:
    """A body and somebody sure beside it, as in `(Vägsamfälligheten, Sture Palm)`, do it together."""
    found = [(name, people_in(name, known)) for name in split_names(words)]
    sure = any(not each.doubtful and not each.role for _, people in found for each in people)
    if not sure or len(found) < 2 or not all(people or _does(name) for name, people in found):
        return []
    return [each for name, people in found for each in people or [Named(name, role=True)]]


def _first(text: str, known: Known) -> Iterator[FoundRole]:
    """Those who stand at a colon: "Karin Lund: boka lokal", "Hus och försäkring: Kjell Ek och konsulenten"."""
    whole = _WHOLE.fullmatch(text[:_WHOLE_REACH])
    if whole is not None and _DESCRIBED.search(whole["what"]) is None:
        people = people_in(whole["name"], known)
        if any(not each.doubtful and not each.role for each in people):
            yield from _all(whole, people)
            return
    head = _HEAD.match(text[:_TAIL_REACH])
    if head is not None and _CALLING.match(head["name"]) is None:
        people = people_in(head["name"], known)
        if not any(each.doubtful for each in people):
            yield from _all(head, people)


def _tail_people(tail: re.Match[str], text: str, known: Known) -> list[Named]:
    """Who stands last, after a stroke or a dash; after a comma only somebody known from elsewhere."""
    people = people_in(_SAID.sub("", tail["name"].strip()), known, initials=not tail["dash"] and not tail["comma"])
    strangers = [each for each in people if not each.role and each.name.casefold() not in known.persons]
    if tail["comma"] and (strangers or not people or any(each.role for each in people)):
        return []
    if tail["dash"] and strangers:
        if _PERFORMS.search(text) or any(each.doubtful for each in people):
            return []
        return [Named(each.name, doubtful=each in strangers, role=each.role) for each in people]
    return people


def _first_people(words: str, known: Known) -> list[Named]:
    """The people that words begin with, as many as there are: "Karin Lund och styrelsen inför mötet"."""
    tokens = _TIME.sub("", words).split()
    for count in range(min(len(tokens), 9), 0, -1):
        people = people_in(" ".join(tokens[:count]).rstrip(","), known, initials=count == len(tokens))
        if people:
            return people
    return []


def _last_people(words: str, known: Known) -> list[Named]:
    """The people that words end with: a sentence may begin with a capital of its own."""
    tokens = words.split()
    for count in range(min(len(tokens), 9), 0, -1):
        people = people_in(" ".join(tokens[-count:]), known)
        if people:
            return people
    return []


def split_names(text: str) -> list[str]:
    """The names in `Styrelsen / Hembygdsföreningen`, `Karin & Lars`; one that holds "och" inside stays whole."""
    parts = [part for one in _SPLIT.split(text) for each in _last_apart(one) for part in _apart(each)]
    return [name for part in parts if (name := part.strip(" .:–-")) and re.search(r"\w", name)]


def _last_apart(words: str) -> list[str]:
    """The last name apart where it is one word: `Kassören och sekreteraren`."""
    match = _LAST.search(words)
    if match is None:
        return [words]
    inside = _INSIDE.search(words[: match.start()]) and match["last"].islower() and not is_role(match["last"])
    return [words] if inside else [words[: match.start()], match["last"]]


def _apart(words: str) -> list[str]:
    """The people in words such as `Karin Lund och Lars Ek`; any other words stay together."""
    parts = _TOGETHER.split(words.strip())
    if len(parts) > 1 and all(is_role(each) or person(each) or re.fullmatch(r"[A-ZÅÄÖ]{2,3}", each) for each in parts):
        return parts
    return [words]

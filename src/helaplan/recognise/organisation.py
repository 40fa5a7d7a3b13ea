"""Whose plan it is: the line that says so, the title, the head of the pages, the running text, in this order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import evolve

from helaplan.model import Organisation
from helaplan.recognise.bodies import kind_of
from helaplan.recognise.draft import GUESS, Draft
from helaplan.recognise.units import Unit
from helaplan.registers.counties import COUNTIES
from helaplan.registers.headings import KINDS

ORGANISATION = re.compile(
    r"hela\s+sverige\s+ska\s+leva|(?<![\w-])[\w-]{0,60}(?:förening|föreningen|förbund|förbundet|byalag|byalaget|bygdelag|bygdelaget|distrikt"
    r"|distriktet|bygderåd|bygderådet|länsavdelning|krets|kretsen|klubb|klubben|sällskap|sällskapet|stiftelsen?"
    r"|utvecklingsgrupp|utvecklingsgruppen|bygdegrupp|bygdegruppen|samfällighet|gille|kår|kåren|forum|nätverk|nätverket|rådet|union|club|network|association|federation|society|council)\b",
    re.IGNORECASE,
)
_IN_TITLE = re.compile(
    r"\b(?i:för|of|for)\s+(?P<name>[A-ZÅÄÖ][^\d]*?)\s*,?\s*(?:(?:för|under|for)?\s*(?:år(?:et)?|verksamhetsåret)?\s*(?:19|20)\d\d.*)?$"
)
_NATIONAL = re.compile(
    r"(?P<name>(?i:hela\s+sverige\s+ska\s+leva)\s+(?P<place>[A-ZÅÄÖ][\w-]+(?:\s+(?:[A-ZÅÄÖ][\w-]+|län\b))*))"
)
_LOCAL = re.compile(
    r"\b(?P<name>[A-ZÅÄÖ][\w-]+\s+(?:läns\s+)?(?:bygdegårdsdistrikt|hembygdsförbund|hembygdsförening|bygderåd|byalag|bygdelag"
    r"|länsförbund|naturskyddsförening|byutvecklingsförening))\b"
)
#: What divides the title and the name of a body on one line.
_DIVIDED = re.compile(r"\s[–—-]\s|\s*[,:|]\s+")
_OWNS = re.compile(rf"(?P<name>\S.{{2,80}}?)(?P<s>s?)\s+(?=(?:förslag\s+till\s+)?(?:{KINDS.pattern}))", re.IGNORECASE)

#: "Plan för Eds bygderåds verksamhet 2026": the body whose doings a title is about.
_DOINGS = re.compile(
    r"\b(?i:för|av)\s+(?P<name>[A-ZÅÄÖ][^\d:]{2,80}?)s\s+(?i:verksamhet|arbete|insatser|aktiviteter|planer)\b"
)
_YEAR_ONLY = re.compile(r"(?:19|20)\d\d(?:\s*[/–—-]\s*\d{2,4})?")
#: What a line that is only a name has none of.
_NO_NAME = re.compile(
    r"\d|bilaga|dnr|:|\.\s|[.!?]$|\b(?:av|från|enligt|till|alla|som|vi|på|med(?!\s+omnejd)|om|är|ska|by|all|we|with)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:organisation|förening|föreningens\s+namn|association)\s*:\s+(?=\S)", re.IGNORECASE)
_IN_HEAD = re.compile(r"\s[–—·|•-]\s|\s*\|\s*|\t+|\s{3,}")
_LONGEST = 100
_LONGEST_TITLE = 400
_WORDS = 7


def read_organisation(
    front: Sequence[Unit], units: Sequence[Unit], draft: Draft, given: str, title: Unit | None
) -> None:
    """Put the organisation into the draft, with a question where it is a guess or nobody is named.

    `front` are the lines at the top, `given` the name that the caller knows, "" for none.
    """
    lines = [unit for unit in front if unit.kind != "beside" and (not unit.placed or unit is not title)]
    if given.strip():
        draft.organisation = described(given)
        same = next((unit for unit in lines if unit.text.casefold() == draft.organisation.name.casefold()), None)
        if same is not None:
            same.use(("organisation", "name"), "organisation")
        return
    own = next((unit for unit in lines if ORGANISATION.search(unit.text) and len(unit.text) <= _LONGEST), None)
    own = own or next((unit for unit in lines if not unit.placed and unit is not title and is_body(unit.text)), None)
    if own is not None:
        own.use(("organisation", "name"), "organisation")
        _name(draft, without_label(own.text))
        return
    named = (_named_in(title.text) if title is not None else "") or next(_heads(units), "")
    if named:
        _name(draft, named)
        return
    if _from_text(units, draft):
        return
    alone = [unit for unit in lines if not unit.placed and _is_only_a_name(unit)]
    if len(alone) == 1:
        alone[0].use(("organisation", "name"), "organisation", GUESS)
        _name(draft, alone[0].text)
        draft.ask("organisation", "organisation-guessed", alone[0].text)
        return
    draft.ask("organisation", "organisation-unknown")


def without_label(text: str) -> str:
    """The words behind "Organisation:"."""
    return _LABEL.sub("", text)


def is_body(text: str) -> bool:
    """Whether a whole line is the name of a body: `Leader Tre Åar`, `Björkviks IF, ungdomssektionen`."""
    text = text.strip()
    if not text[:1].isupper() or _NO_NAME.search(text) or len(text) > _LONGEST or KINDS.search(text):
        return False
    return any(kind_of(part.strip()) for part in (text, *text.split(",")))


def _is_only_a_name(unit: Unit) -> bool:
    """Whether a line may be a name that tells nothing of itself. A paragraph has to look like one to its last word."""
    if _NO_NAME.search(unit.text):
        return False
    words = unit.text.split()
    heads = [word for word in words if len(word) > 2]
    return unit.kind == "heading" or (len(words) <= _WORDS and bool(heads) and all(word[0].isupper() for word in heads))


def _heads(units: Sequence[Unit]) -> Iterator[str]:
    """The bodies that the heads and feet of pages name, beside the title and the page."""
    for unit in units:
        if unit.kind == "beside":
            parts = (part.strip() for part in _IN_HEAD.split(unit.text))
            yield from (part for part in parts if part and (is_body(part) or _is_named_so(part)))


def _is_named_so(part: str) -> bool:
    plain = not KINDS.search(part) and not _NO_NAME.search(part) and part[:1].isupper()
    return plain and len(part) <= _LONGEST and ORGANISATION.search(part) is not None


def _named_in(title: str) -> str:
    """The body that a title names: "… för X", "X – verksamhetsplan", "X:s verksamhetsplan"; "" where it names none."""
    if len(title) > _LONGEST_TITLE:
        return ""
    doings = _DOINGS.search(title)
    if doings is not None and _may_be(doings["name"]):
        return doings["name"].rstrip(":")
    found = _IN_TITLE.search(title)
    if found is not None and _may_be(found["name"]):
        return found["name"]
    for part in _DIVIDED.split(title):
        if _may_be(part.strip()) and not KINDS.search(part) and not _YEAR_ONLY.fullmatch(part):
            return part.strip()
    owns = _OWNS.match(title)
    if owns is not None and owns["s"] and _may_be(owns["name"].rstrip(":")):
        return owns["name"].rstrip(":")
    return ""


def _may_be(name: str) -> bool:
    return ORGANISATION.search(name) is not None or is_body(name)


def _name(draft: Draft, words: str) -> None:
    draft.organisation = described(words)
    draft.propose(("organisation", "name"), words)


def _from_text(units: Sequence[Unit], draft: Draft) -> bool:
    """The organisation that the running text names most often."""
    for pattern in (_NATIONAL, _LOCAL):
        names = Counter(
            " ".join(match["name"].split())
            for unit in units
            if unit.kind != "beside"
            for match in pattern.finditer(unit.text)
        )
        if names:
            best = max(names, key=lambda each: (names[each], -len(each)))
            _name(draft, best)
            draft.ask("organisation", "organisation-guessed", best)
            return True
    return False


def described(words: str) -> Organisation:
    """The organisation with what its name tells of level, county and parent."""
    made = Organisation(name=words)
    plain = made.name.casefold()
    county = next((code for code, county in COUNTIES.items() if county.casefold() in plain), "")
    place = re.match(r"hela sverige ska leva\W*\s\w", plain)
    parent = made.name[: len("Hela Sverige ska leva")] if place else ""
    if county or re.search(r"\blän\b|läns", plain):
        level = "county"
    elif "distrikt" in plain:
        level = "district"
    elif re.search(r"byalag|bygdelag|byaförening|bygdegårdsförening", plain):
        level = "local"
    else:
        level = ""
    return evolve(made, level=level, county=county, parent=parent)

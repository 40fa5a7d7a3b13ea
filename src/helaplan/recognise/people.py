"""Who is responsible, read from what people wrote."""

from __future__ import annotations

import re

from attrs import frozen


@frozen
class FoundRole:
    """Somebody responsible, as printed, and the characters it was read from."""

    start: int
    end: int
    name: str


#: Words that name a role or a group of the organisation itself, by how they end.
_ROLE = (
    r"(?:[\w-]*(?:grupp|gruppen|utskott|utskottet|kommitt[ée]|kommitt[ée]n|styrelse|styrelsen|ordförande|ordföranden|kassör"
    r"|kassören|sekreterare|sekreteraren|ansvarig|ansvariga|kansli|kansliet|redaktion|redaktionen|redaktör|redaktören"
    r"|valberedning|valberedningen|sammankallande|presidiet|presidium|ombud|ombuden|samordnare|samordnaren|ledare|ledaren"
    r"|konsulent|konsulenten|förvaltare|förvaltaren|webbmaster|teamet|board|chair|treasurer|secretary|committee|group)"
    r"|[\w-]+\s(?:group|committee|team|board)|AU|VU)"
)
_LABELLED = re.compile(
    r"[(\[]?\b(?:ansv\.?|ansvarig(?:a|t)?|sammankallande|områdesansvarig(?:a)?|responsible)\s*[:.–-]?\s*"
    r"(?P<name>(?<=[:.–\s-])[^()\[\].;:]+)[)\]]?",
    re.IGNORECASE,
)
_BRACKETED = re.compile(rf"\((?P<name>{_ROLE}(?:(?:\s*[,/]\s*|\s+och\s+){_ROLE})*)\)", re.IGNORECASE)
_DECIDED = re.compile(rf"\bbeslut\w*\s+(?:i|av|från)\s+(?P<name>{_ROLE})\b", re.IGNORECASE)
_ANSWERS = re.compile(
    rf"\b(?P<name>{_ROLE})\s+(?:ansvarar|är\s+ansvariga?|håller\s+i|is\s+responsible)\b", re.IGNORECASE
)
_IS = re.compile(rf"\bansvariga?\s+(?:är|för\s+detta\s+är)\s+(?P<name>{_ROLE})\b", re.IGNORECASE)
_NAMED = re.compile(r"\bansvariga?\s+(?:är\s+)?(?P<name>[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]*)*)")
_SPLIT = re.compile(r"\s*[/;,]\s*|\s+(?:och|samt|and)\s+(?=[\w-]+$)")


def find_roles(text: str) -> list[FoundRole]:
    """Everybody that a text names as responsible, in its order, each once."""
    found: list[FoundRole] = []
    for match in _LABELLED.finditer(text):
        bracketed = match.group()[0] in "(["
        if bracketed or re.match(r"\W*\w+\.?\s*:", match.group()):
            found += _several(match)
    for pattern in (_BRACKETED, _DECIDED, _ANSWERS, _IS, _NAMED):
        for match in pattern.finditer(text):
            if not any(match.start() < each.end and each.start < match.end() for each in found):
                found += _several(match)
    names: set[str] = set()
    once = []
    for each in sorted(found, key=lambda role: role.start):
        if each.name.casefold() not in names:
            names.add(each.name.casefold())
            once.append(each)
    return once


def _several(match: re.Match[str]) -> list[FoundRole]:
    return [FoundRole(match.start(), match.end(), name) for name in split_names(match["name"])]


def split_names(text: str) -> list[str]:
    """The names in `Styrelsen / Hembygdsföreningen`; one that holds "och" inside stays whole."""
    return [name for part in _SPLIT.split(text) if (name := part.strip(" .:–-")) and re.search(r"\w", name)]

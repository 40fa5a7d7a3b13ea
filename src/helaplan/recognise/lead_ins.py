"""Words that lead in what stands below them: "Under året ska vi", "Programkommittén får i uppdrag" before "att …"."""

from __future__ import annotations

import re

from helaplan.recognise.persons import ROLE

#: Words that no sentence and no heading ends with, since something must follow: "Under året vill vi".
_OPEN_END = re.compile(
    r"\b(?:vill|ska|skall|kommer|tänker|avser|genom|att|we\s+will|to"
    r"|(?:planerar|ordnar|anordnar|arrangerar|genomför|erbjuder|föreslår)\s+(?:vi|\w{1,40}(?:föreningen|förbundet|laget|gruppen|styrelsen)))"
    r"(?:\s+(?:vi|att|också|även|dessutom|därför|särskilt|bl\.?a\.?|bland\s+annat|i\s+år|under\s+(?:verksamhets)?året"
    r"|under\s+(?:19|20)\d\d"
    r"|\w{0,40}(?:föreningen|förbundet|laget|rådet|distriktet|nätverket|klubben|gruppen|kommittén|utskottet|styrelsen)))*"
    r"\s*[-–—:]?$",
    re.IGNORECASE,
)
#: What somebody has to do follows as `att …`.
_LEADS = re.compile(
    r"\b(?:kommer|ska|skall|vill|avser|har|får|bör|genom|planerar|tänker|åtar|lovar|uppdrag|uppgift|besluta[td]?e?|siktar|innebär|är"
    r"|gäller|föreslår|föreslås)\b",
    re.IGNORECASE,
)
#: Who is to do what the lines below say.
_WHO = (
    re.compile(
        rf"(?P<name>{ROLE})\s+(?:ska|skall|får|kommer|vill|åtar|planerar|avser|tänker|ansvarar|svarar|lovar|will"
        r"|har\s+(?:i\s+uppdrag|till\s+uppgift|ansvar))\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf".{{0,80}}\b(?:ska|skall|får|kommer|vill|åtar\s+sig|avser)\s+(?P<name>{ROLE})(?:\s+(?:i\s+uppdrag|att))*\s*:?$",
        re.I,
    ),
)


def is_open(text: str) -> bool:
    """True for words that something must follow: "Under året ska styrelsen"."""
    return _OPEN_END.search(text[-200:]) is not None


def leads_in(text: str, following: str, *, several: bool = False) -> bool:
    """Whether a text that no full stop ends is completed by the line below: "Vi har beslutat", "att skriva avtal".

    `several`: more lines than that one begin with "att", so that the text needs no verb to be known by.
    """
    if text.endswith((".", ",", ";", "!", "?")) or text.casefold().startswith("att "):
        return False
    completed = following.startswith("att ") and (several or _LEADS.search(text) is not None)
    return text.endswith(":") or completed or is_open(text)


def leading(text: str) -> str:
    """The office that the words of a lead-in give what follows to; "" where they name none."""
    if text.endswith((".", "!", "?")):
        return ""
    found = next((match for each in _WHO if (match := each.match(text[:200]))), None)
    return found["name"] if found is not None else ""

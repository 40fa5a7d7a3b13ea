"""The 17 goals and 169 targets of Agenda 2030 (UN resolution A/RES/70/1), by code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from helaplan.registers.folding import fold

_NUMBER = re.compile(r"[0-9]+")

#: Goal number as text, with its short name in Swedish and English.
GOALS: Mapping[str, Mapping[str, str]] = {
    "1": {"sv": "Ingen fattigdom", "en": "No poverty"},
    "2": {"sv": "Ingen hunger", "en": "Zero hunger"},
    "3": {"sv": "God hälsa och välbefinnande", "en": "Good health and well-being"},
    "4": {"sv": "God utbildning för alla", "en": "Quality education"},
    "5": {"sv": "Jämställdhet", "en": "Gender equality"},
    "6": {"sv": "Rent vatten och sanitet för alla", "en": "Clean water and sanitation"},
    "7": {"sv": "Hållbar energi för alla", "en": "Affordable and clean energy"},
    "8": {"sv": "Anständiga arbetsvillkor och ekonomisk tillväxt", "en": "Decent work and economic growth"},
    "9": {
        "sv": "Hållbar industri, innovationer och infrastruktur",
        "en": "Industry, innovation and infrastructure",
    },
    "10": {"sv": "Minskad ojämlikhet", "en": "Reduced inequalities"},
    "11": {"sv": "Hållbara städer och samhällen", "en": "Sustainable cities and communities"},
    "12": {"sv": "Hållbar konsumtion och produktion", "en": "Responsible consumption and production"},
    "13": {"sv": "Bekämpa klimatförändringarna", "en": "Climate action"},
    "14": {"sv": "Hav och marina resurser", "en": "Life below water"},
    "15": {"sv": "Ekosystem och biologisk mångfald", "en": "Life on land"},
    "16": {"sv": "Fredliga och inkluderande samhällen", "en": "Peace, justice and strong institutions"},
    "17": {"sv": "Genomförande och globalt partnerskap", "en": "Partnerships for the goals"},
}

# How many targets each goal has: those with numbers, and the means of implementation with letters.
_TARGETS = {
    "1": (5, "ab"),
    "2": (5, "abc"),
    "3": (9, "abcd"),
    "4": (7, "abc"),
    "5": (6, "abc"),
    "6": (6, "ab"),
    "7": (3, "ab"),
    "8": (10, "ab"),
    "9": (5, "abc"),
    "10": (7, "abc"),
    "11": (7, "abc"),
    "12": (8, "abc"),
    "13": (3, "ab"),
    "14": (7, "abc"),
    "15": (9, "abc"),
    "16": (10, "ab"),
    "17": (19, ""),
}

#: The codes of all 169 targets: `1.1` … `17.19`.
TARGETS: frozenset[str] = frozenset(
    f"{goal}.{step}"
    for goal, (numbered, lettered) in _TARGETS.items()
    for step in (*map(str, range(1, numbered + 1)), *lettered)
)


def is_known(code: str) -> bool:
    """Whether a code names a goal or a target."""
    return code in GOALS or code in TARGETS


def suggest(code: str) -> str | None:
    """The goal of a target that does not exist; None where the goal does not exist either."""
    goal = code.partition(".")[0]
    return goal if goal in GOALS else None


def meant(written: str) -> str | None:
    """The goal that words speak of, by its number ("mål 11") or name, near spellings too; None where none is near."""
    numbers = _NUMBER.findall(written[:100])
    if numbers:
        return numbers[0] if len(numbers) == 1 and numbers[0] in GOALS else None
    words = fold(written[:100])
    names = {fold(name): code for code, each in GOALS.items() for name in each.values()}
    near = get_close_matches(words, names, n=1, cutoff=0.8)
    if near:
        return names[near[0]]
    begun = {code for name, code in names.items() if len(words) > 5 and name.startswith(words)}
    return begun.pop() if len(begun) == 1 else None

"""The colours of what is drawn. Texts have a contrast of at least 4.5 : 1 on their grounds (WCAG 2.2 AA)."""

from __future__ import annotations

from helaplan.document import Chip
from helaplan.registers import sdg
from helaplan.text import labels

#: Fill by tone, 1 to 8, and again from the first: of areas, in the plan's order. White text stands on them.
TONES = ("#1d5b8f", "#a8321f", "#2a6b3c", "#7a3e9d", "#855600", "#006272", "#a12f66", "#4a4f5a")
INK, MUTED, PAPER, SHADE, RULE, BAND = "#1b1f24", "#4d5561", "#ffffff", "#f1f3f5", "#c3c9d1", "#26323f"

#: The colours of the global goals by number, as the United Nations give them.
_SDG = {
    "1": "#E5243B", "2": "#DDA63A", "3": "#4C9F38", "4": "#C5192D", "5": "#FF3A21", "6": "#26BDE2", "7": "#FCC30B",
    "8": "#A21942", "9": "#FD6925", "10": "#DD1367", "11": "#FD9D24", "12": "#BF8B2E", "13": "#3F7E44",
    "14": "#0A97D9", "15": "#56C02B", "16": "#00689D", "17": "#19486A",
}  # fmt: skip
#: White text can be read on these only; on the others it is black.
_WHITE_ON = frozenset({"1", "4", "8", "10", "13", "16", "17"})


def tone(area: int) -> int:
    """The tone of an area by its place in the plan: 1 to 8."""
    return area % len(TONES) + 1


def sdg_chip(code: str, language: str) -> Chip | None:
    """The chip of a goal or target of Agenda 2030, with the goal's name; None for one that there isn't."""
    goal = code.partition(".")[0]
    if goal not in _SDG:
        return None
    name = sdg.GOALS[goal][labels.base_language(language)]
    return Chip(code=code, colour=_SDG[goal], ink="#ffffff" if goal in _WHITE_ON else "#000000", name=name)

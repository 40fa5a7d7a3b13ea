"""Headings that are half a sentence ("Det här vill vi", "Varför finns vi?") and what they mean.

Only whole headings count: "Så arbetar vi med unga" is an area of work, "Så arbetar vi" is not.

Source: headings of real plans and their neighbours in other words.
"""

from __future__ import annotations

import re

#: Whose plan it is, as its own headings call it.
_BODY = r"(?:föreningen|förbundet|distriktet|byalaget|bygderådet|nätverket|organisationen)"
_WE = rf"(?:vi|{_BODY})"
#: A body by its own name, as the last word of it says.
_NAMED = r"\S{0,40}(?:grupp|förening|förbund|byalag|bygdelag|råd|distrikt|krets|klubb|nätverk)(?:en|et)?"
_THIS = r"(?:det|detta|vad|så)(?:\s+här)?"


def _either(verbs: str) -> str:
    """Verb and subject in either order: "vill vi", "vi vill"."""
    return rf"(?:(?:{verbs})\s+{_WE}|{_WE}\s+(?:{verbs}))"


_PATTERNS = tuple(
    (concept, re.compile(pattern))
    for concept, pattern in (
        ("goals", rf"{_THIS}\s+{_either('vill|ska|skall')}\s+uppnå"),
        ("container", rf"{_THIS}\s+{_either('ska|skall|vill|kommer|tänker')}\s+(?:att\s+)?göra"),
        ("container", rf"{_THIS}\s+{_either('gör|planerar')}"),
        ("container", rf"{_THIS}\s+(?:har\s+{_WE}|{_WE}\s+har)\s+(?:planerat|tänkt(?:\s+göra)?|på\s+gång)"),
        ("container", r"(?:det|detta|vad)(?:\s+som)?(?:\s+här)?\s+(?:händer|är\s+på\s+gång|planeras|ska\s+göras)"),
        ("vision", rf"(?:{_THIS}|dit|hit|vart)\s+{_either('vill')}(?:\s+(?:nå|komma))?"),
        ("vision", rf"(?:dit|vart)\s+{_either('är')}\s+på\s+väg|(?:dit|vart)\s+vi\s+ska"),
        ("values", rf"{_THIS}\s+{_either('står')}\s+för|{_THIS}\s+{_either('tror')}\s+på"),
        ("purpose", rf"(?:därför|varför)\s+{_either('finns')}(?:\s+till)?"),
        ("purpose", rf"(?:därför|varför)\s+finns\s+(?:\S+\s+){{0,3}}{_NAMED}(?:\s+till)?"),
        ("target_groups", rf"(?:för\s+)?(?:vem|vilka)\s+{_either('är|finns')}\s+(?:till\s+)?(?:för|till)"),
        (
            "target_groups",
            rf"(?:för\s+(?:vem|vilka)|vem|vilka)\s+{_either('är|finns|arbetar|verkar')}(?:\s+(?:till|för))?",
        ),
        ("target_groups", rf"(?:vem|vilka)\s+(?:vänder\s+{_WE}\s+oss|{_WE}\s+vänder\s+oss)\s+till"),
        ("target_groups", r"för\s+(?:vem|vilka)"),
        ("mission", rf"(?:så|så\s+här|hur)\s+{_either('arbetar|jobbar|verkar')}"),
        (
            "follow_up",
            rf"(?:så|så\s+här|hur)\s+{_either('följer|mäter|utvärderar')}(?:\s+upp)?"
            r"(?:\s+(?:planen|arbetet|verksamheten|målen|resultatet|resultaten|verksamhetsplanen))?",
        ),
        (
            "follow_up",
            r"(?:så|hur)\s+(?:följs\s+)?(?:planen|arbetet|verksamheten|målen|verksamhetsplanen)\s+(?:följs\s+)?upp",
        ),
        (
            "container",
            r"what\s+(?:we\s+(?:will\s+|want\s+to\s+|plan\s+to\s+)?do|is\s+(?:planned|going\s+on)|we\s+plan)",
        ),
        ("vision", r"what\s+we\s+want|where\s+we\s+(?:are\s+going|want\s+to\s+be)"),
        ("values", r"what\s+we\s+(?:stand\s+for|believe\s+in)"),
        ("purpose", r"why\s+we\s+exist"),
        ("mission", r"how\s+we\s+work"),
        ("target_groups", r"who\s+we\s+(?:are\s+(?:here\s+)?for|work\s+for)"),
        ("follow_up", r"how\s+we\s+(?:follow\s+up|measure|evaluate)"),
        ("introduction", r"who\s+we\s+are|about\s+(?:us|the\s+(?:association|plan|village|parish))"),
        ("introduction", rf"(?:kort\s+)?om\s+(?:oss|{_BODY}|verksamhetsplanen|planen|bygden|byn)"),
    )
)
#: A time at the end of such a heading changes nothing: "Det här vill vi under året".
_DURING = re.compile(
    r"\s(?:under\s(?:verksamhets)?året|i\sår|nästa\sår|this\syear|next\syear|(?:during|in)\sthe\syear)$"
)


def sentence_concept(plain: str) -> str:
    """The concept of a folded heading that is half a sentence, "" for any other."""
    heading = _DURING.sub("", plain)
    return next((concept for concept, pattern in _PATTERNS if pattern.fullmatch(heading)), "")

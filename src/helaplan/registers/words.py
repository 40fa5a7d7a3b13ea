"""Small words of Swedish and English: numbers in letters, words that say nothing in an id, signs of a language."""

from __future__ import annotations

import re

#: Numbers in letters, folded. `en` and `ett` are articles too: who reads them as numbers must look at the sentence.
NUMBERS = {
    "noll": 0, "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9,
    "tio": 10, "elva": 11, "tolv": 12, "tretton": 13, "fjorton": 14, "femton": 15, "sexton": 16, "sjutton": 17,
    "arton": 18, "nitton": 19, "tjugo": 20, "trettio": 30, "fyrtio": 40, "femtio": 50, "sextio": 60, "sjuttio": 70,
    "åttio": 80, "nittio": 90, "hundra": 100, "tusen": 1000,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100,
}  # fmt: skip

#: Words that are left out of ids. Without verbs: `stödja` tells two activities apart.
STOP_WORDS = frozenset(
    """
    och eller samt att som i på av för till från med om vid genom under över inom utan mot hos per mellan efter
    en ett den det de dem denna detta dessa vi vår vårt våra oss sig sin sitt sina är var ska skall kan bli blir
    också även bland annat t ex bl a m fl så att när där
    the a an and or of to in on for with by at from our we is are be will shall as that this
    """.split()
)

_SIGNS = {
    "sv": frozenset("och att för som på av med är ska vi den till om det ett en i vår våra från under".split()),
    "en": frozenset("the and of to for in with our we will is are on that by be this from at".split()),
}
_WORD = re.compile(r"\w+")


def language_of(text: str, *, default: str = "sv") -> str:
    """`sv` or `en`, by which small words are met more often; `default` where neither is."""
    words = _WORD.findall(text.casefold())
    counts = {language: sum(word in signs for word in words) for language, signs in _SIGNS.items()}
    best = max(counts, key=lambda language: (counts[language], language == default))
    return best if counts[best] else default

"""Words set with wide letters: a blank between every two letters, and a wider one between words."""

from __future__ import annotations

import re

from helaplan.registers.headings import concept_of

_BLANK = "[ \t\u00a0\u2000-\u200a\u202f]"
#: Single characters with blanks between them; what stands before and after is no part of a word.
_STRETCH = re.compile(rf"(?<!\S)[^\W_](?:{_BLANK}{{1,8}}(?:[^\W_]|[-–:./&!?])){{2,}}(?!\S)")
_WIDE = re.compile(rf"{_BLANK}{{2,}}")
_ALIKE = re.compile(r"[^\W\d_]+|\d+(?:[/–-]\d+)*|[^\w\s]+|_+")
_WORD = re.compile(r"[^\W\d_]")
_LEAST = 5
#: A line longer than this is no title.
_LONGEST = 240


def join_letters(text: str) -> str:
    """The text with words of wide letters as words: `P L A N  2 0 2 4` is `PLAN 2024`.

    A wider blank, or the change from letters to figures, parts two words. Few letters count only where they make a
    heading that is known (`M Å L`). Any other text comes back as it is, its blanks, too.
    """
    if len(text) > _LONGEST or len(text.split()) < 3:
        return text
    return _STRETCH.sub(lambda match: _joined(match[0]), text)


def _joined(stretch: str) -> str:
    words = ["".join(part.split()) for part in _WIDE.split(stretch)]
    singles = [part for part in _WIDE.split(stretch) if len(part) == 1]
    if len(singles) == len(words):
        words = ["".join(words)]  # all blanks are as wide: none of them parts words
    letters = sum(map(len, words))
    whole = " ".join(part for word in words for part in _parted(word))
    many = letters >= _LEAST and len(_WORD.findall(whole)) >= _LEAST - 1 and all(map(_is_written, whole.split()))
    return whole if many or (letters > 2 and concept_of(whole.rstrip(":"))) else stretch


def _is_written(word: str) -> bool:
    """Whether a word has capitals only, none, or one at its beginning, as words are written."""
    return word.isupper() or word[1:].islower() or not _WORD.search(word)


def _parted(word: str) -> list[str]:
    """The word, parted where letters and figures meet; a sign stays with what stands before it."""
    made: list[str] = []
    for part in _ALIKE.findall(word):
        if (made and not part[0].isalnum()) or (made and not made[-1][-1].isalnum() and made[-1][-1] not in ".:,;!?"):
            made[-1] += part
        else:
            made.append(part)
    return made

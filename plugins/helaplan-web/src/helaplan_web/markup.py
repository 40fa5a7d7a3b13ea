"""Words to HTML: escaped whatever they are, with links only where http, https or mailto stands."""

from __future__ import annotations

import re
import unicodedata
from html import escape

#: What HTML forbids as text or shows as nothing: controls, lone surrogates, noncharacters.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINK = re.compile(r"\b(?:https?://|mailto:)[^\s<>\"'`{}|\\^\[\]]+", re.IGNORECASE)
#: Signs that belong to the sentence around an address and not to it.
_AFTER = ".,;:!?…)”’"


def text(words: str) -> str:
    """Words as they stand between two tags or as the value of an attribute within double quotes."""
    made = _ILLEGAL.sub("\ufffd", words)
    if not made.isascii():
        made = "".join("\ufffd" if ord(each) & 0xFFFE == 0xFFFE else each for each in made)
    return escape(made, quote=True)


def linked(words: str) -> str:
    """Words between two tags, the web and mail addresses in them as links."""
    made: list[str] = []
    done = 0
    for found in _LINK.finditer(words):
        address = _trimmed(found[0])
        if address.partition(":")[2].strip("/") == "":
            continue
        made.append(text(words[done : found.start()]))
        made.append(f'<a href="{text(address)}">{text(address)}</a>')
        done = found.start() + len(address)
    made.append(text(words[done:]))
    return "".join(made)


def _trimmed(address: str) -> str:
    """The address without the sentence's own signs after it; a closing bracket stays where one was opened."""
    while address and address[-1] in _AFTER and not (address[-1] == ")" and address.count("(") >= address.count(")")):
        address = address[:-1]
    return address


def attributes(**values: str | None) -> str:
    """Attributes with a space before each, those without a value left out. `_` in a name stands for `-`."""
    return "".join(f' {name.strip("_").replace("_", "-")}="{text(value)}"' for name, value in values.items() if value)


def direction(words: str) -> str | None:
    """`auto` for words that hold letters written from right to left, so that the browser looks at them."""
    if words.isascii():
        return None
    return "auto" if any(unicodedata.bidirectional(each) in ("R", "AL") for each in words) else None

"""The words of the page itself, in Swedish and English."""

from __future__ import annotations

_WORDS = {
    "skip": ("Hoppa till innehållet", "Skip to the content"),
    "contents": ("Innehåll", "Contents"),
    "filter": ("Visa bara det som gäller", "Show only what concerns"),
    "all": ("Alla", "All"),
    "none": ("inget angivet", "nothing given"),
    "reset": ("Visa allt", "Show everything"),
    "shown": ("Visar {shown} av {all}", "Showing {shown} of {all}"),
    "table": ("Visa som tabell", "Show as a table"),
    "a-table": ("Tabell", "Table"),
    "picture": ("Bild", "Picture"),
}


def word(key: str, language: str) -> str:
    """The words for a key: Swedish but for documents in English."""
    return _WORDS[key][1 if language.lower().split("-")[0] == "en" else 0]

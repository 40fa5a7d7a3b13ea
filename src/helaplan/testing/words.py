"""Texts for tests: plain, odd and hostile ones, always in the model's normal form. Needs `hypothesis`."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from helaplan.model.normal import clean_line

#: Words that have broken somebody's reader or writer: marks of Markdown, YAML and our own notation, odd scripts.
HOSTILE = (
    "; ",
    "Ansvarig: kassören; När: mars",
    "- **När:** mars",
    "**När:** mars",
    "<!-- #nyhetsbrev activity -->",
    "<!-- öppen",
    "--> stängd",
    "# Vision",
    "## Aktiviteter ##",
    "1. först",
    "2023) sedan",
    "- streck",
    "+ plus",
    "* stjärna *",
    "*kursiv* och _kursiv_ och __fet__",
    "snake_case_ord",
    "`kod`",
    "~~struken~~ ~~~",
    "a | b | c",
    "|---|---|",
    "\\ bakstreck \\\\ \\* \\",
    "&amp; &lt;b&gt; &#35; &nbsp",
    "[länk](https://example.org/a_b) ![bild](x.png)",
    "<b>fet</b> <https://example.org> <br>",
    "> citat",
    "===",
    "---",
    "***",
    "$x$ och $$y$$",
    "våren (= mars och april)",
    "(=) (\\=) (= )",
    "minst 3 nyhetsbrev per år senast 2023-12-31",
    '”citat” och "citat" och ””',
    "name (ros)",
    "#ros",
    "5 000 kr",
    "2023",
    "2023-03-18",
    "löpande",
    "–",
    "= lika",
    "no",
    "null",
    "~",
    "0117",
    "12:30",
    "1e3",
    "key: value",
    "{a: [b]}",
    "@bygd %x !tag &ankare",
    "'enkel' \"dubbel\"",
    "🌻 solros 👩\u200d🌾",
    "שלום עולם",
    "مرحبا \u200fabc\u200e",
    "e\u0301 ﬁ Å",
    "mjukt\u00adbindestreck\u200bnoll",
    "x" * 90,
)

_WORDS = (
    "Vi", "ska", "ge", "ut", "nyhetsbrev", "vid", "minst", "tre", "tillfällen", "per", "år", "styrelsen", "kommunen",
    "bygdegård", "Örebro", "och", "för", "landsbygd", "(2023)", "samverkan:", "mål;", "ungdomar,", "25 %",
)  # fmt: skip

# No control characters, lone surrogates, private or unassigned characters, line and paragraph separators; U+FEFF and
# the like are refused by the reader of plan files.
CHARACTERS = st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp"), exclude_characters="\ufeff")


@cache
def lines_of_text() -> SearchStrategy[str]:
    """A text in one line that is never blank, in the normal form of the model: plain, odd or hostile."""
    plain = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6).map(" ".join)
    odd = st.text(CHARACTERS, min_size=1, max_size=12)
    hostile = st.sampled_from(HOSTILE)
    mixed = st.tuples(plain | odd, hostile, plain | odd).map(" ".join)
    return st.one_of(plain, hostile, odd, mixed).map(clean_line).filter(bool)


@cache
def prose() -> SearchStrategy[str]:
    """One to three paragraphs divided by an empty line."""
    return st.lists(lines_of_text(), min_size=1, max_size=3).map("\n\n".join)


@cache
def ids() -> SearchStrategy[str]:
    """Ids as the model wants them."""
    word = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=5)
    return st.lists(word, min_size=1, max_size=3).map("-".join)

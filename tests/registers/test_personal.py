"""Personal data: what is found, what is left alone, and that no text makes the search slow or wrong."""

from __future__ import annotations

import re
from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helaplan.registers.personal import KINDS, REMOVED, find, mask, redact, surely_free

FOUND = {
    "personnummer": [
        "811218-9876",
        "8112189876",
        "19811218-9876",
        "198112189876",
        "19811218 9876",
        "811218+9876",
        "811218–9876",
        "1981-12-18-9876",
        "701063-2391",
        "19850101-9934",
        "personnummer: 850101-1234",
    ],
    "phone": [
        "070-123 45 67",
        "070-1234567",
        "070 123 45 67",
        "070-123-45-67",
        "070-123 4567",
        "0701234567",
        "08-12 34 56",
        "08-123 456 78",
        "019-12 34 56",
        "(019) 12 34 56",
        "0586-123 45",
        "+46 70 123 45 67",
        "+46701234567",
        "+46 (0)70-123 45 67",
        "0046 70 123 45 67",
        "+358 40 123 4567",
    ],
    "email": ["anna.andersson@example.se", "åsa@föreningen.se", "anna (at) example.se", "a+b@x.example.org"],
    "address": [
        "Storgatan 12",
        "Byvägen 3 A",
        "Norra Byvägen 3A, 123 45 Storby",
        "S:t Olofsgatan 4B",
        "Box 12, 701 45 Örebro",
        "701 45 Örebro",
    ],
}

LEFT_ALONE = [
    "2023-01-01",
    "2023-03-18 18:30",
    "20230101-20231231",
    "20230101-1830",
    "802004-9642",
    "16802004-9642",
    "1 500",
    "1 500 000 kr",
    "+10 000 000 kr",
    "bankgiro 5050-1055",
    "plusgiro 90 01 23-4",
    "org.nr 012345-6789",
    "2022-2024",
    "kl 08-12",
    "08-12 2023",
    "0117",
    "020-12 34 56",
    "Riksväg 50",
    "Väg 50",
    "Verksamhetsplan 2023",
    "Byvägen 2023",
    "Torget 3 gånger",
    "12 345 678",
    "dnr 2023-0115-1234",
    "tel. 112",
    "vecka 12-14",
    "nyckel 3d-acff-af0912441260",
    "@förening",
    "850101-1234",
]


@pytest.mark.parametrize("kind, text", [(kind, text) for kind, texts in FOUND.items() for text in texts])
def test_is_found_whole(kind: str, text: str) -> None:
    """Each usual way of writing personal data is found, from its first to its last character, inside a sentence."""
    sentence = f"Hör av dig till oss: {text}, så svarar vi."
    if text.startswith("personnummer"):
        text = text.partition(": ")[2]
    assert [(each.kind, sentence[each.start : each.end]) for each in find(sentence)] == [(kind, text)]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_is_left_alone(text: str) -> None:
    """Days, times, amounts, organisation numbers, giro numbers, roads and mistyped numbers are no personal data."""
    assert find(f"I planen står {text} som det ska.") == ()


def test_redacting_counts_by_kind() -> None:
    """What is taken out leaves a word in its place and is counted under its kind."""
    text, counts = redact("Ring 070-123 45 67, skriv till anna@example.se. 811218-9876, Storgatan 12, 123 45 Ort")
    assert text == (
        "Ring [borttaget: telefon], skriv till [borttaget: e-post]. [borttaget: personnummer], [borttaget: adress]"
    )
    assert counts == {"personnummer": 1, "phone": 1, "email": 1, "address": 1}


_PIECES = st.sampled_from([text for texts in FOUND.values() for text in texts] + LEFT_ALONE)
_TEXTS = st.lists(_PIECES | st.text(max_size=8) | st.text("0123456789-+ @.", max_size=8), max_size=8).map(" ".join)


@settings(max_examples=200)
@given(_TEXTS)
def test_laws_of_finding(text: str) -> None:
    """Places are in order, inside the text and apart; masking keeps every length; redacting counts what is found."""
    found = find(text)
    assert all(each.kind in KINDS and 0 <= each.start < each.end <= len(text) for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    masked = mask(text)
    assert len(masked) == len(text)
    assert all(masked[i] == text[i] for i in range(len(text)) if not any(f.start <= i < f.end for f in found))
    redacted, counts = redact(text)
    assert sum(counts.values()) == len(found)
    if not found:
        assert redacted == masked == text


@given(st.integers(0, 10**4 - 1), st.dates().filter(lambda day: day.year >= 1800 and day.year < 2100))
def test_every_checked_personnummer_is_found(serial: int, day: object) -> None:
    """Any day with any serial number and its right check digit is found with and without century."""
    digits = f"{day:%y%m%d}{serial // 10:03d}"
    doubled = "".join(str(int(digit) * (2 - place % 2)) for place, digit in enumerate(digits))
    number = digits + str(-sum(map(int, doubled)) % 10)
    for written in (number, f"{number[:6]}-{number[6:]}", f"{day:%Y%m%d}-{number[6:]}"):
        assert [each.kind for each in find(written)] == ["personnummer"]


@pytest.mark.parametrize("seed", ["1", "@", "A ", "070-", "a.@", "gatan ", "(at)", "00", "811218 ", "Storgatan 12 "])
def test_hostile_repetition_ends(seed: str) -> None:
    """A megabyte of any one piece ends in bounded work: every pattern is bounded, so this returns at all."""
    text = seed * (10**6 // len(seed))
    assert len(mask(text)) == len(text)


def test_every_kind_has_a_word_that_is_not_found_again() -> None:
    """Redacting twice changes nothing: the words put in are no personal data themselves."""
    for word in REMOVED.values():
        assert find(word) == ()
        assert not re.search("[0-9@]", word)


@settings(max_examples=200)
@given(st.lists(_TEXTS, min_size=1, max_size=4))
def test_joined_texts_hide_nothing(texts: list[str]) -> None:
    """What is found in one of several texts is found in all of them joined by a letter, as the rule looks at plans."""
    assert bool(find("\nx\n".join(texts))) >= any(find(text) for text in texts)


#: What personal data is made of, in whole and in pieces, with the blanks and signs that may part it.
PIECES = st.sampled_from(
    [each for examples in FOUND.values() for each in examples]
    + ["Storgatan", "STORVÄGEN", "ALLÉ", "Åsgränd", " 12", "\u00a014 B", "702 00", " Örebro", "KUMLA", "2023-12-31"]
    + ["anna", "@", "bygd.se", "(at)", "[snabel-a]", "08", "+46", "0", "19", "123", "45 67", "kl ", "a"]
    + [" ", "  ", "\n      ", "\u00a0", "\u2003", "\u202f", "-", "–", "/", "(", ")", ", "]
)


@settings(max_examples=200)
@given(st.lists(PIECES | st.text(max_size=6), max_size=8).map(lambda parts: normalize("NFC", "".join(parts))))
def test_what_is_surely_free_holds_nothing(text: str) -> None:
    """The quick look over a whole text never misses what the search finds, however its blanks were folded."""
    if surely_free(text):
        assert find(text) == ()
        assert find(" ".join(text.split())) == ()


@pytest.mark.parametrize("kind", FOUND)
def test_a_file_with_personal_data_is_never_surely_free(kind: str) -> None:
    """Among other lines, folded over two of them, each example keeps the quick look from calling the file free."""
    for example in FOUND[kind]:
        assert not surely_free(f"title: Plan för 2023\ntext: >\n  {example}\nsdg: [x]\n"), example
        assert not surely_free(f"title: Plan\ntext: >\n  {example.replace(' ', chr(10) + '      ')}\n"), example


def test_a_plan_without_personal_data_is_surely_free() -> None:
    """Days, amounts, weeks and hours alone don't call for the dear search: else the quick look would be for nothing."""
    assert surely_free("period: {start: 2023-01-01, end: 2023-12-31}\namount: '12000.00'\ntext: kl 18.30 den 5 maj\n")

"""What helaplan wrote as PDF comes back with its ids, and every value from the visible words."""

from __future__ import annotations

import datetime as dt
import json
import re

from attrs import evolve
from helaplan_pdf import plugin
from helaplan_pdf.identity import NAME, identified
from helaplan_pdf.options import PdfOptions
from helaplan_pdf.reader import read_pdf
from helaplan_pdf.writer import write_pdf
from hypothesis import given, settings
from hypothesis import strategies as st

from helaplan import (
    Activity,
    Area,
    Document,
    Furniture,
    Goal,
    Heading,
    Host,
    LabelLine,
    ListItem,
    Organisation,
    Paragraph,
    Period,
    Plan,
    Schedule,
    Section,
    Source,
    Statement,
    WriteContext,
    export,
    import_document,
)
from helaplan.testing.strategies import plans

LONG = "Samverka med andra länsavdelningar, medlemsorganisationer och LEADER-områden om land-stad-perspektivet i bygden"
PLAN = Plan(
    id="bygd-2027",
    title="Verksamhetsplan 2027",
    organisation=Organisation(name="Sjöbygdens intresseförening"),
    period=Period(start=dt.date(2027, 1, 1), end=dt.date(2027, 12, 31)),
    visions=(Statement(text=f"{LONG}.\n\nVi vill mera."),),
    goals=(Goal(id="fler", text="Fler medlemmar"),),
    areas=tuple(
        Area(
            id=f"omrade-{n}",
            name=f"Område {'ABC'[n]}",
            text=LONG,
            activities=tuple(
                Activity(
                    id=f"gora-{n}-{m}",
                    text=f"{LONG} {'abcdefgh'[m]}",
                    goals=("fler",),
                    responsible=("styrelsen", "Anna; Bo"),
                    schedule=(Schedule(kind="month", words="i mars", months=(3,)),),
                )
                for m in range(8)
            ),
        )
        for n in range(3)
    ),
    sections=(Section(id="slut", heading="Uppföljning", text="Planen följs upp i maj.", after=""),),
)


def made() -> Host:
    """A host with this plugin alone."""
    host = Host(plugins=False)
    host.register(plugin, "pdf")
    return host


def test_a_plan_comes_back_the_same() -> None:
    """Over several pages, with wrapped and hyphenated lines: the same plan."""
    host = made()
    back = import_document(export(PLAN, "pdf", host=host), name="plan.pdf", host=host)
    assert back.plan == PLAN


WORD = st.text("abcdefgåäöÅÄÖ0123456789", min_size=1, max_size=14)
WORDS = st.lists(
    st.one_of(WORD, st.sampled_from(["(s.", "k)", "–", "barn-", "och", "a-b", "1.", "•", "”å”", "x:", "25 %"]))
)


def _five_digits(text: str) -> str:
    """The text with its first five digits alone: an import takes out what may be a telephone number."""
    return re.sub(r"((?:\D*\d){5})(.*)", lambda match: match[1] + re.sub(r"\d", "", match[2]), text)


TEXTS = st.lists(
    WORDS.map(" ".join).map(_five_digits).filter(lambda text: any(map(str.isalpha, text))), min_size=1, max_size=12
)


@given(TEXTS)
@settings(max_examples=40, deadline=None)
def test_ids_come_back_with_their_words(texts: list[str]) -> None:
    """Every activity is there with its id and its letters, in its order."""
    activities = tuple(Activity(id=f"id-{n}", text=text) for n, text in enumerate(texts))
    plan = evolve(PLAN, areas=(Area(id="a", name="Allt", activities=activities),))
    host = made()
    back = import_document(export(plan, "pdf", host=host), name="plan.pdf", host=host).plan
    assert [each.id for each in back.areas[0].activities] == [each.id for each in activities]
    for one, other in zip(activities, back.areas[0].activities, strict=True):
        assert [sign for sign in one.text if sign.isalnum()] == [sign for sign in other.text if sign.isalnum()]


@given(plans())
@settings(max_examples=30, deadline=None)
def test_any_plan_is_written_and_read(plan: Plan) -> None:
    """Whatever the words, hostile ones too: there is a PDF, and a plan in it."""
    host = made()
    assert import_document(export(plan, "pdf", host=host), name="plan.pdf", host=host).plan.id


DOCUMENT = Document(
    title="Plan",
    language="en",
    id="a",
    role="plan",
    blocks=(
        Heading(text="One", level=1, id="one", role="area"),
        ListItem(text="First thing (as agreed).", id="first", role="activity"),
        LabelLine(label="När", texts=("a; b", "c"), depth=1),
        Paragraph(text="Second thing", id="second"),
    ),
)


def test_only_identity_travels_beside_the_words() -> None:
    """The attachment holds no word of the document, and nothing is taken from it but ids, roles and form."""
    data = write_pdf(DOCUMENT, PdfOptions(), WriteContext())
    seen = read_pdf(data, Source()).document
    words = [each for each in seen.blocks if not isinstance(each, Furniture)]
    assert evolve(seen, blocks=words) == DOCUMENT
    kept = json.loads(_attached(data))
    assert all(word not in json.dumps(kept) for word in ("First", "thing", "agreed", "Second"))
    bare = read_pdf(write_pdf(DOCUMENT, PdfOptions(attach=False), WriteContext()), Source()).document
    assert (bare.id, [each.id for each in bare.blocks if each.id]) == ("", [])


def test_words_that_were_changed_have_no_identity() -> None:
    """What the page says counts; the rest keeps its ids."""
    data = write_pdf(DOCUMENT, PdfOptions(), WriteContext())
    seen = read_pdf(data, Source()).document
    other = ListItem(text="Another thing")
    changed = [other if each.id == "first" else each for each in seen.blocks]
    title = Heading(text="Plan")
    again = identified(Document(title="", language="sv", blocks=(title, *changed)), _attached(data))
    assert [each.id for each in again.blocks if each.id] == ["one", "second"]
    assert ListItem(text="Another thing") in again.blocks


_KEYS = st.sampled_from(("version", "blocks", "id", "kind", "sum", "letters"))
_DATA = st.recursive(
    st.none() | st.integers() | st.text(), lambda each: st.lists(each) | st.dictionaries(_KEYS, each), max_leaves=9
)


@given(st.binary(max_size=60) | _DATA.map(lambda each: json.dumps(each).encode()))
def test_any_attachment_does_no_harm(data: bytes) -> None:
    """An attachment of that name that isn't ours changes nothing."""
    assert identified(DOCUMENT, data) == DOCUMENT


def _attached(data: bytes) -> bytes:
    import io

    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        return bytes(pdf.attachments[NAME].get_file().read_bytes())

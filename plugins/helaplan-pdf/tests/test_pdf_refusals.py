"""Files that can't or shouldn't be read are refused with the way out, quickly and without filling the memory."""

from __future__ import annotations

import io
import tracemalloc
import zlib

import pikepdf
import pytest
from helaplan_pdf import opening
from helaplan_pdf.limits import ALL, ONE, unpacks_too_much
from helaplan_pdf.messages import MESSAGES
from helaplan_pdf.options import PdfOptions
from helaplan_pdf.reader import read_pdf
from helaplan_pdf.writer import write_pdf
from hypothesis import given, settings
from hypothesis import strategies as st
from make_pdf import both, drawn, flowing, ruled, text, words

from helaplan import Document, Paragraph, Reading, Source, UnreadableSource, WriteContext

SAMPLE = flowing(words("Plan", "Title"), words("Vi ska ses."), ruled([["Vad", "När"], ["Fest", "Maj"]], [80, 80]))


def refused(data: bytes) -> str:
    """The code that these bytes are refused with; fails where they are read."""
    with pytest.raises(UnreadableSource) as caught:
        read_pdf(data, Source(name="x.pdf"))
    (finding,) = caught.value.findings
    for language in MESSAGES.values():
        if finding.code.startswith("pdf/"):
            filled = language[finding.code].message.replace("[", "").replace("]", "").format(**finding.args)
            assert "{" not in filled
    return finding.code


def saved(pdf: pikepdf.Pdf, **settings: object) -> bytes:
    """The bytes of a PDF."""
    out = io.BytesIO()
    pdf.save(out, **settings)  # type: ignore[arg-type]
    return out.getvalue()


def with_content(content: bytes, filter: pikepdf.Name | pikepdf.Array) -> bytes:
    """A PDF whose page has this stream as its content, the bytes taken as they are."""
    pdf = pikepdf.open(io.BytesIO(drawn(text((50, 700, "Text.")))))
    stream = pikepdf.Stream(pdf, b"")
    stream.write(content, filter=filter)
    pdf.pages[0].Contents = pdf.make_indirect(stream)
    return saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def test_a_locked_file() -> None:
    """A password is needed: the file is refused. None is needed, but copying is forbidden: it is read."""
    pdf = pikepdf.open(io.BytesIO(SAMPLE))
    assert refused(saved(pdf, encryption=pikepdf.Encryption(owner="a", user="b", R=6))) == "encrypted-document"
    forbidden = pikepdf.Permissions(extract=False)
    free = saved(pdf, encryption=pikepdf.Encryption(owner="a", user="", R=6, allow=forbidden))
    document = read_pdf(free, Source()).document
    assert Paragraph(text="Vi ska ses.") in document.blocks


@pytest.mark.parametrize("part", range(5, 100, 5))
def test_a_file_that_is_cut_off(part: int) -> None:
    """However much of a file is there, it is not read as if it were all."""
    assert refused(SAMPLE[: len(SAMPLE) * part // 100]) in ("pdf/damaged", "pdf/not-pdf")


@pytest.mark.parametrize(
    "start, found",
    [(b"PK\x03\x04", "ZIP"), (b"\x89PNG\r\n", "PNG"), (b"<!DOCTYPE html>", "HTML"), (b"Plan 2027", ""), (b"", "")],
)
def test_another_kind_of_file(start: bytes, found: str) -> None:
    """What the file is instead is told where it can be seen."""
    with pytest.raises(UnreadableSource) as caught:
        read_pdf(start + b"\n" * 50, Source(name="plan.pdf"))
    (finding,) = caught.value.findings
    assert (finding.code, finding.args["found"]) == ("pdf/not-pdf", found)


def test_pages_that_are_pictures() -> None:
    """A file without text is refused with the number of its pages; one such page among others is told."""

    def picture(canvas: object) -> None:
        canvas.rect(50, 50, 300, 400, fill=1)  # type: ignore[attr-defined]

    assert refused(drawn(picture, picture)) == "pdf/no-text"
    reading = read_pdf(drawn(text((50, 700, "Vi ses.")), picture), Source())
    assert [(each.code, each.args["pages"]) for each in reading.findings] == [("pdf/pages-without-text", "2")]


def test_too_many_pages_and_too_much_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits of pages and of characters hold."""
    blank = pikepdf.new()
    for _ in range(opening.MAX_PAGES + 1):
        blank.add_blank_page()
    assert refused(saved(blank)) == "pdf/too-many-pages"
    monkeypatch.setattr("helaplan_pdf.reader.MAX_CHARACTERS", 10)
    assert refused(drawn(text((50, 700, "Mer än tio bokstäver.")))) == "pdf/too-much-text"


def test_bombs_are_not_unpacked() -> None:
    """A stream that swells is refused before it is unpacked, also packed twice, and behind a cover of letters."""
    bomb = zlib.compress(b" " * (ONE + 1_000_000), 9)
    tracemalloc.start()
    assert refused(with_content(bomb, pikepdf.Name.FlateDecode)) == "pdf/unpacks-too-much"
    twice = zlib.compress(zlib.compress(b" " * (ONE * 2), 9), 9)
    filters = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
    assert refused(with_content(twice, filters)) == "pdf/unpacks-too-much"
    covered = bomb.hex().encode() + b">"
    filters = pikepdf.Array([pikepdf.Name.ASCIIHexDecode, pikepdf.Name.FlateDecode])
    assert refused(with_content(covered, filters)) == "pdf/unpacks-too-much"
    assert tracemalloc.get_traced_memory()[1] < 3 * ONE
    tracemalloc.stop()


def test_many_streams_are_counted_together() -> None:
    """Each may keep to its limit and all of them not."""
    one = b"1 0 obj <</Filter/FlateDecode>> stream\n" + zlib.compress(b" " * (ONE - 1), 9) + b"\nendstream endobj\n"
    assert unpacks_too_much(b"%PDF-1.7\n" + one * 3) == 0
    assert unpacks_too_much(b"%PDF-1.7\n" + one * 5) == ALL // 1_000_000


def nested(deep: int, wide: int) -> bytes:
    """A PDF whose page draws a form that draws another so many times, so deep."""
    pdf = pikepdf.open(io.BytesIO(SAMPLE))
    inner = _form(pdf, b"", pikepdf.Dictionary())
    for _ in range(deep):
        inner = _form(pdf, b"/A Do " * wide, pikepdf.Dictionary(XObject=pikepdf.Dictionary(A=inner)))
    page = pdf.pages[0]
    page.Resources.XObject = pikepdf.Dictionary(A=inner)
    page.contents_add(b"/A Do")
    return saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def _form(pdf: pikepdf.Pdf, content: bytes, resources: pikepdf.Dictionary) -> pikepdf.Object:
    form = pikepdf.Stream(pdf, content)
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox, form.Resources = pikepdf.Array([0, 0, 600, 800]), pdf.make_indirect(resources)
    return pdf.make_indirect(form)


def test_forms_that_call_each_other_are_reckoned() -> None:
    """A few levels are read; a tower of them is refused before it is drawn."""
    assert Paragraph(text="Vi ska ses.") in read_pdf(nested(4, 4), Source()).document.blocks
    assert refused(nested(30, 4)) == "pdf/draws-too-much"


def test_a_font_that_hides_its_letters() -> None:
    """Text whose letters have no meaning is refused, not read as signs."""
    document = Document(title="Bygdens plan", language="sv", blocks=(Paragraph(text="Vi ska ses ofta. " * 20),))
    pdf = pikepdf.open(io.BytesIO(write_pdf(document, PdfOptions(), WriteContext())))
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and "/ToUnicode" in each:
            del each.ToUnicode
    assert refused(saved(pdf)) == "pdf/letters-unknown"


@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), min_size=1, max_size=40))
@settings(max_examples=150, deadline=None)
def test_damaged_bytes_are_read_or_refused(changes: list[tuple[int, int]]) -> None:
    """Whatever is changed in a file, there is a reading or a refusal."""
    data = bytearray(SAMPLE)
    for place, value in changes:
        data[place] = value
    either(bytes(data))


@given(st.binary(max_size=400))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """So too for bytes that only claim to be a PDF."""
    either(data)
    either(b"%PDF-1.7\n" + data + b"\nstartxref\n0\n%%EOF")


@given(
    st.lists(
        st.tuples(st.integers(-50, 700), st.integers(-50, 900), st.integers(0, 90), st.text("ab -.•1)", max_size=9)),
        max_size=25,
    )
)
@settings(max_examples=100, deadline=None)
def test_words_anywhere_are_read_once(places: list[tuple[int, int, int, str]]) -> None:
    """Words wherever they stand on a page, turned or not, are told once each and in sound blocks."""

    def draw(canvas: object) -> None:
        for x, y, turn, said in places:
            canvas.saveState()  # type: ignore[attr-defined]
            canvas.translate(x, y)  # type: ignore[attr-defined]
            canvas.rotate(turn if turn > 80 else 0)  # type: ignore[attr-defined]
            text((0, 0, said), size=9)(canvas)
            canvas.restoreState()  # type: ignore[attr-defined]

    either(drawn(both(draw, text((300, 400, "Mitt på.")))))


def either(data: bytes) -> None:
    """Read or refused; anything else is a fault."""
    try:
        reading = read_pdf(data, Source(name="x.pdf"))
    except UnreadableSource:
        return
    assert isinstance(reading, Reading)

"""Files that are broken, locked, too large or something else end in one finding, never in anything worse."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from helaplan_word import package, plugin
from helaplan_word.odt import read_odt
from helaplan_word.others import read_other
from helaplan_word.reader import read_word
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import MAIN, p, part, word_file, zipped

from helaplan import Host, Reading, Source, UnreadableSource

GOOD = word_file(p("Möten", "Rubrik1") + p("Vi möts i maj."))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOCTYPE = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///hemligt">]>'
CASES = Path(__file__).resolve().parents[4] / "shared" / "cases" / "documents"


def refused(data: bytes, name: str = "plan.docx") -> str:
    """The code of the one finding that a file is refused with."""
    with pytest.raises(UnreadableSource) as caught:
        read_word(data, Source(name=name))
    (finding,) = caught.value.findings
    return finding.code


def encrypted_entry() -> bytes:
    """A zip whose entries say that they are locked."""
    data = bytearray(GOOD)
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(sign)
        while start >= 0:
            data[start + place] |= 1
            start = data.find(sign, start + 4)
    return bytes(data)


@pytest.mark.parametrize(
    "data, code",
    [
        (b"", "nothing-to-read"),
        (b" \r\n\t", "nothing-to-read"),
        (b"Verksamhetsplan, ren text", "word/plain-text"),
        (b"%PDF-1.7\n", "word/other-format"),
        (b"{\\rtf1 plan}", "word/other-format"),
        (OLE + b"\0" * 600, "word/other-format"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted-document"),
        (b"\x00\x01\x02" * 40, "word/damaged"),
        (GOOD[: len(GOOD) * 2 // 3], "word/damaged"),
        (zipped({"bild.png": b"x"}), "word/other-format"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "word/other-format"),
        (zipped({"[Content_Types].xml": b"<Types/>"}), "word/damaged"),
        (
            word_file(p("x"), main_type=MAIN.replace("wordprocessingml.document", "spreadsheetml.sheet")),
            "word/other-format",
        ),
        (word_file(p("x"), parts={"word/document.xml": "<w:document"}), "word/damaged"),
        (word_file(p("x"), parts={"word/document.xml": "<other/>"}), "word/damaged"),
        (word_file(p("x"), parts={"word/document.xml": DOCTYPE + part("document", "<w:body/>")}), "word/doctype"),
        (word_file(p("x"), parts={"word/styles.xml": DOCTYPE + part("styles", "")}), "word/doctype"),
        (word_file(p("")), "nothing-to-read"),
        (encrypted_entry(), "encrypted-document"),
    ],
)
def test_one_finding(data: bytes, code: str) -> None:
    """Each kind of file that is none of ours has its own sentence."""
    assert refused(data) == code


def test_macros_hide_behind_no_name() -> None:
    """A file with macros that calls itself .docx is refused, as Word does; a .docm is read, its text alone."""
    macro = word_file(p("Vi möts."), main_type="application/vnd.ms-word.document.macroEnabled.main+xml")
    assert refused(macro) == "word/macros-in-docx"
    assert [each.code for each in read_word(macro, Source(name="plan.docm")).findings] == ["word/macros"]


def test_unpacked_bytes_are_counted() -> None:
    """What a file says of its sizes is not believed: reading stops at the limit, before the memory is filled."""
    assert refused(word_file("", parts={"word/document.xml": b" " * (package.PART_BYTES + 1)})) == "document-too-large"
    many = b"<w:p/>" * (package.PART_MARKS + 1)
    assert refused(word_file("", parts={"word/document.xml": many})) == "document-too-large"


def test_sizes_that_lie() -> None:
    """An entry that claims to be small and isn't is damaged or too large, never read on."""
    target = BytesIO(word_file("", parts={"word/document.xml": b" " * 200_000}))
    data = bytearray(target.getvalue())
    for info in zipfile.ZipFile(BytesIO(bytes(data))).infolist():
        if info.filename == "word/document.xml":
            place = data.find(info.filename.encode(), data.find(b"PK\x01\x02")) - 46
            data[place + 24 : place + 28] = (10).to_bytes(4, "little")
    assert refused(bytes(data)) in {"word/damaged", "document-too-large"}


def test_many_entries() -> None:
    """A listing of very many files is not even listed."""
    assert refused(GOOD + b"PK\x01\x02" * (package.ENTRIES + 1)) == "document-too-large"


@pytest.mark.parametrize(
    "around",
    [
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
    ],
)
def test_nesting_without_end(around: tuple[str, str]) -> None:
    """Elements within elements by the thousand are damage, not a crash."""
    assert refused(word_file(around[0] * 2_000 + p("Vi möts.") + around[1] * 2_000)) == "word/damaged"


@pytest.mark.parametrize(
    "inside",
    [
        "<w:ins>" * 2_000 + "<w:r><w:t>a</w:t></w:r>" + "</w:ins>" * 2_000,
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 2_000,
        "<w:r>" + "<mc:AlternateContent><mc:Choice>" * 900 + "</mc:Choice></mc:AlternateContent>" * 900 + "</w:r>",
    ],
)
def test_nesting_in_a_paragraph(inside: str) -> None:
    """The same within one paragraph."""
    assert refused(word_file(f"<w:p>{inside}</w:p>" + p("Vi möts."))) == "word/damaged"


def test_wide_tables() -> None:
    """Cells that claim to cover billions of columns cost no memory."""
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>' + p("Vi möts.") + "</w:tc>"
    rows = f"<w:tr>{cell * 120}</w:tr>" * 30
    made = read_word(word_file(f"<w:tbl>{rows}</w:tbl>"), Source())
    assert made.document.blocks


def test_numbers_that_are_none() -> None:
    """Measures, levels and counts may be anything at all."""
    odd = '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="x"/></w:numPr><w:ind w:left="1e9" w:hanging="å"/>'
    levels = '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="77"><w:start w:val="-"/></w:lvl></w:abstractNum>'
    numbering = part("numbering", f'{levels}<w:num w:numId="x"><w:abstractNumId w:val="7"/></w:num>')
    made = read_word(word_file(p("Vi möts.", "", odd), parts={"word/numbering.xml": numbering}), Source())
    assert made.document.blocks


@settings(max_examples=60)
@given(st.data())
def test_spoiled_part(data: st.DataObject) -> None:
    """A part with a piece missing or doubled is read or refused."""
    body = part("document", "<w:body>" + p("Möten", "Rubrik1") + p("Vi möts.") + "</w:body>").encode()
    start, end = sorted((data.draw(st.integers(0, len(body))), data.draw(st.integers(0, len(body)))))
    spoiled = body[:start] + body[end:] if data.draw(st.booleans()) else body[:end] + body[start:]
    with suppress(UnreadableSource):
        made = read_word(word_file("", parts={"word/document.xml": spoiled}), Source(name="plan.docx"))
        assert isinstance(made, Reading)


@pytest.mark.parametrize(
    "data, code",
    [
        (OLE + b"\0" * 100, "word/other-format"),
        (b"{\\rtf1 plan}", "word/other-format"),
        (GOOD, "word/is-docx"),
        (b"", "nothing-to-read"),
        (b"bara text", "word/plain-text"),
        (b"\0" * 10 + b"\1", "word/damaged"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted-document"),
    ],
)
def test_older_formats(data: bytes, code: str) -> None:
    """Formats that are not read are named, with what to do; their bytes never become a plan."""
    with pytest.raises(UnreadableSource) as caught:
        read_other(data, Source(name="plan.doc"))
    assert [each.code for each in caught.value.findings] == [code]


@pytest.mark.skipif(not CASES.exists(), reason="the shared cases are not here")
@pytest.mark.parametrize("path", sorted(CASES.glob("*.[dor][odt][ctf]*")), ids=lambda path: path.name)
def test_case_files(path: Path) -> None:
    """The shared hostile files are read, or refused with one finding that has a sentence."""
    host = Host(plugins=False)
    host.register(plugin, "word")
    texts = dict(next(each for each in host.texts() if each.language == "sv").messages)
    reader = {".odt": read_odt, ".docx": read_word}.get(path.suffix, read_other)
    try:
        assert reader(path.read_bytes(), Source(name=path.name)).document.blocks
    except UnreadableSource as error:
        (finding,) = error.findings
        assert finding.code in texts or not finding.code.startswith("word/")

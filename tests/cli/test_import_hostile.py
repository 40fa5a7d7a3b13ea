"""Hopeless and hostile files end to end: exit 3, one finding in the reader's language, no file, no traceback."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from helaplan.cli.app import main
from helaplan.plugins.host import Host

WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override'
    ' PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml'
    '.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Target='
    '"word/document.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>'
    "</Relationships>"
)
PAGES = 500


def docx(body: str, before: str = "") -> Callable[[Path], None]:
    """A Word file with this body."""

    def make(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr("[Content_Types].xml", TYPES)
            file.writestr("_rels/.rels", RELATIONS)
            file.writestr("word/document.xml", before + WORD.format(body))

    return make


def cut(path: Path) -> None:
    """A Word file whose end is missing."""
    docx("<w:p><w:r><w:t>Verksamhetsplan 2026</w:t></w:r></w:p>")(path)
    path.write_bytes(path.read_bytes()[:-200])


def pdf(pages: int, stream: bytes = b"0 0 9 9 re f") -> Callable[[Path], None]:
    """A PDF of so many pages that each draw the same."""

    def make(path: Path) -> None:
        kids = b" ".join(b"%d 0 R" % (4 + n) for n in range(pages))
        objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, pages)]
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        objects += [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 3 0 R>>"] * pages
        made, places = b"%PDF-1.4\n", []
        for n, each in enumerate(objects, start=1):
            places.append(len(made))
            made += b"%d 0 obj%s endobj\n" % (n, each)
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        size = len(objects) + 1
        end = b"trailer<</Size %d/Root 1 0 R>>startxref\n%d\n%%%%EOF" % (size, len(made))
        path.write_bytes(made + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end)

    return make


def data(content: bytes) -> Callable[[Path], None]:
    """A file with these bytes."""

    def make(path: Path) -> None:
        path.write_bytes(content)

    return make


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024)
FILES = [
    ("encrypted.docx", data(OLE + "EncryptedPackage".encode("utf-16-le") + bytes(512)), "encrypted-document"),
    ("old.docx", data(OLE), "kind-not-read"),
    ("bomb.docx", docx(" " * 120_000_000), "document-too-large"),
    ("entities.docx", docx("<w:p/>", '<!DOCTYPE x [<!ENTITY a "b">]>'), "word/doctype"),
    ("cut.docx", cut, "word/damaged"),
    ("half.docx", docx("<w:p><w:r>"), "word/damaged"),
    ("empty.docx", data(b""), "no-words"),
    ("pdf-named.docx", data(b"%PDF-1.4\n"), "other-kind"),
    ("word-named.pdf", docx("<w:p/>"), "other-kind"),
    ("empty.pdf", data(b""), "no-words"),
    ("cut.pdf", data(b"%PDF-1.7\n1 0 obj<</Type/Cat"), "pdf/damaged"),
    ("scan.pdf", pdf(1), "pdf/no-text"),
    ("long.pdf", pdf(PAGES), "pdf/too-many-pages"),
    (
        "long.txt",
        data(("Verksamhetsplan 2026\n\n" + "• Skriva till regionen.\n" * 100 * PAGES).encode()),
        "document-too-large",
    ),
    ("long.md", data(("# Plan 2026\n\n" + "- Skriva till regionen.\n" * 100 * PAGES).encode()), "document-too-large"),
    (
        "long.html",
        data(("<h1>Plan</h1>" + "<p>Skriva till regionen.</p>" * 150 * PAGES).encode()),
        "document-too-large",
    ),
    (
        "long.docx",
        docx(("<w:p><w:r><w:t>" + "Skriva till regionen. " * 100 + "</w:t></w:r></w:p>") * PAGES * 2),
        "document-too-large",
    ),
    ("empty.txt", data(b""), "no-words"),
    ("program.txt", data(b"MZ\x90\0" + bytes(range(256)) * 8), "not-text"),
]


@pytest.mark.parametrize("name, make, code", FILES, ids=[name for name, _, _ in FILES])
def test_a_hopeless_file(
    name: str,
    make: Callable[[Path], None],
    code: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One line that says what is wrong and what to do, in either language; the folder is left as it was."""
    if Host().reader_for(Path(name).suffix) is None:
        pytest.skip("its reader is not installed")
    monkeypatch.chdir(tmp_path)
    make(Path(name))
    for lang, word in (("sv", "fel: "), ("en", "error: ")):
        assert main(["--lang", lang, "import", name, "-o", "plan.yaml", "--receipt", "r.json", "--yes"]) == 3
        told = capsys.readouterr()
        assert told.out == ""
        (line,) = told.err.strip().splitlines()
        assert line.startswith(word)
        assert line.endswith(f"[{code}]")
        assert ". " in line  # the way out stands after what is wrong
    assert [each.name for each in tmp_path.iterdir()] == [name]

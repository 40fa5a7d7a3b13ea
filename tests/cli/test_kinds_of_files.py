"""A file of another kind than is wanted, or than its name says, is told as what it is, with the command that helps."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from helaplan.cli.app import main
from helaplan.plugins.host import Host
from helaplan.registers.filetypes import filetype_of

PLAN = """helaplan: 1
kind: plan
id: kil
title: Verksamhetsplan 2026
language: sv
organisation: {name: Kils byalag, level: local}
period: {start: 2026-01-01, end: 2026-12-31}
areas: [{id: a, name: Möten, activities: [{id: b, text: Hålla årsmöte}]}]
"""
MARKDOWN = "# Verksamhetsplan 2026\n\n- **Nivå:** län\n  - **Ansvarig:** styrelsen\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
HAS_WORD = Host().reader_for(".docx") is not None
HAS_PDF = Host().reader_for(".pdf") is not None
needs_word = pytest.mark.skipif(not HAS_WORD, reason="the Word plugin is not installed")
needs_pdf = pytest.mark.skipif(not HAS_PDF, reason="the PDF plugin is not installed")


def zipped(*names: str, mimetype: str = "") -> bytes:
    """A zip with parts of these names; `mimetype` first and unpacked, as OpenDocument wants it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        if mimetype:
            file.writestr("mimetype", mimetype)
        for name in names:
            file.writestr(name, zipped("xl/workbook.xml") if name.endswith(".xlsx") else b"<x/>")
    return out.getvalue()


WORD = zipped("[Content_Types].xml", "word/document.xml")
ODT = zipped("content.xml", mimetype="application/vnd.oasis.opendocument.text")


@pytest.mark.parametrize(
    "data, kind",
    [
        (b"\xef\xbb\xbf  %PDF-1.7", "file-pdf"),
        (WORD, "file-word"),
        (zipped("word/document.xml", "word/embeddings/tabell.xlsx"), "file-word"),
        (zipped("word/embeddings/tabell.xlsx", "word/document.xml"), "file-word"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "file-excel"),
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), "file-powerpoint"),
        (ODT, "file-opendocument"),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "file-excel"),
        (zipped("bild.png"), "file-zip"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "file-word"),
        (OLE + "WordDocument".encode("utf-16-le"), "file-old-word"),
        (OLE + "Workbook".encode("utf-16-le"), "file-excel"),
        (OLE, "file-office"),
        (b"{\\rtf1 plan}", "file-rtf"),
        (b"\xff\xd8\xff\xe0", "file-image"),
        (b"\x00\x00\x00\x18ftypheic", "file-image"),
        (b"<!DOCTYPE html><p>", "file-html"),
        (b"<?xml version='1.0'?><html>", "file-html"),
        (b"<?xml version='1.0'?><plan>", "file-xml"),
        (b"Verksamhetsplan <2026>", ""),
        (b"", ""),
    ],
)
def test_a_kind_is_known_by_its_bytes(data: bytes, kind: str) -> None:
    """Whatever the file is called; of a zip its own parts count, not those of a file within it."""
    assert filetype_of(data) == kind


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *call: str) -> tuple[int, str]:
    """Exit code and everything that was said, in Swedish; without any unfilled hole."""
    code = main(["--lang", "sv", *call])
    both = capsys.readouterr()
    assert "…" not in both.err
    return code, both.out + both.err


@pytest.mark.parametrize(
    "name, data, calls",
    [
        ("plan.md", MARKDOWN.encode(), "plan.md -o plan.yaml"),
        ("plan.txt", b"Verksamhetsplan 2026\n\nStad och land!\n", "plan.txt -o plan.yaml"),
        ("plan.txt", b"Ort: Kil\n", "plan.txt -o plan.yaml"),
        ("v\u00e5r plan.md", b"---\na: b\n---\n# Plan\n", '"v\u00e5r plan.md" -o "v\u00e5r plan.yaml"'),
        ("-x.md", MARKDOWN.encode(), "./-x.md -o ./-x.yaml"),
        ("plan.html", b"<!DOCTYPE html><h1>Plan</h1>", "plan.html -o plan.yaml"),
        ("plan.docx", WORD, "plan.docx -o plan.yaml"),
        ("plan.odt", ODT, "plan.odt -o plan.yaml"),
        ("plan.pdf", b"%PDF-1.7\n", "plan.pdf -o plan.yaml"),
    ],
)
def test_a_document_for_a_plan(
    name: str, data: bytes, calls: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every command that wants a plan says what the file is and which command makes a plan of it."""
    Path(name).write_bytes(data)
    Path("given.txt").write_text("Verksamhetsplan 2026\n\nMöten\n\n• Hålla årsmöte.\n", encoding="utf-8")
    for call in (
        ["check"],
        ["check", "--schema-only"],
        ["check", "--fix"],
        ["export", "-o", "ut.json"],
        ["export", "--force", "-o", "ut.json"],
        ["export", "--to", "json", "--to", "md", "-o", "ut/"],
    ):
        code, said = told(capsys, *call, "--", name)
        assert code == 1
        assert said.count("wrong-file") == 1
        assert f"helaplan import {calls}" in said
        # What helps is the import; nothing can be written with --force.
        assert "--force" not in said
    code, said = told(capsys, "import", "given.txt", "-o", "ny.yaml", "--known", name)
    assert (code, said.count("wrong-file")) == (1, 1)
    assert f"helaplan import {calls}" in said
    assert sorted(each.name for each in folder.iterdir()) == sorted([name, "given.txt"])
    assert Path(name).read_bytes() == data


@pytest.mark.parametrize("name", ["plan.txt", "plan.md"])
def test_a_plan_file_may_be_called_otherwise(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What says that it is a plan is looked at as one, broken or whole."""
    Path(name).write_text(PLAN, encoding="utf-8")
    assert told(capsys, "check", name)[0] == 0
    Path(name).write_text(PLAN.replace("areas:", "  areas:"), encoding="utf-8")
    code, said = told(capsys, "check", name)
    assert code == 1
    assert "wrong-file" not in said


def test_what_import_does_not_read_is_no_way_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A picture for a plan: no command that would fail as well."""
    Path("bild.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(20))
    code, said = told(capsys, "check", "bild.png")
    assert code == 1
    assert "Det här är en bild, ingen planfil" in said
    assert "import" not in said


@pytest.mark.parametrize(
    "name, data, code, words, way",
    [
        pytest.param("w.pdf", WORD, "other-kind", "Filen är en Word-fil, fast namnet slutar på .pdf",
                     "helaplan import w.pdf --from word", marks=needs_pdf),
        pytest.param("o.pdf", ODT, "other-kind", "OpenDocument", "--from opendocument", marks=needs_pdf),
        pytest.param("p.docx", b"%PDF-1.7\n", "other-kind", "Filen är en PDF-fil, fast namnet slutar på .docx",
                     "helaplan import p.docx --from pdf", marks=needs_word),
        pytest.param("x.docx", zipped("xl/workbook.xml"), "kind-not-read", "ett kalkylblad", ".docx", marks=needs_word),
        pytest.param("x.pdf", zipped("ppt/presentation.xml"), "kind-not-read", "ett bildspel", ".docx",
                     marks=needs_pdf),
        pytest.param("r.docx", b"{\\rtf1 plan}", "kind-not-read", "en RTF-fil", ".docx", marks=needs_word),
        pytest.param("b.pdf", b"\xff\xd8\xff\xe0" + bytes(9), "picture-not-read", "en bild", "OCR", marks=needs_pdf),
        pytest.param("d.doc", WORD, "other-kind", "en Word-fil", "--from word", marks=needs_word),
        pytest.param("h.doc", b"<html><h1>Plan</h1>", "other-kind", "en webbsida", "--from html", marks=needs_word),
        pytest.param("t.docx", b"Verksamhetsplan 2026", "other-kind", "ren text", "--from text", marks=needs_word),
        pytest.param("t.pdf", b"Verksamhetsplan 2026", "other-kind", "ren text", "--from text", marks=needs_pdf),
        ("w.txt", WORD, "other-kind", "en Word-fil", "--from word"),
        ("w.json", WORD, "other-kind", "en Word-fil", "--from word"),
        ("p.md", b"%PDF-1.7\n", "other-kind", "en PDF-fil", "--from pdf"),
        ("w.html", WORD, "other-kind", "en Word-fil", "--from word"),
        ("h.txt", b"<!DOCTYPE html><h1>Plan</h1>", "other-kind", "en webbsida", "--from html"),
        ("z.txt", zipped("a.txt"), "kind-not-read", "en ZIP-fil", ".docx"),
    ],
)  # fmt: skip
def test_a_name_that_misleads(
    name: str, data: bytes, code: str, words: str, way: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line: what the file is, and what to do."""
    Path(name).write_bytes(data)
    ended, said = told(capsys, "import", name, "-o", "x.yaml", "--yes")
    assert ended == 3
    assert said.count(f"[{code}]") == len(said.strip().splitlines()) == 1
    assert words in said
    assert way in said
    assert [each.name for each in folder.iterdir()] == [name]


@needs_word
def test_a_format_that_is_asked_for_and_is_another(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--from` is contradicted by the bytes as a suffix is."""
    Path("plan").write_bytes(b"%PDF-1.7\n")
    ended, said = told(capsys, "import", "plan", "--from", "word", "-o", "x.yaml")
    assert ended == 3
    assert "Filen är en PDF-fil. Läs in den som det den är: helaplan import plan --from pdf [other-kind]" in said


@pytest.mark.parametrize(
    "name, data, code, words",
    [
        ("plan", b"Verksamhetsplan 2026", "format-unnamed", "helaplan import plan --from text"),
        ("plan", WORD, "format-unnamed", "Den ser ut att vara en Word-fil. Ange det: helaplan import plan --from word"),
        ("plan", zipped("xl/workbook.xml"), "kind-not-read", "Filen är ett kalkylblad"),
        ("plan 2024.12", b"Verksamhetsplan", "reader-unknown", 'helaplan import "plan 2024.12" --from text'),
        (
            "plan.xyz",
            b"%PDF-1.7\n",
            "reader-unknown",
            "en PDF-fil: helaplan import plan.xyz --from pdf",
        ),
        ("plan.xyz", bytes(range(256)), "reader-unknown", "Ingenting här läser .xyz. Det här går: "),
        ("plan.xlsx", zipped("xl/workbook.xml"), "kind-not-read", "Filen är ett kalkylblad (Excel), och sådana"),
        ("plan.png", b"\x89PNG\r\n\x1a\n", "picture-not-read", "Filen är en bild. Be om"),
        ("plan.yaml", PLAN.encode(), "plan-already", "helaplan check plan.yaml"),
    ],
)
def test_a_name_that_says_nothing(
    name: str, data: bytes, code: str, words: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A format that nobody named, or that nothing reads: exit 2, what it looks like, and how to say so."""
    Path(name).write_bytes(data)
    ended, said = told(capsys, "import", name, "-o", "x.yaml", "--yes")
    assert ended == 2
    assert said.count(f"[{code}]") == len(said.strip().splitlines()) == 1
    assert words in said
    assert [each.name for each in folder.iterdir()] == [name]


def test_what_comes_on_standard_input_has_no_name(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then the format is to be named."""

    class Piped:
        buffer = io.BytesIO(b"Verksamhetsplan 2026")

        def isatty(self) -> bool:
            return False

    monkeypatch.setattr("sys.stdin", Piped())
    ended, said = told(capsys, "import", "-")
    assert ended == 2
    assert "helaplan import - --from text [format-unnamed]" in said


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".json", ".docx", ".odt", ".pdf", ".rtf", ""])
@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf \r\n\t"])
def test_an_empty_file_is_said_to_be_empty(
    suffix: str, data: bytes, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is no scanned picture, whatever its name."""
    if suffix and not (Host().reader_for(suffix) or Host().importer_for(suffix)):
        pytest.skip("its reader is not installed")
    Path(f"plan{suffix}").write_bytes(data)
    ended, said = told(capsys, "import", f"plan{suffix}", "-o", "x.yaml")
    assert ended == 3
    assert said == (
        f"fel: Filen är tom, eller har inga ord: plan{suffix}."
        " Se efter att det är rätt fil, och att den är sparad [no-words]\n"
    )


@pytest.mark.parametrize(
    "name, shown",
    [
        ("vår plan.yaml", '"vår plan.yaml"'),
        ("-x.yaml", "./-x.yaml"),
        ("plan-å_2.yaml", "plan-å_2.yaml"),
        ('a"b.yaml', "'a\"b.yaml'"),
        ("a'b $c.yaml", "'a'\"'\"'b $c.yaml'"),
    ],
)
def test_the_next_step_can_be_typed_as_it_stands(
    name: str, shown: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Names with blanks, quotes and a dash at their beginning."""
    Path("given.txt").write_text("Verksamhetsplan 2026\n\nMöten\n\n• Hålla årsmöte.\n", encoding="utf-8")
    code, said = told(capsys, "import", "given.txt", "-o", name, "--yes")
    assert code == 0
    assert said.endswith(f"helaplan check {shown}\n")

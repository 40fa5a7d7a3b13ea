"""What is written, laid out by a real word processor: LibreOffice makes a PDF of it, and others read that."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from helaplan_word import plugin

from helaplan import (
    Activity,
    Area,
    Document,
    Figure,
    Heading,
    Host,
    LabelLine,
    ListItem,
    Organisation,
    Paragraph,
    Plan,
    Statement,
    Table,
    compose,
    export,
    read_plan,
)
from helaplan.testing import full_plan

pikepdf: Any = pytest.importorskip("pikepdf")
docx: Any = pytest.importorskip("docx")
EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "orebro-2023" / "plan.yaml"
#: A page's head and foot, which stand between two lines of the text.
_FOOT = re.compile(r"^(Sida \d+ av \d+|Page \d+ of \d+)$", re.MULTILINE)
CONTENTS = ("plan", "summary", "activity-table")


def plans() -> dict[str, Plan]:
    """The plans that are printed: the example, and one with something in most fields."""
    return {"orebro": read_plan(EXAMPLE), "full": full_plan()}


def long_plan() -> Plan:
    """A plan whose summary has to leave out most of it."""
    long = "Hålla ett stort öppet möte om bygdens framtid med alla som vill vara med och påverka den. " * 6
    areas = tuple(
        Area(
            id=f"o{n}",
            name=f"Område {n} med ett långt namn som tar plats",
            activities=tuple(Activity(id=f"a{n}-{m}", text=long) for m in range(20)),
        )
        for n in range(15)
    )
    return Plan(
        id="p",
        title="Verksamhetsplan för bygden",
        organisation=Organisation(name="Bygden"),
        visions=(Statement(text=long),),
        areas=areas,
    )


def letterhead() -> bytes:
    """A branch's own template, made with another library: small paper, a name above, green headings."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = docx.shared.Pt(400), docx.shared.Pt(450)
    section.left_margin = section.right_margin = docx.shared.Pt(40)
    section.header.paragraphs[0].text = "Byalagets brevpapper"
    made.styles["Heading 1"].font.color.rgb = docx.shared.RGBColor(0, 90, 40)
    made.add_paragraph("Skriv planen här.")
    data = BytesIO()
    made.save(data)
    return data.getvalue()


@pytest.fixture(scope="module")
def host() -> Host:
    """A host with this plugin, and the rasterizer that the other one offers where it is installed."""
    made = Host()
    made.register(plugin, "word-under-test")
    return made


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, host: Host) -> dict[str, Path]:
    """The PDF files that LibreOffice makes of all documents in one go, by name; one start costs seconds."""
    program = shutil.which("soffice")
    if program is None or shutil.which("pdftotext") is None:
        pytest.skip("soffice and pdftotext are not here")
    folder = tmp_path_factory.mktemp("libreoffice")
    for name, plan in plans().items():
        for content in CONTENTS:
            (folder / f"{name}-{content}.docx").write_bytes(export(plan, ".docx", content=content, host=host))
    (folder / "long-summary.docx").write_bytes(export(long_plan(), ".docx", content="summary", host=host))
    (folder / "orebro-template.docx").write_bytes(
        export(plans()["orebro"], ".docx", options={"template": letterhead()}, host=host)
    )
    sources = sorted(folder.glob("*.docx"))
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}']
    done = subprocess.run(
        [*command, "--outdir", folder, *sources], cwd=folder, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Error" not in done.stderr, done.stderr
    made = {each.stem: folder / f"{each.stem}.pdf" for each in sources}
    assert [name for name, path in made.items() if not path.exists()] == []
    return made


def values(document: Document) -> Iterator[str]:
    """Every text that a document shows, in order."""
    yield document.title
    yield from filter(None, (document.subtitle,))
    for block in document.blocks:
        if isinstance(block, (Heading, Paragraph, ListItem)):
            yield block.text
        elif isinstance(block, LabelLine):
            yield block.label
            yield from block.texts
        elif isinstance(block, Table):
            yield from filter(None, (block.caption, *(cell for row in block.rows for cell in row)))
        elif isinstance(block, Figure):
            yield block.caption


def words_of(path: Path) -> str:
    """The letters of a PDF in the order they are drawn, as poppler finds them, without page numbers and white space."""
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"]
    text = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()
    return squeezed(_FOOT.sub("", text))


def squeezed(text: str) -> str:
    """The text without white space, which a line's end may stand for."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("name", ["orebro", "full"])
def test_every_value_is_printed_in_order(printed: dict[str, Path], host: Host, name: str, content: str) -> None:
    """Each text of the document is on the pages, one after the other: nothing lost, hidden or out of its place."""
    document = compose(plans()[name], content, host=host)
    # What stands above each page may stand between two halves of a text.
    found = words_of(printed[f"{name}-{content}"]).replace(squeezed(document.organisation + document.title), "")
    place = 0
    for value in values(document):
        at = found.find(squeezed(value), place)
        assert at >= 0, f"{value!r} is not after {found[max(0, place - 60) : place]!r}"
        place = at
    assert "�" not in found


def outline(path: Path) -> list[tuple[int, str]]:
    """The bookmarks of a PDF with their depth from 0."""

    def below(items: Any, depth: int) -> Iterator[tuple[int, str]]:
        for each in items:
            yield depth, str(each.title)
            yield from below(each.children, depth + 1)

    with pikepdf.open(path) as pdf, pdf.open_outline() as made:
        return list(below(made.root, 0))


def test_headings_become_bookmarks(printed: dict[str, Path], host: Host) -> None:
    """Every heading is a bookmark at its depth, below the title or beside it, with a template's styles as well."""
    document = compose(plans()["orebro"], host=host)
    wanted = [(each.level, each.text) for each in document.blocks if isinstance(each, Heading)]
    for name in ("orebro-plan", "orebro-template"):
        found = [each for each in outline(printed[name]) if each[1] in {text for _, text in wanted}]
        assert [text for _, text in found] == [text for _, text in wanted], name
        top = found[0][0] - (wanted[0][0] or 0)
        assert [depth - top for depth, _ in found] == [level for level, _ in wanted], name


def test_a_summary_is_one_page(printed: dict[str, Path]) -> None:
    """Also as a word processor breaks pages, and however long the plan is."""
    for name in ("orebro-summary", "full-summary", "long-summary"):
        with pikepdf.open(printed[name]) as pdf:
            assert len(pdf.pages) == 1, name


def test_it_stays_accessible(printed: dict[str, Path]) -> None:
    """Language, title, table heads, lists and the picture's words come out of Word's own means, so others keep them."""
    with pikepdf.open(printed["orebro-plan"]) as pdf:
        assert str(pdf.Root.Lang) == "sv-SE"
        assert str(pdf.docinfo["/Title"]) == plans()["orebro"].title
        kinds = {str(each.get("/S")): each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)}
        assert {"/H1", "/H2", "/L", "/LI", "/Figure"} <= set(kinds)
        assert str(kinds["/Figure"].Alt).startswith("Årshjul med tolv månader")
    with pikepdf.open(printed["orebro-activity-table"]) as pdf:
        kinds = {str(each.get("/S")): each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)}
        assert {"/Table", "/TR", "/TH", "/TD"} <= set(kinds)


def test_the_template_s_page_is_kept(printed: dict[str, Path], host: Host) -> None:
    """On the branch's own paper every value is there too, and the page has the template's size and head."""
    document = compose(plans()["orebro"], host=host)
    found = words_of(printed["orebro-template"])
    assert "Skrivplanenhär" not in found
    assert found.count("Byalagetsbrevpapper") >= 3
    found = found.replace("Byalagetsbrevpapper", "")
    assert [value for value in values(document) if squeezed(value) not in found] == []
    with pikepdf.open(printed["orebro-template"]) as pdf:
        assert [round(float(each)) for each in pdf.pages[0].mediabox] == [0, 0, 400, 450]

"""Odd words, odd sizes and long words in PDF files, read with other libraries than wrote them."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from helaplan_pdf import plugin

from helaplan import Activity, Area, Budget, Host, Organisation, Plan, export
from helaplan.testing import full_plan


@pytest.fixture
def host() -> Host:
    """A host with this plugin alone."""
    made = Host(plugins=False)
    made.register(plugin, "pdf")
    return made


def pages(data: bytes) -> list[str]:
    """The text of each page, in the order it is drawn."""
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)]


def squeezed(text: str) -> str:
    """The text without white space and hyphens, which ends of lines bring."""
    return re.sub(r"[\s\x02\ufffe\u00ad-]+", "", text)


def plan(text: str) -> Plan:
    """A plan with this text in title, area and activity."""
    area = Area(id="a", name=text, activities=(Activity(id="b", text=text),))
    return Plan(id="p", title=text, organisation=Organisation(name="Bygden"), areas=(area,))


@pytest.mark.parametrize(
    "given, shown",
    [
        ("a\x00b\x01c\x1bd", None),
        ("a\ufffeb\uffffc", None),
        ("a\ud800b", None),
        ("#let x = 1; $y$ *z* _w_ @ref <label> //", "#letx=1;$y$*z*_w_@ref<label>//"),
        ("bra \U0001f600", "bra[U+1F600]"),
        ("Ett ord till. " * 700 + "slut", "Ettordtill." * 700 + "slut"),
        ("ordmedmångabokstäver" * 500, "ordmedmångabokstäver" * 500),
    ],
    ids=["controls", "noncharacters", "surrogates", "markup", "emoji", "long", "one word"],
)
def test_odd_words(host: Host, given: str, shown: str | None) -> None:
    """Whatever the words, there is a whole, tagged file that says them, in as much as anybody can show them."""
    data = export(plan(given), ".pdf", host=host)
    # What stands below each page stands between two halves of a text.
    found = re.sub(r"Bygden·.{0,90}?Sida\d+av\d+", "", squeezed("".join(pages(data))))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.check_pdf_syntax() == []
    if shown is not None:
        assert found.count(shown) >= 2
    else:
        assert found.startswith("a")


def test_a_plan_of_nothing(host: Host) -> None:
    """A plan without anything but its title is one page."""
    (page,) = pages(export(Plan(id="p", title="Tom", organisation=Organisation(name="")), ".pdf", host=host))
    assert page.split()[0] == "Tom"


def test_five_thousand_activities(host: Host) -> None:
    """Each of them is printed, in order."""
    areas = tuple(
        Area(
            id=f"o{n}",
            name=f"Område {n}",
            activities=tuple(Activity(id=f"a{n}-{m}", text=f"Möte nr {n}.{m}.") for m in range(500)),
        )
        for n in range(10)
    )
    data = export(Plan(id="p", title="Stor", organisation=Organisation(name="B"), areas=areas), ".pdf", host=host)
    found = re.findall(r"•\s+Möte nr (\d+)\.(\d+)\.", "\n".join(pages(data)))
    assert found == [(str(n), str(m)) for n in range(10) for m in range(500)]


@pytest.mark.parametrize("activities", [0, 4, 300])
def test_a_summary_is_one_page(host: Host, activities: int) -> None:
    """However long the plan, its summary is a page when it is printed."""
    long = "Hålla ett stort öppet möte om bygdens framtid med alla som vill vara med och påverka den. " * 6
    areas = tuple(
        Area(
            id=f"o{n}",
            name=f"Område {n} med ett långt namn som tar plats",
            activities=tuple(
                Activity(id=f"a{n}-{m}", text=long, budget=Budget(amount=Decimal(1000)))
                for m in range(activities // 10 + 1)
            ),
        )
        for n in range(min(activities, 10))
    )
    big = Plan(id="p", title="Verksamhetsplan", organisation=Organisation(name="Bygden"), areas=areas)
    assert len(pages(export(big, ".pdf", content="summary", host=host))) == 1


def test_words_are_cut_as_swedes_cut_them(host: Host) -> None:
    """Long compounds are hyphenated at joints and between syllables, and copied without the hyphens."""
    words = (
        "landsbygdsutvecklingsarbete",
        "medlemsorganisationerna",
        "kommunikationsgruppens",
        "verksamhetsberättelse",
    )
    texts = ["i " * n + " och ".join(words[(n + m) % 4] for m in range(8)) for n in range(24)]
    area = Area(id="a", name="A", activities=tuple(Activity(id=f"b{n}", text=text) for n, text in enumerate(texts)))
    data = export(
        Plan(id="p", title="P", organisation=Organisation(name="B"), areas=(area,)),
        ".pdf",
        content="activity-table",
        host=host,
    )
    cuts = set(re.findall(r"(\w+)(?:\x02|\ufffe|\u00ad)\s*(\w+)", "\n".join(pages(data))))
    cuts = {(before, after) for before, after in cuts if before + after in words}
    joints = set(
        "landsbygds|utvecklingsarbete landsbygdsutvecklings|arbete medlems|organisationerna kommunikations|gruppens "
        "verksamhets|berättelse".split()
    )
    assert {f"{before}|{after}" for before, after in cuts} & joints
    vowels = re.compile("[aeiouyåäö]")
    assert [each for each in cuts if not all(len(part) > 1 and vowels.search(part) for part in each)] == []


def test_a_long_word_stays_on_the_paper(host: Host) -> None:
    """A word that is longer than the line is cut, in title, heading and text, and nothing of it is lost."""
    word = "landsbygdsutvecklingssamarbetsorganisationsfrågor"
    found = squeezed("".join(pages(export(plan(word), ".pdf", host=host))))
    assert found.count(word) >= 3


def test_another_program_finds_the_structure(host: Host, tmp_path: Path) -> None:
    """Poppler reads the tags with their text: title, headings, lists, the picture."""
    program = shutil.which("pdfinfo")
    if program is None:
        pytest.skip("pdfinfo is not here")
    path = tmp_path / "plan.pdf"
    path.write_bytes(export(full_plan(), ".pdf", host=host))
    done = subprocess.run([program, "-struct-text", path], capture_output=True, check=True, timeout=60)
    tree = done.stdout.decode("utf-8", "replace")
    for name in (full_plan().title, full_plan().areas[0].name, full_plan().areas[0].activities[0].text):
        assert f'"{name}"' in tree
    assert tree.index("H1") < tree.index("H2")
    assert {"LBody", "Figure"} <= set(re.findall(r"\w+", tree))
    told = subprocess.run([program, path], capture_output=True, check=True, timeout=60).stdout.decode()
    assert re.search(r"Tagged:\s+yes", told)
    assert f"Title:           {full_plan().title}" in told

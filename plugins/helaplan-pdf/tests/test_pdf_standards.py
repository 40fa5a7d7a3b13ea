"""What PDF/UA-1 and PDF/A-3a ask for, clause by clause, of real plans, as far as the file itself can tell."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from helaplan_pdf import plugin

from helaplan import Host, Plan, export, read_plan
from helaplan.testing import full_plan

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "orebro-2023" / "plan.yaml"
CONTENTS = ("plan", "summary", "activity-table", "year-wheel")
PLANS = {"orebro": read_plan(EXAMPLE), "full": full_plan()}


@pytest.fixture(scope="module", params=[(name, content) for name in PLANS for content in CONTENTS])
def case(request: pytest.FixtureRequest) -> Iterator[tuple[pikepdf.Pdf, Plan, bytes]]:
    """Each plan in each content as PDF, opened with another library than wrote it."""
    name, content = request.param
    host = Host(plugins=False)
    host.register(plugin, "pdf")
    data = export(PLANS[name], ".pdf", content=content, host=host)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        yield pdf, PLANS[name], data


def elements(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Each element of the structure tree with the kinds of those above it, in order."""

    def below(node: Any, above: tuple[str, ...]) -> Iterator[tuple[Any, tuple[str, ...]]]:
        children = node.get("/K", [])
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            if isinstance(child, pikepdf.Dictionary) and "/S" in child:
                yield child, above
                yield from below(child, (*above, str(child.S)))

    return below(pdf.Root.StructTreeRoot, ())


def test_archives_can_keep_it(case: tuple[pikepdf.Pdf, Plan, bytes]) -> None:
    """PDF/A-3: colours are defined, nothing is locked, runs or leads out; metadata stand open and agree."""
    pdf, _, data = case
    assert not pdf.is_encrypted
    assert "GTS_PDFA1" in [str(each.S).lstrip("/") for each in pdf.Root.OutputIntents]
    assert all("/DestOutputProfile" in each for each in pdf.Root.OutputIntents)
    assert "/ID" in pdf.trailer
    assert not {"/AA", "/OpenAction", "/AcroForm"} & set(pdf.Root.keys())
    names = {str(each.get("/S")) for each in pdf.objects if isinstance(each, pikepdf.Dictionary)}
    assert not {"/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData"} & names
    assert "/Filter" not in pdf.Root.Metadata
    with pdf.open_metadata() as held:
        assert str(held["dc:title"]) == str(pdf.docinfo.Title)
        assert "xmp:CreateDate" in held
    assert b"LZWDecode" not in data


def test_letters_are_known(case: tuple[pikepdf.Pdf, Plan, bytes]) -> None:
    """Every font is in the file, and every letter in it leads to a character (PDF/A-3a 6.2.11, PDF/UA 7.21)."""
    pdf, _, _ = case
    fonts = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"]
    assert fonts
    for font in fonts:
        if font.Subtype == "/Type0":
            assert "/ToUnicode" in font
        elif font.Subtype in ("/CIDFontType0", "/CIDFontType2"):
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys())


def test_attachments_say_what_they_are(case: tuple[pikepdf.Pdf, Plan, bytes]) -> None:
    """PDF/A-3 6.8: each file has a kind, a name in both forms, and its relation to the document."""
    pdf, plan, _ = case
    for name in pdf.attachments:
        spec = pdf.attachments[name].obj
        assert {"/F", "/UF", "/AFRelationship", "/Desc"} <= set(spec.keys())
        assert "/Subtype" in spec.EF.F
        assert any(each.objgen == spec.objgen for each in pdf.Root.AF)
    if f"{plan.id}.yaml" in pdf.attachments:
        held = pdf.attachments[f"{plan.id}.yaml"].get_file().read_bytes()
        assert f"id: {plan.id}\n".encode() in held


def test_readers_by_ear_are_led(case: tuple[pikepdf.Pdf, Plan, bytes]) -> None:
    """PDF/UA: language, title, tags in the order of the page; pictures have words, levels no gaps, tables heads."""
    pdf, _, _ = case
    assert re.fullmatch("sv(-SE)?", str(pdf.Root.Lang))
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert bool(pdf.Root.MarkInfo.Marked)
    assert not bool(pdf.Root.MarkInfo.get("/Suspects", False))
    assert all(page.obj.get("/Tabs") == "/S" for page in pdf.pages)
    found = list(elements(pdf))
    assert all("/Alt" in each and str(each.Alt).strip() for each, _ in found if each.S in ("/Figure", "/Formula"))
    levels = [int(match[1]) for each, _ in found if (match := re.fullmatch(r"/H(\d)", str(each.S)))]
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))
    for each, above in found:
        if each.S in ("/LI",):
            assert above[-1] == "/L"
        if each.S in ("/Lbl", "/LBody"):
            assert above[-1] in ("/LI", "/Note")
        if each.S in ("/TH", "/TD"):
            assert above[-1] == "/TR"
        if each.S == "/TH":
            scopes = each.get("/A", [])
            scopes = scopes if isinstance(scopes, pikepdf.Array) else [scopes]
            assert any(str(one.get("/Scope")) in ("/Column", "/Both") for one in scopes)
    tables = sum(each.S == "/Table" for each, _ in found)
    assert sum(each.S == "/TH" for each, _ in found) >= tables


def test_every_mark_is_tagged_or_furniture(case: tuple[pikepdf.Pdf, Plan, bytes]) -> None:
    """PDF/UA 7.1: whatever a page draws stands in the structure or is said to be none of it."""
    pdf, _, _ = case
    for page in pdf.pages:
        depth = 0
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            if operator in ("BMC", "BDC"):
                depth += 1
            elif operator == "EMC":
                depth -= 1
            elif operator in ("Tj", "TJ", "'", '"', "S", "s", "f", "f*", "B", "B*", "Do", "sh"):
                assert depth > 0, f"{operator} outside of what is marked"
        assert depth == 0

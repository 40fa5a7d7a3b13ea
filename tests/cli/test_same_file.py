"""No command writes a file that it reads, by whatever name; nor a plan that is called like a document."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from helaplan.cli.app import main
from helaplan.plugins.host import Host

TEXT = "Verksamhetsplan 2026 för Kils byalag\n\nMöten\n\n• Hålla årsmöte.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder with a text and a plan, by several names."""
    monkeypatch.chdir(tmp_path)
    Path("given.txt").write_text(TEXT, encoding="utf-8")
    assert main(["import", "given.txt", "-o", "plan.yaml", "--yes", "--no-schema"]) == 0
    capsys.readouterr()
    Path("länk.yaml").symlink_to("plan.yaml")
    Path("hård.yaml").hardlink_to("plan.yaml")
    Path("mapp").mkdir()
    return tmp_path


def states(folder: Path) -> dict[str, bytes]:
    """Every file with what is in it."""
    return {str(each): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


@pytest.mark.parametrize("target", ["plan.yaml", "./plan.yaml", "mapp/../plan.yaml", "länk.yaml", "hård.yaml"])
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_an_export_onto_its_own_plan(
    target: str, force: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Comments of a plan file would be lost; no force helps, which is for plans with errors."""
    before = states(folder)
    for source in ("plan.yaml", "länk.yaml", str(folder / "plan.yaml")):
        assert main(["--lang", "sv", "export", source, "-o", target, *force]) == 2
        said = capsys.readouterr().err
        assert "[output-is-source]" in said
        assert target in said
    assert states(folder) == before


@pytest.mark.skipif(Host().writer_for(".docx") is None, reason="the Word plugin is not installed")
def test_an_export_onto_its_own_template(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The letterhead is read, too."""
    assert main(["export", "plan.yaml", "-o", "mall.docx"]) == 0
    before = states(folder)
    assert main(["export", "plan.yaml", "-o", "mall.docx", "-O", "template=./mall.docx"]) == 2
    assert "[output-is-source]" in capsys.readouterr().err
    assert states(folder) == before


def test_several_exports_onto_their_template(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same where a folder is filled."""
    if Host().writer_for(".docx") is None:
        pytest.skip("the Word plugin is not installed")
    assert main(["export", "plan.yaml", "-o", "mapp/plan.docx"]) == 0
    before = states(folder)
    call = ["export", "plan.yaml", "--to", "docx", "--to", "md", "-o", "mapp/", "-O", "template=mapp/plan.docx"]
    assert main(call) == 2
    assert states(folder) == before


@pytest.mark.parametrize("option", [["-o", "GIVEN"], ["-o", "ny.yaml", "--receipt", "GIVEN"]])
def test_an_import_onto_its_own_document(option: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Force overwrites what is there, but never the document itself."""
    before = states(folder)
    for name in ("given.txt", "mapp/../given.txt"):
        made = [name if each == "GIVEN" else each for each in option]
        assert main(["import", "given.txt", "--yes", "--force", *made]) == 2
        assert "[output-is-source]" in capsys.readouterr().err
    assert states(folder) == before


def test_a_receipt_takes_nothings_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither that of the known plan nor that of the new one."""
    before = states(folder)
    call = ["import", "given.txt", "--yes", "--force", "-o", "ny.yaml"]
    assert main([*call, "--known", "plan.yaml", "--receipt", "plan.yaml"]) == 2
    assert main([*call, "--receipt", f".{os.sep}ny.yaml"]) == 2
    assert states(folder) == before


@pytest.mark.parametrize("name", ["ny.docx", "ny.PDF", "ny.md", "ny.txt", "ny.odt"])
def test_a_plan_is_not_called_like_a_document(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No program could open a plan file by such a name."""
    before = states(folder)
    assert main(["--lang", "sv", "import", "given.txt", "--yes", "--force", "-o", name]) == 2
    assert "Ge den ett namn som slutar på .yaml: -o ny.yaml [plan-like-document]" in capsys.readouterr().err
    assert states(folder) == before


def test_the_known_plan_may_become_the_new_one(folder: Path) -> None:
    """That is how a plan is kept up to date."""
    assert main(["import", "given.txt", "--known", "plan.yaml", "-o", "plan.yaml", "--yes", "--force"]) == 0


def test_the_wheel_by_the_name_of_its_content(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A picture of the year is the year's picture, said or not; it is no summary."""
    assert main(["export", "plan.yaml", "-o", "a.svg"]) == 0
    assert main(["export", "plan.yaml", "-o", "b.svg", "--content", "year-wheel"]) == 0
    assert Path("a.svg").read_bytes() == Path("b.svg").read_bytes()
    capsys.readouterr()
    assert main(["export", "plan.yaml", "-o", "c.svg", "--content", "summary"]) == 2
    assert "[content-without-document]" in capsys.readouterr().err
    assert main(["export", "plan.yaml", "-o", "d.json", "--content", "year-wheel"]) == 2

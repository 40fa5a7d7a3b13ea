"""`helaplan import` where it can't begin: the right remedy is named, and nothing is left half done."""

from __future__ import annotations

from pathlib import Path

import pytest

from helaplan.cli.app import main
from helaplan.errors import UnknownFormat
from helaplan.plugins.host import Host


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a text that holds a plan, made the current one."""
    monkeypatch.chdir(tmp_path)
    Path("plan.txt").write_text("Verksamhetsplan 2026\n\nTrafik\n\n• Skriva till regionen\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("option", [["-o", "saknas/x.yaml"], ["-o", "x.yaml", "--receipt", "saknas/r.json"]])
def test_a_missing_folder_is_told_before_the_work(
    source: Path, capsys: pytest.CaptureFixture[str], option: list[str]
) -> None:
    """The folder is what is missing, not the file that is to be made; nothing is written beside it."""
    for lang, words in (("sv", "Mappen finns inte: saknas"), ("en", "There is no such folder: saknas")):
        assert main(["--lang", lang, "import", "plan.txt", "--yes", *option]) == 3
        told = capsys.readouterr().err
        assert words in told
        assert "no-such-folder" in told
    assert [each.name for each in source.iterdir()] == ["plan.txt"]


def test_a_folder_that_is_missing_for_an_export(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same where another command writes."""
    assert main(["import", "plan.txt", "-o", "plan.yaml", "--yes", "--organisation", "Lunda byalag"]) == 0
    assert main(["export", "plan.yaml", "-o", "saknas/plan.md"]) == 3
    assert "no-such-folder" in capsys.readouterr().err


@pytest.mark.skipif(Host().reader_for(".docx") is None, reason="the Word plugin is not installed")
@pytest.mark.parametrize("given", [{"disabled": ["word"]}, {"plugins": False}])
def test_a_reader_that_is_switched_off_is_not_said_to_be_missing(given: dict[str, object]) -> None:
    """It is installed: the way out is another call, no installation."""
    host = Host(**given)  # type: ignore[arg-type]  # one of two settings at a time
    for ask, code in ((host.input_format, "reader-off"), (host.output_format, "writer-off")):
        with pytest.raises(UnknownFormat) as caught:
            ask(".docx")
        (finding,) = caught.value.findings
        assert (finding.code, finding.args["plugin"]) == (code, "word")


@pytest.mark.skipif(Host().reader_for(".docx") is None, reason="the Word plugin is not installed")
def test_switched_off_says_how_to_switch_on(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A format that nothing here reads: exit 2, one finding, the switch by its name."""
    Path("plan.docx").write_bytes(b"PK")
    assert main(["--lang", "sv", "--disable-plugin", "word", "import", "plan.docx", "-o", "x.yaml"]) == 2
    told = capsys.readouterr().err
    assert told.count("[reader-off]") == 1
    assert "--disable-plugin word" in told
    assert not Path("x.yaml").exists()


def test_a_word_file_without_its_reader_names_the_install_command(
    source: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 2 and the command that helps, no output file."""
    monkeypatch.setattr("helaplan.plugins.host.candidates", lambda path: ())
    Path("plan.docx").write_bytes(b"PK\x03\x04")
    assert main(["import", "plan.docx", "-o", "x.yaml"]) == 2
    assert 'pip install "helaplan[documents]"' in capsys.readouterr().err
    assert not Path("x.yaml").exists()


@pytest.mark.skipif(Host().reader_for(".docx") is None, reason="the Word plugin is not installed")
def test_one_cause_ends_in_one_way(source: Path) -> None:
    """A format that is switched off is an unknown one, whether it is to be read or written: exit 2."""
    Path("plan.docx").write_bytes(b"PK")
    assert main(["import", "plan.txt", "-o", "plan.yaml", "--yes", "--organisation", "Lunda byalag"]) == 0
    for call in (["import", "plan.docx", "-o", "x.yaml"], ["export", "plan.yaml", "-o", "y.docx"]):
        assert main(["--no-plugins", *call]) == 2

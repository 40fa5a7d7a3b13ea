"""Where what is to be written can't be: told before the work where it can be known, nothing half done, no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from helaplan.cli.app import main

TEXT = "Verksamhetsplan 2026 för Kils byalag\n\nMöten\n\n• Hålla årsmöte.\n"
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.is_char_device(), reason="there is no device that is always full")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder with a text, a plan, a folder called like a plan, and a link to itself."""
    monkeypatch.chdir(tmp_path)
    Path("given.txt").write_text(TEXT, encoding="utf-8")
    assert main(["import", "given.txt", "-o", "plan.yaml", "--yes", "--no-schema"]) == 0
    Path("mapp.yaml").mkdir()
    Path("ring.yaml").symlink_to("ring.yaml")
    capsys.readouterr()
    return tmp_path


def names(folder: Path) -> list[str]:
    """Everything below a folder."""
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*"))


IMPORT = ["import", "given.txt", "--yes", "--no-schema"]
EXPORT = ["export", "plan.yaml"]


@pytest.mark.parametrize(
    "call, code",
    [
        ([*IMPORT, "-o", "mapp.yaml"], "is-a-folder"),
        ([*IMPORT, "-o", "mapp.yaml", "--force"], "is-a-folder"),
        ([*IMPORT, "-o", "ny.yaml", "--receipt", "mapp.yaml"], "is-a-folder"),
        ([*IMPORT, "-o", "ny.yaml", "--receipt", "mapp.yaml", "--force"], "is-a-folder"),
        ([*IMPORT, "-o", "ring.yaml"], "link-circle"),
        ([*IMPORT, "-o", "ring.yaml", "--force"], "link-circle"),
        ([*IMPORT, "-o", "ny.yaml", "--receipt", "ring.yaml", "--force"], "link-circle"),
        ([*IMPORT, "--split", "given.txt"], "not-a-folder"),
        ([*IMPORT, "--split", "given.txt/under"], "not-a-folder"),
        ([*IMPORT, "-o", "å" * 300 + ".yaml"], "name-too-long"),
        ([*EXPORT, "-o", "mapp.yaml"], "is-a-folder"),
        ([*EXPORT, "-o", "ring.yaml"], "link-circle"),
        ([*EXPORT, "-o", "å" * 300 + ".md"], "name-too-long"),
        ([*EXPORT, "-o", "saknas/plan.md"], "no-such-folder"),
        ([*EXPORT, "--to", "md", "-o", "ring.yaml/"], "not-a-folder"),
    ],
)
def test_what_is_in_the_way_is_told(
    call: list[str], code: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 3, one line with its code, and the folder as it was."""
    before = names(folder)
    assert main(["--lang", "sv", *call]) == 3
    (line,) = capsys.readouterr().err.strip().splitlines()
    assert line.endswith(f"[{code}]")
    assert names(folder) == before


def test_a_folder_without_a_format(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is missing is the format."""
    Path("ut").mkdir()
    assert main(["--lang", "sv", *EXPORT, "-o", "ut"]) == 2
    assert "Till en mapp behövs minst ett format" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_is_written_into(folder: Path) -> None:
    """What is no file is never replaced by one: an administrator would have no /dev/null any more."""
    os.mkfifo("rör")
    for call in ([*IMPORT, "-o", "rör"], [*EXPORT, "--to", "md", "-o", "rör"]):
        with subprocess.Popen(["cat", "rör"], stdout=subprocess.PIPE, encoding="utf-8") as reader:
            assert main(call) == 0
            assert "Hålla årsmöte" in reader.communicate(timeout=20)[0]
        assert Path("rör").is_fifo()
    assert "Hålla årsmöte" in run(*EXPORT, "--to", "md", "-o", "/dev/stdout").stdout


def run(*call: str, out: int | None = None) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "helaplan", "--lang", "sv", *call],
        stdout=subprocess.PIPE if out is None else out,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )


@needs_full
@pytest.mark.parametrize(
    "call", [IMPORT, [*EXPORT, "--to", "md"], ["check", "plan.yaml", "--format", "json"], ["formats"], ["--help"]]
)
def test_standard_output_without_room(call: list[str], folder: Path) -> None:
    """A full disk is no fault of helaplan."""
    with FULL.open("wb") as full:
        made = run(*call, out=full.fileno())
    assert made.returncode == 3
    assert made.stderr.endswith("Det går inte att skriva ut: ingen plats finns kvar.\n")
    assert "Traceback" not in made.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may write anywhere")
def test_a_folder_that_may_not_be_written_in(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Told in the reader's words, without the system's."""
    Path("låst").mkdir()
    Path("låst").chmod(0o500)
    for call in ([*IMPORT, "-o", "låst/ny.yaml"], [*EXPORT, "-o", "låst/ny.md"]):
        assert main(["--lang", "sv", *call]) == 3
        said = capsys.readouterr().err
        assert "[unwritable-file]" in said
        assert "denied" not in said


def test_a_receipt_that_has_no_place_is_told_before_the_plan_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both or neither."""
    Path("låst").mkdir()
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "låst" and allowed(path, mode))
    before = names(folder)
    assert main(["--lang", "sv", *IMPORT, "-o", "ny.yaml", "--receipt", "låst/r.json"]) == 3
    assert "[unwritable-file]" in capsys.readouterr().err
    assert names(folder) == before

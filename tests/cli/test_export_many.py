"""Export of several plans and formats into a folder: what is refused before anything is written, what goes on."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from test_cli import PLAN, run

from helaplan.cli import exporting
from helaplan.cli.shell import Shell
from helaplan.plugins import host as host_module


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """A folder with good plans: two at its top, and two of one name below it."""
    folder = tmp_path / "planer å"
    for name in ("a.yaml", "b.yml", "länet/plan.yaml", "riket/plan.yaml"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PLAN.replace("id: ", "id: x", 1), encoding="utf-8")
    (folder / "docker.yaml").write_text("services: {}\n", encoding="utf-8")
    return tmp_path


def files(folder: Path) -> list[str]:
    """The files below a folder, in order."""
    return sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file())


def test_each_plan_in_each_format(plans: Path) -> None:
    """Named files lie at the top, called after the plan file; the folder is made; what is there is overwritten."""
    call = ("export", "planer å/a.yaml", "planer å/b.yml", "--to", "json", "--to", ".md", "-o", "ut/nytt")
    done = run(*call, cwd=plans)
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode() == "Wrote 4 files in ut/nytt.\n"
    assert files(plans / "ut/nytt") == ["a.json", "a.md", "b.json", "b.md"]
    before = {each: (plans / "ut/nytt" / each).read_bytes() for each in files(plans / "ut/nytt")}
    assert run(*call, cwd=plans).returncode == 0
    assert {each: (plans / "ut/nytt" / each).read_bytes() for each in files(plans / "ut/nytt")} == before


def test_the_files_are_those_of_one_call_each(plans: Path) -> None:
    """What comes out is byte for byte what the plan alone would give."""
    assert run("export", "planer å/*.y*ml", "--to", "md", "-o", "ut/", cwd=plans).returncode == 1  # docker.yaml
    assert run("export", "planer å/a.yaml", "-o", "ensam.md", cwd=plans).returncode == 0
    assert (plans / "ut/a.md").read_bytes() == (plans / "ensam.md").read_bytes()


def test_another_content_has_its_own_name(plans: Path) -> None:
    """A summary doesn't take the place of the plan in the same folder."""
    for content in ("plan", "summary"):
        done = run("export", "planer å/a.yaml", "--to", "md", "--content", content, "-o", "ut/", cwd=plans)
        assert done.returncode == 0
    assert files(plans / "ut") == ["a-summary.md", "a.md"]


def test_a_folder_keeps_its_subfolders(plans: Path) -> None:
    """Plans of one name in different folders don't meet; other YAML files are passed by."""
    assert run("export", "planer å", "--to", "json", "-o", "ut", cwd=plans).returncode == 0
    assert files(plans / "ut") == ["a.json", "b.json", "länet/plan.json", "riket/plan.json"]


def test_what_was_written_is_not_written_again(plans: Path) -> None:
    """A folder of results within the folder of plans holds the same files after a second time."""
    call = ("export", "planer å", "--to", "yaml", "--to", "json", "-o", "planer å/ut")
    for _ in range(2):
        assert run(*call, cwd=plans).returncode == 0
    wanted = sorted(f"{each}.{to}" for each in ("a", "b", "länet/plan", "riket/plan") for to in ("json", "yaml"))
    assert files(plans / "planer å/ut") == wanted


def test_one_plan_into_a_folder_that_is_there(plans: Path) -> None:
    """`-o` with a folder and one format, or several formats of one plan, standard input too."""
    (plans / "ut").mkdir()
    assert run("export", "planer å/a.yaml", "--to", "md", "-o", "ut", cwd=plans).returncode == 0
    given = (plans / "planer å" / "a.yaml").read_bytes()
    assert run("export", "-", "--to", "md", "--to", "json", "-o", "ny/", cwd=plans, stdin=given).returncode == 0
    assert files(plans / "ut") + files(plans / "ny") == ["a.md", "plan.json", "plan.md"]


@pytest.mark.parametrize(
    "arguments, words",
    [
        (["a.yaml", "b.yml", "--to", "md"], "need a folder"),
        (["a.yaml", "--to", "md", "--to", "json"], "need a folder"),
        (["a.yaml", "b.yml", "--to", "md", "-o", "länet/plan.yaml"], "need a folder"),
        (["a.yaml", "b.yml", "-o", "ut.md"], "at least one format"),
        (["länet", "-o", "ut/"], "at least one format"),
        (["länet/plan.yaml", "riket/plan.yaml", "--to", "md", "-o", "ut"], "same-target"),
        (["a.yaml", "b.yml", "--to", "md", "--to", "yaml", "-o", "."], "same-target"),
        (["a.yaml", "b.yml", "--to", "md", "--to", "finns-inte", "-o", "ut"], "writer-unknown"),
        (["a.yaml", "b.yml", "--to", "md", "-o", "ut", "-O", "finns=inte"], "unknown-option"),
        (["a.yaml", "b.yml", "--to", "md", "-o", "ut", "--content", "finns-inte"], "content-unknown"),
        (["a.yaml", "b.yml", "--to", "md", "--to", "json", "-o", "ut", "--content", "summary"], "content-without-d"),
    ],
)
def test_refused_before_anything_is_written(plans: Path, arguments: list[str], words: str) -> None:
    """Exit 2 with what is wrong, and no file made or changed, whichever plan or format stands first."""
    here = plans / "planer å"
    before = {each: (here / each).read_bytes() for each in files(here)}
    done = run("export", *arguments, cwd=here)
    assert done.returncode == 2, done.stderr.decode()
    assert words in done.stderr.decode()
    assert {each: (here / each).read_bytes() for each in files(here)} == before


def test_names_that_differ_in_capitals_clash(plans: Path) -> None:
    """Many disks take `A.md` and `a.md` for one file, so they are refused on all."""
    one, other = plans / "planer å/länet/A.yaml", plans / "planer å/a.yaml"
    one.write_bytes(other.read_bytes())
    done = run("export", one, other, "--to", "md", "-o", "ut", cwd=plans)
    assert done.returncode == 2
    assert not (plans / "ut").exists()


def test_a_bad_plan_stops_no_other(plans: Path) -> None:
    """Its findings are told and the exit code is theirs; a missing file makes it 3; the others are written."""
    here = plans / "planer å"
    (here / "a.yaml").write_text(PLAN.replace("\ntitle:", "\ntitel:"), encoding="utf-8")
    done = run("export", "a.yaml", "b.yml", "--to", "md", "--to", "json", "-o", "ut", cwd=here)
    assert done.returncode == 1
    assert done.stderr.decode().startswith("a.yaml:8:1: unknown-key")
    assert "were not written: 1" in done.stderr.decode()
    assert files(here / "ut") == ["b.json", "b.md"]
    done = run("export", "a.yaml", "borta.yaml", "b.yml", "--to", "md", "-o", "ut", "--force", cwd=here)
    assert done.returncode == 3
    assert "borta.yaml" in done.stderr.decode()
    assert files(here / "ut") == ["a.md", "b.json", "b.md"]


def test_a_file_that_cannot_be_written_stops_no_other(plans: Path) -> None:
    """A folder stands where the first file is to be: that is told, the second is there."""
    (plans / "ut" / "a.md").mkdir(parents=True)
    done = run("export", "planer å/a.yaml", "planer å/b.yml", "--to", "md", "-o", "ut", cwd=plans)
    assert done.returncode == 3
    assert files(plans / "ut") == ["b.md"]


def test_nothing_in_a_folder(tmp_path: Path) -> None:
    """A folder without plans is 3, as for check."""
    (tmp_path / "tom").mkdir()
    done = run("export", "tom", "--to", "md", "-o", "ut", cwd=tmp_path)
    assert (done.returncode, (tmp_path / "ut").exists()) == (3, False)


class Terminal(io.StringIO):
    """A terminal, for those who ask."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("there", [True, False])
def test_progress_on_a_terminal_only(plans: Path, monkeypatch: pytest.MonkeyPatch, there: bool) -> None:
    """A bar on standard error that counts every file, where that is a terminal and the work takes its time."""
    stream = Terminal() if there else io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr("time.monotonic", iter(range(0, 10**6, 5)).__next__)
    monkeypatch.chdir(plans)
    code = exporting.run(
        Shell(language="en", plugins=False),
        plans=("planer å",),
        output="ut",
        to=("md", "json"),
        content="plan",
        options=(),
        force=False,
    )
    assert code == 0
    assert len(files(plans / "ut")) == 8
    assert ("Writing" in stream.getvalue() and "100%" in stream.getvalue()) is there


def test_plugins_are_loaded_once(plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many plans and formats, the plugins are looked for once."""
    made: list[object] = []
    real = host_module.Host.__init__

    def counted(self: host_module.Host, *args: object, **more: object) -> None:
        made.append(self)
        real(self, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(host_module.Host, "__init__", counted)
    monkeypatch.chdir(plans)
    more = {"content": "plan", "options": (), "force": False}
    exporting.run(Shell(language="en"), plans=("planer å",), output="ut", to=("md", "json"), **more)  # type: ignore[arg-type]
    assert len(made) == 1

"""`check --fix` and `--baseline` on the command line: what is written, what is shown where, and the exit codes."""

from __future__ import annotations

import json
import multiprocessing
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from helaplan import Finding, UnreadableSource
from helaplan.cli import many
from helaplan.cli.mending import Mending
from helaplan.io import plan_names

PLAN = """\
helaplan: 1
kind: plan
id: tallmo
titel: Plan   # vår första
organisation: {name: Tallmo å-dal}
period: 2023
goals: [{text: Fler möten, number: "1"}]
status: {state: adopted, by: 3, date: 2023-02-30}
"""
MENDED = PLAN.replace("titel", "title").replace("period: 2023", "period: {start: 2023-01-01, end: 2023-12-31}")
MENDED = MENDED.replace("{text: Fler", "{id: fler-moten, text: Fler").replace("by: 3", 'by: "3"')

#: Mending without plugins and without the note of good files.
JOB = many.Job(
    language="sv",
    plugins=False,
    disabled=(),
    stdin_filename="-",
    schema_only=False,
    cache=False,
    mending=Mending(),
)


def run(
    *arguments: str | Path, cwd: Path, stdin: bytes = b"", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """The program as a process of its own, in English."""
    return subprocess.run(
        [sys.executable, "-m", "helaplan", "--lang", "en", "check", *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env={**os.environ, **(env or {})},
        timeout=60,
        check=False,
    )


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with a faulty plan, under a name with å."""
    folder = tmp_path / "mapp å"
    folder.mkdir()
    (folder / "plan.yaml").write_bytes(PLAN.encode())
    return folder


def codes(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    """The codes of a JSON report on standard output."""
    return [each["code"] for each in json.loads(done.stdout)["findings"]]


def test_fix_writes_and_tells_what_remains(here: Path) -> None:
    """What can't be mended is told, at its place in the mended file, and decides the exit code."""
    done = run("plan.yaml", "--fix", "--format", "json", cwd=here)
    assert (here / "plan.yaml").read_bytes() == MENDED.encode()
    assert codes(done) == ["bad-date"]
    assert done.returncode == 1
    assert b"Findings mended: 4. Files changed: 1." in done.stderr


def test_fixed_files_are_left_alone(here: Path) -> None:
    """The second time nothing is written, not even the same bytes."""
    run("plan.yaml", "--fix", cwd=here)
    before = (here / "plan.yaml").stat().st_mtime_ns
    done = run("plan.yaml", "--fix", cwd=here)
    assert (here / "plan.yaml").stat().st_mtime_ns == before
    assert b"mended" not in done.stderr


def test_dry_run_shows_a_diff_that_can_be_applied(here: Path) -> None:
    """The file stands untouched; the diff alone is on standard output, and git makes the mended file of it."""
    done = run("plan.yaml", "--fix", "--dry-run", "--format", "concise", cwd=here)
    assert (here / "plan.yaml").read_bytes() == PLAN.encode()
    assert done.stdout.startswith(b"--- a/plan.yaml\n+++ b/plan.yaml\n@@ ")
    assert b"bad-date" in done.stderr
    assert done.returncode == 1
    if shutil.which("git") is None:
        pytest.skip("git is not installed here")
    subprocess.run(["git", "apply", "-"], cwd=here, input=done.stdout, check=True, env={**os.environ, "GIT_DIR": "x"})
    assert (here / "plan.yaml").read_bytes() == MENDED.encode()


@pytest.mark.parametrize(
    "private", ["811228-9874", "070-174 06 05", "anna.ek@example.org", "Storgatan 12 B, 701 12 Örebro"]
)
def test_personal_data_never_stands_in_a_diff(here: Path, private: str) -> None:
    """Neither in lines around a change nor in changed ones: a diff goes to a CI log. The file is mended."""
    text = PLAN.replace("titel: Plan", f"# {private}\ntitel: 'Plan, {private}'")
    text += f"sections: [{{heading: H, text: 'Fråga {private}'}}]\n"
    (here / "plan.yaml").write_text(text, encoding="utf-8")
    done = run("plan.yaml", "--fix", "--dry-run", cwd=here)
    shown = (done.stdout + done.stderr).decode()
    assert "+title: " in shown
    assert "•" in shown
    assert not any(piece in shown for piece in re.findall(r"[\w@.-]{4,}", private) if piece != "Örebro")
    run("plan.yaml", "--fix", cwd=here)
    assert (here / "plan.yaml").read_text(encoding="utf-8").count(private) == 3


def test_a_diff_of_lines_with_cr_and_without_an_end(here: Path) -> None:
    """Line ends are part of the lines, and a missing one is said as diff does."""
    text = PLAN.replace("\n", "\r\n").removesuffix("\r\n").replace("2023-02-30", "den 1 mars 2023")
    (here / "plan.yaml").write_bytes(text.encode())
    diff = run("plan.yaml", "--fix", "--dry-run", cwd=here).stdout
    assert diff.count(b"\n\\ No newline at end of file\n") == 2
    assert "-titel: Plan   # vår första\r\n" in diff.decode()
    assert "+title: Plan   # vår första\r\n" in diff.decode()


def test_standard_input_comes_out_mended(here: Path) -> None:
    """The file on standard output, whole also where nothing was to mend; the report beside it."""
    done = run("-", "--fix", "--format", "concise", cwd=here, stdin=PLAN.encode())
    assert done.stdout == MENDED.encode()
    assert b"<stdin>:8:" in done.stderr
    assert run("-", "--fix", cwd=here, stdin=MENDED.encode()).stdout == MENDED.encode()


def test_only_chosen_codes_are_mended(here: Path) -> None:
    """--select and --ignore hold for fixes too."""
    run("plan.yaml", "--fix", "--select", "unknown-key", cwd=here)
    assert (here / "plan.yaml").read_bytes() == PLAN.replace("titel", "title").encode()
    run("plan.yaml", "--fix", "--ignore", "id-missing,wrong-type", cwd=here)
    assert (here / "plan.yaml").read_bytes() == PLAN.replace("titel", "title").replace("by: 3", 'by: "3"').encode()


def test_guesses_only_when_asked_for(here: Path) -> None:
    """A notice tells that there is more; --unsafe makes it."""
    text = MENDED.replace("2023-02-30", "1/2 2023")
    (here / "plan.yaml").write_bytes(text.encode())
    done = run("plan.yaml", "--fix", cwd=here)
    assert b"--fix --unsafe mends: 1." in done.stderr
    assert (here / "plan.yaml").read_bytes() == text.encode()
    assert run("plan.yaml", "--fix", "--unsafe", cwd=here).returncode == 0
    assert b"date: 2023-02-01" in (here / "plan.yaml").read_bytes()


@pytest.mark.parametrize(
    "options",
    [["--unsafe"], ["--dry-run"], ["--ignore-remaining"], ["--write-baseline"], ["--fix", "--schema-only"]],
    ids="-".join,
)
def test_options_that_make_no_sense_alone(here: Path, options: list[str]) -> None:
    """Wrong usage, told before anything is touched."""
    done = run("plan.yaml", *options, cwd=here)
    assert done.returncode == 2
    assert (here / "plan.yaml").read_bytes() == PLAN.encode()


def test_what_remains_can_be_silenced(here: Path) -> None:
    """A comment above its line, indented like it; the file says the same, and the next check is clean."""
    text = PLAN.replace(
        "goals: [",
        "areas:\n  - id: a\n    name: A\n    text: |\n      Möten\n    schedule: [{kind: x, words: y}]\ngoals: [",
    )
    (here / "plan.yaml").write_bytes(text.replace("\n", "\r\n").encode())
    done = run("plan.yaml", "--fix", "--ignore-remaining", cwd=here)
    assert done.returncode == 0
    made = (here / "plan.yaml").read_bytes()
    assert b"\r\n    # helaplan: ignore[unknown-choice]\r\n    schedule:" in made
    assert b"\r\n# helaplan: ignore[bad-date]\r\nstatus:" in made
    assert b"\n" not in made.replace(b"\r\n", b"")
    run("plan.yaml", "--fix", "--ignore-remaining", cwd=here)
    assert (here / "plan.yaml").read_bytes() == made


def test_a_baseline_is_written_and_holds_from_any_folder(here: Path) -> None:
    """Known findings are left out, seen from the baseline's own folder; a new one fails; a mended one is told."""
    (here / "under").mkdir()
    (here / "under" / "b.json").write_bytes(b"old")
    assert run("plan.yaml", "--baseline", "under/b.json", "--write-baseline", cwd=here).returncode == 0
    entries = json.loads((here / "under" / "b.json").read_bytes())["entries"]
    assert {each["file"] for each in entries} == {"../plan.yaml"}
    for cwd, plan, baseline in ((here, "plan.yaml", "under/b.json"), (here / "under", "../plan.yaml", "b.json")):
        done = run(plan, "--baseline", baseline, "--format", "json", cwd=cwd)
        assert (done.returncode, codes(done)) == (0, [])
    (here / "plan.yaml").write_bytes(b"# ny rad\n" + PLAN.encode() + b"xyzzy: 1\n")
    assert codes(run("plan.yaml", "--baseline", "under/b.json", "--format", "json", cwd=here)) == ["unknown-key"]
    (here / "plan.yaml").write_bytes(MENDED.encode())
    done = run("plan.yaml", "--baseline", "under/b.json", "--format", "json", cwd=here)
    assert (done.returncode, set(codes(done))) == (0, {"baseline-stale"})
    (here / "plan.yaml").rename(here / "plan2.yaml")
    done = run("plan2.yaml", "--baseline", "under/b.json", "--format", "json", cwd=here)
    assert {"baseline-stale", "bad-date"} == set(codes(done))


def test_a_baseline_that_is_not_there_is_no_empty_one(here: Path) -> None:
    """Nothing that can be read: exit 3."""
    assert run("plan.yaml", "--baseline", "b.json", cwd=here).returncode == 3
    (here / "b.json").write_text("{", encoding="utf-8")
    done = run("plan.yaml", "--baseline", "b.json", cwd=here)
    assert done.returncode == 3
    assert b"baseline-unreadable" in done.stderr


def test_a_file_that_cannot_be_written_is_told(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The findings of the file as it stands, and why it could not be mended; the other files are mended still."""
    (here / "other.yaml").write_bytes(PLAN.encode())

    def refuse(path: str, data: bytes, *, replace: bool) -> None:
        if Path(path).name == "other.yaml":
            raise UnreadableSource(Finding(code="unwritable-file", file=path, args={"name": path}))
        Path(path).write_bytes(data)

    monkeypatch.setattr("helaplan.io.write_bytes", refuse)
    outcomes = list(many.check_all(JOB, plan_names([str(here)]), jobs=1))
    report, _, _ = many.merged(outcomes)
    found = [(Path(each.file).name, each.code) for each in report]
    assert ("other.yaml", "unwritable-file") in found
    assert ("other.yaml", "unknown-key") in found
    assert ("plan.yaml", "unknown-key") not in found
    assert (here / "other.yaml").read_bytes() == PLAN.encode()
    assert (here / "plan.yaml").read_bytes() == MENDED.encode()


def test_a_windows_console(here: Path) -> None:
    """Where the console says cp1252, files are written and diffs shown in UTF-8 all the same."""
    old = {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = run("plan.yaml", "--fix", "--dry-run", cwd=here, env=old)
    assert "Plan   # vår första" in done.stdout.decode()
    assert run("plan.yaml", "--fix", cwd=here, env=old).returncode == 1
    assert (here / "plan.yaml").read_bytes() == MENDED.encode()
    baseline = ("--baseline", "kända.json")
    assert run("plan.yaml", *baseline, "--write-baseline", cwd=here, env=old).returncode == 0
    assert run("plan.yaml", *baseline, cwd=here, env=old).returncode == 0


def test_processes_that_start_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where processes are spawned and not forked, as on Windows, the work reaches them and comes back in order."""
    monkeypatch.setattr(many, "_can_fork", lambda: False)
    monkeypatch.setattr(many, "SPAWN_FROM", 2)
    monkeypatch.setattr(many, "CHUNK", 2)
    for number in range(6):
        (tmp_path / f"p{number}.yaml").write_bytes(PLAN.encode())
    outcomes = list(many.check_all(JOB, plan_names([str(tmp_path)]), jobs=2))
    assert not multiprocessing.active_children()
    mended = [each for done in outcomes for each in done.mended]
    assert [(Path(each.name).name, each.count) for each in mended] == [(f"p{number}.yaml", 4) for number in range(6)]
    assert all(path.read_bytes() == MENDED.encode() for path in tmp_path.glob("*.yaml"))
    report, _, _ = many.merged(outcomes)
    assert [each.code for each in report] == ["bad-date"] * 6


def test_a_check_tells_of_the_fixes_that_are_sure(tmp_path: Path) -> None:
    """People are told how many findings --fix mends, and what to type; programs, and those without fixes, are not."""
    (tmp_path / "vår plan.yaml").write_text(PLAN, encoding="utf-8")
    said = run("vår plan.yaml", cwd=tmp_path).stderr.decode()
    assert said.splitlines() == ["4 of the findings are mended by: helaplan check --fix 'vår plan.yaml'"]
    for form in ("json", "concise"):
        assert run("--format", form, "vår plan.yaml", cwd=tmp_path).stderr == b""
    assert run("-", cwd=tmp_path, stdin=PLAN.encode()).stderr == b""
    run("--fix", "vår plan.yaml", cwd=tmp_path)
    assert b"mended by" not in run("vår plan.yaml", cwd=tmp_path).stderr

"""Files and paths that break readers, through the command line: the right place, the right exit code, no traceback.

`cases/bad-input.json` says what must come of each file; with libyaml and without it, the answer is the same.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

import helaplan

HERE = Path(__file__).parent / "cases"
FILES = HERE / "bad-input"
CASES: list[dict[str, Any]] = json.loads((HERE / "bad-input.json").read_text(encoding="utf-8"))

#: The program on a Python where PyYAML has no libyaml.
WITHOUT_LIBYAML = (
    "import sys; sys.modules['yaml._yaml'] = None; from helaplan.cli.app import main; sys.exit(main(sys.argv[1:]))"
)
#: No run may take longer, in seconds: a limit against hanging, wide enough for a machine with much to do.
LIMIT = 60


def run(
    *arguments: str, cwd: Path, stdin: bytes = b"", libyaml: bool = True, lang: str = "sv"
) -> subprocess.CompletedProcess[bytes]:
    """The program as a process of its own."""
    start = ["-m", "helaplan"] if libyaml else ["-c", WITHOUT_LIBYAML]
    return subprocess.run(
        [sys.executable, *start, "--lang", lang, *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        timeout=LIMIT,
        check=False,
    )


def told(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    """The findings of a JSON report."""
    found: list[dict[str, Any]] = json.loads(done.stdout)["findings"]
    return found


@pytest.fixture(scope="module")
def found() -> dict[str, list[dict[str, Any]]]:
    """What one run over all the files finds, by file."""
    names = [case["file"] for case in CASES]
    done = run("check", "--format", "json", *names, cwd=FILES)
    assert done.stderr == b""
    assert done.returncode == 1
    assert json.loads(done.stdout)["summary"]["files"] == len(names)
    by_file: dict[str, list[dict[str, Any]]] = {name: [] for name in names}
    for each in told(done):
        by_file[each["file"]].append(each)
    return by_file


def test_every_file_has_its_case() -> None:
    """No file lies about unused."""
    assert sorted(case["file"] for case in CASES) == sorted(path.name for path in FILES.iterdir())
    assert len(CASES) == 54


def test_without_libyaml_every_byte_of_the_answer_is_the_same() -> None:
    """One run over all files with each parser, in a form that shows all of a finding."""
    names = [case["file"] for case in CASES]
    fast, pure = (run("check", "--format", "json", *names, cwd=FILES, libyaml=each) for each in (True, False))
    assert pure.stderr == b""
    assert (fast.returncode, fast.stdout) == (pure.returncode, pure.stdout)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["file"]))
def test_a_file_is_told_where_it_is_wrong(case: dict[str, Any], found: dict[str, list[dict[str, Any]]]) -> None:
    """An error stands at one of the places; what must be read is read, or refused at a place that is allowed."""
    errors = [each for each in found[case["file"]] if each["severity"] == "error" and each["code"] != "missing-key"]
    places = [[each["start"]["line"], each["start"]["column"]] for each in errors]
    if "lines" in case:
        first, last = case["lines"]
        assert places
        assert all(first <= line <= last for line, _ in places)
    elif case["must"] == "error":
        assert any(line == at[0] and at[1] in (None, column) for line, column in places for at in case["at"])
    else:
        refused = [place for place in places if place in case["or_error_at"]]
        value = helaplan.look_at(FILES / case["file"]).value
        if not refused:
            assert value is not None
            name = value.organisation.name
            assert name == (normalize("NFC", case["value"]) if "compare" in case else case["value"]).strip()


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["file"]))
def test_no_message_is_long_or_speaks_of_insides(case: dict[str, Any], found: dict[str, list[dict[str, Any]]]) -> None:
    """At most 500 characters, no name of a Python error, no tag of YAML, no flood of findings for one mistake."""
    for each in found[case["file"]]:
        text = each["message"] + each["hint"]
        assert len(text) <= 500
        assert not any(word in text for word in ("Error", "Traceback", "NoneType", "yaml.org", "unhashable"))
    assert len(found[case["file"]]) <= 30


def test_a_file_alone_fails_the_run() -> None:
    """Each broken file gives 1 by itself, not only among others."""
    for name in ("empty.yaml", "cp1252.yaml", "deep-flow.yaml", "pdf-as-yaml.yaml", "merge-bomb.yaml"):
        done = run("check", name, cwd=FILES)
        assert done.returncode == 1, name
        assert b"Traceback" not in done.stdout + done.stderr


def test_p1_a_folder_named_as_a_file(tmp_path: Path) -> None:
    """`x.yaml` is a folder without plans: nothing to check and nothing to export, 3."""
    (tmp_path / "x.yaml").mkdir()
    done = run("check", "x.yaml", cwd=tmp_path)
    assert done.returncode == 3
    assert "x.yaml" in done.stdout.decode()
    exported = run("export", "x.yaml", "--to", "json", "-o", "ut", cwd=tmp_path)
    assert exported.returncode == 3
    assert not (tmp_path / "ut").exists()
    assert b"Traceback" not in done.stdout + done.stderr + exported.stdout + exported.stderr


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_p2_links_in_a_circle(tmp_path: Path) -> None:
    """Two links that lead to each other are told as such, and the other files are still checked."""
    (tmp_path / "a.yaml").symlink_to("b.yaml")
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    (tmp_path / "c.yaml").write_bytes(b"x: 1\n")
    done = run("check", "--format", "json", "a.yaml", "c.yaml", cwd=tmp_path)
    assert done.returncode == 3
    codes = {(each["file"], each["code"]) for each in told(done)}
    assert ("a.yaml", "link-circle") in codes
    assert ("c.yaml", "unknown-key") in codes


def test_p3_a_missing_file_is_named_whole(tmp_path: Path) -> None:
    """No such file: 3, its path whole and readable."""
    name = "Årsplan 2024/plan för Åmål.yaml"
    done = run("check", name, cwd=tmp_path)
    assert done.returncode == 3
    assert name in done.stdout.decode()
    assert b"Traceback" not in done.stderr


def test_p4_a_folder_with_a_link_to_its_parent(tmp_path: Path) -> None:
    """The search ends, and each file is told once."""
    folder = tmp_path / "d"
    folder.mkdir()
    (folder / "upp").symlink_to("..")
    (folder / "a.yaml").write_bytes(b"helaplan: 1\n" + (FILES / "dup-nested.yaml").read_bytes())
    done = run("check", "--format", "json", "d", cwd=tmp_path)
    assert done.returncode == 1
    assert json.loads(done.stdout)["summary"]["files"] == 1
    assert [each["start"]["line"] for each in told(done) if each["code"] == "duplicate-key"] == [4]


def test_p5_standard_input() -> None:
    """`-` is checked as a file is, and called `<stdin>`."""
    done = run("check", "--format", "concise", "-", cwd=FILES, stdin=(FILES / "dup-nested.yaml").read_bytes())
    assert done.returncode == 1
    assert "<stdin>:3:3: duplicate-key" in done.stdout.decode()


def test_p6_a_pattern_that_no_shell_expanded(tmp_path: Path) -> None:
    """`*.yaml` is expanded by the program; where nothing fits, it is named, without an error of the system's."""
    none = run("check", "*.yaml", cwd=tmp_path)
    assert none.returncode == 3
    assert "*.yaml" in none.stdout.decode()
    assert "Errno" not in none.stdout.decode() + none.stderr.decode()
    (tmp_path / "å b.yaml").write_bytes((FILES / "dup-nested.yaml").read_bytes())
    (tmp_path / "c.yaml").write_bytes((FILES / "dup-top.yaml").read_bytes())
    done = run("check", "--format", "json", "*.yaml", cwd=tmp_path)
    assert {each["file"] for each in told(done)} == {"c.yaml", "å b.yaml"}

"""README.md says what is true: its commands print what it shows, its Python runs.

A `console` block holds commands after `$ ` and what they print, stdout before stderr. A line `…` in the output stands
for any number of lines. The commands run in order in one folder with a copy of `examples/`; a `python` block runs there
after them. `pytest --update-golden` writes into the page what commands print now, where that differs.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(text: str, kind: str) -> list[str]:
    """The content of every fenced block of a kind, in order."""
    return re.findall(rf"^```{kind}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def steps(block: str) -> Iterator[tuple[str, str, str]]:
    """Each command of a console block as written and as run, and the output it shows.

    A line that ends in a backslash goes on in the next.
    """
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        written = re.match(r"(?:.*\\\n)*.*", part)
        assert written
        yield written[0], re.sub(r"\\\n\s*", "", written[0]), part[written.end() + 1 :]


def matches(shown: str, printed: str) -> bool:
    """True where the output is as shown; a line `…` stands for any lines."""
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line) + r"\n" for line in shown.rstrip().splitlines()
    )
    return re.fullmatch(pattern, printed.rstrip() + "\n" if printed.strip() else "") is not None


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what a checkout has beside the code."""
    folder = tmp_path_factory.mktemp("läsmig") / "helaplan"
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder


def run(command: str | list[str], place: Path) -> str:
    """What a command prints where the language is English and `helaplan` is on PATH: stdout, then stderr."""
    scripts = sysconfig.get_path("scripts")
    environment = {**os.environ, "LC_ALL": "en_GB.UTF-8", "PYTHONUTF8": "1", "COLUMNS": "100"}
    environment["PATH"] = scripts + os.pathsep + environment["PATH"]
    done = subprocess.run(
        command,
        shell=isinstance(command, str),
        cwd=place,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + done.stderr


@pytest.mark.skipif(os.name == "nt", reason="the README's blocks are for a POSIX shell")
def test_the_readme_shows_what_the_commands_print(place: Path, update_golden: bool) -> None:
    """Every command of the tour prints exactly what stands below it, and every snippet of Python runs."""
    tour = [step for block in blocks(README, "console") for step in steps(block)]
    assert len(tour) >= 5
    fresh = README
    for written, command, shown in tour:
        printed = run(command, place)
        if update_golden and not matches(shown, printed):
            fresh = fresh.replace(f"$ {written}\n{shown}", f"$ {written}\n{printed}", 1)
        else:
            assert matches(shown, printed), f"$ {command}\n{printed}"
    if fresh != README:
        (ROOT / "README.md").write_text(fresh, encoding="utf-8")
    snippets = blocks(README, "python")
    assert snippets
    for snippet in snippets:
        printed = run([sys.executable, "-c", snippet], place)
        expected = "".join(f"{line}\n" for line in re.findall(r"# prints: (.*)", snippet))
        assert printed == expected


@pytest.mark.parametrize(
    "shown, printed, wanted",
    [("a\n", "a\n", True), ("a\n…\nc\n", "a\nb\nb\nc\n", True), ("a\n", "a\nb\n", False), ("", "a\n", False)],
)
def test_output_is_compared_line_by_line(shown: str, printed: str, wanted: bool) -> None:
    """An output that only begins as shown is not the same."""
    assert matches(shown, printed) is wanted


@pytest.mark.checkout
def test_every_make_target_in_the_readme_exists() -> None:
    """A target that the README names is in the Makefile."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)", README))
    assert named
    assert named <= targets

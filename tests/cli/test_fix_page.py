"""docs/how-to/fix.md is run, one command after the other, and shows what the program says and writes."""

from __future__ import annotations

import doctest
import re
import shlex
from pathlib import Path

import pytest

from helaplan.cli.app import main

pytestmark = pytest.mark.checkout

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "fix.md"


def blocks(kind: str) -> list[str]:
    """The fenced blocks of a kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Each command says what the page says, standard output first; the last block is in the file at the end."""
    monkeypatch.chdir(tmp_path)
    plan, silenced = blocks("yaml")
    Path("plan.yaml").write_bytes(plan.encode())
    commands = blocks("console")
    assert len(commands) == 5
    for block in commands:
        command, _, shown = block.removeprefix("$ helaplan ").partition("\n")
        main(["--lang", "en", *shlex.split(command)])
        told = capsysbinary.readouterr()
        assert (told.out + told.err).decode() == shown
    assert silenced in Path("plan.yaml").read_bytes().decode()


def test_the_program() -> None:
    """The Python examples give what they show."""
    test = doctest.DocTestParser().get_doctest("\n".join(blocks("pycon")), {}, "fix.md", str(PAGE), 0)
    told: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(test, out=told.append)
    assert result.attempted > 7
    assert result.failed == 0, "".join(told)

"""`mypy --strict` catches a wrong plugin, at the line where it is wrong, and has nothing against a right one."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

pytestmark = pytest.mark.checkout

ROOT = Path(__file__).resolve().parents[2]
HEAD = """
from collections.abc import Iterable, Sequence
from attrs import frozen
from helaplan import *
WORDS = {"sv": "x", "en": "x"}
"""
#: Kind of mistake → code whose line ends in `# wrong`.
WRONG = {
    "an exporter that gives text": """
        def export_it(plan: Plan, options: NoOptions, context: WriteContext) -> str:
            return plan.title
        made = Exporter(name="x", suffixes=(), media_type="a/b", title=WORDS, export=export_it)  # wrong
    """,
    "a reader that lacks an argument": """
        def read(data: bytes) -> Reading:
            return Reading(document=Document(title="", language="sv"))
        made = DocumentReader(name="x", suffixes=(), title=WORDS, read=read)  # wrong
    """,
    "an importer that gives a plan without what was lost": """
        def load(data: bytes, source: Source) -> Plan:
            return Plan(id="a", title="A", organisation=Organisation(name="A"))
        made = Importer(name="x", suffixes=(), title=WORDS, load=load)  # wrong
    """,
    "a writer with its arguments in another order": """
        def write(options: NoOptions, document: Document, context: WriteContext) -> bytes:
            return b""
        made = DocumentWriter(name="x", suffixes=(), media_type="a/b", title=WORDS, write=write)  # wrong
    """,
    "a content that takes no language": """
        def compose_it(plan: Plan) -> Document:
            return Document(title=plan.title, language="sv")
        made = Content(name="x", title=WORDS, compose=compose_it)  # wrong
    """,
    "a rule that gives texts": """
        def check_it(plan: Plan) -> Iterable[str]:
            return ["x"]
        made = Rule(code="x/y", check=check_it)  # wrong
    """,
    "a command that returns nothing": """
        def run(arguments: Sequence[str], context: CommandContext) -> None:
            context.write("x")
        made = Command(name="x", title=WORDS, run=run)  # wrong
    """,
    "a rasterizer whose width has another name": """
        def rasterise(svg: str, *, pixels: int) -> bytes:
            return b""
        made = Rasterizer(name="x", rasterise=rasterise)  # wrong
    """,
    "suffixes as one text": """
        def read(data: bytes, source: Source) -> Reading:
            return Reading(document=Document(title="", language="sv"))
        made = DocumentReader(name="x", suffixes=".x", title=WORDS, read=read)  # wrong
    """,
    "a field that is misspelt": """
        made = Profile(name="x", titel=WORDS, rules=())  # wrong
    """,
    "a declaration that is changed afterwards": """
        made = Texts(language="sv", messages={})
        made.language = "en"  # wrong
    """,
    "a hook that returns another kind": """
        @hookimpl
        def helaplan_profiles() -> list[Profile]:
            return [Texts(language="sv", messages={})]  # wrong
    """,
    "a message that is a text": """
        made = Texts(language="sv", messages={"x/y": "fel"})  # wrong
    """,
}


def mypy(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """One run, strict."""
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(cwd / "cache"), *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)


def test_each_mistake_is_told_at_its_line(tmp_path: Path) -> None:
    """One run over all of them: each file has an error at the line that is wrong, and nowhere else."""
    wanted = set()
    for number, code in enumerate(WRONG.values()):
        text = HEAD + dedent(code)
        (tmp_path / f"wrong_{number}.py").write_text(text, encoding="utf-8")
        (line,) = [place for place, each in enumerate(text.splitlines(), 1) if each.endswith("# wrong")]
        wanted.add((number, line))
    ended = mypy(*sorted(path.name for path in tmp_path.glob("*.py")), cwd=tmp_path)
    found = {
        (int(number), int(line)) for number, line in re.findall(r"^wrong_(\d+)\.py:(\d+): error", ended.stdout, re.M)
    }
    assert found == wanted, ended.stdout
    kinds = list(WRONG)
    assert len({kinds[number] for number, _ in found}) == len(WRONG)


def test_the_examples_are_right(tmp_path: Path) -> None:
    """Nothing is said of the examples on the contract page."""
    ended = mypy(*map(str, sorted((ROOT / "docs" / "plugins" / "examples").glob("*.py"))), cwd=tmp_path)
    assert ended.returncode == 0, ended.stdout

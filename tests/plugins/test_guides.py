"""The pages about plugins are done as they say: each file is written, each command run, each answer compared."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

from helaplan import Host, structure, unstructure
from helaplan.plugins.inspection import HOOKS
from helaplan.testing import (
    CommandContract,
    ContentContract,
    ExporterContract,
    ExtensionContract,
    FileKindContract,
    ImporterContract,
    PartnerIntegrationContract,
    ProfileContract,
    RasterizerContract,
    ReaderContract,
    ScholarshipWorkflowContract,
    TextsContract,
    WriterContract,
)
from helaplan.testing.contracts.contract import Contract
from helaplan.testing.contracts.others import size_of_png

pytestmark = pytest.mark.checkout

PAGES = Path(__file__).resolve().parents[2] / "docs" / "plugins"
EXAMPLES = PAGES / "examples"
_FENCE = re.compile(
    r"^```(?:\{code-block\} \w+\n:caption: (?P<file>.+?)\n\n|(?P<kind>console)\n)(?P<body>.*?)^```", re.M | re.S
)


@frozen
class Step:
    """One thing to do: write a file, or run a command and see an answer (None where the page shows none)."""

    file: str
    text: str
    answer: str | None = None


def steps(page: str) -> Iterator[Step]:
    """The steps of a page, in its order."""
    for match in _FENCE.finditer(page):
        if match["file"]:
            yield Step(match["file"], match["body"])
            continue
        for part in re.split(r"^\$ ", match["body"], flags=re.M)[1:]:
            command, _, answer = part.partition("\n")
            yield Step("", command, answer or None)


def matches(shown: str, given: str) -> bool:
    """Whether an answer is the one that is shown, where `…` stands for anything."""
    return re.fullmatch(".*".join(map(re.escape, shown.rstrip("\n").split("…"))), given.rstrip("\n"), re.S) is not None


@pytest.mark.parametrize("page", sorted(path.name for path in PAGES.glob("*.md")))
def test_the_page_is_done_as_it_says(page: str, tmp_path: Path) -> None:
    """Every step of the page, in a folder of its own; what pip installs goes beside it, without network."""
    here, site = tmp_path / "här", tmp_path / "site"
    here.mkdir()
    environment = {
        **{key: value for key, value in os.environ.items() if key != "CI"},
        "PYTHONPATH": str(site),
        "LC_ALL": "C.UTF-8",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        # pip's own settings: build with what is here, put it where the test may. "0" is its word for no isolation.
        "PIP_NO_BUILD_ISOLATION": "0",
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }
    done = 0
    for step in steps((PAGES / page).read_text(encoding="utf-8")):
        done += 1
        if step.file:
            path = here / step.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step.text, encoding="utf-8")
        elif step.text.startswith("cd "):
            here = here / step.text.removeprefix("cd ")
        else:
            target = {"PIP_TARGET": str(site), "PIP_UPGRADE": "1"} if "pip install" in step.text else {}
            ended = subprocess.run(
                step.text,
                shell=True,
                cwd=here,
                env={**environment, **target},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                check=False,
            )
            assert ended.returncode == 0, f"$ {step.text}\n{ended.stdout}"
            if step.answer is not None:
                assert matches(step.answer, ended.stdout), f"$ {step.text}\n{ended.stdout}"
    assert done or page in ("index.md", "stability.md")


def test_each_hook_has_an_example_that_is_sound() -> None:
    """One file for each hook of the contract; all of them load together, each declares what its name says."""
    names = {hook.removeprefix("helaplan_") for hook in HOOKS}
    assert {path.stem for path in EXAMPLES.glob("*.py")} == names
    host = Host(folder=EXAMPLES, path=[])
    rows = {row.name: row for row in host.plugins()}
    assert {name: row.cause for name, row in rows.items() if row.status != "ok"} == {}
    assert {name for name, row in rows.items() if f"helaplan_{name}" in row.hooks} == names
    assert host.findings == ()


class Example(Contract):
    """Looks for the declaration among all the examples."""

    def host(self) -> Host:
        """The core and the examples."""
        return Host(folder=EXAMPLES, path=[])

    def test_plugin_is_sound(self) -> None:
        """As above, for all of them."""
        assert self.host().plugins()


class TestReader(Example, ReaderContract):
    plugin_name = "document_readers"
    name = "rader"
    samples = (b"Titel\nText\n",)


class TestWriter(Example, WriterContract):
    plugin_name = "document_writers"
    name = "ord"


class TestImporter(Example, ImporterContract):
    plugin_name = "importers"
    name = "lista"
    samples = ("Möten;Årsmöte\n".encode(),)


class TestExporter(Example, ExporterContract):
    plugin_name = "exporters"
    name = "omraden"


class TestContent(Example, ContentContract):
    plugin_name = "contents"
    name = "malen"


class TestProfile(Example, ProfileContract):
    plugin_name = "profiles"
    name = "profiles"


class TestExtension(Example, ExtensionContract):
    plugin_name = "extensions"
    name = "besok"

    def test_codes(self) -> None:
        """It has no rules."""
        assert self.declared(self.host()).rules == ()


class TestCommand(Example, CommandContract):
    plugin_name = "commands"
    name = "antal"


class TestRasterizer(Example, RasterizerContract):
    plugin_name = "rasterizers"
    name = "vit"

    def test_any_width(self) -> None:
        """It draws a square whatever the picture; the rest of the law is that of a real one."""
        assert size_of_png(self.draw(self.declared(self.host()), "<svg/>", 7)) == (7, 7)


class TestFileKind(Example, FileKindContract):
    plugin_name = "file_kinds"
    name = "inventarier"


class TestTexts(Example, TextsContract):
    plugin_name = "texts"

    def test_sentences_in_swedish_and_english(self) -> None:
        """It translates the core's sentences to a third language."""
        assert {language for language, *_ in self.sentences()} == {"nb"}


class TestScholarshipWorkflow(Example, ScholarshipWorkflowContract):
    plugin_name = "scholarship_workflows"
    name = "byutvecklare"


class TestPartnerIntegration(Example, PartnerIntegrationContract):
    plugin_name = "partner_integrations"
    name = "studieforbund"


def test_the_other_examples() -> None:
    """A picture, a kind of file, a translation, and the two provisional ones."""
    host = Host(folder=EXAMPLES, path=[])
    (drawing,) = host.rasterizers()
    assert drawing.rasterise("<svg/>", width=3).startswith(b"\x89PNG\r\n\x1a\n")
    kind = host.file_kind("inventarier")
    assert kind is not None
    data = {"helaplan": 1, "kind": "inventarier", "things": ["kaffebryggare"]}
    assert unstructure(structure(kind.cls, data).value) == data
    assert {each.language for each in host.texts()} >= {"nb"}
    assert [each.steps[0] for each in host.scholarship_workflows()] == ["utlysning"]
    assert [each.partner for each in host.partner_integrations()] == ["Studieförbundet"]

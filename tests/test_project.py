"""What holds for the project as a whole: dependencies, leaks, fragments, decisions."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

import helaplan

pytestmark = pytest.mark.checkout

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def name_of(requirement: str) -> str:
    """The package that a requirement names, as registries spell it."""
    return re.split(r"[\s<>=!~\[;]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def tracked() -> list[Path]:
    """Every file in git, those about to be added too."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    return [path for name in listed if name and (path := ROOT / name).is_file()]


def test_the_core_needs_six_packages() -> None:
    """Another dependency needs an ADR, which then changes this list too."""
    wanted = {"attrs", "cattrs", "click", "jsonschema", "pluggy", "pyyaml"}
    assert {name_of(each) for each in PROJECT["dependencies"]} == wanted


def test_constraints_pin_what_is_used_and_name_no_address() -> None:
    """Every direct requirement has one exact version, and none comes from an address."""
    lines = (ROOT / "constraints-dev.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert [line for line in pins if not re.fullmatch(r"[\w.-]+==[\w.+!]+", line)] == []
    needed = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8").splitlines()
    direct = {name_of(line) for line in [*needed, *PROJECT["dependencies"]] if line and not line.startswith("#")}
    assert {*direct, "hatchling", "editables"} <= {name_of(pin) for pin in pins}


def test_the_extra_author_brings_what_a_new_plugin_is_made_and_built_with() -> None:
    """The tutorial runs pytest, mypy and a build in a project from the template, after one install."""
    template = ROOT / "src" / "helaplan" / "templates" / "plugin" / "project" / "pyproject.toml.jinja"
    text = re.sub(r"\{\{.*?\}\}", "x", template.read_text(encoding="utf-8"))
    made = tomllib.loads(text)
    needed = [*made["build-system"]["requires"], *made["project"]["optional-dependencies"]["test"], "copier"]
    assert {*map(name_of, needed)} == {*map(name_of, PROJECT["optional-dependencies"]["author"])}


def test_one_version_everywhere() -> None:
    """The version of the package is that of pyproject.toml."""
    assert helaplan.__version__ == PROJECT["version"]


#: Written so that this file doesn't hold what it looks for.
LEAKS = re.compile(
    r"(?<![\w.])/(?:root|work|farm)/[\w.]"
    r"|\b(?:files\.)?python(?:hosted)\.org|\bpypi\.(?:org)|registry\.npmjs\.(?:org)|deb\.debian\.(?:org)"
)


@pytest.mark.parametrize("text", ["see /root" + "/x", "/work" + "/main", "https://pypi" + ".org/simple"])
def test_a_leak_is_found(text: str) -> None:
    """The pattern knows paths of machines and host names of registries."""
    assert LEAKS.search(text)


def test_nothing_of_a_machine_leaks() -> None:
    """No file names a path of the machine it was written on, or the host of a package registry."""
    found = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in LEAKS.finditer(text)]
    assert found == []


def test_fragments_are_named_by_issue_and_kind() -> None:
    """A fragment that is named otherwise would be forgotten at the release."""
    names = {path.name for path in (ROOT / "changelog.d").iterdir()} - {"README.md"}
    pattern = r"\d+\.(breaking|change|deprecation)(\.\d+)?\.md"
    assert [name for name in names if not re.fullmatch(pattern, name)] == []


def test_decisions_are_numbered_and_whole() -> None:
    """Each ADR has its number as title, a status and the four parts, and fits on a screen or so."""
    pages = sorted((ROOT / "docs" / "adr").glob("0*.md"))
    numbers = [path.name[:4] for path in pages]
    assert len(set(numbers)) == len(numbers)
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {path.name[:4]}: "), path.name
        assert re.search(r"^Status: (accepted|superseded by \d{4}|proposed)", text, re.MULTILINE), path.name
        parts = re.findall(r"^## (.*)", text, re.MULTILINE)
        assert parts == ["Context", "Options", "Decision", "Consequences"], path.name
        assert len(text.splitlines()) <= 60, path.name


def test_committed_schema_is_the_one_the_code_gives(golden: Callable[[Path, str], None]) -> None:
    """`schemas/` is what outsiders read; it is what `helaplan schema` writes, byte for byte."""
    made = json.dumps(helaplan.plan_schema(), ensure_ascii=False, indent=2) + "\n"
    golden(ROOT / "schemas" / "plan-1.schema.json", made)


def test_every_plugin_of_ours_uses_the_authors_kit() -> None:
    """The suites of laws in `helaplan.testing` are good enough for ourselves, or they are good for nobody."""
    for folder in sorted(each.parent for each in (ROOT / "plugins").glob("*/pyproject.toml")):
        tests = "".join(each.read_text(encoding="utf-8") for each in folder.glob("tests/test_*.py"))
        assert re.search(r"^class \w+\(.*Contract\):", tests, re.MULTILINE), folder.name


@pytest.mark.parametrize(
    "environment, ours, theirs",
    [
        ({}, "Gjort av|Nästa steg|Inga fel", "Made from|Try next|Next:|Nothing wrong"),
        ({"LANG": "sv_SE.UTF-8"}, "Gjort av|Nästa steg|Inga fel", "Made from|Try next|Next:|Nothing wrong"),
        ({"LANG": "sv_SE.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "Made from|Try next|Next:", "Gjort av|Prova|Nästa|Inga fel"),
        ({"LANG": "en_US.UTF-8"}, "Made from|Try next|Next:", "Gjort av|Prova|Nästa|Inga fel"),
    ],
    ids=["none", "sv", "LC_ALL", "en"],
)
def test_the_demo_speaks_one_language(tmp_path: Path, environment: dict[str, str], ours: str, theirs: str) -> None:
    """What `make demo` says around helaplan's messages is in the language that these are in."""
    program = tmp_path / ".venv" / "bin" / "helaplan"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m helaplan "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    kept = {key: value for key, value in os.environ.items() if key not in ("LANG", "LC_ALL", "LC_MESSAGES")}
    command = ["sh", str(ROOT / "tools" / "demo")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, env={**kept, **environment}, check=True)
    told = (done.stdout + done.stderr).decode()
    assert all(re.search(each, told) for each in ours.split("|")), told
    assert not re.search(theirs, told), told
    # What it names at its end is there: the year wheel always, a document for each plugin that writes one.
    made = set(re.findall(r"^  (build/demo/\S+)", told, re.MULTILINE))
    listed = subprocess.run(
        [program, "formats"], cwd=tmp_path, capture_output=True, env=kept, check=True
    ).stdout.decode()
    written = {
        f"build/demo/plan.{each}"
        for each in ("docx", "pdf", "html")
        if re.search(rf" \.{each} .*(skriver|writes)", listed)
    }
    assert made >= written | {"build/demo/hjul.svg", "build/demo/plan.md"}
    assert all((tmp_path / each).stat().st_size for each in made)

"""The example plugin as somebody gets it: both wheels built and installed, then asked for by the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.checkout

ROOT = Path(__file__).resolve().parent.parent.parent
MAIN = "import sys; from helaplan.cli.app import main; sys.exit(main(sys.argv[1:]))"
PLAN = """helaplan: 1
kind: plan
id: bygd-2023
title: Plan 2023
organisation: {name: Bygd}
period: {start: 2023-01-01, end: 2023-12-31}
areas:
  - id: moten
    name: Möten
    activities:
      - {id: arsmote, text: Årsmöte, responsible: [styrelsen]}
"""
MENTORING = "extensions:\n  example:\n    coordinator: styrelsen\n    starts: 2024-02-01\n"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the two wheels unpacked as pip does it. Without network: the build tools are there already."""
    wheels, target = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("installed å")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    for folder in (ROOT, ROOT / "plugins" / "helaplan-example"):
        build = [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(wheels), str(folder)]
        subprocess.run(build, check=True)
    found = sorted(map(str, wheels.glob("*.whl")))
    assert len(found) == 2
    subprocess.run([*pip, "install", "--no-deps", "--no-index", "--target", str(target), *found], check=True)
    return target


def run(installed: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """One call of the command line. The folder stands first on sys.path, so what is found there hides the checkout."""
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-P", "-c", MAIN, "--lang", "en", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_listed(installed: Path, tmp_path: Path) -> None:
    """`plugins --json` has the plugin by its entry-point name, with its version, ok."""
    ended = run(installed, "plugins", "--json", cwd=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")
    (row,) = [each for each in json.loads(ended.stdout)["plugins"] if each["name"] == "example"]
    assert (row["distribution"], row["version"], row["status"], row["cause"]) == ("helaplan-example", "0.1.0", "ok", "")


def test_all_it_offers(installed: Path, tmp_path: Path) -> None:
    """Reader, exporter with options, command: each through the command line, results on stdout, nothing on stderr."""
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "idea.outline").write_text("Plan 2023\nMöten\n  Årsmöte\n  Julfest\n", encoding="utf-8")
    exported = run(
        installed, "export", "plan.yaml", "-o", "list.csv", "-O", "delimiter=tab", "-O", "bom=no", cwd=tmp_path
    )
    assert exported.returncode == 0, exported.stderr
    assert "Möten\tarsmote\tÅrsmöte" in (tmp_path / "list.csv").read_text(encoding="utf-8")
    command = run(installed, "example", "plan.yaml", cwd=tmp_path)
    assert (command.returncode, command.stdout, command.stderr) == (0, "styrelsen\n  - Årsmöte\n", "")
    imported = run(installed, "import", "idea.outline", "--organisation", "Bygd", "-o", "idea.yaml", cwd=tmp_path)
    assert imported.returncode == 0, imported.stderr
    assert "Julfest" in (tmp_path / "idea.yaml").read_text(encoding="utf-8")


def test_rule_runs_where_the_plan_asks_for_it(installed: Path, tmp_path: Path) -> None:
    """With `extensions.example` the rule speaks at its line, in the plugin's words; else it is silent."""
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "mentoring.yaml").write_text(PLAN + MENTORING, encoding="utf-8")

    def codes(*arguments: str) -> list[tuple[str, int]]:
        ended = run(installed, *arguments, cwd=tmp_path)
        assert ended.returncode == 0, ended.stderr
        return [(each["code"], each["start"]["line"]) for each in json.loads(ended.stdout)["findings"]]

    check = ("check", "--format", "json")
    assert codes(*check, "plan.yaml") == codes("--no-plugins", *check, "plan.yaml")
    assert ("example/mentoring-outside-period", 15) in codes(*check, "mentoring.yaml")
    off = codes("--disable-plugin", "example", *check, "mentoring.yaml")
    assert ("extension-unknown", 13) in off
    assert not any(code.startswith("example/") for code, _ in off)
    shown = run(installed, "check", "--format", "concise", "mentoring.yaml", cwd=tmp_path)
    assert "the mentoring starts 2024-02-01" in shown.stdout

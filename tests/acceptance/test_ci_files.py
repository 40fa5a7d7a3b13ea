"""The files that docs/how-to/ci.md offers for copying: linted by the hosts' own schemas, their commands run."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from helaplan.text.starter import starter

pytestmark = pytest.mark.checkout

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("pre-commit", "github", "github-action", "gitlab")
SCHEMAS = {
    "github": "vendor.github-workflows",
    "github-action": "vendor.github-workflows",
    "gitlab": "vendor.gitlab-ci",
}

bash = pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")


def offered() -> dict[str, str]:
    """The files of the page, by name."""
    page = (ROOT / "docs" / "how-to" / "ci.md").read_text(encoding="utf-8")
    return dict(zip(NAMES, re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL), strict=True))


def lint(schema: str, path: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """What a linter says that carries the schemas of the code hosts with it, so without network."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *more, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_file_keeps_its_hosts_schema(name: str, tmp_path: Path) -> None:
    """As it is offered it is valid; with a misspelt key it isn't, so the linter does look."""
    path = tmp_path / "ci.yml"
    more = ["--data-transform", "gitlab-ci"] if name == "gitlab" else []
    path.write_text(offered()[name], encoding="utf-8")
    done = lint(SCHEMAS[name], path, *more)
    assert done.returncode == 0, done.stdout
    broken = offered()[name].replace("script:", "skript:").replace("runs-on:", "run-on:")
    path.write_text(broken, encoding="utf-8")
    assert lint(SCHEMAS[name], path, *more).returncode == 1


def test_the_action_keeps_its_schema() -> None:
    """`action.yml` is a composite action, and nothing that a user gives is put into the text of a script."""
    path = ROOT / "action.yml"
    done = lint("vendor.github-actions", path)
    assert done.returncode == 0, done.stdout
    action = yaml.safe_load(path.read_text(encoding="utf-8"))
    for step in action["runs"]["steps"]:
        assert "${{" not in step["run"]
    page = (ROOT / "docs" / "how-to" / "ci.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in page for name in [*action["inputs"], *action["outputs"]])


@pytest.fixture(params=["good", "bad"])
def repository(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, bool]:
    """A repository of plans, with a hostile name and other YAML beside them; and whether its plans are good."""
    folder = tmp_path / "förening"
    (folder / "planer").mkdir(parents=True)
    text = starter(2025)
    (folder / "planer" / "a,b plan.yaml").write_text(text, encoding="utf-8")
    (folder / "annat.yaml").write_text("a: [1, 2]\n", encoding="utf-8")
    if request.param == "bad":
        (folder / "planer" / "å.yaml").write_text(text.replace("\ntitle:", "\ntitel:"), encoding="utf-8")
    return folder, request.param == "good"


def shell(script: str, folder: Path, tmp_path: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run as a code host does: bash that stops at the first error, `helaplan` at hand, nothing really installed."""
    programs = tmp_path / "bin"
    programs.mkdir(exist_ok=True)
    for name, body in (("pip", "exit 0"), ("helaplan", f'exec "{sys.executable}" -m helaplan "$@"')):
        (programs / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        (programs / name).chmod(0o755)
    env = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", **more}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


@bash
def test_the_github_steps_do_what_they_say(repository: tuple[Path, bool], tmp_path: Path) -> None:
    """Notes at lines, a table on the summary page, a SARIF file; the job fails by the check and by nothing else."""
    folder, good = repository
    summary = tmp_path / "summary.md"
    steps = yaml.safe_load(offered()["github"])["jobs"]["check"]["steps"]
    codes, said = {}, {}
    for step in steps:
        if "run" in step:
            done = shell(step["run"], folder, tmp_path, GITHUB_STEP_SUMMARY=str(summary))
            codes[step["name"]], said[step["name"]] = done.returncode, done.stdout
    check = "Check, with notes at the lines"
    assert codes == {name: 0 if good or name != check else 1 for name in codes}
    assert ("::error " in said[check]) is not good
    assert ("| --- |" in summary.read_text(encoding="utf-8")) is not good
    (run,) = json.loads((folder / "helaplan.sarif").read_text(encoding="utf-8"))["runs"]
    assert bool(run["results"]) is not good


@bash
@pytest.mark.parametrize("inputs", [{}, {"paths": "planer annat.yaml", "language": "en", "sarif": "x y.sarif"}])
def test_the_action_does_what_it_says(repository: tuple[Path, bool], tmp_path: Path, inputs: dict[str, str]) -> None:
    """Its steps with their inputs: the exit code as output and as the step's own, the summary, SARIF where wanted."""
    folder, good = repository
    good = good and not inputs  # annat.yaml is named by itself, so it is checked, and is no plan
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    given = {name: inputs.get(name, each.get("default", "")) for name, each in action["inputs"].items()}
    files = {name: tmp_path / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    done: subprocess.CompletedProcess[str] | None = None
    for step in action["runs"]["steps"]:
        env = {
            name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: given[match[1]], value)
            for name, value in step["env"].items()
        }
        done = shell(step["run"], folder, tmp_path, **env, **{name: str(path) for name, path in files.items()})
    assert done is not None
    assert done.returncode == (0 if good else 1)
    assert files["GITHUB_OUTPUT"].read_text(encoding="utf-8") == f"exit-code={done.returncode}\n"
    assert ("::error " in done.stdout) is not good
    assert files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8").strip()
    if given["sarif"]:
        assert json.loads((folder / given["sarif"]).read_text(encoding="utf-8"))["version"] == "2.1.0"


@bash
def test_the_gitlab_script_does_what_it_says(repository: tuple[Path, bool], tmp_path: Path) -> None:
    """Both reports are written whether or not there are faults; the job fails where there are errors."""
    folder, good = repository
    job = yaml.safe_load(offered()["gitlab"])["plans"]
    done = shell("\n".join(job["script"]), folder, tmp_path)
    assert done.returncode == (0 if good else 1)
    reports: dict[str, Any] = job["artifacts"]["reports"]
    found = json.loads((folder / reports["codequality"]).read_text(encoding="utf-8"))
    assert bool(found) is not good
    top = ElementTree.parse(folder / reports["junit"]).getroot()
    assert bool(list(top.iter("failure"))) is not good


def test_the_hook_runs_under_pre_commit(repository: tuple[Path, bool], tmp_path: Path) -> None:
    """pre-commit itself installs helaplan from a clone of this repository and runs the hook: it passes or it fails."""
    folder, good = repository
    # Made by hand, since a clone would lack what isn't committed yet.
    source = tmp_path / "helaplan"
    for name in (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE", "src", "schemas"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            source.mkdir(exist_ok=True)
            shutil.copy(ROOT / name, source / name)
    hidden = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    # Names of its own: nothing of the machine's settings counts.
    env = {**hidden, "PRE_COMMIT_HOME": str(tmp_path / "cache"), "LC_ALL": "C.UTF-8", "GIT_CONFIG_GLOBAL": os.devnull}

    def git(where: Path, *arguments: str) -> str:
        identity = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
        command = ["git", *identity, *arguments]
        return subprocess.run(command, cwd=where, env=env, check=True, capture_output=True, text=True).stdout.strip()

    for where in (source, folder):
        git(where, "init", "-q")
        git(where, "add", "-A")
        git(where, "commit", "-q", "-m", "x")
    config = offered()["pre-commit"]
    config = config.replace("https://example.org/helaplan", str(source)).replace(
        "v0.1.0", git(source, "rev-parse", "HEAD")
    )
    (folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    git(folder, "add", "-A")
    command = [sys.executable, "-m", "pre_commit"]
    installed = subprocess.run(
        [*command, "install-hooks"], cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    if installed.returncode:
        pytest.skip(f"pre-commit can't install packages here: {installed.stdout[-300:]}")
    done = subprocess.run(
        [*command, "run", "--all-files"], cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == (0 if good else 1), done.stdout + done.stderr
    assert ("unknown-key" in done.stdout) is not good
    assert ("Passed" in done.stdout) is good

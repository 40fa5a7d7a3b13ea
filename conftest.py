"""What all tests share, the core's and the plugins': options, Hypothesis profiles, golden files, no silent skips.

It stands at the top so that it also serves `plugins/*/tests`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent
#: Set by CI services and by .ci/run. There a skip is a failure, and Hypothesis takes the same examples every time.
IN_CI = os.environ.get("CI", "").lower() in ("1", "true")

#: Skips that are right even in CI, as patterns of the reason, each with why. All others mean that CI lacks something.
SKIPS_ALLOWED_IN_CI = {
    r"the source tables are not here": "of the registers; what was made of them is tested",
    r"the shared cases are not here": "as above, for documents; the project's own copies are tested everywhere",
    r"nothing here reads |a schema has one language": "laws of the author's kit about what a plugin doesn't have",
    r"the administrator may write anywhere": "in containers, where the tests run as root; everybody else runs it",
    r"no samples: give some bytes": "the same law, of a reader that only refuses",
    r"\.\./shared": "case collections beside the checkout: the project's own copies are tested everywhere",
}

# No deadline: a slow machine is no fault of the code. Time is measured elsewhere.
settings.register_profile("laptop", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if IN_CI else "laptop")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` rewrites expected files from what the code gives now; review the difference in git."""
    parser.addoption("--update-golden", action="store_true", help="rewrite golden files instead of comparing")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """True where the run is to rewrite golden files."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def golden(update_golden: bool) -> Callable[[Path, str], None]:
    """A function that compares a text with a golden file, byte for byte, or rewrites the file."""

    def compare(path: Path, text: str) -> None:
        if update_golden:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        assert path.exists(), f"{path.name} is missing; make it with --update-golden and read it"
        assert text == path.read_bytes().decode("utf-8")

    return compare


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """The folder with the packages of tools/outside/package.json, installed once; skips where that can't be done."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("node and npm are not here")
    outside = ROOT / "tools" / "outside"
    wanted = (outside / "package.json").read_bytes()
    stamp = outside / "node_modules" / ".installed-from"
    if not stamp.exists() or stamp.read_bytes() != wanted:
        command = ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"]
        done = subprocess.run(command, cwd=outside, capture_output=True, check=False)
        if done.returncode != 0:
            pytest.skip("npm install does not work here")
        stamp.write_bytes(wanted)
    return stamp.parent


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[Any]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a test that skips without leave fails."""
    report = yield
    if not hasattr(report, "wasxfail"):
        _no_silent_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """In CI a module that skips itself without leave fails."""
    report = yield
    _no_silent_skip(report)
    return report


def _no_silent_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if not (IN_CI and report.skipped):
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if not any(re.search(pattern, reason) for pattern in SKIPS_ALLOWED_IN_CI):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where nothing may be: {reason}"

"""Profiles and silencing comments as the command line has them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from helaplan.cli.choice import read_choice
from helaplan.reports import message_of

#: Everything that the careful profile could remark upon, and one thing: the partner.
PLAN = """\
helaplan: 1
kind: plan
id: p
title: Plan
organisation: {name: F}
period: {start: 2023-01-01, end: 2023-12-31}
partners:
  - {id: ros, name: Nätverket ROS}
"""


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "helaplan", "check", "--format", "json", *arguments],
        cwd=folder,
        capture_output=True,
        env={**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "LC_ALL": "en_GB.UTF-8"},
        timeout=60,
        check=False,
    )


def _codes(folder: Path, *arguments: str, code: int = 0) -> list[str]:
    done = _run(folder, *arguments)
    assert done.returncode == code, done.stderr.decode()
    return [each["code"] for each in json.loads(done.stdout)["findings"]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one plan, which has nothing but an opinion against it."""
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def test_opinions_come_when_they_are_asked_for(folder: Path) -> None:
    """By name, also after a run without them said that the file is good; a note fails only where that is wanted."""
    assert _codes(folder, "plan.yaml") == []
    assert _codes(folder, "--profile", "careful", "plan.yaml") == ["partner-unused"]
    assert _codes(folder, "--profile", "careful", "--fail-on", "note", ".", code=1) == ["partner-unused"]
    assert _codes(folder, "plan.yaml") == []


def test_settings_select_a_profile(folder: Path) -> None:
    """For every plan below the file, once even where the call names it too."""
    (folder / "helaplan.toml").write_text('profiles = ["careful"]\n', encoding="utf-8")
    assert _codes(folder, "plan.yaml") == ["partner-unused"]
    assert _codes(folder, "--profile", "careful", "plan.yaml") == ["partner-unused"]


def test_a_profile_that_is_not_there_is_an_error(folder: Path) -> None:
    """What was asked for does not pass in silence, and the others still run."""
    assert sorted(_codes(folder, "--profile", "careful,nowhere", "plan.yaml", code=1)) == [
        "partner-unused",
        "profile-missing",
    ]


def test_a_comment_silences_an_opinion(folder: Path) -> None:
    """With the profile it is used; without, its rule did not run and the comment is left in peace."""
    text = PLAN.replace("ROS}", "ROS}  # helaplan: ignore[partner-unused]")
    (folder / "plan.yaml").write_text(text, encoding="utf-8")
    assert _codes(folder, "plan.yaml") == []
    assert _codes(folder, "--profile", "careful", "plan.yaml") == []


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_misspelt_code_is_wrong_usage(folder: Path, option: str) -> None:
    """With a slip of the pen `--select` would call every plan clean; what was meant is told. A plugin's code passes."""
    done = _run(folder, option, "partner-unusd", "plan.yaml")
    assert done.returncode == 2
    assert b"partner-unused" in done.stderr
    assert _codes(folder, option, "skane/egen", "plan.yaml") == []


@pytest.mark.parametrize("name, near", [("carefull", "careful"), ("Careful", "careful"), ("orebro", "")])
def test_a_misspelt_profile_is_answered_with_the_right_one(folder: Path, name: str, near: str) -> None:
    """In the settings and on the command line; a plugin's profile, which isn't there, is nothing like it."""
    (folder / "helaplan.toml").write_text(f'profiles = ["{name}"]\n', encoding="utf-8")
    choice = read_choice(folder)
    (found,) = choice.missing(lambda _: None)
    assert found.args.get("suggestion", "") == near
    assert ("Menade du ”careful”?" in message_of(found, "sv").hint) is bool(near)

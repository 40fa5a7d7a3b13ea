"""Each fault of a plugin × each command: the same result as without it, and at most one line about it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fake_site import GOOD, Site, make_site
from plugin_faults import FAULTS

from helaplan.cli.app import main

site = pytest.fixture(make_site)
PLAN = """helaplan: 1
kind: plan
id: bygd-2023
title: Plan 2023
language: sv
organisation: {name: Bygd}
period: {start: 2023-01-01, end: 2023-12-31}
purposes: [{text: Vi ska finnas}]
"""
#: Commands that need no plugin: nothing of any plugin is even imported.
ALONE = {
    "version": ["--version"],
    "check": ["check", "--format", "json", "plan.yaml"],
    "export markdown": ["export", "plan.yaml", "--to", "markdown", "-o", "-"],
    "export json": ["export", "plan.yaml", "--to", "json", "-o", "-"],
    "export with a warning": ["export", "doubtful.yaml", "--to", "json", "-o", "-"],
    "schema": ["schema"],
}
#: Commands that look at all plugins.
ALL = {"formats": ["formats", "--json"], "export with a plugin": ["export", "plan.yaml", "--to", "good", "-o", "-"]}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a plan, to be in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    doubtful = PLAN.replace("period", "# period")
    (tmp_path / "doubtful.yaml").write_text(doubtful, encoding="utf-8")
    return tmp_path


def run(capfd: Any, *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of one call."""
    code = main(["--lang", "en", *arguments])
    out, err = capfd.readouterr()
    return code, out, err


@pytest.mark.parametrize("command", ALONE)
@pytest.mark.parametrize("kind", FAULTS)
def test_commands_of_the_core_never_notice(site: Site, here: Path, capfd: Any, kind: str, command: str) -> None:
    """What needs no plugin gives the same bytes, code and silence whatever is installed."""
    alone = run(capfd, "--no-plugins", *ALONE[command])
    site.install("zz-broken", FAULTS[kind][0])
    assert run(capfd, *ALONE[command]) == alone
    assert alone[0] == 0


@pytest.mark.parametrize("command", ALL)
@pytest.mark.parametrize("kind", FAULTS)
def test_one_line_names_the_culprit(site: Site, here: Path, capfd: Any, kind: str, command: str) -> None:
    """What looks at all plugins works, with one line for the broken one, which its own off-switch silences."""
    site.install("zz-good", GOOD)
    alone = run(capfd, *ALL[command])
    assert alone[0] == 0
    site.install("zz-broken", FAULTS[kind][0])
    code, out, err = run(capfd, *ALL[command])
    assert (code, out) == alone[:2]
    (line,) = [each for each in err.splitlines() if "zz-broken" in each]
    assert "1.0" in line
    assert "--disable-plugin zz-broken" in line
    assert "Traceback" not in err
    assert run(capfd, "--disable-plugin", "zz-broken", *ALL[command]) == alone


@pytest.mark.parametrize("kind", FAULTS)
def test_list_always_works(site: Site, here: Path, capfd: Any, kind: str) -> None:
    """`plugins` lists everything with every plugin broken; only `--check` makes a fault an error."""
    site.install("zz-broken", FAULTS[kind][0])
    site.install("zz-good", GOOD)
    code, out, _ = run(capfd, "plugins", "--json")
    rows = {each["name"]: each for each in json.loads(out)["plugins"]}
    assert (code, rows["zz-broken"]["status"], rows["zz-good"]["status"]) == (0, "failed", "ok")
    assert (rows["zz-broken"]["version"], bool(rows["zz-broken"]["cause"])) == ("1.0", True)
    assert run(capfd, "plugins", "--check")[0] == 1
    assert run(capfd, "--disable-plugin", "zz-broken", "plugins", "--check")[0] == 0


@pytest.mark.parametrize("kind", FAULTS)
def test_strict_makes_it_fatal(site: Site, here: Path, capfd: Any, kind: str) -> None:
    """`--strict-plugins` turns any fault into exit code 1, even for a command that needs no plugin."""
    site.install("zz-broken", FAULTS[kind][0])
    for arguments in (ALL["formats"], ALONE["check"]):
        code, _, err = run(capfd, "--strict-plugins", *arguments)
        assert code == 1
        assert "zz-broken" in err


def test_debug_shows_the_traceback(site: Site, here: Path, capfd: Any) -> None:
    """`--debug` adds the traceback to the line."""
    site.install("zz-broken", FAULTS["hook raises"][0])
    _, _, err = run(capfd, "--debug", "formats")
    assert "RuntimeError: boom" in err
    assert "zz_broken.py" in err


def test_failed_plugin_that_was_asked_for(site: Site, here: Path, capfd: Any) -> None:
    """An exporter that fails on the plan ends with exit code 1, one line, and no file."""
    site.install("zz-good", GOOD.replace("return plan.title.encode()", "raise ValueError('Anna 850101-1234')"))
    code, out, err = run(capfd, "export", "plan.yaml", "-o", "plan.good")
    assert (code, out) == (1, "")
    assert "zz-good" in err
    assert "850101" not in err
    assert not (here / "plan.good").exists()


def test_command_of_a_broken_plugin(site: Site, here: Path, capfd: Any) -> None:
    """A command that is unknown because its plugin is broken says so beside."""
    site.install("zz-broken", FAULTS["import error"][0])
    code, _, err = run(capfd, "broken-command")
    assert code == 2
    assert "zz-broken" in err


@pytest.mark.parametrize("command", ALL)
def test_settings_switch_a_plugin_off(site: Site, here: Path, capfd: Any, command: str) -> None:
    """`disabled` in the settings above a plan is as good as the switch: nothing is imported and no word is said."""
    site.install("zz-good", GOOD)
    alone = run(capfd, *ALL[command])
    site.install("zz-broken", "raise SystemExit('imported')")
    assert "zz-broken" in run(capfd, *ALL[command])[2]
    (here / "helaplan.toml").write_text('[plugins]\ndisabled = ["zz-broken"]\n', encoding="utf-8")
    assert run(capfd, *ALL[command]) == alone
    rows = {each["name"]: each["status"] for each in json.loads(run(capfd, "plugins", "--json")[1])["plugins"]}
    assert (rows["zz-broken"], rows["zz-good"]) == ("disabled", "ok")

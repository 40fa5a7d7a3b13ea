"""Each kind of fault, asked for in each way: one line that names the culprit, and everything else goes on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from fake_site import GOOD, Site, make_site
from plugin_faults import FAULTS, hook

from helaplan.findings import Severity
from helaplan.plugins.host import Host

site = pytest.fixture(make_site)


#: Ways of asking that need every plugin: none of them may be hindered by a broken one.
WAYS: dict[str, Callable[[Host], Iterable[str]]] = {
    "lists": lambda host: [each.name for each in host.exporters()],
    "picks": lambda host: [host.output_format(".good").name],
    "rows": lambda host: [row.name for row in host.plugins() if row.status == "ok"],
    "commands": lambda host: [(host.command("no-such") and "") or "good"],
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", FAULTS)
def test_one_line_and_all_goes_on(site: Site, kind: str, way: str) -> None:
    """Whatever is wrong with a plugin and however plugins are asked for: one finding, and the healthy one works."""
    code, wanted, at, word = FAULTS[kind]
    site.install("zz-good", GOOD)
    site.install("zz-broken", code)
    host = site.host()
    assert {"good", "zz-good"} & set(WAYS[way](host))
    assert [each.args["plugin"] for each in host.findings] == ["zz-broken"]
    (finding,) = host.findings
    assert (finding.code, finding.severity) == (wanted, Severity.WARNING)
    assert finding.args["hook"] == (at or "helaplan_exporters")
    assert word in str(finding.args["cause"])
    assert finding.args["version"] == "1.0"
    assert finding.args["switch"] == "--disable-plugin zz-broken"


@pytest.mark.parametrize("kind", FAULTS)
def test_listed_as_failed_and_silent_when_switched_off(site: Site, kind: str) -> None:
    """The list says failed with a cause; the off-switch of the finding leaves no word of it."""
    site.install("zz-broken", FAULTS[kind][0])
    (row,) = site.host().plugins()
    assert (row.name, row.version, row.status, row.hooks) == ("zz-broken", "1.0", "failed", ())
    assert row.cause
    off = site.host(disabled=["zz-broken"])
    off.exporters()
    assert off.findings == ()
    assert [each.status for each in off.plugins()] == ["disabled"]


def test_cause_is_one_short_line_without_folders(site: Site) -> None:
    """A cause is for one line of a terminal, and where somebody's home lies is nobody's business."""
    site.install("zz-broken", "raise ValueError('no\\nfile /home/anna/plans/x.yaml ' + 'y' * 500)")
    site.host().plugins()
    host = site.host()
    host.exporters()
    cause = str(host.findings[0].args["cause"])
    assert cause.startswith("ValueError: no file x.yaml y")
    assert len(cause) <= 160


def test_traceback_for_debug(site: Site) -> None:
    """`--debug` has the traceback, down to the plugin's own line."""
    site.install("zz-broken", hook("raise RuntimeError('boom')"))
    host = site.host()
    host.exporters()
    (trace,) = host.tracebacks()
    assert trace.plugin == "zz-broken"
    assert "zz_broken.py" in trace.text
    assert "RuntimeError: boom" in trace.text


def test_interrupt_is_the_users(site: Site) -> None:
    """Ctrl-C while a plugin starts stops the program, and standard output is itself again."""
    site.install("zz-slow", "raise KeyboardInterrupt")
    before = sys.stdout
    with pytest.raises(KeyboardInterrupt):
        site.host().exporters()
    assert sys.stdout is before


@pytest.mark.parametrize(
    "code, lines",
    [
        ("print('SPAM')", 1),
        ("import sys; sys.stdout.buffer.write(b'SPAM\\n' * 3)", 3),
        ("import sys; sys.stderr.write('SPAM')", 1),
        ("import sys; sys.stdout.close(); print('SPAM', file=sys.stderr)", 1),
    ],
)
def test_prints_stay_away_from_the_result(site: Site, capfd: Any, code: str, lines: int) -> None:
    """What a plugin prints at import reaches neither stream; one note counts it and --debug shows it."""
    site.install("zz-loud", f"{GOOD}{code}\n")
    host = site.host()
    assert "good" in [each.name for each in host.exporters()]
    assert capfd.readouterr() == ("", "")
    note = next(each for each in host.findings if each.code == "plugin-printed")
    assert note.severity is Severity.NOTE
    assert note.args["lines"] == lines
    assert any("SPAM" in each.text for each in host.tracebacks())


SCRIPT = """
import json, sys
from helaplan.plugins.host import Host
host = Host(path=sys.argv[1:])
host.exporters()
print(json.dumps([[each.code, each.args["cause"], each.args.get("lines")] for each in host.findings]))
"""


@pytest.mark.parametrize(
    "code, told",
    [
        (
            "import logging; logging.warning('SPAM'); logging.getLogger('x').error('SPAM')",
            [["plugin-printed", "print", 2], ["plugin-changed-state", "root logger", None]],
        ),
        ("import logging; logging.basicConfig(level=10)", [["plugin-changed-state", "root logger", None]]),
        ("import warnings; warnings.warn('SPAM')", [["plugin-printed", "print", 2]]),
    ],
)
def test_logging_and_warnings_stay_away(site: Site, code: str, told: list[list[Any]]) -> None:
    """Logging and warnings of a plugin flood nothing. In a process of its own, since pytest catches both itself."""
    site.install("zz-loud", f"{GOOD}{code}\n")
    command = [sys.executable, "-c", SCRIPT, str(site.folder)]
    ended = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(site.folder)}
    )
    assert json.loads(ended.stdout) == told
    assert ended.stderr == ""


def test_descriptor_1_belongs_to_the_result(site: Site, capfd: Any) -> None:
    """A child process and os.write reach standard error at most, in a process of our own."""
    code = (
        "import os, subprocess, sys\nos.write(1, b'SPAM')\nsubprocess.run([sys.executable, '-c', 'print(\"SPAM\")'])\n"
    )
    site.install("zz-loud", GOOD + code)
    site.host(descriptors=True).exporters()
    print("result", flush=True)  # noqa: T201  # what stands on standard output afterwards
    assert capfd.readouterr().out == "result\n"


STATE = {
    "warnings.filters": "import warnings; warnings.simplefilter('ignore')",
    "recursion limit": "import sys; sys.setrecursionlimit(77_777)",
    "int digits limit": "import sys; sys.set_int_max_str_digits(0)",
    "working directory": "import os; os.chdir('/')",
    "signal handlers": "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)",
    "sys.path": "import sys; sys.path.insert(0, '/brought/along')",
    "sys.excepthook": "import sys; sys.excepthook = print",
    "sys.stdout": "import sys, io; sys.stdout = io.StringIO()",
    "decimal context": "import decimal; decimal.getcontext().prec = 3",
    "attrs validators": "import attrs; attrs.validators.set_disabled(True)",
}


@pytest.mark.parametrize("what", STATE)
def test_state_is_put_back(site: Site, what: str) -> None:
    """State of the process that the core relies on is after a plugin's import as it was before; one note says so."""
    from helaplan.plugins import state

    before = state.look()
    site.install("zz-careless", GOOD + STATE[what] + "\n")
    host = site.host()
    host.exporters()
    (note,) = host.findings
    assert (note.code, note.args["what"]) == ("plugin-changed-state", (what,))
    changed = [old for old, new in zip(before, state.look(), strict=True) if old != new]
    assert all("/brought/along" not in old for old in changed)
    assert len(changed) <= (what == "sys.path")


def test_brought_folders_come_last(site: Site) -> None:
    """A folder of libraries that a plugin puts first on sys.path stays, where it can hide nothing of ours."""
    site.install("zz-careless", GOOD + STATE["sys.path"] + "\n")
    site.host().exporters()
    assert sys.path[-1] == "/brought/along"
    sys.path.remove("/brought/along")


def test_locale_is_put_back(site: Site) -> None:
    """A plugin that sets a locale changes neither our numbers nor our sorting."""
    import locale

    before = locale.setlocale(locale.LC_ALL)
    other = "C.UTF-8" if before == "C" else "C"
    site.install("zz-careless", f"{GOOD}import locale; locale.setlocale(locale.LC_ALL, {other!r})\n")
    host = site.host()
    host.exporters()
    assert locale.setlocale(locale.LC_ALL) == before
    assert [each.args["what"] for each in host.findings] == [("locale",)]


def test_slow_start_is_told(site: Site) -> None:
    """A plugin that takes long to start is told of, by the clock that was handed in."""
    times = iter(range(0, 1000, 2))
    site.install("zz-slow", GOOD)
    host = site.host(clock=lambda: float(next(times)), core=False)
    host.exporters()
    (note,) = host.findings
    assert (note.code, note.severity) == ("plugin-slow", Severity.NOTE)
    assert note.args["seconds"] == pytest.approx(6.0)


def test_all_misspelt_hooks_are_named(site: Site) -> None:
    """Every misspelt hook in one line, each with what was meant."""
    code = hook("return []", name="helaplan_exportters") + hook("return []", name="helaplan_comands")
    site.install("zz-broken", code)
    host = site.host()
    host.exporters()
    (finding,) = host.findings
    assert finding.args["hooks"] == ("helaplan_comands", "helaplan_exportters")
    assert finding.args["suggestions"] == ("helaplan_commands", "helaplan_exporters")


def test_two_hosts_share_nothing(site: Site) -> None:
    """What one host was told says nothing to another."""
    site.install("zz-good", GOOD)
    one, other = site.host(), Host(plugins=False)
    other.register(type("P", (), {})(), "mine")
    assert "good" in [each.name for each in one.exporters()]
    assert "good" not in [each.name for each in other.exporters()]
    assert one.findings == ()
    assert [each.args["plugin"] for each in other.findings] == ["mine"]

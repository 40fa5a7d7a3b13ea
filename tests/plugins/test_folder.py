"""Plugins of one file each: only from the folder that is named, each isolated, nothing left behind."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from fake_site import GOOD, Site, make_site
from plugin_faults import FAULTS

from helaplan import Host
from helaplan.cli.app import main
from helaplan.text.starter import starter

site = pytest.fixture(make_site)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for plugins, beside the working folder."""
    made = tmp_path / "insticksmoduler å"
    made.mkdir()
    return made


def put(folder: Path, name: str, code: str) -> Path:
    """A file of the folder."""
    path = folder / name
    path.write_text(code, encoding="utf-8")
    return path


def names(host: Host) -> list[str]:
    """The exporters that plugins brought."""
    return [each.name for each in host.exporters() if host.plugin_of(each) != "helaplan"]


def test_nothing_is_loaded_unless_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Standing in a folder full of plugins loads none of them."""
    put(folder, "good.py", GOOD)
    monkeypatch.chdir(folder)
    monkeypatch.syspath_prepend(str(folder))
    assert names(Host(path=[])) == []


def test_each_file_is_a_plugin(folder: Path) -> None:
    """Files right in the folder count, sorted by name; helpers, hidden ones, other suffixes and folders don't."""
    put(folder, "b medlemmar.py", GOOD.replace('"good"', '"b"'))
    put(folder, "a.py", GOOD.replace('"good"', '"a"'))
    for other in ("_helper.py", ".hidden.py", "notes.txt"):
        put(folder, other, "raise SystemExit")
    (folder / "deeper").mkdir()
    put(folder / "deeper", "c.py", "raise SystemExit")
    host = Host(path=[], folder=folder)
    assert names(host) == ["a", "b"]
    assert [(each.name, each.distribution, each.status) for each in host.plugins()] == [
        ("a", "folder", "ok"),
        ("b medlemmar", "folder", "ok"),
    ]
    assert host.findings == ()


def test_nothing_is_left_behind(folder: Path) -> None:
    """No `__pycache__` beside the files, nothing new on `sys.path`, and a file named as a module hides nobody's."""
    put(folder, "json.py", GOOD + "import json\nassert json.dumps\n")
    before = list(sys.path)
    assert names(Host(path=[], folder=folder)) == ["good"]
    assert sys.path == before
    assert [each.name for each in folder.iterdir()] == ["json.py"]
    assert sys.modules["json"].__name__ == "json"


def test_a_plugin_may_define_classes_by_annotations(folder: Path) -> None:
    """Dataclasses look their module up by name while it runs; that works here too."""
    code = "from __future__ import annotations\nimport dataclasses\n@dataclasses.dataclass\nclass A:\n    x: int = 0\n"
    put(folder, "good.py", code + GOOD)
    assert names(Host(path=[], folder=folder)) == ["good"]


@pytest.mark.parametrize("kind", FAULTS)
def test_a_fault_costs_one_line(folder: Path, kind: str) -> None:
    """Every kind of fault of an installed plugin is one finding here too, which names its switch; others go on."""
    code, finding_code, hook, _ = FAULTS[kind]
    put(folder, "zz-broken.py", code)
    put(folder, "aa.py", GOOD)
    host = Host(path=[], folder=folder)
    assert names(host) == ["good"]
    told = [each for each in host.findings if each.severity.value != "note"]
    assert [(each.code, each.args["hook"]) for each in told] == [(finding_code, hook or "helaplan_exporters")]
    assert told[0].args["switch"] == "--disable-plugin zz-broken"
    assert names(Host(path=[], folder=folder, disabled=["zz-broken"])) == ["good"]


def test_the_switch_of_a_name_with_spaces_can_be_typed(folder: Path) -> None:
    """The off-switch is quoted where a shell would take it apart."""
    put(folder, "min export.py", "import no_such_module")
    host = Host(path=[], folder=folder)
    host.exporters()
    assert [each.args["switch"] for each in host.findings] == ['--disable-plugin "min export"']
    quiet = Host(path=[], folder=folder, disabled=["min export"])
    quiet.exporters()
    assert quiet.findings == ()


def test_no_plugins_means_these_too(folder: Path) -> None:
    """`--no-plugins` imports nothing of the folder, and lists it as switched off."""
    put(folder, "good.py", GOOD)
    host = Host(path=[], folder=folder, plugins=False)
    assert names(host) == []
    assert [(each.name, each.status) for each in host.plugins()] == [("good", "disabled")]


def test_the_named_folder_goes_before_what_is_installed(site: Site, folder: Path) -> None:
    """Of an installed plugin and a file of one name the file counts, and the other is told of with its switch."""
    site.install("good", GOOD)
    put(folder, "good.py", GOOD.replace('"good"', '"mine"'))
    host = site.host(folder=folder)
    assert names(host) == ["mine"]
    assert [(each.code, each.args["switch"]) for each in host.findings] == [
        ("plugin-twice", "--disable-plugin good:good")
    ]


@pytest.mark.parametrize("name", ["missing", "file"])
def test_a_folder_that_cannot_be_read_is_a_finding(folder: Path, name: str) -> None:
    """A folder that was named and isn't there is told once, and the run goes on."""
    put(folder, "file", "")
    host = Host(path=[], folder=folder / name)
    assert names(host) == []
    assert [each.code for each in host.findings] == ["plugin-folder-unreadable"]
    assert any(each.name == "markdown" for each in host.writers())


def test_bytes_that_are_no_text_are_a_fault_of_that_file(folder: Path) -> None:
    """A file that is no Python costs a line like any other fault."""
    (folder / "zz.py").write_bytes(b"\xff\xfe\x00")
    host = Host(path=[], folder=folder)
    assert names(host) == []
    assert [each.code for each in host.findings] == ["plugin-failed"]


COUNTING = """
from helaplan import Command, hookimpl, read_plan

def run(arguments, context):
    context.write(read_plan(arguments[0], host=context.host).title)
    return 0

@hookimpl
def helaplan_commands():
    return [Command(name="counting", title={"sv": "Räkna", "en": "Count"}, run=run)]
"""


def test_a_command_reads_plans_with_the_host_of_its_run(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No second search for plugins, and those that are switched off stay so: the context hands on the host."""
    put(folder, "counting.py", COUNTING)
    (folder.parent / "helaplan.toml").write_text(f'[plugins]\nfolder = "{folder.name}"\n', encoding="utf-8")
    (folder.parent / "plan.yaml").write_text(starter(2026), encoding="utf-8")
    monkeypatch.chdir(folder.parent)

    def second(**_: object) -> Host:
        raise AssertionError("another host was made")

    monkeypatch.setattr("helaplan.api.Host", second)
    assert main(["--lang", "sv", "counting", "plan.yaml"]) == 0
    assert capsys.readouterr().out == "Verksamhetsplan 2026"


def test_codes_of_plugins_are_explained(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a plugin's finding means is told as for the core's, in the reader's language; a slip with the right code."""
    texts = """
from helaplan import Message, Texts, hookimpl

@hookimpl
def helaplan_texts():
    told = {"sv": ("Filen är inläst som bild[: {name}]", "Spara med text"), "en": ("The file is a scan", "")}
    return [Texts(language=k, messages={"counting/scanned": Message(message=v[0], hint=v[1])}) for k, v in told.items()]
"""
    put(folder, "counting.py", texts)
    (folder.parent / "helaplan.toml").write_text(f'[plugins]\nfolder = "{folder.name}"\n', encoding="utf-8")
    monkeypatch.chdir(folder.parent)
    assert main(["--lang", "sv", "explain", "counting/scanned"]) == 0
    shown = capsys.readouterr().out
    assert "Filen är inläst som bild: …\nSpara med text" in shown
    assert main(["--lang", "en", "explain", "--json", "counting/scanned"]) == 0
    assert json.loads(capsys.readouterr().out)["message"] == "The file is a scan"
    assert main(["--lang", "sv", "explain", "counting/scaned"]) == 2
    assert "counting/scanned" in capsys.readouterr().err
    assert main(["--lang", "sv", "--no-plugins", "explain", "nobody/nothing"]) == 2

"""`helaplan plugins inspect`: whether a plugin fits, from metadata alone, wherever it lies."""

from __future__ import annotations

import io
import json
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from helaplan.cli.app import main
from helaplan.cli.metadata import facts_of
from helaplan.errors import UnreadableSource
from helaplan.plugins.discovery import Candidate
from helaplan.plugins.fitness import Facts, Here, from_metadata, from_project, judge
from helaplan.plugins.versions import allows, key_of

METADATA = """Metadata-Version: 2.4
Name: helaplan-visits
Version: 1.2
Requires-Python: >=3.11
Requires-Dist: attrs
Requires-Dist: helaplan[documents] (>=0.1,<9) ; python_version >= "3"
Requires-Dist: helaplan>=99; extra == "future"

Requires-Python: >=99
"""
ENTRIES = "[console_scripts]\nx = y\n[helaplan.v1]\nvisits = helaplan_visits.plugin\n"
PROJECT = """[project]
name = "helaplan-visits"
version = "1.2"
requires-python = ">=3.11"
dependencies = ["helaplan>=0.1,<9"]
[project.entry-points."helaplan.v1"]
visits = "helaplan_visits.plugin"
"""
HERE = Here(python="3.12.1", helaplan="0.1.0")


def wheel(folder: Path, metadata: str = METADATA, entries: str | None = ENTRIES) -> Path:
    """A wheel whose module ends the program when it is imported."""
    path = folder / "helaplan_visits-1.2-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("helaplan_visits/plugin.py", "raise SystemExit(9)")
        archive.writestr("helaplan_visits/vendored.dist-info/METADATA", "Name: other\n")
        archive.writestr("helaplan_visits-1.2.dist-info/METADATA", metadata)
        if entries is not None:
            archive.writestr("helaplan_visits-1.2.dist-info/entry_points.txt", entries)
    return path


def sdist(folder: Path, *, project: str = PROJECT) -> Path:
    """An sdist."""
    path = folder / "helaplan_visits-1.2.tar.gz"
    files = {"PKG-INFO": METADATA, "pyproject.toml": project, "src/helaplan_visits/plugin.py": "raise SystemExit(9)"}
    with tarfile.open(path, "w:gz") as archive:
        for name, text in files.items():
            info = tarfile.TarInfo(f"helaplan_visits-1.2/{name}")
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
    return path


def source(folder: Path) -> Path:
    """A folder with a project."""
    (folder / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    return folder


@pytest.mark.parametrize("make", [wheel, sdist, source])
def test_all_forms_say_the_same(make: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Name, version, Python and entry points are found in each form, and nothing of it is imported."""
    path = make(tmp_path)  # type: ignore[operator]
    facts = facts_of(str(path))
    assert (facts.name, facts.version, facts.requires_python) == ("helaplan-visits", "1.2", ">=3.11")
    assert [(each.name, each.value, each.api, each.distribution) for each in facts.entries] == [
        ("visits", "helaplan_visits.plugin", "v1", "helaplan-visits")
    ]
    assert judge(facts, HERE) == ()
    assert main(["--lang", "en", "plugins", "inspect", str(path)]) == 0
    assert capsys.readouterr().out == "helaplan-visits 1.2 fits here: visits (helaplan.v1)\n"
    assert "helaplan_visits" not in sys.modules


def test_what_is_installed_is_judged_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    """The example plugin, or whatever is installed, is found by the name of its distribution; pytest is no plugin."""
    assert main(["--lang", "en", "plugins", "inspect", "pytest", "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert [each["code"] for each in said["findings"]] == ["plugin-without-entry-point"]
    assert not said["fits"]


def facts(python: str = "", *requires: str, entries: str = ENTRIES) -> Facts:
    """Facts with these demands."""
    needed = "".join(f"Requires-Dist: {each}\n" for each in requires)
    return from_metadata(f"Name: helaplan-visits\nVersion: 1.2\nRequires-Python: {python}\n{needed}\n", entries)


@pytest.mark.parametrize(
    "wanted, codes",
    [
        (facts(">=3.13"), ["plugin-wants-python"]),
        (facts("~=2.7"), ["plugin-wants-python"]),
        (facts("nonsense"), ["plugin-wants-python"]),
        (facts("", "helaplan>=2"), ["plugin-wants-helaplan"]),
        (facts("", "Helaplan (<0.1)", "helaplan-web>=5"), ["plugin-wants-helaplan"]),
        (facts("<3", "helaplan==7.*"), ["plugin-wants-python", "plugin-wants-helaplan"]),
        (facts("", "helaplan"), []),
        (facts("", entries="[console_scripts]\na = b\n"), ["plugin-without-entry-point"]),
        (facts("", entries="[helaplan.v9]\nvisits = m\n"), ["plugin-wrong-api"]),
        (facts("", entries="[helaplan.v1]\nvisits = m\n[helaplan.v9]\nvisits = n\n"), []),
        (facts("", entries="[helaplan.v1]\nvisits = not a module\n"), ["plugin-bad-entry-point"]),
        (facts("", entries="[helaplan.v1]\nhelaplan = m\n"), ["plugin-twice"]),
    ],
)
def test_what_speaks_against_it(wanted: Facts, codes: list[str]) -> None:
    """Python, helaplan, the version of the contract, the form of the entry point, a name of the core's."""
    assert [each.code for each in judge(wanted, HERE)] == codes


def test_a_name_that_is_taken() -> None:
    """Another distribution's entry point of that name is told with the switch that would be needed; its own isn't."""
    other = Candidate(name="Visits", value="m", distribution="zz-other", version="1")
    own = Candidate(name="visits", value="m", distribution="Helaplan_Visits", version="0.9")
    assert judge(facts(), Here(python="3.12", helaplan="0.1", installed=(own,))) == ()
    (told,) = judge(facts(), Here(python="3.12", helaplan="0.1", installed=(other, own)))
    assert (told.code, told.args["winner"]) == ("plugin-twice", "zz-other")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no zip", b"\x1f\x8b broken", b"x" * 600, b"[project"])
@pytest.mark.parametrize("name", ["a.whl", "a.tar.gz", "pyproject.toml"])
def test_what_cannot_be_looked_at(data: bytes, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A broken archive or project is one line and exit code 3, or no plugin; never a traceback."""
    path = tmp_path / name
    path.write_bytes(data)
    assert main(["--lang", "en", "plugins", "inspect", str(path)]) == 3
    assert "Can't inspect " in capsys.readouterr().err


def test_what_is_not_there(tmp_path: Path) -> None:
    """No such name, a folder without project, a wheel without metadata or with metadata of a size that is none."""
    (tmp_path / "empty").mkdir()
    large = wheel(tmp_path, metadata="Name: x\n" + "x" * 6_000_000)
    for name in ("no-such-distribution-xyz", str(tmp_path / "empty"), str(large), "", "\0"):
        with pytest.raises(UnreadableSource) as caught:
            facts_of(name)
        assert [each.code for each in caught.value.findings] == ["plugin-unreadable"]


@pytest.mark.parametrize("name", ["dist/visits-1.0-py3-none-any.whl", "visits.whl", "visits-1.tar.gz", "å/ä", "a\\b"])
def test_a_file_that_is_not_there_is_called_so(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A path that leads nowhere is told as in every other command, not as something that nobody can inspect."""
    assert main(["--lang", "en", "plugins", "inspect", name]) == 3
    assert f"There is no such file: {name}" in capsys.readouterr().err


@given(
    st.dictionaries(
        st.sampled_from(["name", "version", "entry-points", "dependencies"]),
        st.none()
        | st.integers()
        | st.lists(st.integers())
        | st.dictionaries(st.text(max_size=3), st.integers())
        | st.text(max_size=9),
    )
)
def test_any_project_table(project: dict[str, object]) -> None:
    """A project table with anything in it gives facts."""
    assert judge(from_project(project), HERE) or True


VERSIONS = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "", "1!"]),
        st.lists(st.integers(0, 3).map(str), min_size=1, max_size=3).map(".".join),
        st.sampled_from(["", "", "a1", "b2", "rc1", ".dev1", ".post1", "a1.dev2", ".post2.dev1", "rc"]),
    ),
)


@given(
    st.lists(
        st.tuples(st.sampled_from(["==", "!=", "<=", ">=", "<", ">", "~="]), VERSIONS, st.sampled_from(["", "", ".*"])),
        min_size=1,
        max_size=2,
    ),
    VERSIONS,
)
def test_versions_are_judged_as_packaging_does(clauses: list[tuple[str, str, str]], version: str) -> None:
    """The same answer as the library that installers use, for every range that it takes."""
    made = []
    for sign, wanted, star in clauses:
        plain = wanted.replace("!", "").replace(".", "").isdigit()
        made.append(f"{sign}{wanted}{star if sign in ('==', '!=') and plain else ''}")
    ranges = ",".join(made)
    try:
        specifiers = SpecifierSet(ranges)
    except ValueError:
        return
    assert allows(ranges, version) == specifiers.contains(Version(version), prereleases=True)


@given(VERSIONS, VERSIONS)
def test_versions_are_ordered_as_packaging_does(one: str, other: str) -> None:
    """Earlier, same or later, as the library that installers use says."""
    first, second = key_of(one), key_of(other)
    assert first is not None
    assert second is not None
    assert (first < second, first == second) == (Version(one) < Version(other), Version(one) == Version(other))


@pytest.mark.parametrize("ranges", ["1.0", ">=", ">= x", "=>1", ">=1;", "~=1"])
def test_ranges_that_cannot_be_read(ranges: str) -> None:
    """No guess is made."""
    assert allows(ranges, "1.0") is None

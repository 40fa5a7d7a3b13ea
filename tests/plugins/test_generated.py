"""`helaplan plugins new`: one plugin of each kind is made, built, judged, installed, tested, and listed as well."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from helaplan.cli.app import main
from helaplan.cli.authoring import is_name
from helaplan.cli.plugging import KINDS

pytestmark = pytest.mark.checkout

PIP = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]


def make(folder: Path, *arguments: str) -> int:
    """One call of `plugins new`, without questions."""
    return main(["--lang", "en", "plugins", "new", str(folder), "--answers-default", *arguments])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a plugin of each kind."""
    folder = tmp_path_factory.mktemp("made å")
    for kind in KINDS:
        assert make(folder / f"helaplan-my-{kind}", "--kind", kind) == 0
    return folder


@pytest.fixture(scope="module")
def wheels(made: Path) -> list[str]:
    """The wheels of all of them, built without network."""
    target = made / "wheels"
    folders = [str(made / f"helaplan-my-{kind}") for kind in KINDS]
    build = [*PIP, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(target), *folders]
    subprocess.run(build, check=True)
    found = sorted(map(str, target.glob("*.whl")))
    assert len(found) == len(KINDS)
    return found


@pytest.fixture(scope="module")
def installed(made: Path, wheels: list[str]) -> Path:
    """A folder with the wheels unpacked as pip does it."""
    target = made / "installed"
    subprocess.run([*PIP, "install", "--no-deps", "--no-index", "--target", str(target), *wheels], check=True)
    return target


def test_what_is_there_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second time, or where a file lies: exit code 2, and advice that names no option that the command lacks."""
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "mine").touch()
    for name, told in (("file", "not a folder"), ("folder", "isn't empty")):
        assert make(tmp_path / name) == 2
        said = capsys.readouterr().err
        assert told in said
        assert "--force" not in said


def run(*command: str, cwd: Path, path: str = "", mypy: str = "") -> subprocess.CompletedProcess[str]:
    """A program with the installed plugins before all else."""
    environment = {**os.environ, "PYTHONPATH": path, "MYPYPATH": mypy, "LC_ALL": "C.UTF-8"}
    environment.pop("CI", None)  # the plugins' own tests are not ours, and may skip
    return subprocess.run(
        [sys.executable, *command], cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def test_its_tests_are_green_at_once(made: Path, installed: Path) -> None:
    """The wheels' tests pass, against what is installed rather than the folder."""
    tests = [str(made / f"helaplan-my-{kind}" / "tests") for kind in KINDS]
    done = run(
        "-P", "-m", "pytest", "-q", "-c", os.devnull, "--rootdir", str(made), *tests, cwd=made, path=str(installed)
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr


def test_its_types_and_style_are_sound(made: Path) -> None:
    """mypy --strict and ruff have nothing to say, as the CI that comes with it asks them."""
    folders = [made / f"helaplan-my-{kind}" for kind in KINDS]
    sources = [str(folder / part) for folder in folders for part in ("src", "tests")]
    path = os.pathsep.join(str(folder / "src") for folder in folders)
    typed = run("-m", "mypy", "--config-file", str(folders[0] / "pyproject.toml"), *sources, cwd=made, mypy=path)
    assert typed.returncode == 0, typed.stdout
    for command in (("check",), ("format", "--check")):
        style = run("-m", "ruff", *command, *(f"helaplan-my-{kind}" for kind in KINDS), cwd=made)
        assert style.returncode == 0, style.stdout


def test_it_fits_and_is_listed(wheels: list[str], installed: Path, tmp_path: Path) -> None:
    """`plugins inspect` says of each wheel that it fits; installed, each is listed as ok with what it declares."""
    for wheel in wheels:
        assert main(["--lang", "en", "plugins", "inspect", wheel]) == 0
    ended = run("-P", "-m", "helaplan", "--strict-plugins", "plugins", "--json", cwd=tmp_path, path=str(installed))
    rows = {each["name"]: each for each in json.loads(ended.stdout)["plugins"]}
    for kind in KINDS:
        assert (rows[f"my-{kind}"]["status"], rows[f"my-{kind}"]["cause"]) == ("ok", "")
        assert rows[f"my-{kind}"]["hooks"], kind


def test_nothing_of_this_machine_stands_in_it(tmp_path: Path) -> None:
    """No file names the folder it was made from or in, and each has its page, its CI and its licence."""
    assert make(tmp_path / "visits", "--kind", "exporter") == 0
    files = {path.relative_to(tmp_path / "visits").as_posix(): path for path in tmp_path.rglob("*") if path.is_file()}
    assert {
        "docs/index.md",
        ".github/workflows/ci.yml",
        "LICENSE",
        ".gitignore",
        "src/helaplan_visits/py.typed",
    } <= set(files)
    for path in files.values():
        text = path.read_text(encoding="utf-8")
        assert str(tmp_path) not in text
        assert "templates" not in text


def test_the_wheel_has_the_template(tmp_path: Path) -> None:
    """What `plugins new` is made of comes with the package, files whose names begin with a dot too."""
    root = Path(__file__).resolve().parents[2]
    build = [*PIP, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(tmp_path), str(root)]
    subprocess.run(build, check=True)
    (path,) = tmp_path.glob("helaplan-*.whl")
    with zipfile.ZipFile(path) as archive:
        packed = {name for name in archive.namelist() if name.startswith("helaplan/templates/")}
    source = root / "src"
    here = {
        each.relative_to(source).as_posix() for each in (source / "helaplan/templates").rglob("*") if each.is_file()
    }
    assert packed == here


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written over: usage error, and the file still stands."""
    (tmp_path / "mine.txt").write_text("x", encoding="utf-8")
    assert make(tmp_path, "--kind", "reader", "--name", "visits") == 2
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]
    assert "already" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["", "Besök", "besök", "a b", "1a", "a-", "a--b", "a_b", "x" * 31, "json", "check"])
def test_names_that_cannot_be(name: str, tmp_path: Path) -> None:
    """A name becomes a package, an entry point and the beginning of codes; the core's own are taken."""
    assert not is_name(name, frozenset({"json", "check"}))
    assert make(tmp_path / (name or "-"), "--kind", "reader") == 2
    assert list(tmp_path.iterdir()) == []


def test_without_the_kit_it_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the extra, one line names it; nothing is made."""
    monkeypatch.setitem(sys.modules, "copier", None)
    assert make(tmp_path / "visits", "--kind", "reader") == 1
    assert 'pip install "helaplan[author]"' in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []

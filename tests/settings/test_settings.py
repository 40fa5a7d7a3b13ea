"""Settings: found upwards from the plan, checked like a plan, and what they choose."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helaplan import settings
from helaplan.cli.app import main
from helaplan.findings import Severity
from helaplan.reports import message_of
from helaplan.settings import read_settings
from helaplan.text import word
from helaplan.text.starter import starter

PLAN = starter(2025).replace("  - id: samverkan\n    name", "  - name")


def told(data: bytes, name: str = "helaplan.toml") -> list[tuple[str, int, int]]:
    """Code, line and column of what is wrong with settings."""
    read = read_settings(data, name=name)
    assert read is not None
    return [(each.code, each.span.start.line, each.span.start.column) for each in read.report if each.span]


@pytest.mark.parametrize(
    "text, found",
    [
        ("", []),
        ('profiles = ["orebro"]\n[plugins]\ndisabled = ["zz"]\nfolder = "insticks"\n', []),
        (
            '[rules.severity]\n"id-missing" = "note"\n'
            '[[rules.per_file]]\nfiles = ["gamla/*"]\nignore = ["id-missing"]\n',
            [],
        ),
        ('profiles = "orebro"\n', [("wrong-type", 1, 12)]),
        ('# x\n[plugins]\n  disable = ["a"]\n', [("unknown-key", 3, 3)]),
        ('[rules.severity]\n"id-missing" = "fel"\n', [("unknown-choice", 2, 16)]),
        ("[[rules.per_file]]\nignore = []\n", [("missing-key", 1, 3)]),
        ("plugins.disabled = [3]\n", [("number-for-text", 1, 20)]),
        ("profiles = [\n", [("settings-unreadable", 1, 1)]),
        ("a b = 1\n", [("settings-unreadable", 1, 3)]),
    ],
)
def test_settings_are_checked_like_a_plan(text: str, found: list[tuple[str, int, int]]) -> None:
    """Every fault at its line; what can be read counts all the same."""
    assert told(text.encode()) == found


def test_a_pyproject_without_our_table_has_no_settings() -> None:
    """Somebody else's file is passed by, so that a folder further up may have some."""
    assert read_settings(b"[tool.other]\nx = 1\n", name="pyproject.toml") is None
    assert told(b"[tool.helaplan]\nprofile = []\n", "pyproject.toml") == [("unknown-key", 2, 1)]


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_give_settings_and_no_exception(data: bytes) -> None:
    """A broken file costs findings, never a traceback."""
    assert read_settings(data) is not None


@pytest.fixture
def check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, list[str]]]:
    """Check a plan with a warning, two folders below the settings, in this process; exit code and codes."""
    folder = tmp_path / "planer" / "2025"
    folder.mkdir(parents=True)
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def run(settings: str, name: str = "helaplan.toml", *flags: str) -> tuple[int, list[str]]:
        (tmp_path / name).write_text(settings, encoding="utf-8")
        code = main(["--no-plugins", "check", "--format", "json", *flags, "planer/2025/plan.yaml"])
        return code, [each["code"] for each in json.loads(capsys.readouterr().out)["findings"]]

    return run


@pytest.mark.parametrize(
    "settings, code, codes",
    [
        ("", 0, ["id-missing"]),
        ('[rules]\nignore = ["id-missing"]\n', 0, []),
        ('[rules]\nselect = ["unknown-key"]\n', 0, []),
        ('[rules.severity]\n"id-missing" = "error"\n', 1, ["id-missing"]),
        ('[[rules.per_file]]\nfiles = ["planer/2025/*.yaml"]\nignore = ["id-missing"]\n', 0, []),
        ('[[rules.per_file]]\nfiles = ["planer/2024/*.yaml"]\nignore = ["id-missing"]\n', 0, ["id-missing"]),
        ('profile = ["orebro"]\n', 1, ["unknown-key", "id-missing"]),
        ('[rules]\nignore = ["id-mising", "skane/egen"]\n', 0, ["settings-unknown-code", "id-missing"]),
        ('profiles = ["orebro"]\n', 1, ["profile-missing", "id-missing"]),
    ],
)
def test_what_settings_choose(
    check: Callable[..., tuple[int, list[str]]], settings: str, code: int, codes: list[str]
) -> None:
    """Codes are left out, picked, made worse, per file too; a selected profile that isn't there is an error."""
    assert check(settings) == (code, codes)


def test_the_nearest_settings_count(check: Callable[..., tuple[int, list[str]]], tmp_path: Path) -> None:
    """A file nearer to the plan wins whole; a pyproject with our table is as good as a file of our own."""
    near = tmp_path / "planer" / "pyproject.toml"
    near.write_text('[tool.helaplan.rules]\nignore = ["id-missing"]\n', encoding="utf-8")
    assert check('[rules.severity]\n"id-missing" = "error"\n') == (0, [])


@pytest.mark.parametrize(
    "settings, place, suggestion",
    [
        ('[rules]\nselect = ["id-mising"]\n', (2, 10), "id-missing"),
        ('[rules.severity]\n"periodmissing" = "note"\n', (2, 1), "period-missing"),
        ('[[rules.per_file]]\nfiles = ["*"]\nignore = ["xyzzy"]\n', (3, 10), None),
    ],
)
def test_a_code_that_nobody_has_is_told_where_it_stands(
    settings: str, place: tuple[int, int], suggestion: str | None
) -> None:
    """A misspelt code would silently do nothing; what was meant is told with it."""
    read = read_settings(settings.encode())
    assert read is not None
    (found,) = read.report
    assert found.span is not None
    assert (found.code, found.severity) == ("settings-unknown-code", Severity.WARNING)
    assert (found.span.start.line, found.span.start.column) == place
    assert found.args.get("suggestion") == suggestion


def test_every_fault_of_the_toml_reader_has_words_in_both_languages() -> None:
    """The reader's sentences are English and hold what stands in the file; none of them reaches a person."""
    source = Path(tomllib.__file__).with_name("_parser.py").read_text(encoding="utf-8")
    calls = [each for each in ast.walk(ast.parse(source)) if isinstance(each, ast.Call)]
    raised = [each for each in calls if getattr(each.func, "id", "") == "suffixed_err"]
    assert len(raised) > 20
    for call in raised:
        told = ast.unparse(call.args[2]).lstrip("f").strip("'\"")
        found = next((name for start, name in settings._PROBLEMS.items() if told.startswith(start)), "")
        assert found, told
        assert word(found, "sv") != found != word(found, "en")


@pytest.mark.parametrize(
    "text, swedish",
    [
        ("profiles = careful\n", "här är inget värde"),
        ('profiles = ["careful"\n', "parentes"),
        ('profiles = ["careful\n', "tecknet får inte stå här"),
        ("[rules\n", "parentes"),
        ("profiles\n", "raden är varken"),
        ("profiles = []\nprofiles = []\n", "två gånger"),
    ],
)
def test_broken_settings_are_told_in_the_readers_language(text: str, swedish: str) -> None:
    """No English of the TOML reader in a Swedish sentence."""
    read = read_settings(text.encode())
    assert read is not None
    (found,) = read.report
    assert swedish in message_of(found, "sv").message
    assert not re.search(r"Invalid|Expected|Un[a-z]+ed|Cannot|Illegal", message_of(found, "sv").message)


@pytest.mark.parametrize("written, meant", [("fel", "error"), ("varning", "warning"), ("anmärkning", "note")])
def test_severities_in_swedish_are_answered_with_the_word(written: str, meant: str) -> None:
    """As the names of choices in a plan are."""
    read = read_settings(f'[rules]\nseverity = {{ "period-missing" = "{written}" }}\n'.encode())
    assert read is not None
    (found,) = read.report
    assert (found.code, found.args["suggestion"]) == ("unknown-choice", meant)

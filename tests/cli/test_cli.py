"""The command line as a contract: exit codes, which stream, what is refused, what is never half written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from helaplan.text.starter import starter

PLAN = starter(2025)


def run(
    *arguments: str | Path, cwd: Path, stdin: str | bytes = b"", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """The program as a process of its own, English unless the environment says otherwise."""
    given = {**os.environ, "LC_ALL": "en_GB.UTF-8", **(env or {})}
    return subprocess.run(
        [sys.executable, "-m", "helaplan", *map(str, arguments)],
        cwd=cwd,
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        env=given,
        timeout=60,
        check=False,
    )


def findings(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    """The codes of a JSON report on standard output."""
    return [each["code"] for each in json.loads(done.stdout)["findings"]]


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with a good plan, under a name with a space and an å."""
    folder = tmp_path / "mapp å"
    folder.mkdir()
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return folder


def test_a_good_plan_is_clean(here: Path) -> None:
    """Exit 0, and no finding."""
    done = run("check", "--format", "json", "plan.yaml", cwd=here)
    assert done.returncode == 0
    assert json.loads(done.stdout)["summary"] == {"files": 1, "errors": 0, "warnings": 0, "notes": 0}


def test_an_error_gives_1_and_a_place(here: Path) -> None:
    """Exit 1; the finding stands at the misspelt key and names the right one."""
    (here / "plan.yaml").write_text(PLAN.replace("\ntitle:", "\ntitel:"), encoding="utf-8")
    done = run("check", "--format", "concise", "plan.yaml", cwd=here)
    assert done.returncode == 1
    assert done.stdout.decode().startswith("plan.yaml:8:1: unknown-key")
    assert "title" in run("check", "plan.yaml", cwd=here).stdout.decode()


@pytest.mark.parametrize(
    "arguments, code",
    [
        (["check", "finns-inte.yaml"], 3),
        (["check", "tom"], 3),
        (["check", "plan.yaml", "--format", "okänt"], 2),
        (["check"], 2),
        (["okänt-kommando"], 2),
        (["export", "plan.yaml", "-o", "x.okänd"], 2),
        (["export", "plan.yaml", "-o", "x.md", "-O", "finns=inte"], 2),
        (["export", "plan.yaml", "-o", "x.md", "--content", "finns-inte"], 2),
        (["export", "finns-inte.yaml", "-o", "x.md"], 3),
        (["import", "finns-inte.txt", "-o", "x.yaml"], 3),
        (["import", "plan.yaml", "-o", "plan.yaml"], 2),
        (["new", "-o", "plan.yaml"], 2),
        (["explain", "finns-inte"], 2),
        (["schema", "finns-inte"], 2),
        (["--version"], 0),
        (["--help"], 0),
        (["check", "--help"], 0),
        (["formats"], 0),
        (["plugins"], 0),
        (["schema"], 0),
        (["explain"], 0),
    ],
)
def test_exit_codes(here: Path, arguments: list[str], code: int) -> None:
    """0 clean, 2 wrong usage or refused, 3 nothing that can be read; never a traceback, in either language."""
    (here / "tom").mkdir()
    before = (here / "plan.yaml").read_bytes()
    for language in ("sv", "en"):
        done = run("--lang", language, *arguments, cwd=here)
        assert done.returncode == code, done.stderr.decode()
        assert b"Traceback" not in done.stderr
    assert (here / "plan.yaml").read_bytes() == before
    assert not (here / "x.md").exists()


def test_a_folder_is_searched_for_plans_only(here: Path) -> None:
    """Other YAML files, dot-folders and links are passed by; each plan is checked once."""
    (here / "docker.yaml").write_text("services: {}\n", encoding="utf-8")
    (here / ".git").mkdir()
    (here / ".git" / "plan.yaml").write_text("helaplan: 1\n", encoding="utf-8")
    (here / "under").mkdir()
    (here / "under" / "b.yml").write_text(PLAN.replace("kind: plan", "kind: plann"), encoding="utf-8")
    (here / "under" / "upp").symlink_to(here)
    done = run("check", "--format", "json", ".", cwd=here)
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert report["summary"]["files"] == 2
    assert [(each["file"], each["code"]) for each in report["findings"]] == [
        (os.path.join("under", "b.yml"), "unknown-kind")  # noqa: PTH118 - as the program prints it
    ]


def test_one_unreadable_file_does_not_stop_the_others(here: Path) -> None:
    """The worst exit code of several files counts, and all findings come."""
    (here / "b.yaml").write_text(PLAN.replace("kind: plan", "kind: plann"), encoding="utf-8")
    (here / "c.yaml").symlink_to(here / "c.yaml")
    done = run("check", "--format", "json", "b.yaml", "c.yaml", "plan.yaml", cwd=here)
    assert done.returncode == 3
    assert sorted(findings(done)) == ["link-circle", "unknown-kind"]


def test_standard_input_has_the_name_it_is_given(here: Path) -> None:
    """`-` reads standard input; an editor gives it the name of its file."""
    bad = PLAN.replace("kind: plan", "kind: plann")
    done = run("check", "-", "--format", "concise", "--stdin-filename", "min plan.yaml", cwd=here, stdin=bad)
    assert done.returncode == 1
    assert done.stdout.decode().startswith("min plan.yaml:")


def test_select_ignore_and_fail_on(here: Path) -> None:
    """Codes are picked or left out, and the severity that fails is the caller's choice."""
    (here / "plan.yaml").write_text(PLAN.replace("kind: plan", "kind: plann") + "okänd: 1\n", encoding="utf-8")
    assert findings(run("check", "--format", "json", "--select", "unknown-key", "plan.yaml", cwd=here)) == [
        "unknown-key"
    ]
    ignored = run("check", "--format", "json", "--ignore", "unknown-key,unknown-kind", "plan.yaml", cwd=here)
    assert (ignored.returncode, findings(ignored)) == (0, [])
    (here / "plan.yaml").write_text(PLAN.replace("  - id: samverkan\n    name", "  - name"), encoding="utf-8")
    assert run("check", "plan.yaml", cwd=here).returncode == 0
    assert run("check", "--fail-on", "warning", "plan.yaml", cwd=here).returncode == 1


def test_output_is_utf_8_whatever_the_console_says(here: Path) -> None:
    """A Windows console's encoding changes no byte."""
    (here / "plan.yaml").write_text(PLAN.replace("\ntitle:", "\nrubrik å:"), encoding="utf-8")
    plain = run("--lang", "sv", "check", "plan.yaml", cwd=here)
    console = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"}
    assert run("--lang", "sv", "check", "plan.yaml", cwd=here, env=console).stdout == plain.stdout
    assert "rubrik å" in plain.stdout.decode("utf-8")


def test_language_of_messages(here: Path) -> None:
    """English where the environment says so, else Swedish; `--lang` wins."""
    (here / "plan.yaml").write_text(PLAN + "okänd: 1\n", encoding="utf-8")
    texts = {
        key: run(*flags, "check", "plan.yaml", cwd=here, env=env).stdout
        for key, flags, env in (
            ("en", [], {"LC_ALL": "en_US.UTF-8"}),
            ("sv", [], {"LC_ALL": "C"}),
            ("flag", ["--lang", "en"], {"LC_ALL": "sv_SE.UTF-8"}),
        )
    }
    assert texts["en"] == texts["flag"] != texts["sv"]


def test_export_refuses_a_plan_with_errors_unless_forced(here: Path) -> None:
    """Exit 1 and no file; with `--force` what could be read is written."""
    (here / "plan.yaml").write_text(PLAN.replace('sdg: ["11"]', "sdg: [11]"), encoding="utf-8")
    done = run("export", "plan.yaml", "-o", "plan.md", cwd=here)
    assert done.returncode == 1
    assert not (here / "plan.md").exists()
    assert run("export", "plan.yaml", "-o", "plan.md", "--force", cwd=here).returncode == 0
    assert "Ge ut digitalt nyhetsbrev" in (here / "plan.md").read_text(encoding="utf-8")


def test_export_to_standard_output_and_over_an_older_export(here: Path) -> None:
    """Without -o the result is standard output; the same export twice gives the same bytes."""
    out = run("export", "plan.yaml", "--to", "json", cwd=here).stdout
    run("export", "plan.yaml", "-o", "plan.json", cwd=here)
    run("export", "plan.yaml", "-o", "plan.json", cwd=here)
    assert (here / "plan.json").read_bytes() == out
    assert json.loads(out)["title"] == "Verksamhetsplan 2025"


def test_import_writes_plan_receipt_and_schema(here: Path) -> None:
    """A document becomes a plan that check finds clean, with a receipt, and a schema that editors find."""
    (here / "plan.txt").write_text(
        "Verksamhetsplan 2025\n\nVision\nLevande bygder.\n\nAktiviteter\n\nMöten\n• Hålla minst tre möten.\n",
        encoding="utf-8",
    )
    done = run("import", "plan.txt", "-o", "ny.yaml", "--receipt", "kvitto.json", "--organisation", "Bygd", cwd=here)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout == b""
    text = (here / "ny.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=plan-1.schema.json\n")
    assert json.loads((here / "plan-1.schema.json").read_bytes())["$id"] == "urn:helaplan:schema:plan:1"
    assert json.loads((here / "kvitto.json").read_bytes())["version"] == 1
    assert run("check", "ny.yaml", cwd=here).returncode == 0
    again = run("import", "plan.txt", "-o", "ny.yaml", "--organisation", "Bygd", cwd=here)
    assert again.returncode == 2
    forced = run("import", "plan.txt", "-o", "ny.yaml", "--organisation", "Bygd", "--force", cwd=here)
    assert forced.returncode == 0
    assert (here / "ny.yaml").read_text(encoding="utf-8") == text


def test_new_gives_a_plan_that_is_clean(here: Path) -> None:
    """The starter file is a whole plan without a single finding, for any year."""
    assert run("new", "-o", "ny.yaml", "--year", "2027", cwd=here).returncode == 0
    done = run("check", "--format", "json", "ny.yaml", cwd=here)
    assert (done.returncode, findings(done)) == (0, [])


def test_a_schema_that_is_not_ours_is_left_alone(here: Path) -> None:
    """The schema beside a plan replaces an older copy of itself, and nobody else's file."""
    (here / "plan-1.schema.json").write_text("{}", encoding="utf-8")
    run("new", "-o", "ny.yaml", "--year", "2027", cwd=here)
    assert (here / "plan-1.schema.json").read_text(encoding="utf-8") == "{}"


def test_machine_answers_are_json(here: Path) -> None:
    """Every command that describes helaplan has a form for programs."""
    for arguments in (["formats"], ["plugins"], ["explain", "unknown-key"], ["explain"], ["schema"]):
        done = run(*arguments, "--json", cwd=here)
        assert done.returncode == 0
        json.loads(done.stdout)


def test_a_folder_that_cannot_be_written_leaves_the_old_file(here: Path) -> None:
    """A target that is a folder is refused with 3, and nothing is left beside it."""
    (here / "ut.json").mkdir()
    done = run("export", "plan.yaml", "-o", "ut.json", cwd=here)
    assert done.returncode == 3
    assert sorted(each.name for each in here.iterdir()) == ["plan.yaml", "ut.json"]


def test_a_pattern_that_the_shell_left_alone_is_expanded(here: Path) -> None:
    """`*.yaml` works as in a shell; one that matches nothing is a missing file by that name."""
    assert run("check", "*.yaml", cwd=here).returncode == 0
    done = run("check", "--format", "json", "*.inget", cwd=here)
    assert (done.returncode, findings(done)) == (3, ["no-such-file"])


def test_an_import_counts_in_the_singular_too(tmp_path: Path) -> None:
    """One of a thing is told as one, in both languages."""
    (tmp_path / "p.md").write_text(
        "# Verksamhetsplan 2026\n\n## Aktiviteter\n\n### Möten\n\n- Ordna ett årsmöte.\n", encoding="utf-8"
    )
    for language, told in (("sv", b"1 omr\xc3\xa5de, 1 aktivitet,"), ("en", b"1 area, 1 activity,")):
        done = run("--lang", language, "import", "p.md", "-o", f"{language}.yaml", "--yes", cwd=tmp_path)
        assert told in done.stderr
        assert done.stderr.split(b"\n")[0].endswith({"sv": "1 fråga.", "en": "1 question."}[language].encode())


def test_export_without_format_says_how_to_name_one(tmp_path: Path) -> None:
    """Neither -o nor --to: the answer is a sentence and not the name of an option."""
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    done = run("export", "plan.yaml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"--to FORMAT" in done.stderr
    assert b"helaplan formats" in done.stderr


def test_the_list_of_codes_stands_in_columns(tmp_path: Path) -> None:
    """Each sentence begins in the same column, however long the codes are."""
    lines = run("explain", cwd=tmp_path).stdout.decode().splitlines()
    columns = {len(line) - len(line.split(maxsplit=1)[1]) for line in lines}
    assert len(columns) == 1

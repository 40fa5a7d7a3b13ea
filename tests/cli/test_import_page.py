"""docs/how-to/import.md is run, one command after the other, and shows what the program says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from helaplan.cli.app import main

pytestmark = pytest.mark.checkout

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "how-to" / "import.md"
TEXT = ROOT / "examples" / "orebro-2023" / "verksamhetsplan-2023.txt"
PLANS = "# Planer 2024\n\n## Örebro län\n\n- Ge ut ett nyhetsbrev.\n\n## Skåne län\n\n- Ordna en bygdekväll.\n"


def edit(folder: Path) -> None:
    """What the board does to the document."""
    path = folder / "plan.md"
    lines = path.read_text(encoding="utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("- Driva kollektivtrafik"))
    end = next(n for n in range(start + 1, len(lines)) if not lines[n].startswith(" "))
    lines[start:end] = ["- Ordna en bygdemarknad i september."]
    text = "\n".join(lines).replace("Möjliggöra tvärpolitiska dialoger", "Möjliggöra dialoger över partigränserna")
    path.write_text(text + "\n", encoding="utf-8")


def test_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command ends well and says what the page says it says."""
    monkeypatch.chdir(tmp_path)
    source = TEXT.read_text(encoding="utf-8")
    Path("verksamhetsplan-2023.txt").write_text(source, encoding="utf-8")
    Path("verksamhetsplan-2024.txt").write_text(source.replace("2023", "2024"), encoding="utf-8")
    Path("planer.md").write_text(PLANS, encoding="utf-8")
    blocks = re.findall(
        r"^```console\n\$ helaplan (.*)\n((?:.*\n)*?)```", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(blocks) == 5
    for command, shown in blocks:
        if "--known plan.yaml -o plan.yaml" in command:
            edit(tmp_path)
        assert main(["--lang", "en", *shlex.split(command)]) == 0
        assert capsys.readouterr().err.replace("\\", "/") == shown

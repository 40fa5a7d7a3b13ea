"""The same plan gives the same bytes in every format, whatever the machine is set to."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from helaplan import Host

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "orebro-2023" / "plan.yaml"
#: Languages, places, order of sets: of what a machine is set to.
MACHINES = (
    {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "1"},
    {"LC_ALL": "sv_SE.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0"},
    {"LC_ALL": "tr_TR.UTF-8", "TZ": "America/Adak", "PYTHONHASHSEED": "77", "SOURCE_DATE_EPOCH": "1"},
)


def test_the_machine_is_not_in_the_files(tmp_path: Path) -> None:
    """Each format, each content, in processes with other languages, time zones and hash seeds: byte for byte."""
    host = Host()
    writers = [each.name for each in host.writers()]
    formats = [*writers, *(each.name for each in host.exporters())]
    contents = {"plan": formats, "summary": writers}
    made: list[dict[str, str]] = []
    for n, machine in enumerate(MACHINES):
        folder = tmp_path / f"maskin {n}"
        folder.mkdir()
        shutil.copy(EXAMPLE, folder / "plan.yaml")
        for content, names in contents.items():
            wanted = [flag for name in names for flag in ("--to", name)]
            call = [sys.executable, "-m", "helaplan", "export", "plan.yaml", *wanted]
            call += ["--content", content, "-o", f"{content}/"]
            done = subprocess.run(
                call, cwd=folder, env={**os.environ, **machine}, capture_output=True, timeout=120, check=False
            )
            assert done.returncode == 0, done.stderr.decode()
        files = sorted(each for each in folder.rglob("*") if each.is_file())
        made.append({str(each.relative_to(folder)): sha256(each.read_bytes()).hexdigest() for each in files})
    assert len(made[0]) > len(formats)
    assert made[0] == made[1] == made[2]

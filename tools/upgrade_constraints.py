"""Rewrite constraints-dev.txt from the newest versions that go together. Needs the package registry.

.venv/bin/python tools/upgrade_constraints.py
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / "constraints-dev.txt"
#: What every virtual environment brings, and what is ours.
LEFT_OUT = ("pip", "setuptools", "wheel", "helaplan")


def main() -> int:
    """Upgrade `.venv` without constraints and write down what came."""
    pip = [sys.executable, "-m", "pip"]
    upgrade = [*pip, "install", "--quiet", "--upgrade", "--upgrade-strategy", "eager"]
    subprocess.run([*upgrade, "hatchling", "editables", "-r", "requirements-dev.txt"], cwd=ROOT, check=True)
    subprocess.run([*upgrade, "--no-build-isolation", "--editable", "."], cwd=ROOT, check=True)
    frozen = subprocess.run([*pip, "list", "--format=freeze"], cwd=ROOT, check=True, capture_output=True, text=True)
    lines = [line for line in frozen.stdout.splitlines() if not line.lower().startswith(LEFT_OUT)]
    old = CONSTRAINTS.read_text(encoding="utf-8").splitlines()
    head = [line for line in old if line.startswith("#")]
    CONSTRAINTS.write_text("\n".join([*head, *sorted(lines, key=str.lower), ""]), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

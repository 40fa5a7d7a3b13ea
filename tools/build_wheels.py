"""Build the wheels of the core and every plugin into one folder, without network.

.venv/bin/python tools/build_wheels.py FOLDER
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from setup_venv import ROOT, packages


def main(argv: list[str]) -> int:
    """Build each wheel with pip; the build tools of `.venv` do the work."""
    target = Path(argv[0]).resolve()
    for folder in packages():
        command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"]
        command += ["--no-deps", "--no-build-isolation", "--wheel-dir", str(target), f"./{folder.as_posix()}"]
        subprocess.run(command, cwd=ROOT, check=True)
    for wheel in sorted(target.glob("*.whl")):
        print(wheel.name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

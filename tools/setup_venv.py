"""Make `.venv` ready: the core and every plugin as editable installs, with `--dev` also the tools for tests.

    python3 tools/setup_venv.py [--dev]

Needs nothing but Python's own library. What decides the content of `.venv` (requirements, constraints, the
pyproject files, the place of the checkout) is summed up in a stamp in it; while the stamp is true nothing is done, so
a second `make test` needs no network. A stamp over contents rather than make's time stamps: `git checkout` gives
every file a new time. The place counts because the scripts in a virtual environment hold its path.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)
#: What builds the packages. Installed first, since the packages are built without isolation (and so without network).
BUILD = ("hatchling", "editables")


def packages() -> list[Path]:
    """The folders of the core and the plugins, the core first, relative to the checkout."""
    return [Path(), *(path.parent.relative_to(ROOT) for path in sorted(ROOT.glob("plugins/*/pyproject.toml")))]


def stamp(*, dev: bool) -> str:
    """A sum over everything that decides what is installed."""
    digest = hashlib.sha256(repr((str(ROOT), sys.version_info[:2], dev)).encode())
    files = [Path("constraints-dev.txt"), Path("requirements-dev.txt"), Path("tools/setup_venv.py")]
    for path in [*files, *(folder / "pyproject.toml" for folder in packages())]:
        digest.update(f"\0{path.as_posix()}\0".encode())
        digest.update((ROOT / path).read_bytes())
    return digest.hexdigest()


def is_ready(*, dev: bool) -> bool:
    """True where `.venv` works and holds what this checkout wants; what tests need includes what a demo needs."""
    if not PYTHON.exists():
        return False
    wanted = {stamp(dev=True), stamp(dev=dev)}
    return any(path.read_text(encoding="utf-8") in wanted for path in VENV.glob(".ready-*"))


def pip(*arguments: str) -> None:
    """Run pip in `.venv` under the project's constraints."""
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "-c", "constraints-dev.txt", *arguments]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


def make_venv() -> None:
    """Create `.venv`, anew where the one that is there was made elsewhere or has a Python that is gone or too old."""
    probe = f"import sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]!r} or sys.prefix != {str(VENV)!r})"
    works = PYTHON.exists() and subprocess.run([str(PYTHON), "-c", probe], check=False).returncode == 0
    if not works:
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)


def relative_links() -> None:
    """Make the paths in the .pth files of the editable installs relative.

    Python reads these files in the encoding of the locale, and doesn't start at all where it can't: with LC_ALL=C in
    a folder with an å in its name.
    """
    for link in [*VENV.glob("lib/python*/site-packages/*.pth"), *VENV.glob("Lib/site-packages/*.pth")]:
        lines = link.read_text(encoding="utf-8").splitlines()
        made = [os.path.relpath(line, link.parent) if line.startswith(str(ROOT)) else line for line in lines]
        if made != lines:
            link.write_text("\n".join([*made, ""]), encoding="utf-8")


def compile_sources() -> None:
    """Compile the sources, as pip does for what it installs: an editable install is compiled at its first run.

    Where Python may not write then (PYTHONDONTWRITEBYTECODE, a folder of somebody else's), it would be at each.
    """
    sources = [str(ROOT / folder / "src") for folder in packages()]
    subprocess.run([str(PYTHON), "-m", "compileall", "-q", *sources], check=False)


def main(argv: list[str]) -> int:
    """Set up what is missing; 0 when `.venv` is ready, 1 when a step failed (which has said why)."""
    parser = argparse.ArgumentParser(description="Make .venv ready.")
    parser.add_argument("--dev", action="store_true", help="also the tools for tests, types, style and docs")
    dev = parser.parse_args(argv).dev
    if sys.version_info < OLDEST:
        print(f"helaplan needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}.")
        return 1
    if is_ready(dev=dev):
        compile_sources()
        return 0
    print("Setting up .venv (once; takes a minute) …", flush=True)
    try:
        make_venv()
        for old in VENV.glob(".ready-*"):
            old.unlink()
        pip(*BUILD, *(["-r", "requirements-dev.txt"] if dev else []))
        editable = [argument for folder in packages() for argument in ("--editable", f"./{folder.as_posix()}")]
        pip("--no-build-isolation", *editable)
        relative_links()
        compile_sources()
    except subprocess.CalledProcessError as error:
        print(f"Setting up .venv failed (exit {error.returncode}). Is the package registry within reach?")
        return 1
    (VENV / f".ready-{'dev' if dev else 'run'}").write_text(stamp(dev=dev), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

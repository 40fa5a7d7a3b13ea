"""Plugins of one file each, in a folder that the configuration names: for a branch without a Python packager.

Nothing is loaded unless a folder is named, and never from another one. Each file is a module of its own: it imports
what is installed, not its neighbours, since `sys.path` stays as it is. No `__pycache__` appears beside the files.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

from attrs import frozen

from helaplan.findings import Finding, Severity
from helaplan.plugins.discovery import Candidate

#: Stands where an installed plugin has its distribution: `--disable-plugin folder:<stem>`.
FOLDER = "folder"
#: The package that the modules seem to lie in, so that a file named `json.py` hides nobody's `json`.
_PACKAGE = "helaplan_folder"


@frozen(kw_only=True)
class FolderFiles:
    """The plugins of a folder sorted by name, or a finding that says why it could not be looked into."""

    candidates: tuple[Candidate, ...] = ()
    fault: Finding | None = None


def files_in(folder: Path) -> FolderFiles:
    """Every `*.py` that stands right in the folder, those whose name begins with `_` or `.` left out."""
    try:
        names = sorted(each.name for each in folder.iterdir())
    except (OSError, ValueError) as error:
        return FolderFiles(fault=_unreadable(folder, type(error).__name__))
    chosen = (folder / name for name in names if name.endswith(".py") and name[0] not in "_.")
    return FolderFiles(candidates=tuple(Candidate(name=each.stem, distribution=FOLDER, file=each) for each in chosen))


def _unreadable(folder: Path, cause: str) -> Finding:
    args = {
        "plugin": FOLDER,
        "version": "?",
        "hook": "import",
        "folder": folder.name,
        "cause": cause,
        "switch": "plugins.folder",
    }
    return Finding(code="plugin-folder-unreadable", args=args, severity=Severity.WARNING)


def module_of(file: Path) -> ModuleType:
    """Run the file as a module and return it. Raises whatever the file raises; run it guarded."""
    code = compile(file.read_bytes(), str(file), "exec", dont_inherit=True)
    name = f"{_PACKAGE}.{file.stem}"
    module = ModuleType(name)
    module.__file__ = str(file)
    # Named while it runs and after, since dataclasses and annotations look their module up by name.
    before = sys.modules.get(name)
    sys.modules[name] = module
    try:
        exec(code, module.__dict__)
    except BaseException:
        if before is None:
            del sys.modules[name]
        else:
            sys.modules[name] = before
        raise
    return module

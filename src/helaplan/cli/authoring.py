"""`helaplan plugins new`: a plugin to build on, made from the template in `templates/plugin` by copier."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import click

from helaplan import __version__
from helaplan.cli.shell import CLEAN, Shell
from helaplan.errors import PluginError, RefusedOverwrite, UnknownFormat, UnreadableSource
from helaplan.findings import Finding
from helaplan.plugins.known import COMMANDS
from helaplan.text.cli import phrase

TEMPLATE = Path(__file__).parent.parent / "templates" / "plugin"
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def run(shell: Shell, *, folder: str, kind: str | None, name: str, defaults: bool) -> int:
    """Make the plugin in a folder that is new or empty. Asks for what isn't given, unless `defaults`."""
    target = Path(folder)
    if target.exists() and not target.is_dir():
        raise RefusedOverwrite(Finding(code="not-a-folder", args={"name": folder}))
    if target.exists() and any(target.iterdir()):
        raise RefusedOverwrite(Finding(code="folder-not-empty", args={"name": folder}))
    chosen = name or target.resolve().name.removeprefix("helaplan-")
    if not is_name(chosen, _taken(shell)):
        raise UnknownFormat(Finding(code="plugin-bad-name", args={"name": chosen[:40]}))
    data: dict[str, Any] = {"name": chosen, "helaplan": ".".join(__version__.split(".")[:2])}
    if kind is not None:
        data["kind"] = kind
    _copy(target, data, defaults=defaults or not sys.stdin.isatty())
    click.echo(phrase("made-plugin", shell.language, folder=folder))
    return CLEAN


def is_name(name: str, taken: frozenset[str]) -> bool:
    """Whether a plugin can be called so: it becomes a package, an entry point and the beginning of codes."""
    return _NAME.fullmatch(name) is not None and len(name) <= 30 and name not in taken


def _taken(shell: Shell) -> frozenset[str]:
    """Names that the core has among its formats, contents and commands: a declaration of that name is never found."""
    from helaplan.plugins.host import CORE, Host

    core = Host(plugins=False)
    tables = (core.readers(), core.writers(), core.importers(), core.exporters(), core.contents())
    return frozenset({CORE, *COMMANDS, *(each.name for table in tables for each in table)})


def _copy(target: Path, data: dict[str, Any], *, defaults: bool) -> None:
    try:
        import copier  # the extra `author`; nobody else waits for it
    except ImportError:
        install = 'pip install "helaplan[author]"'
        raise PluginError(Finding(code="author-kit-missing", args={"install": install})) from None
    try:
        # Neither tasks nor extensions of a template run (`unsafe` is off), and the template is a folder of our own.
        copier.run_copy(str(TEMPLATE), target, data=data, defaults=defaults, quiet=True, skip_tasks=True, unsafe=False)
    except OSError as error:
        args = {"name": str(target), "reason": error.strerror or type(error).__name__}
        raise UnreadableSource(Finding(code="unwritable-file", args=args)) from None

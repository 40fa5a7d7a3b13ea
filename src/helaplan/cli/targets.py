"""Files that a command must not write: what it reads, and what is somebody's document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from helaplan import io
from helaplan.errors import RefusedOverwrite, UnknownFormat
from helaplan.findings import Finding
from helaplan.pipeline.exchange import file_options
from helaplan.plugins.declarations import DocumentWriter, Exporter
from helaplan.registers.filetypes import SUFFIXES


def refuse_sources(targets: Iterable[str | None], sources: Iterable[str | None]) -> None:
    """Raise RefusedOverwrite where a file that is to be written is one that is read, by whatever name or link.

    No `--force` helps: whoever names the same file twice has mistyped one of the names.
    """
    read = [each for each in sources if each and each != io.STANDARD]
    for target in targets:
        if target and target != io.STANDARD and any(_same(target, each) for each in read):
            raise RefusedOverwrite(Finding(code="output-is-source", file=target, args={"name": target}))


def option_files(options: Mapping[str, str], formats: Iterable[DocumentWriter | Exporter]) -> list[str]:
    """The files that options of these formats name: a letterhead, say."""
    names = {name for each in formats for name in file_options(each.options)}
    return [value for name, value in options.items() if name.replace("_", "-") in names]


def refuse_documents(target: str) -> None:
    """Raise UnknownFormat where a plan file would be called like a document, which no program could open then."""
    suffix = Path(target).suffix.lower()
    if target != io.STANDARD and any(suffix in each for each in SUFFIXES.values()):
        name = str(Path(target).with_suffix(".yaml"))
        raise UnknownFormat(Finding(code="plan-like-document", args={"suffix": suffix, "name": name}))


def _same(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False

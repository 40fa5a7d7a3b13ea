"""The metadata of a plugin, wherever it lies: a wheel, an sdist, a folder, or what is installed. Imports none of it."""

from __future__ import annotations

import tarfile
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from helaplan.errors import UnreadableSource
from helaplan.findings import Finding
from helaplan.plugins.fitness import Facts, from_metadata, from_project

#: Metadata is some kilobytes; an archive that claims more is none.
_LARGEST = 5_000_000
_SUFFIXES = (".whl", ".tar.gz", ".tgz", ".zip", ".toml", ".py")


def facts_of(name: str) -> Facts:
    """What a path or an installed distribution says of itself.

    Raises UnreadableSource: `no-such-file` for a path that leads nowhere, else `plugin-unreadable`.
    """
    path = Path(name)
    try:
        if name and path.is_dir():
            return _of_folder(path)
        if path.is_file():
            return _of_file(path)
    except (OSError, ValueError, EOFError, KeyError, zipfile.BadZipFile, tarfile.TarError, RuntimeError) as error:
        # Archives of all sorts break in all these ways; RuntimeError is zipfile's word for an encrypted one.
        raise _unreadable(name, type(error).__name__) from None
    if _is_path(name):
        raise UnreadableSource(Finding(code="no-such-file", args={"name": name}))
    return _of_installed(name)


def _is_path(name: str) -> bool:
    """Whether a name can be no distribution's: it has a folder before it, or ends as an archive or a project file."""
    return any(sign in name for sign in "/\\") or name.lower().endswith(_SUFFIXES)


def _unreadable(name: str, cause: str) -> UnreadableSource:
    return UnreadableSource(Finding(code="plugin-unreadable", args={"name": name, "cause": cause}))


def _of_folder(folder: Path) -> Facts:
    file = folder / "pyproject.toml"
    if not file.is_file():
        raise _unreadable(folder.name or str(folder), "pyproject.toml")
    return _of_project(file.read_bytes())


def _of_project(data: bytes) -> Facts:
    project = tomllib.loads(data.decode("utf-8")).get("project")
    if not isinstance(project, dict):
        raise ValueError("no [project]")
    return from_project(project)


def _of_file(path: Path) -> Facts:
    if path.name == "pyproject.toml":
        return _of_project(path.read_bytes())
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as zipped:
            sizes = {each.filename: each.file_size for each in zipped.infolist()}
            return _of_archive(sizes, zipped.read)
    with tarfile.open(path) as archive:
        members = {each.name: each for each in archive.getmembers() if each.isfile()}

        def read(name: str) -> bytes:
            stream = archive.extractfile(members[name])
            return stream.read() if stream else b""

        return _of_archive({name: each.size for name, each in members.items()}, read)


def _of_archive(sizes: dict[str, int], read: Callable[[str], bytes]) -> Facts:
    def text(name: str) -> str:
        if sizes[name] > _LARGEST:
            raise ValueError("too large")
        return read(name).decode("utf-8", "replace")

    names = sorted(sizes, key=lambda each: (each.count("/"), each))
    for name in names:
        place = PurePosixPath(name)
        if place.name == "METADATA" and place.parent.name.endswith(".dist-info") and len(place.parts) == 2:
            beside = str(place.parent / "entry_points.txt")
            return from_metadata(text(name), text(beside) if beside in sizes else "")
    # An sdist: what was built knows more than the project file, whose version may be made at build time.
    for name in names:
        if PurePosixPath(name).name == "PKG-INFO":
            built = from_metadata(text(name), "")
            project = str(PurePosixPath(name).with_name("pyproject.toml"))
            entries = [each for each in names if each.endswith(".egg-info/entry_points.txt")]
            if project in sizes:
                stated = _of_project(text(project).encode())
                if stated.entries:
                    return _joined(built, stated)
            return from_metadata(text(name), text(entries[0]) if entries else "")
    raise ValueError("no metadata")


def _joined(built: Facts, stated: Facts) -> Facts:
    from attrs import evolve

    entries = tuple(evolve(each, distribution=built.name, version=built.version) for each in stated.entries)
    return evolve(built, entries=entries, requires=built.requires or stated.requires)


def _of_installed(name: str) -> Facts:
    from importlib import metadata  # rarely needed, and slow to load

    try:
        found = metadata.distribution(name)
        text = found.read_text("METADATA") or found.read_text("PKG-INFO") or ""
        entries = found.read_text("entry_points.txt") or ""
    except (metadata.PackageNotFoundError, ValueError, OSError):
        raise _unreadable(name, "") from None
    return from_metadata(text, entries)

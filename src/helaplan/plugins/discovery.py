"""Which plugins are installed: entry points of the groups `helaplan.v…`, found without importing anything of them.

`importlib.metadata` costs more than a whole check, and its `entry_points()` dies of one malformed line in anybody's
distribution. So ordinary folders on `sys.path` are scanned directly, in a few milliseconds; it is asked only where
distributions may lie elsewhere (zip files, eggs, finders of other tools). Both ways share one reader of the text.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attrs import frozen

#: The version of the plugin contract that this helaplan serves.
API = "v1"
_GROUP = "helaplan."
_ENTRY_POINTS = "entry_points.txt"
_VALUE = re.compile(r"(?P<module>\w+(\.\w+)*)\s*(:\s*(?P<attribute>\w+(\.\w+)*))?\s*(\[.*\])?\s*")
_PART = re.compile(r"([0-9]+)")


@frozen(kw_only=True)
class Candidate:
    """One entry point as its distribution states it: `name = value` in the group `helaplan.<api>`.

    A plugin of one file has its `file` instead of a value.
    """

    name: str
    value: str = ""
    api: str = API
    distribution: str = ""
    version: str = ""
    file: Path | None = None

    @property
    def target(self) -> tuple[str, str] | None:
        """Module and attribute ("" for the module itself) that the value names, None where it is malformed."""
        match = _VALUE.fullmatch(self.value)
        return (match["module"], match["attribute"] or "") if match and self.name else None


def canonical(name: str) -> str:
    """The name as names are compared: lower case, runs of `-`, `_` and `.` one hyphen (as packaging does it)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def candidates(path: Sequence[str] | None = None) -> tuple[Candidate, ...]:
    """All entry points for any version of helaplan, sorted by name, then distribution.

    `path` stands for `sys.path`. A distribution found twice counts once, where Python would import it from.
    """
    places: Sequence[object] = sys.path if path is None else path  # whatever somebody put there
    folders = [each for each in places if isinstance(each, str)]
    found = _scanned(folders) if _is_plain(folders) else _asked(folders)
    unique = dict.fromkeys(found)
    return tuple(sorted(unique, key=lambda each: (canonical(each.name), canonical(each.distribution), each.api)))


def _is_plain(folders: Iterable[str]) -> bool:
    """True where every distribution lies in an ordinary folder, so that a scan sees all there are."""
    if any(hasattr(finder, "find_distributions") and not _is_standard(finder) for finder in sys.meta_path):
        return False
    return not any(folder.endswith(".egg") or _is_file(folder) for folder in folders)


def _is_file(folder: str) -> bool:
    try:
        return Path(folder).is_file()
    except (OSError, ValueError):  # a place that we may not look at, or that no file can have
        return False


def _is_standard(finder: object) -> bool:
    return getattr(finder, "__name__", "") == "PathFinder"


def _scanned(folders: Iterable[str]) -> Iterator[Candidate]:
    """Read `entry_points.txt` of each distribution in these folders; the first of a name hides later ones."""
    seen: set[str] = set()
    for folder in dict.fromkeys(each for each in folders if each):
        try:
            with os.scandir(folder) as there:
                names = [each.name for each in there if each.name.endswith((".dist-info", ".egg-info"))]
        except (OSError, ValueError):
            continue
        # The newest first: a broken upgrade leaves the folder of the old version behind.
        for name in sorted(names, key=_natural, reverse=True):
            key = canonical(name.rpartition(".")[0].partition("-")[0])
            if key not in seen:
                seen.add(key)
                yield from _of_folder(Path(folder, name))


def _natural(name: str) -> list[tuple[int, str]]:
    """Sorts `a-1.10` after `a-1.9`."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in _PART.split(name)]


def _of_folder(folder: Path) -> Iterator[Candidate]:
    text = _text(folder, _ENTRY_POINTS)
    if _GROUP in text:
        metadata = _text(folder, "METADATA") or _text(folder, "PKG-INFO")
        name, _, version = folder.name.rpartition(".")[0].partition("-")
        yield from entries_of(text, _header(metadata, "Name") or name, _header(metadata, "Version") or version)


def _text(folder: Path, name: str) -> str:
    """The text of a file in a metadata folder, "" where there is none."""
    try:
        return Path(folder, name).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _header(metadata: str, key: str) -> str:
    match = re.search(rf"^{key}:(.*)$", metadata.partition("\n\n")[0], re.MULTILINE | re.IGNORECASE)
    return match[1].strip() if match else ""


def _asked(folders: Sequence[str]) -> Iterator[Candidate]:
    """What importlib.metadata knows: zip files, eggs and the finders of other tools too."""
    from importlib import metadata  # costs more than the scan, and is rarely needed

    seen: set[str] = set()
    for distribution in metadata.distributions(path=list(folders)):
        try:
            name, version = distribution.metadata["Name"] or "", distribution.version or ""
            text = distribution.read_text(_ENTRY_POINTS) or ""
        except Exception:  # metadata of somebody else's package may be broken in any way; it is no plugin then
            continue
        if canonical(name) not in seen:
            seen.add(canonical(name))
            yield from entries_of(text, name, version)


def entries_of(text: str, distribution: str, version: str) -> Iterator[Candidate]:
    """The entry points of our groups. A line without `=` gives one without value, which is malformed."""
    group = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            group = line.strip("[]").strip()
        elif line and line[0] not in "#;" and group.startswith(_GROUP + "v"):
            name, _, value = (part.strip() for part in line.partition("="))
            api = group.removeprefix(_GROUP)
            yield Candidate(name=name, value=value, api=api, distribution=distribution, version=version)

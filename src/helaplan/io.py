"""The only place that opens files. Everything that can go wrong with one is a finding."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from unicodedata import normalize

from attrs import frozen

from helaplan.errors import RefusedOverwrite, UnreadableSource
from helaplan.findings import Arg, Finding

#: Standard input and output on the command line.
STANDARD = "-"

SUFFIXES = (".yaml", ".yml")

#: Names of files that may hold settings; of two in one folder the first counts.
SETTINGS = ("helaplan.toml", "pyproject.toml")

# A plan file among other YAML files: a `helaplan:` key at the top, quoted or not, in block or flow style.
_IS_PLAN = re.compile(rb"""^(?:\xef\xbb\xbf)?[{ ]*["']?helaplan["']?[ \t]*:""", re.MULTILINE)


def read_bytes(path: Path | str) -> bytes:
    """The bytes of a file, `-` for standard input. Raises UnreadableSource, whose finding says what is in the way."""
    if str(path) == STANDARD:
        return sys.stdin.buffer.read()
    try:
        # Nearly every name is spelled as on the disk, and making a path of it takes as long as reading the file.
        with suppress(OSError, ValueError), open(path, "rb") as stream:  # noqa: PTH123
            return stream.read()
        return _existing(Path(path)).read_bytes()
    except (OSError, ValueError) as error:
        raise UnreadableSource(_finding(path, error)) from None


def _existing(path: Path) -> Path:
    """The path as the disk spells it: names typed on one system and copied from another may be composed or not."""
    if not is_there(path):
        for form in ("NFC", "NFD"):
            other = Path(normalize(form, str(path)))
            if is_there(other):
                return other
    return path


def _finding(path: Path | str, error: Exception) -> Finding:
    name = str(path)
    codes = {
        errno.ENOENT: "no-such-file",
        errno.ENOTDIR: "no-such-file",
        errno.EISDIR: "is-a-folder",
        errno.ELOOP: "link-circle",
        errno.ENAMETOOLONG: "name-too-long",
        errno.ENOSPC: "disk-full",
        errno.EDQUOT: "disk-full",
    }
    number = getattr(error, "errno", None)
    # Windows says "permission denied" where a folder is opened like a file.
    code = "is-a-folder" if is_folder(name) else codes.get(number or 0, "unreadable-file")
    args: dict[str, Arg] = {"name": name}
    # The system's own words are English; where they only repeat the hint they are left out.
    if code == "unreadable-file" and number not in (errno.EACCES, errno.EPERM, errno.EROFS):
        args["reason"] = os.strerror(number) if number else type(error).__name__
    return Finding(code=code, file=name, args=args)


def is_folder(path: Path | str) -> bool:
    """Whether there is a folder of this name, also where the name is one that no disk takes (`Path.is_dir` raises)."""
    with suppress(OSError, ValueError):
        return Path(path).is_dir()
    return False


def is_there(path: Path | str) -> bool:
    """Whether there is anything of this name; as `is_folder`."""
    with suppress(OSError, ValueError):
        return Path(path).exists()
    return False


@frozen(eq=False, repr=False)
class Named:
    """A file that may be meant: its name, and whether somebody named it (else it was met in a folder)."""

    name: str
    asked: bool = True


def plan_names(names: Iterable[str]) -> Iterator[Named]:
    """Every file that may be meant, in order, unread.

    A folder is searched for `*.yaml` and `*.yml`, dot-folders and `node_modules` skipped, links not followed. A
    pattern such as `*.yaml` that the shell left alone is expanded.
    """
    for name in names:
        if name != STANDARD and is_folder(name) and not _is_circle(name):
            yield from _in_folder(name)
        else:
            yield from map(Named, _expanded(name))


def open_named(named: Named) -> bytes | Finding | None:
    """The bytes of such a file; a finding where it can't be read; None for a file in a folder that is no plan file.

    A plan file has a `helaplan:` key; a file that somebody named is one in any case.
    """
    try:
        data = read_bytes(named.name)
    except UnreadableSource as error:
        return error.findings[0]
    return data if named.asked or _IS_PLAN.search(data) else None


def _is_circle(name: str) -> bool:
    try:
        Path(name).stat()
    except OSError as error:
        return error.errno == errno.ELOOP
    return False


def _expanded(name: str) -> list[str]:
    if any(each in name for each in "*?[") and not is_there(name):
        folder = Path(Path(name).anchor or ".")
        pattern = str(Path(name).relative_to(folder)) if Path(name).is_absolute() else name
        with suppress(ValueError, NotImplementedError, IndexError):
            return sorted(str(each) for each in folder.glob(pattern)) or [name]
    return [name]


def _in_folder(name: str) -> Iterator[Named]:
    for folder, below, files in os.walk(name):
        below[:] = sorted(each for each in below if not each.startswith(".") and each != "node_modules")
        for file in sorted(files):
            path = Path(folder, file)
            if path.suffix.lower() in SUFFIXES and not path.is_symlink():
                yield Named(str(path), asked=False)


def settings_files(folder: Path) -> Iterator[Path]:
    """Files that may hold settings, from a folder upwards, the nearest first."""
    for each in (folder, *folder.parents):
        for name in SETTINGS:
            if (each / name).is_file():
                yield each / name


def write_bytes(path: Path | str, data: bytes, *, replace: bool) -> None:
    """Write a file whole or not at all: a temporary file beside it takes its place at the end.

    `-` is standard output. A device or pipe (`/dev/stdout`) is written into. Raises RefusedOverwrite where the file
    exists and `replace` is false, UnreadableSource where it can't be written; the old file then still stands.
    """
    if str(path) == STANDARD:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    check_target(path, replace=replace)
    target = Path(path)
    try:
        if _is_device(target):
            with target.open("wb") as stream:
                stream.write(data)
        else:
            # realpath, since resolve() raises a RuntimeError for a circle of links.
            _replace(Path(os.path.realpath(target)) if target.is_symlink() else target, data)
    except OSError as error:
        check_folder(path)
        found = _finding(path, error)
        code = "unwritable-file" if found.code == "unreadable-file" else found.code
        raise UnreadableSource(Finding(code=code, file=found.file, args=found.args)) from None


def check_target(path: Path | str, *, replace: bool) -> None:
    """Nothing, where a file of this name may be written, as far as can be told before the work.

    Raises RefusedOverwrite where it exists and `replace` is false, UnreadableSource for a folder, a circle of links
    and a folder that is missing.
    """
    if str(path) == STANDARD:
        return
    check_folder(path)
    if not os.access(Path(path).parent, os.W_OK) and not _is_device(Path(path)):
        raise UnreadableSource(Finding(code="unwritable-file", file=str(path), args={"name": str(path)}))
    try:
        there = Path(path).stat()
    except FileNotFoundError:
        if replace or not Path(path).is_symlink():
            return
        there = None
    except OSError as error:
        raise UnreadableSource(_finding(path, error)) from None
    if there is not None and stat.S_ISDIR(there.st_mode):
        raise UnreadableSource(_finding(path, IsADirectoryError(errno.EISDIR, "")))
    if not replace and (there is None or stat.S_ISREG(there.st_mode)):
        raise RefusedOverwrite(Finding(code="refused-overwrite", file=str(path), args={"name": str(path)}))


def _is_device(path: Path) -> bool:
    """Whether something stands here that is neither file nor folder: it is written into, never replaced."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def check_folder(path: Path | str) -> None:
    """Nothing, where a file of this name could stand. Raises UnreadableSource where the folder for it is missing."""
    folder = Path(path).parent
    if str(path) != STANDARD and not is_folder(folder):
        raise UnreadableSource(Finding(code="no-such-folder", file=str(path), args={"name": str(folder)}))


def make_folder(path: Path | str) -> None:
    """A folder, with those above it, where there is none. Raises UnreadableSource where a file stands in its place."""
    try:
        Path(path).mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise UnreadableSource(Finding(code="not-a-folder", file=str(path), args={"name": str(path)})) from None
    except OSError as error:
        found = _finding(path, error)
        code = "unwritable-file" if found.code == "unreadable-file" else found.code
        raise UnreadableSource(Finding(code=code, file=found.file, args=found.args)) from None


def _replace(target: Path, data: bytes) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    import tempfile  # with all that it brings, too much for a command that only reads

    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        # mkstemp makes a file for its owner alone; a plan is for everybody whom the folder is for.
        temporary.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask

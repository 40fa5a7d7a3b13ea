"""A note of files that had no finding: a file with the same bytes, settings and helaplan needs no second look.

One flat file of digests in the user's cache folder. Looking it up is cheaper than importing a YAML reader. Only
verdicts that the core reached alone are noted, since a plugin may change its mind.
"""

from __future__ import annotations

import os
import sys
from hashlib import blake2b
from pathlib import Path

from helaplan import __version__
from helaplan.cli.choice import Choice

#: Bytes of a digest. Sixteen make two files of one digest less likely than a cosmic ray in the answer.
SIZE = 16
#: Digests that are kept at most; then the older half goes.
MOST = 200_000


def folder() -> Path:
    """The folder for things that may be lost, by each system's custom."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home())
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "helaplan"


class KnownGood:
    """The digests of good files. Safe with several processes: new ones are only ever appended, whole."""

    def __init__(self, path: Path, digests: set[bytes]) -> None:
        self._path = path
        self._digests = digests
        self._new: list[bytes] = []
        self._salts: dict[str, bytes] = {}

    @classmethod
    def open(cls) -> KnownGood:
        """The note as it is now; an empty one where there is none or it can't be read."""
        path = folder() / "known-good"
        try:
            data = path.read_bytes()
        except OSError:
            data = b""
        return cls(path, {data[at : at + SIZE] for at in range(0, len(data) - SIZE + 1, SIZE)})

    def key(self, data: bytes, name: str, choice: Choice) -> bytes:
        """The digest of a file's bytes with all else that its verdict hangs on."""
        if choice.file not in self._salts:
            self._salts[choice.file] = blake2b(
                repr((__version__, _stamp(), choice.settings, choice.asked)).encode(), digest_size=SIZE
            ).digest()
        # Settings may treat one file otherwise than its neighbour.
        place = name.encode("utf-8", "surrogateescape") if choice.settings is not None else b""
        return blake2b(
            data, digest_size=SIZE, key=self._salts[choice.file] + blake2b(place, digest_size=SIZE).digest()
        ).digest()

    def __contains__(self, key: bytes) -> bool:
        return key in self._digests

    def add(self, key: bytes) -> None:
        """Note a good file."""
        self._digests.add(key)
        self._new.append(key)

    def save(self) -> None:
        """Append what is new. Where that can't be done, the next run just looks again."""
        if not self._new:
            return
        new, self._new = b"".join(self._new), []
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if self._path.exists() and self._path.stat().st_size > MOST * SIZE:
                self._shorten()
            # One write in append mode stands whole beside those of other processes.
            handle = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
            try:
                os.write(handle, new)
            finally:
                os.close(handle)
        except OSError:
            return

    def _shorten(self) -> None:
        data = self._path.read_bytes()
        kept = data[len(data) // SIZE // 2 * SIZE :]
        temporary = self._path.with_name(f"known-good.{os.getpid()}.tmp")
        temporary.write_bytes(kept[: len(kept) // SIZE * SIZE])
        temporary.replace(self._path)


def _stamp() -> str:
    """What tells one helaplan from another of the same version: while it is being worked on, its files change."""
    source = Path(__file__).parents[1]
    if "site-packages" in source.parts or "dist-packages" in source.parts:
        return ""
    return str(max(each.stat().st_mtime_ns for each in source.rglob("*.py")))

"""Sees what a call does beside: files it opens, connections it makes, programs it starts."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_LOGS: list[list[str]] = []
_installed = False
_ASKED = (
    *("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "subprocess.Popen", "os.system"),
    *("os.exec", "os.posix_spawn", "os.fork", "os.startfile", "os.remove", "os.rename", "os.mkdir", "shutil.rmtree"),
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND
#: What libraries read that is nobody's data.
_SYSTEM = ("/usr/share/zoneinfo", "/dev/null", "/dev/urandom", os.devnull)


@contextmanager
def watched() -> Iterator[list[str]]:
    """A list that gets a line for each reach outside: a file that is no part of an installed package, a connection."""
    global _installed
    if not _installed:
        sys.addaudithook(_hear)  # it can't be taken away again, so there is one
        _installed = True
    log: list[str] = []
    _LOGS.append(log)
    try:
        yield log
    finally:
        _LOGS.remove(log)


def _hear(event: str, args: tuple[Any, ...]) -> None:
    if not _LOGS:
        return
    if event == "open":
        path, _, flags = args
        if isinstance(path, str | bytes) and not _is_of_a_package(os.fsdecode(path), int(flags or 0)):
            _note(f"open {os.fsdecode(path)}")
    elif event in _ASKED:
        _note(event)


def _note(line: str) -> None:
    for log in _LOGS:
        log.append(line)


def _is_of_a_package(path: str, flags: int) -> bool:
    """True for what Python and packages read of themselves: code, tables, time zones. Never for writing."""
    if flags & _WRITING:
        # Python keeps compiled modules beside the code.
        return f"{os.sep}__pycache__{os.sep}" in path or path == os.devnull
    if path.startswith("<") and path.endswith(">"):
        return True  # code without a file, whose lines Python 3.13 looks for when it makes a traceback
    full = os.path.abspath(path)  # noqa: PTH100  # resolve() asks the disk, and so would be heard here again
    homes = [sys.prefix, sys.base_prefix, *_SYSTEM]
    for module in list(sys.modules.values()):
        # Packages only: the folder of a single module may be anybody's, such as that of the tests.
        with_path = _own(module).get("__path__")
        homes += [each for each in with_path if isinstance(each, str)] if isinstance(with_path, list) else []
    return full.endswith((".py", ".pyc")) or any(full == home or full.startswith(home + os.sep) for home in homes)


def _own(module: object) -> dict[str, Any]:
    """What stands in a module itself. A `__getattr__` of the module's own may import or raise, which would end up in
    whoever opens the file that is being heard of.
    """
    found: dict[str, Any] = object.__getattribute__(module, "__dict__") if isinstance(module, ModuleType) else {}
    return found

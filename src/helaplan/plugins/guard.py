"""How code of a plugin is run: whatever it raises is caught, what it prints is kept, what it changes is put back."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Generic, TypeVar

from attrs import frozen

from helaplan.plugins import state

T = TypeVar("T")
_KEPT = 20_000  # bytes of a plugin's output kept for --debug
_LONGEST = 160  # characters of a cause
_FOLDERS = re.compile(r"(?:[A-Za-z]:)?(?:[\\/][^\\/\s'\":]+)+[\\/]")


@frozen(kw_only=True)
class Outcome(Generic[T]):
    """What became of a guarded call: its value or its error, and what it did beside."""

    value: T | None = None
    error: BaseException | None = None
    output: str = ""
    lines: int = 0
    changed: tuple[str, ...] = ()
    seconds: float = 0.0


class _Sink:
    """What was printed: the number of lines, and the beginning of it."""

    def __init__(self) -> None:
        self.lines = 0
        self.kept = bytearray()

    def take(self, data: bytes) -> None:
        self.lines += data.count(b"\n")
        self.kept += data[: max(0, _KEPT - len(self.kept))]


class _Inlet(io.RawIOBase):
    """A way into a sink. It may be closed without closing the sink."""

    def __init__(self, sink: _Sink) -> None:
        self._sink = sink

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        taken = bytes(data)
        self._sink.take(taken)
        return len(taken)


@frozen(kw_only=True)
class Guard:
    """Runs calls of plugin code.

    `descriptors` also turns file descriptor 1 away, which `print` to `sys.__stdout__`, C libraries and child
    processes write to; only for a process of our own, such as the command line. `clock` gives seconds.
    """

    descriptors: bool = False
    clock: Callable[[], float] | None = None

    def run(self, call: Callable[[], T]) -> Outcome[T]:
        """Call it. Everything it raises becomes `error`, except KeyboardInterrupt, which is the user's."""
        value: T | None = None
        error: BaseException | None = None
        sink = _Sink()
        before = state.look()
        start = self.clock() if self.clock else 0.0
        changed: list[str] = []
        try:
            with _streams(sink, changed), _descriptor_1(self.descriptors):
                value = call()
        except KeyboardInterrupt:
            raise
        except BaseException as raised:  # SystemExit and home-made ones too: a plugin may raise anything
            error = raised
        finally:
            changed += state.restore(before)
        return Outcome(
            value=value,
            error=error,
            output=sink.kept.decode("utf-8", "replace"),
            lines=sink.lines,
            changed=tuple(changed),
            seconds=self.clock() - start if self.clock else 0.0,
        )


def _stream(sink: _Sink) -> io.TextIOWrapper:
    # A raw stream is no BufferedIOBase, but what a text layer that writes through asks of it, it has.
    inlet: Any = _Inlet(sink)
    return io.TextIOWrapper(inlet, encoding="utf-8", errors="backslashreplace", write_through=True)


@contextmanager
def _streams(sink: _Sink, changed: list[str]) -> Iterator[None]:
    """Turn `sys.stdout` and `sys.stderr` into the sink; note where somebody left others in their place."""
    saved = sys.stdout, sys.stderr
    # One stream for each: a plugin that closes or detaches one must not take the other with it.
    ours = _stream(sink), _stream(sink)
    sys.stdout, sys.stderr = ours
    try:
        yield
    finally:
        if (sys.stdout, sys.stderr) != ours:
            changed.append("sys.stdout")
        sys.stdout, sys.stderr = saved
        for stream in ours:
            with suppress(Exception):
                stream.flush()


@contextmanager
def _descriptor_1(wanted: bool) -> Iterator[None]:
    """Let file descriptor 1 lead to standard error for a while."""
    saved = None
    if wanted:
        with suppress(OSError, ValueError, AttributeError):
            sys.__stdout__.flush()  # type: ignore[union-attr]  # None without a console: the suppressed AttributeError
            saved = os.dup(1)
            os.dup2(2, 1)
    try:
        yield
    finally:
        if saved is not None:
            with suppress(OSError, ValueError, AttributeError):
                sys.__stdout__.flush()  # type: ignore[union-attr]
            os.dup2(saved, 1)
            os.close(saved)


def cause_of(error: BaseException) -> str:
    """Type and words of an error that no plan's content can be in, in one short line without folders."""
    words = _FOLDERS.sub("", " ".join(_words(error).split()))
    text = f"{type(error).__name__}: {words}" if words else type(error).__name__
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def place_of(error: BaseException) -> str:
    """Type of an error and the module and line it came from. Not its words: they may quote what was read."""
    step = error.__traceback__
    place = ""
    while step is not None:
        module = str(step.tb_frame.f_globals.get("__name__", "?"))
        if module.partition(".")[0] not in sys.stdlib_module_names:  # the library's line says less than its caller's
            place = f" ({module}:{step.tb_lineno})"
        step = step.tb_next
    return type(error).__name__ + place


def traceback_of(error: BaseException) -> str:
    """The whole traceback as text, for `--debug`."""
    import traceback  # only where something failed and somebody wants to see it

    try:
        return "".join(traceback.format_exception(error))
    except Exception:  # an exception that cannot even be shown
        return place_of(error) + "\n"


def _words(error: BaseException) -> str:
    try:
        return str(error)
    except KeyboardInterrupt:
        raise
    except BaseException:  # its own __str__ is the plugin's code too
        return ""

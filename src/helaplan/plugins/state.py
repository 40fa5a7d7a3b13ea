"""The state of the process that the core relies on and a careless plugin changes: looked at before, put back after."""

from __future__ import annotations

import decimal
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
from attrs import frozen

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGPIPE") if hasattr(signal, name))


@frozen
class _Part:
    """One piece of state: what people call it, how to look at it, how to put it back."""

    name: str
    look: Callable[[], Any]
    restore: Callable[[Any], object]


def _locale() -> Any:
    import locale  # only where plugins run

    return locale.setlocale(locale.LC_ALL)


def _restore_locale(value: Any) -> None:
    import locale

    locale.setlocale(locale.LC_ALL, value)


def _restore_filters(value: Any) -> None:
    # simplefilter tells the C side that the list changed; assigning alone would leave its cache as it was.
    warnings.simplefilter("default")
    warnings.filters[:] = value  # type: ignore[index]  # typeshed calls it a Sequence; the module documents a list


def _folder() -> str:
    try:
        return str(Path.cwd())
    except OSError:
        return ""


def _restore_folder(value: str) -> None:
    if value:
        os.chdir(value)


def _signals() -> Any:
    return tuple((number, signal.getsignal(number)) for number in _SIGNALS)


def _restore_signals(value: Any) -> None:
    if threading.current_thread() is threading.main_thread():
        for number, handler in value:
            if handler is not None and signal.getsignal(number) is not handler:
                signal.signal(number, handler)


def _restore_path(value: list[str]) -> None:
    # A folder of libraries that the plugin brings may stay, behind ours: it needs it later, and hides nothing there.
    sys.path[:] = [*value, *(each for each in sys.path if each not in value)]


def _decimals() -> Any:
    context = decimal.getcontext()
    return (context.prec, context.rounding, context.Emin, context.Emax, context.capitals, context.clamp)


def _restore_decimals(value: Any) -> None:
    context = decimal.getcontext()
    context.prec, context.rounding, context.Emin, context.Emax, context.capitals, context.clamp = value


def _logging() -> ModuleType | None:
    return sys.modules.get("logging")


def _loggers() -> Any:
    logging = _logging()
    if logging is None:
        return ([], 30, 0)  # what logging begins with: no handlers, WARNING, nothing disabled
    return (list(logging.root.handlers), logging.root.level, logging.root.manager.disable)


def _restore_loggers(value: Any) -> None:
    logging = _logging()
    if logging is not None:
        logging.root.handlers[:], level, disabled = value
        logging.root.setLevel(level)
        logging.disable(disabled)


_PARTS = (
    _Part("locale", _locale, _restore_locale),
    _Part("warnings.filters", lambda: list(warnings.filters), _restore_filters),
    _Part("warnings.showwarning", lambda: warnings.showwarning, lambda value: setattr(warnings, "showwarning", value)),
    _Part("recursion limit", sys.getrecursionlimit, sys.setrecursionlimit),
    _Part("int digits limit", sys.get_int_max_str_digits, sys.set_int_max_str_digits),
    _Part("working directory", _folder, _restore_folder),
    _Part("signal handlers", _signals, _restore_signals),
    _Part("sys.path", lambda: list(sys.path), _restore_path),
    _Part("sys.excepthook", lambda: sys.excepthook, lambda value: setattr(sys, "excepthook", value)),
    _Part("decimal context", _decimals, _restore_decimals),
    _Part("root logger", _loggers, _restore_loggers),
    _Part("attrs validators", attrs.validators.get_disabled, attrs.validators.set_disabled),
)


def look() -> tuple[Any, ...]:
    """The state as it is now, for `restore`."""
    return tuple(part.look() for part in _PARTS)


def restore(before: tuple[Any, ...]) -> tuple[str, ...]:
    """Put back what is no longer as it was; the names of what was changed."""
    changed = []
    for part, value in zip(_PARTS, before, strict=True):
        if part.look() != value:
            part.restore(value)
            changed.append(part.name)
    return tuple(changed)

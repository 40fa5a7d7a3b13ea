"""What makes values equal, for all classes whose objects are their values.

attrs writes these methods for each class anew and compiles them at import, which took a tenth of the time of a whole
check. They say the same here, once.
"""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import Any


class Value:
    """The base of a frozen attrs class made with `eq=False, repr=False`: equal to another of its class and values."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return bool(_values(self) == _values(other))

    def __hash__(self) -> int:
        return hash((self.__class__, _values(self)))

    def __repr__(self) -> str:
        return _shown(self)


def _values(value: Any) -> Any:
    return _compared(value.__class__)(value)


def _shown(value: Any) -> str:
    shown = ", ".join(f"{each.name}={getattr(value, each.name)!r}" for each in value.__attrs_attrs__ if each.repr)
    return f"{value.__class__.__qualname__}({shown})"


@cache
def _compared(cls: Any) -> attrgetter[Any]:
    return attrgetter(*(each.name for each in cls.__attrs_attrs__ if each.eq))

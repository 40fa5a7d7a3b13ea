"""Values say what attrs would have written for each class."""

from __future__ import annotations

from typing import Any

import attrs
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from helaplan.findings import Position, Span
from helaplan.values import Value


@frozen(kw_only=True, eq=False, repr=False)
class Ours(Value):
    """A class with fields of each kind."""

    name: str = ""
    parts: tuple[Any, ...] = ()
    aside: str = field(default="", eq=False)
    hidden: str = field(default="", repr=False)


@frozen(kw_only=True)
class Theirs:
    """The same, written by attrs."""

    name: str = ""
    parts: tuple[Any, ...] = ()
    aside: str = field(default="", eq=False)
    hidden: str = field(default="", repr=False)


VALUES = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["", "a"]),
        "parts": st.lists(st.integers(0, 1), max_size=2).map(tuple),
        "aside": st.sampled_from(["", "b"]),
        "hidden": st.sampled_from(["", "c"]),
    }
)


@given(VALUES, VALUES)
def test_values_are_equal_as_those_of_attrs(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Equal where attrs says so, with equal hashes, and shown alike."""
    assert (Ours(**one) == Ours(**other)) is (Theirs(**one) == Theirs(**other))
    if Ours(**one) == Ours(**other):
        assert hash(Ours(**one)) == hash(Ours(**other))
    assert repr(Ours(**one)).removeprefix("Ours") == repr(Theirs(**one)).removeprefix("Theirs")


def test_a_value_equals_no_other_class() -> None:
    """Neither a class above nor one with the same fields."""

    @frozen(kw_only=True, eq=False, repr=False)
    class More(Ours):
        """A class below, with no field of its own."""

    assert Ours() != More()
    assert Ours() != Theirs()
    assert More() == More()


def test_values_copy_and_evolve() -> None:
    """As any attrs class: a changed copy differs, an unchanged one doesn't."""
    span = Span(Position(1, 2), Position(3, 4))
    assert attrs.evolve(span) == span
    assert attrs.evolve(span, end=Position(3, 5)) != span
    assert len({span, attrs.evolve(span)}) == 1

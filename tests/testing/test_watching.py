"""What the kit hears of a call: files of nobody's package, and never by running code of a module that is in memory."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from helaplan.testing.watching import watched


class _Answering(ModuleType):
    """A module that makes every name when it is asked for, as some packages do, and fails at it."""

    def __getattr__(self, name: str) -> object:
        raise ImportError(name)


def test_a_file_of_nobody_is_heard(tmp_path: Path) -> None:
    """Reading a file that no package owns gives a line with its name."""
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    with watched() as log:
        (tmp_path / "a.txt").read_bytes()
    assert log == [f"open {tmp_path / 'a.txt'}"]


def test_a_file_of_a_package_is_not() -> None:
    """What a package reads of itself is nobody's data."""
    with watched() as log:
        Path(json.__file__).read_bytes()
    assert log == []


def test_modules_that_answer_anything_do_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module in memory whose own `__getattr__` raises ends no reading of a file; nor does one that is no module."""
    monkeypatch.setitem(sys.modules, "zz_answering", _Answering("zz_answering"))
    monkeypatch.setitem(sys.modules, "zz_nothing", None)  # as importers mark what is not there
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    with watched() as log:
        assert (tmp_path / "a.txt").read_bytes() == b"a"
    assert len(log) == 1

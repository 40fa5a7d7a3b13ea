"""A file is written whole or not at all, whatever comes between."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from helaplan import io
from helaplan.errors import RefusedOverwrite, UnreadableSource

OLD, NEW = b"the old file", b"the new file" * 1000


class Struck(BaseException):
    """What nobody catches, such as Ctrl-C."""


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(each.name for each in folder.iterdir())


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
@pytest.mark.parametrize("there", [True, False])
def test_a_full_disk_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, there: bool
) -> None:
    """Wherever the disk gives up: the old file as it was, nothing beside it, and a finding that names the file."""
    target = tmp_path / "plan.pdf"
    if there:
        target.write_bytes(OLD)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os if step == "fsync" else Path, step, full)
    with pytest.raises(UnreadableSource) as caught:
        io.write_bytes(target, NEW, replace=True)
    assert [(each.code, each.file) for each in caught.value.findings] == [("disk-full", str(target))]
    assert names(tmp_path) == (["plan.pdf"] if there else [])
    assert not there or target.read_bytes() == OLD


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_an_interruption_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Ctrl-C in the middle goes on its way and leaves nothing half written."""
    target = tmp_path / "plan.pdf"
    target.write_bytes(OLD)

    def struck(*_: object, **__: object) -> None:
        raise Struck

    monkeypatch.setattr(os if step == "fsync" else Path, step, struck)
    with pytest.raises(Struck):
        io.write_bytes(target, NEW, replace=True)
    assert (names(tmp_path), target.read_bytes()) == (["plan.pdf"], OLD)


def test_who_may_read_stays(tmp_path: Path) -> None:
    """A file that is replaced keeps its rights; a link keeps pointing; what exists is refused where it is to stay."""
    target, link = tmp_path / "plan.pdf", tmp_path / "länk.pdf"
    target.write_bytes(OLD)
    target.chmod(0o640)
    link.symlink_to(target)
    io.write_bytes(link, NEW, replace=True)
    assert link.is_symlink()
    assert target.read_bytes() == NEW
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    with pytest.raises(RefusedOverwrite):
        io.write_bytes(target, OLD, replace=False)
    assert target.read_bytes() == NEW

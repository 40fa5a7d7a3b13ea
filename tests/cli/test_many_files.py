"""`check` over many files: the order of findings, two processes at once, one note of good files, Ctrl-C, memory."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from helaplan.text.starter import starter

GOOD = starter(2025)
BAD = GOOD.replace("\ntitle:", "\ntitel:", 1)
ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc and sends signals to a group")


def command(*arguments: str | Path) -> list[str]:
    """The program as a process of its own, in English."""
    return [sys.executable, "-m", "helaplan", "--lang", "en", "check", *map(str, arguments)]


def run(*arguments: str | Path, cache: Path) -> subprocess.CompletedProcess[bytes]:
    """Run it, with the note of good files in a folder of its own."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    return subprocess.run(command(*arguments), capture_output=True, env=environment, timeout=120, check=False)


def write(folder: Path, count: int, bad: int = 0) -> Path:
    """So many plans, each with an id of its own; every `bad`-th has a fault."""
    folder.mkdir(exist_ok=True)
    for number in range(count):
        text = BAD if bad and number % bad == 0 else GOOD
        (folder / f"p{number:04}.yaml").write_text(text.replace("\nid: ", f"\nid: n{number}-", 1), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hundred and twenty plans, enough to be spread over processes; each third is faulty."""
    return write(tmp_path_factory.mktemp("många") / "planer", 120, bad=3)


@pytest.mark.parametrize("form", ["full", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown"])
def test_processes_change_nothing(plans: Path, tmp_path: Path, form: str) -> None:
    """Two processes say what one says, byte for byte and in the order of the files' paths."""
    alone = run("--jobs", "1", "--no-cache", "--format", form, plans, cache=tmp_path)
    spread = run("--jobs", "2", "--no-cache", "--format", form, plans, cache=tmp_path)
    assert (spread.returncode, spread.stdout, spread.stderr) == (alone.returncode, alone.stdout, alone.stderr)
    assert alone.returncode == 1
    places = [alone.stdout.find(f"p{number:04}.yaml".encode()) for number in range(0, 120, 3)]
    assert -1 not in places
    assert places == sorted(places)


def test_runs_beside_each_other_share_one_note(plans: Path, tmp_path: Path) -> None:
    """Four at once over the same files: each says the same, and no digest in their note is torn."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    arguments = command("--jobs", "2", "--format", "concise", plans)
    started = [subprocess.Popen(arguments, stdout=subprocess.PIPE, env=environment) for _ in range(4)]
    said = {each.communicate(timeout=120)[0] for each in started}
    assert said == {run("--no-cache", "--format", "concise", plans, cache=tmp_path).stdout}
    note = (tmp_path / "helaplan" / "known-good").read_bytes()
    digests = [note[at : at + 16] for at in range(0, len(note), 16)]
    assert {len(each) for each in digests} == {16}
    assert len(set(digests)) == 80


def test_a_known_file_that_changes_is_looked_at_again(tmp_path: Path) -> None:
    """By its bytes, not by its name or time; and a note that is damaged costs a second look, no wrong answer."""
    folder, cache = write(tmp_path / "planer", 3), tmp_path / "cache"
    assert run(folder, cache=cache).returncode == 0
    changed = folder / "p0001.yaml"
    times = (changed.stat().st_atime, changed.stat().st_mtime)
    changed.write_text(BAD, encoding="utf-8")
    os.utime(changed, times)
    assert run(folder, cache=cache).returncode == 1
    (cache / "helaplan" / "known-good").write_bytes(b"\xff" * 37)
    assert run(folder, cache=cache).returncode == 1
    changed.write_text(GOOD, encoding="utf-8")
    assert run(folder, cache=cache).returncode == 0


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def workers(pid: int, jobs: int) -> list[int]:
    """The processes that look at the files: one of several is started by the first, one alone is that itself."""
    return children(pid) if jobs > 1 else [pid]


def explains(pid: int) -> bool:
    """Whether a process has met a faulty file: what explains faults, a parser in C among it, is loaded then."""
    try:
        return "_yaml" in Path(f"/proc/{pid}/maps").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False


def group(leader: int) -> Iterator[int]:
    """The processes of a group that still run."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, _, of_group = (folder / "stat").read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(of_group) == leader and state != "Z":
            yield int(folder.name)


@ON_LINUX
@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_ends_everything(tmp_path: Path, jobs: int) -> None:
    """130, one line, no traceback, nothing half printed, and no process that goes on by itself."""
    folder = write(tmp_path / "planer", 3000, bad=2)
    arguments = command("--jobs", str(jobs), "--no-cache", "--format", "json", folder)
    process = subprocess.Popen(
        arguments,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # A shell that runs the tests in the background has told them, and all they start, to ignore it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        # Until all are at work: before, Python itself answers to Ctrl-C.
        until = time.monotonic() + 60
        while sum(map(explains, workers(process.pid, jobs))) < jobs and time.monotonic() < until:
            time.sleep(0.01)
        assert process.poll() is None
        # A terminal sends it to all processes in the foreground.
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
        until = time.monotonic() + 10
        while (left := list(group(process.pid))) and time.monotonic() < until:
            time.sleep(0.01)
    finally:
        for each in group(process.pid):
            os.kill(each, signal.SIGKILL)
    assert (process.returncode, out, err.decode()) == (130, b"", "Interrupted.\n")
    assert left == []


#: Runs a command and prints its peak in KiB, from a process that is small itself: a child counts as large as its
#: parent until it has loaded another program.
PEAK = """
import os, sys
quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
print(os.wait4(pid, 0)[2].ru_maxrss)
"""


@ON_LINUX
def test_memory_does_not_grow_with_the_number_of_files(tmp_path: Path) -> None:
    """A thousand good files need no more than a tenth above fifty."""

    def peak(count: int) -> int:
        folder = write(tmp_path / str(count), count)
        arguments = command("--jobs", "1", "--no-cache", folder)
        measured = [sys.executable, "-I", "-S", "-c", PEAK, *arguments]
        return int(subprocess.run(measured, check=True, capture_output=True, timeout=120).stdout)

    assert peak(1000) < peak(50) * 1.1

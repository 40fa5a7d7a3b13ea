"""No command opens a connection or asks for a name: each runs under a hook of Python that ends it if it does."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

#: Put on the path of the program and of every process that it starts; Python runs it before anything else.
GUARD = """\
import os, sys

def guard(event, args):
    # A socket between two processes of one machine (AF_UNIX) is no network.
    if event == "socket.__new__" and int(args[1]) != 1:
        os._exit(97)
    if event in ("socket.connect", "socket.bind", "socket.sendto") and isinstance(args[1], tuple):
        os._exit(97)
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request"):
        os._exit(97)

sys.addaudithook(guard)
"""

TEXT = """\
Verksamhetsplan 2024 för Lillby bygdelag
Vision
Se https://example.org/plan och http://example.org.
Aktiviteter
- Vi ordnar minst två möten i mars.
"""

COMMANDS = [
    ["new", "-o", "ny.yaml"],
    ["check", "ny.yaml"],
    ["check", "--schema-only", "ny.yaml"],
    ["import", "plan.txt", "-o", "plan.yaml", "--receipt", "kvitto.json"],
    ["check", "--format", "sarif", "plan.yaml"],
    ["check", "--format", "json", "."],
    ["export", "ny.yaml", "-o", "ny.md"],
    ["export", "ny.yaml", "-o", "ny.json"],
    ["import", "ny.md", "-o", "igen.yaml"],
    ["import", "ny.json", "-o", "igen2.yaml"],
    ["schema"],
    ["explain"],
    ["explain", "unknown-key"],
    ["formats"],
    ["plugins"],
]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a document, and beside it the guard."""
    made = tmp_path_factory.mktemp("utan nät")
    (made / "guard").mkdir()
    (made / "guard" / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    (made / "work").mkdir()
    (made / "work" / "plan.txt").write_text(TEXT, encoding="utf-8")
    return made


def guarded(place: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Python under the guard."""
    env = {**os.environ, "PYTHONPATH": str(place / "guard")}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=place / "work", env=env, capture_output=True, timeout=60, check=False)


@pytest.mark.parametrize("code", ["socket.socket()", "socket.getaddrinfo('localhost', 80)"])
def test_the_guard_sees_a_connection(place: Path, code: str) -> None:
    """Without this the next test could not fail."""
    assert guarded(place, "-c", f"import socket; {code}").returncode == 97


def test_no_command_goes_to_the_network(place: Path) -> None:
    """The commands one after the other, each of which does what it is for."""
    for arguments in COMMANDS:
        done = guarded(place, "-m", "helaplan", "--lang", "en", *arguments)
        told = (done.stdout + done.stderr).decode()
        assert done.returncode in (0, 1), f"{arguments}: {done.returncode}\n{told}"
        assert done.returncode == 0 or re.search(r"error|\[\]|summary|sarif", told), arguments
    made = {path.name for path in (place / "work").iterdir()}
    assert {"ny.yaml", "plan.yaml", "kvitto.json", "ny.md", "ny.json", "igen.yaml", "igen2.yaml"} <= made


def test_schemas_with_addresses_are_not_fetched(place: Path) -> None:
    """A plugin's schema that refers to an address is judged without it."""
    code = (
        "import helaplan\n"
        "schema = {'$ref': 'https://example.org/a.json', '$schema': 'https://example.org/draft'}\n"
        "print(list(helaplan.validate_data({}, schema=schema)))\n"
    )
    assert guarded(place, "-c", code).returncode != 97

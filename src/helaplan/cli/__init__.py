"""The command line: parses, calls one library function, shows the result, returns the exit code of `docs/cli.md`."""

from __future__ import annotations

import sys


def entry() -> None:
    """The `helaplan` program."""
    from helaplan.cli.app import main

    sys.exit(main(sys.argv[1:]))

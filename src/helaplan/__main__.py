"""`python -m helaplan`."""

from helaplan.cli import entry

entry()

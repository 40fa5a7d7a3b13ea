"""What helaplan knows of plugins that are not here: whose suffix it is, and how they are installed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from helaplan.findings import Finding
from helaplan.plugins.discovery import canonical
from helaplan.plugins.loading import Entry

#: Suffixes of documents that first-party plugins read, and which distribution that is.
READ: Mapping[str, str] = {
    **dict.fromkeys((".docx", ".docm", ".dotx", ".doc", ".dot", ".rtf", ".odt", ".fodt"), "helaplan-word"),
    ".pdf": "helaplan-pdf",
}
#: The same for those that they write.
WRITTEN: Mapping[str, str] = {
    ".docx": "helaplan-word",
    ".pdf": "helaplan-pdf",
    ".html": "helaplan-web",
    ".htm": "helaplan-web",
}

#: What installs them all.
INSTALL = 'pip install "helaplan[documents]"'

#: Names that plugin commands cannot have: the core's own are found first.
COMMANDS = frozenset(
    "check diff edit explain export formats import merge new note overview plugins roll schema status".split()
)


def reader_missing(wanted: str, known: Iterable[str] = (), installed: Iterable[Entry] = ()) -> Finding:
    """The finding for a document that nothing here can read. `wanted` is a suffix or a format's name.

    `known` are the suffixes that can be read, for the hint where no plugin is known that would help. Of the
    `installed` plugins the one that would may be switched off, which calls for another remedy than installing it.
    """
    return _missing("reader", READ, wanted, known, installed)


def writer_missing(wanted: str, known: Iterable[str] = (), installed: Iterable[Entry] = ()) -> Finding:
    """The finding for a format that nothing here can write; as `reader_missing`."""
    return _missing("writer", WRITTEN, wanted, known, installed)


def _missing(
    what: str, theirs: Mapping[str, str], wanted: str, known: Iterable[str], installed: Iterable[Entry]
) -> Finding:
    suffix = wanted if wanted.startswith(".") else f".{wanted}"
    distribution = theirs.get(suffix.lower()) or _by_name(theirs, wanted)
    for each in installed if distribution else ():
        if each.disabled and canonical(each.identity.distribution) == distribution:
            return Finding(code=f"{what}-off", args={"suffix": wanted, "plugin": each.identity.name})
    if distribution:
        args = {"suffix": wanted, "install": INSTALL, "distribution": distribution}
        return Finding(code=f"{what}-missing", args=args)
    return Finding(code=f"{what}-unknown", args={"suffix": wanted, "known": tuple(sorted(set(known)))})


def _by_name(theirs: Mapping[str, str], wanted: str) -> str:
    """`--to word` means the plugin helaplan-word."""
    name = f"helaplan-{wanted.lower()}"
    return name if name in theirs.values() else ""

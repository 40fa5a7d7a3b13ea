"""A document where a plan file is wanted, and a document that is of another kind than its name says.

Both are told as what they are, with the command that helps: else a Word file would be a strange zip, and a Markdown
text a plan file whose indentation is wrong.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol, TypeVar

import attrs
from attrs import evolve

from helaplan.errors import HelaplanError, UnknownFormat, UnreadableSource
from helaplan.findings import Arg, Finding, Position, Span
from helaplan.model import Plan
from helaplan.model.fields import key_of
from helaplan.planfile.reader import REFUSED, Raw
from helaplan.registers.filetypes import BINARY, SUFFIXES, filetype_of, is_blank, is_plain

if TYPE_CHECKING:
    # Every check of a plan comes by here, and needs no declarations.
    from helaplan.plugins.declarations import DocumentReader, Importer

#: Kind → the format that reads it. What is not here must be saved as something else first.
_READERS = {
    "file-word": "word",
    "file-pdf": "pdf",
    "file-opendocument": "opendocument",
    "file-html": "html",
    "file-text": "text",
    "file-markdown": "markdown",
}
#: Suffixes of documents that are text, by what they are.
_TEXTS = {
    ".txt": "file-text",
    ".md": "file-markdown",
    ".markdown": "file-markdown",
    ".html": "file-html",
    ".htm": "file-html",
}
_SAYS_PLAN = re.compile(r"""^[{ ]*["']?helaplan["']?[ \t]*:""", re.MULTILINE)
_SAFE = re.compile(r"[\w@%+=:,./-]+")
_FIRST = Span(Position(1, 1), Position(1, 1))


E = TypeVar("E", bound=HelaplanError)


class Formats(Protocol):
    """Who knows what reads a format; a Host does."""

    def input_format(self, wanted: str) -> Importer | DocumentReader:
        """What reads a format, by its name or a suffix. Raises UnknownFormat."""


# Where a plan file is wanted


def as_plan(raw: Raw, name: str) -> Raw:
    """What was read of a file, or the one finding that it is a document.

    A document of letters is known by its suffix, and only where nothing in it says that it is a plan: a plan file may
    be called `plan.txt`.
    """
    wrong = next((each for each in raw.findings if each.code == "wrong-file"), None)
    kind = str(wrong.args["found"]) if wrong is not None else _text_of_a_document(raw, name)
    if not kind:
        return raw
    args: dict[str, Arg] = {"found": kind}
    if kind in _READERS and name not in ("", "-"):
        args["command"] = f"helaplan import {typed(name)} -o {typed(_plan_name(name))}"
    return evolve(raw, data=REFUSED, findings=(Finding(code="wrong-file", args=args, span=_FIRST),), text="")


def _text_of_a_document(raw: Raw, name: str) -> str:
    kind = _TEXTS.get(PurePath(name).suffix.lower(), "")
    if not kind or not raw.text.strip() or _SAYS_PLAN.search(raw.text):
        return ""
    if isinstance(raw.data, dict) and any(key_of(each) in raw.data for each in attrs.fields(Plan)):
        return ""
    return kind


def _plan_name(name: str) -> str:
    return str(PurePath(name).with_suffix(".yaml"))


def typed(name: str) -> str:
    """The name of a file as it is typed in a command."""
    if name.startswith("-") and name != "-":
        name = f"./{name}"
    if _SAFE.fullmatch(name):
        return name
    # Double quotes serve the command lines of all systems, single ones those that would read more into them.
    if any(each in name for each in '"$`\\!'):
        return "'" + name.replace("'", "'\"'\"'") + "'"
    return f'"{name}"'


# Where a document is wanted


def reader_of(data: bytes, name: str, wanted: str, formats: Formats) -> Importer | DocumentReader:
    """What reads these bytes. `wanted` is the format that was asked for, "" for that of the name's suffix.

    Raises UnknownFormat where neither says what the file is, or nothing reads that; UnreadableSource for an empty
    file, and for one that is plainly of another kind than the format.
    """
    suffix = PurePath(name).suffix.lower()
    kind = _kind(data)
    if not wanted and suffix in (".yaml", ".yml"):
        raise UnknownFormat(Finding(code="plan-already", args={"command": f"helaplan check {typed(name)}"}))
    if not (wanted or suffix):
        raise _unnamed(data, name, kind)
    try:
        chosen = formats.input_format(wanted or suffix)
    except UnknownFormat as error:
        raise _better(error, name, wanted, kind) from None
    if is_blank(data):
        raise UnreadableSource(Finding(code="no-words", args=_named(name)))
    if kind and _contradicts(kind, chosen):
        raise _other_kind(UnreadableSource, kind, name, "" if wanted else suffix)
    return chosen


def _kind(data: bytes) -> str:
    kind = filetype_of(data)
    # Readers of PDF allow a few lines before its header.
    return kind or ("file-text" if is_plain(data) and b"%PDF-" not in data[:1024] else "")


def _named(name: str) -> dict[str, Arg]:
    return {"name": name} if name else {}


def _unnamed(data: bytes, name: str, kind: str) -> HelaplanError:
    if is_blank(data):
        return UnreadableSource(Finding(code="no-words", args=_named(name)))
    if kind and kind not in _READERS:
        return _other_kind(UnknownFormat, kind, name, "")
    args: dict[str, Arg] = {"command": _import(name, kind or "file-text")}
    if kind and kind != "file-text":
        args["found"] = kind
    return UnknownFormat(Finding(code="format-unnamed", args=args))


def _better(error: UnknownFormat, name: str, wanted: str, kind: str) -> UnknownFormat:
    """What nothing reads, told as what it is where its bytes say that."""
    (finding,) = error.findings
    if wanted or finding.code != "reader-unknown":
        return error
    if kind in BINARY and kind not in _READERS:
        return _other_kind(UnknownFormat, kind, name, "")
    if kind in _READERS:
        return UnknownFormat(evolve(finding, args={**finding.args, "found": kind, "command": _import(name, kind)}))
    return error


def _contradicts(kind: str, chosen: Importer | DocumentReader) -> bool:
    """Whether bytes of this kind are nothing for a reader that is known to read other kinds."""
    theirs = {each for each, suffixes in SUFFIXES.items() if set(suffixes) & set(chosen.suffixes)}
    if ".json" in chosen.suffixes:
        theirs.add("file-json")
    if not theirs or kind in theirs:
        return False
    if kind in BINARY:
        return True
    # Letters may be anything that is written in letters, but they are no zip.
    if kind == "file-html":
        return bool(theirs & BINARY) or ".txt" in chosen.suffixes
    return bool(theirs & BINARY) and "file-xml" not in theirs


def _other_kind(cls: type[E], kind: str, name: str, suffix: str) -> E:
    args: dict[str, Arg] = {"found": kind}
    if suffix:
        args["suffix"] = suffix
    if kind in _READERS:
        return cls(Finding(code="other-kind", args={**args, "command": _import(name, kind)}))
    code = "picture-not-read" if kind == "file-image" else "kind-not-read"
    return cls(Finding(code=code, args=args))


def _import(name: str, kind: str) -> str:
    return f"helaplan import {typed(name or '-')} --from {_READERS[kind]}"

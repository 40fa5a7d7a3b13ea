"""The parts of a Word file, taken out of its zip under limits that no file can get around.

What a zip says of its own sizes is not believed: bytes are counted as they are unpacked. XML is parsed without DTD,
so there are no entities and nothing outside the file is ever opened.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError
from xml.parsers import expat

from attrs import define, field

from helaplan import Finding, UnreadableSource
from helaplan_word.xml import DoctypeFound, elements

#: The most that one part of XML and all parts together may unpack to. A hundred pages of text are about 2 MB of XML.
PART_BYTES = 8_000_000
ALL_BYTES = 64_000_000
#: The most tags and attributes of one part, since each costs far more memory and time than its bytes.
PART_MARKS = 350_000
#: The most entries of a zip: a listing of millions costs memory before anything is unpacked.
ENTRIES = 10_000

_BEGINNINGS = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"<?xml", "XML"),
    (b"<!DOCTYPE html", "HTML"),
    (b"<html", "HTML"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN_TYPES = ("document.main+xml", "template.main+xml")
_MACRO_TYPES = ("document.macroEnabled.main+xml", "template.macroEnabledTemplate.main+xml")


def unreadable(code: str, **args: str | int) -> UnreadableSource:
    """The exception that ends a reading, with one finding."""
    return UnreadableSource(Finding(code=code, args=args))


def kind_of(data: bytes) -> str:
    """What other kind of file these bytes are, by the name people know it by; "" for a zip and for what is unknown."""
    if data.startswith(_OLE):
        return "Word 97–2003"
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for beginning, name in _BEGINNINGS:
        if head[: len(beginning)].lower() == beginning.lower():
            return name
    return ""


def is_encrypted_office(data: bytes) -> bool:
    """Whether these are the bytes of a .docx with a password: an OLE file around the encrypted zip."""
    return data.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in data


@define(eq=False)
class Package:
    """An open zip of parts. Every way that it can be broken ends in UnreadableSource."""

    name: str
    _zip: zipfile.ZipFile
    _types: Mapping[str, str] = field(factory=dict)
    _unpacked: int = 0

    @classmethod
    def open(cls, data: bytes, name: str) -> Package:
        """The parts in these bytes. Raises UnreadableSource for anything but a zip that can be listed."""
        if is_encrypted_office(data):
            raise unreadable("encrypted-document")
        if not data.startswith(b"PK"):
            raise _not_a_zip(data, name)
        if data.count(b"PK\x01\x02") > ENTRIES:
            raise unreadable("document-too-large")
        try:
            made = cls(name, zipfile.ZipFile(BytesIO(data)))
        except (zipfile.BadZipFile, ValueError, EOFError, OSError, NotImplementedError, UnicodeDecodeError):
            raise unreadable("word/damaged", name=name) from None
        return made

    def names(self) -> list[str]:
        """The names of all parts."""
        return self._zip.namelist()

    def has(self, part: str) -> bool:
        """Whether there is a part of this name."""
        return part in self._zip.NameToInfo

    def read(self, part: str, *, most: int = PART_BYTES) -> bytes:
        """The bytes of a part, b"" where there is none. Raises UnreadableSource past the limits."""
        info = self._zip.NameToInfo.get(part)
        if info is None:
            return b""
        if info.flag_bits & 0x1:
            raise unreadable("encrypted-document")
        allowed = min(most, ALL_BYTES - self._unpacked)
        try:
            with self._zip.open(info) as stream:
                data = stream.read(allowed + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError, RuntimeError):
            raise unreadable("word/damaged", name=self.name) from None
        if len(data) > allowed:
            raise unreadable("document-too-large", limit=allowed // 1_000_000)
        self._unpacked += len(data)
        return data

    def tree(self, part: str) -> Element | None:
        """The XML of a part with short names (`w:p`), None where there is no such part."""
        data = self.read(part)
        if not data:
            return None
        if data.count(b"<") + data.count(b'="') + data.count(b"='") > PART_MARKS:
            raise unreadable("document-too-large", limit=PART_BYTES // 1_000_000)
        try:
            return elements(data)
        except DoctypeFound:
            raise unreadable("word/doctype", name=self.name) from None
        except (ParseError, expat.ExpatError, ValueError, LookupError):
            raise unreadable("word/damaged", name=self.name) from None

    def targets(self, part: str) -> dict[str, tuple[str, str]]:
        """The relations of a part: id to (last word of the type, name of the target part)."""
        folder, file = posixpath.split(part)
        tree = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        made: dict[str, tuple[str, str]] = {}
        for each in tree if tree is not None else ():
            if each.get("TargetMode") == "External":
                continue
            target = each.get("Target", "")
            path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            made[each.get("Id", "")] = (each.get("Type", "").rpartition("/")[2], path)
        return made

    def main_part(self) -> str:
        """The name of the part that holds the text. Raises UnreadableSource where the zip is no Word file."""
        types = self.content_types()
        for kind, target in self.targets("").values():
            if kind == "officeDocument" and self.has(target):
                found = types.get(target, "")
                if not found or found.endswith(_MAIN_TYPES + _MACRO_TYPES):
                    return target
                raise unreadable("word/other-format", name=self.name, found=_office_name(found))
        raise self._no_main_part()

    def has_macros(self) -> bool:
        """Whether the file is of the kind that may hold macros."""
        return any(each.endswith(_MACRO_TYPES) for each in self.content_types().values())

    def content_types(self) -> Mapping[str, str]:
        """The kind of each part that the file names, without its beginning."""
        if not self._types:
            tree = self.tree("[Content_Types].xml")
            self._types = {
                each.get("PartName", "").lstrip("/"): each.get("ContentType", "")
                for each in (tree if tree is not None else ())
                if each.get("PartName")
            }
        return self._types

    def _no_main_part(self) -> UnreadableSource:
        kind = self.read("mimetype")[:80].decode("ascii", errors="replace") if self.has("mimetype") else ""
        if "opendocument" in kind:
            return unreadable("word/other-format", name=self.name, found="OpenDocument")
        if "epub" in kind:
            return unreadable("word/other-format", name=self.name, found="EPUB")
        if self.has("[Content_Types].xml"):
            return unreadable("word/damaged", name=self.name)
        return unreadable("word/other-format", name=self.name, found="ZIP")


def _office_name(content_type: str) -> str:
    for part, name in (("spreadsheetml", "Excel"), ("presentationml", "PowerPoint")):
        if part in content_type:
            return name
    return "Office"


def _not_a_zip(data: bytes, name: str) -> UnreadableSource:
    found = kind_of(data)
    if found:
        return unreadable("word/other-format", name=name, found=found)
    if not data.strip(b"\0 \t\r\n"):
        return unreadable("nothing-to-read", name=name)
    if b"\0" not in data[:4096]:
        return unreadable("word/plain-text", name=name)
    return unreadable("word/damaged", name=name)

"""Pieces of WordprocessingML as text. Every word of a document passes through `escaped`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'

#: What XML 1.0 has no way to hold. Such a character shows that it was there instead of breaking the whole file.
_ILLEGAL = re.compile("[^\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BLANK = re.compile(r"[\t\n\r]")


def escaped(text: str) -> str:
    """A text as XML holds it, in an element or in an attribute between double quotes."""
    return escape(_ILLEGAL.sub("\ufffd", _BLANK.sub(" ", text)), quote=False).replace('"', "&quot;")


def run(text: str, style: str = "", properties: str = "") -> str:
    """A run of characters, with a character style by its id."""
    inner = (f'<w:rStyle w:val="{style}"/>' if style else "") + properties
    look = f"<w:rPr>{inner}</w:rPr>" if inner else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>' if text else ""


TAB = "<w:r><w:tab/></w:r>"


def field(instruction: str, shown: str, properties: str = "") -> str:
    """A field and the result that is shown until a program works it out anew."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""

    def sign(kind: str) -> str:
        return f'<w:r>{look}<w:fldChar w:fldCharType="{kind}"/></w:r>'

    asked = f'<w:r>{look}<w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
    return sign("begin") + asked + sign("separate") + run(shown, properties=properties) + sign("end")


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph in a style by its id."""
    inner = (f'<w:pStyle w:val="{style}"/>' if style else "") + properties
    return f"<w:p>{f'<w:pPr>{inner}</w:pPr>' if inner else ''}{content}</w:p>"


def marked(content: str, bookmarks: Iterable[tuple[int, str]]) -> str:
    """Content between the bookmarks of these numbers and names."""
    pairs = list(bookmarks)
    starts = "".join(f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>' for number, name in pairs)
    ends = "".join(f'<w:bookmarkEnd w:id="{number}"/>' for number, _ in pairs)
    return f"{starts}{content}{ends}"

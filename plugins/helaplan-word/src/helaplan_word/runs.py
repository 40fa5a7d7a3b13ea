"""The words of a paragraph: runs in content controls, links and tags, fields by their results, changes as accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from attrs import define, field

from helaplan_word.numbering import bullet_of
from helaplan_word.raw import BREAK, TAB, RawParagraph, Span
from helaplan_word.styles import RunLook, Styles, run_look, value
from helaplan_word.xml import below

#: What holds no words of the document, or words that were taken away.
_PASSED_BY = frozenset(
    """
    w:pPr w:rPr w:sdtPr w:sdtEndPr w:smartTagPr w:customXmlPr w:del w:moveFrom w:delText w:delInstrText w:instrText
    w:fldData w:rt w:commentRangeStart w:commentRangeEnd w:proofErr w:permStart w:permEnd w:lastRenderedPageBreak
    w:annotationRef w:footnoteRef w:endnoteRef w:pgNum w:separator w:continuationSeparator
    """.split()
)
#: Fields whose result is the day or place where somebody printed, never something the plan says.
_STALE = frozenset(
    "DATE TIME PRINTDATE SAVEDATE CREATEDATE EDITTIME PAGE NUMPAGES SECTIONPAGES SECTION FILENAME".split()
)
#: Drawings whose words stand in parts of their own, which are not read.
_WITH_WORDS = frozenset({"diagram", "chart"})
_DEEPEST = 60


class TooDeep(Exception):
    """Elements stand within each other deeper than any program writes."""


@define(eq=False)
class _Field:
    instruction: str = ""
    in_result: bool = False
    result: list[str] = field(factory=list)

    @property
    def name(self) -> str:
        words = self.instruction.split()
        return words[0].upper() if words else ""


@define(eq=False)
class Runs:
    """Reads the content of paragraphs one after the other; fields may run over several.

    `hidden`, `changes`, `comments` and `drawings` count what a person should know of. With `whole` the results of
    fields that go stale stand among the words, as in page heads, which are no text of the document anyway.
    """

    styles: Styles
    fields: list[_Field] = field(factory=list)
    hidden: int = 0
    changes: int = 0
    comments: int = 0
    drawings: int = 0
    whole: bool = False
    #: Whether words of a contents list were met since somebody last said no.
    listed: bool = False
    #: Elements with paragraphs of text boxes, to be read by whoever reads paragraphs.
    boxes: list[Element] = field(factory=list)

    @property
    def in_contents(self) -> bool:
        """Whether a field is open that lists the headings."""
        return any(each.name in ("TOC", "INDEX") and each.in_result for each in self.fields)

    def read(self, element: Element, into: RawParagraph, base: RunLook, depth: int = 0) -> None:
        """Add what stands in a paragraph, or in an element within it, to `into`."""
        if depth > _DEEPEST:
            raise TooDeep
        for each in element:
            tag = each.tag
            if tag == "w:r":
                self._run(each, into, base, depth)
            elif tag in ("w:del", "w:moveFrom"):
                self.changes += 1
            elif tag in _PASSED_BY:
                continue
            elif tag == "w:fldSimple":
                self._simple_field(each, into, base, depth)
            elif tag == "w:sdt":
                self._control(each, into, base, depth)
            elif tag == "w:bookmarkStart":
                into.bookmarks.append(each.get("w:name", ""))
            elif tag == "mc:AlternateContent":
                for branch in branch_of(each):
                    self.read(branch, into, base, depth + 1)
            elif tag == "m:t":
                self._say(each.text or "", into, base)
            else:
                if tag in ("w:ins", "w:moveTo"):
                    self.changes += 1
                self.read(each, into, base, depth + 1)

    def _control(self, element: Element, into: RawParagraph, base: RunLook, depth: int) -> None:
        """A content control; one that still shows its own prompt says nothing."""
        content = element.find("w:sdtContent")
        if content is not None and below(element, "w:sdtPr", "w:showingPlcHdr") is None:
            self.read(content, into, base, depth + 1)

    def _simple_field(self, element: Element, into: RawParagraph, base: RunLook, depth: int) -> None:
        self.fields.append(_Field(element.get("w:instr", ""), in_result=True))
        self.read(element, into, base, depth + 1)
        self._end_field(into)

    def _run(self, run: Element, into: RawParagraph, base: RunLook, depth: int) -> None:
        properties = run.find("w:rPr")
        style = self.styles.character(value(properties.find("w:rStyle"))) if properties is not None else None
        look = run_look(properties).over(style.run.over(base) if style is not None else base)
        if look.hidden:
            self.hidden += any((each.text or "").strip() for each in run.iter("w:t"))
            # A field that is hidden opens and closes all the same.
            for each in run.iter("w:fldChar"):
                self._field_sign(each, into)
            return
        self._content(run, into, look, style.name if style is not None else "", depth)

    def _content(self, run: Element, into: RawParagraph, look: RunLook, style: str, depth: int) -> None:
        if depth > _DEEPEST:
            raise TooDeep
        for each in run:
            tag = each.tag
            if tag in ("w:t", "m:t"):
                self._say(each.text or "", into, look, style)
            elif tag in _SIGNS:
                self._say(_SIGNS[tag], into, look, style)
            elif tag == "w:br":
                self._say(" " if value(each, "w:type") in ("page", "column") else BREAK, into, look, style)
            elif tag == "w:sym":
                self._say(_symbol(each), into, look, style)
            elif tag == "w:fldChar":
                self._field_sign(each, into)
            elif tag == "w:instrText":
                if self.fields and not self.fields[-1].in_result:
                    self.fields[-1].instruction += each.text or ""
            elif tag in ("w:footnoteReference", "w:endnoteReference"):
                kind = "e" if tag == "w:endnoteReference" else "f"
                into.notes.append(kind + each.get("w:id", ""))
            elif tag == "w:commentReference":
                self.comments += 1
            elif tag == "mc:AlternateContent":
                for branch in branch_of(each):
                    self._content(branch, into, look, style, depth + 1)
            elif tag in ("w:drawing", "w:pict", "w:object"):
                self.boxes += text_boxes(each)
                self.drawings += any(
                    data.get("uri", "").rpartition("/")[2] in _WITH_WORDS for data in each.iter("a:graphicData")
                )
            elif tag in ("w:ruby", "w:rubyBase"):
                self.read(each, into, look, depth + 1)

    def _say(self, text: str, into: RawParagraph, look: RunLook, style: str = "") -> None:
        """Put words into the paragraph, unless a field has them as its instruction or as a day that goes stale."""
        if any(not each.in_result for each in self.fields):
            return
        stale = next((each for each in self.fields if each.name in _STALE), None)
        if stale is not None and not self.whole:
            stale.result.append(text)
        elif text:
            self.listed = self.listed or self.in_contents
            into.spans.append(Span(text, look, style))

    def _field_sign(self, element: Element, into: RawParagraph) -> None:
        kind = element.get("w:fldCharType", "")
        if kind == "begin":
            if len(self.fields) > _DEEPEST:
                raise TooDeep
            self.fields.append(_Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].in_result = True
        elif kind == "end" and self.fields:
            self._end_field(into)

    def _end_field(self, into: RawParagraph) -> None:
        ended = self.fields.pop()
        words = " ".join("".join(ended.result).split())
        if words:
            into.dates.append(words)


_SIGNS = {"w:tab": TAB, "w:ptab": TAB, "w:cr": BREAK, "w:softHyphen": "\u00ad", "w:noBreakHyphen": "\u2011"}


def _symbol(element: Element) -> str:
    code = element.get("w:char", "")
    if not re.fullmatch(r"[0-9A-Fa-f]{2,6}", code) or not 0x20 <= int(code, 16) <= 0x10FFFF:
        return ""
    sign = chr(int(code, 16))
    if "\ud800" <= sign <= "\udfff":
        return ""
    # A letter of a symbol font is stored either as itself or in the private use area.
    return bullet_of(sign, element.get("w:font", "")) if ord(sign) >= 0xE000 else sign


def branch_of(alternate: Element) -> Iterator[Element]:
    """The one branch of several that are the same thing for newer and older programs."""
    choice = alternate.find("mc:Choice")
    chosen = choice if choice is not None else alternate.find("mc:Fallback")
    if chosen is not None:
        yield chosen


def text_boxes(element: Element) -> list[Element]:
    """The contents of the text boxes in a drawing, each once, outermost only."""
    found: list[Element] = []
    waiting = [element]
    while waiting:
        each = waiting.pop()
        if each.tag == "w:txbxContent":
            found.append(each)
        elif each.tag == "mc:AlternateContent":
            waiting += branch_of(each)
        else:
            waiting += reversed(each)
    return found

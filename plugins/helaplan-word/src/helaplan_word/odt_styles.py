"""The styles and lists of an OpenDocument text, as the same values that those of a Word file become."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from attrs import field, frozen

from helaplan_word.numbering import Level, Numbering
from helaplan_word.styles import ParagraphLook, RunLook, Style, number
from helaplan_word.xml import below, parts_below

_ENCODED = re.compile(r"_([0-9a-f]{2,4})_")
_LENGTH = re.compile(r"(-?[0-9]{0,6}(?:\.[0-9]{1,6})?)(in|cm|mm|pt|pc|px)")
_POINTS = {"in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1.0, "pc": 12.0, "px": 0.75}
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_LIST_LEVELS = {"text:list-level-style-bullet": "bullet", "text:list-level-style-number": "number"}


def length(text: str) -> float | None:
    """A measure such as `1.27cm` in points, None for anything else (`35%`)."""
    found = _LENGTH.fullmatch(text)
    return float(found[1]) * _POINTS[found[2]] if found is not None and found[1] not in ("", "-") else None


def plain_name(name: str) -> str:
    """The name of a style as people see it, lower case: `Heading_20_1` is `heading 1`."""
    return _ENCODED.sub(lambda found: chr(int(found[1], 16)), name).encode("utf-8", "replace").decode().lower()


@frozen
class OdtStyles:
    """Styles by family and name, and how text looks that no style says anything about."""

    elements: Mapping[tuple[str, str], Element]
    base: RunLook
    _known: dict[tuple[str, str], Style] = field(factory=dict)

    def style(self, family: str, name: str) -> Style:
        """The style of this name with all it inherits. Automatic styles have the name of the one they build on."""
        found = self._known.get((family, name))
        if found is None:
            found = self._known[family, name] = self._resolved(family, name)
        return found

    def _resolved(self, family: str, name: str) -> Style:
        names: list[str] = []
        paragraph, run = ParagraphLook(), RunLook()
        for each in self._chain(family, name):
            shown = each.get("style:display-name", "") or each.get("style:name", "")
            if each.get("automatic") is None:
                names.append(plain_name(shown))
            paragraph = paragraph.over(_paragraph_look(each))
            run = run.over(_run_look(each.find("style:text-properties")))
        return Style(ident=name, names=tuple(names or [plain_name(name)]), paragraph=paragraph, run=run)

    def list_of(self, name: str) -> str:
        """The list style that a paragraph style names."""
        found = (each.get("style:list-style-name", "") for each in self._chain("paragraph", name))
        return next(filter(None, found), "")

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        seen: set[str] = set()
        while (family, name) in self.elements and name not in seen and len(seen) < 20:
            seen.add(name)
            yield self.elements[family, name]
            name = self.elements[family, name].get("style:parent-style-name", "")


def read_odt_styles(trees: Iterable[Element]) -> tuple[OdtStyles, Numbering]:
    """The styles and the lists in the parts of a text, the later parts winning."""
    found: dict[tuple[str, str], Element] = {}
    lists: dict[str, dict[int, Level]] = {}
    base = RunLook(size=12.0)
    for tree in trees:
        for place in ("office:styles", "office:automatic-styles"):
            for each in parts_below(tree, place):
                name = each.get("style:name", "")
                if each.tag == "style:style":
                    if place == "office:automatic-styles":
                        each.set("automatic", "yes")
                    found[each.get("style:family", ""), name] = each
                elif each.tag == "text:list-style":
                    lists[name] = dict(_levels(each))
                elif each.tag == "style:default-style" and each.get("style:family") == "paragraph":
                    base = _run_look(each.find("style:text-properties")).over(base)
    return OdtStyles(found, base), Numbering(lists, {name: name for name in lists})


def _run_look(properties: Element | None) -> RunLook:
    if properties is None:
        return RunLook()
    weight, shown = properties.get("fo:font-weight"), properties.get("text:display")
    under = properties.get("style:text-underline-style")
    transform = properties.get("fo:text-transform")
    return RunLook(
        bold=None if weight is None else weight in ("bold", "600", "700", "800", "900"),
        caps=None if transform is None else transform == "uppercase",
        hidden=None if shown is None else shown == "none",
        size=length(properties.get("fo:font-size", "")),
        underline=None if under is None else under != "none",
    )


def _paragraph_look(style: Element) -> ParagraphLook:
    properties = style.find("style:paragraph-properties")
    outline = number(style.get("style:default-outline-level", ""))
    if properties is None:
        return ParagraphLook(outline=None if not outline else outline - 1)
    keep, page = properties.get("fo:keep-with-next"), properties.get("fo:break-before")
    return ParagraphLook(
        outline=None if not outline else outline - 1,
        left=length(properties.get("fo:margin-left", "")),
        first=length(properties.get("fo:text-indent", "")),
        before=length(properties.get("fo:margin-top", "")),
        keep_next=None if keep is None else keep == "always",
        new_page=None if page is None else page == "page",
    )


def _levels(style: Element) -> Iterator[tuple[int, Level]]:
    for each in style:
        kind = _LIST_LEVELS.get(each.tag, "")
        place = (number(each.get("text:level", "")) or 1) - 1
        if not kind or not 0 <= place < 9:
            continue
        aligned = below(each, "style:list-level-properties", "style:list-level-label-alignment")
        left = length(aligned.get("fo:margin-left", "")) if aligned is not None else None
        first = length(aligned.get("fo:text-indent", "")) if aligned is not None else None
        fonts = each.find("style:text-properties")
        font = (fonts.get("style:font-name") or fonts.get("fo:font-family") or "") if fonts is not None else ""
        if kind == "bullet":
            yield place, Level(kind="bullet", text=each.get("text:bullet-char", ""), font=font, left=left, first=first)
            continue
        shown = min(max(number(each.get("text:display-levels", "")) or 1, 1), place + 1)
        counted = ".".join(f"%{n + 1}" for n in range(place + 1 - shown, place + 1))
        form = _FORMATS.get(each.get("style:num-format", ""), "decimal")
        text = (
            f"{each.get('style:num-prefix', '')}{counted}{each.get('style:num-suffix', '')}" if form != "none" else ""
        )
        start = number(each.get("text:start-value", ""))
        yield place, Level(kind=form, text=text, start=1 if start is None else start, left=left, first=first)

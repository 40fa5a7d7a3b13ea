"""HTML to a tree, as tolerant as a browser: tags that nobody closed, comments of Office, nesting without end."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser

from attrs import define, field

#: Elements deeper than this are taken for parts of the one they stand in.
_DEEPEST = 60
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
#: Their content is no words of the page.
_SILENT = frozenset("script style template noscript xml object iframe".split())
#: A paragraph ends where one of these begins.
_BLOCKS = frozenset(
    """address article aside blockquote details dialog dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4
    h5 h6 header hr li main nav ol p pre section summary table ul body td th tr caption thead tbody tfoot""".split()
)
#: What an element that begins closes, and where the search for it stops.
_CLOSES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "li": (("li",), ("ul", "ol", "table")),
    "dt": (("dt", "dd"), ("dl", "div", "table")),
    "dd": (("dt", "dd"), ("dl", "div", "table")),
    "td": (("td", "th"), ("table",)),
    "th": (("td", "th"), ("table",)),
    "tr": (("tr",), ("table",)),
    "thead": (("thead", "tbody", "tfoot", "tr"), ("table",)),
    "tbody": (("thead", "tbody", "tfoot", "tr"), ("table",)),
    "tfoot": (("thead", "tbody", "tfoot", "tr"), ("table",)),
}
#: Word's own marks around what older programs should skip. What they enclose is text like any other.
_CONDITION = re.compile(r"<!\[[^>\[]*\]>|<!\[(?:if|endif)[^>]*>", re.IGNORECASE)
_CLASS = re.compile(r"\s*\w*\.([\w-]+)\s*")
_HEAVY = re.compile(r"font-weight:(?:bold|[6-9]00)")


@define(eq=False)
class Element:
    """An element with its attributes (names in small letters), the line it begins on, and what stands in it."""

    tag: str
    attributes: Mapping[str, str] = field(factory=dict)
    line: int = 1
    children: list[Element | str] = field(factory=list)

    def get(self, name: str) -> str:
        """An attribute, "" where it isn't there."""
        return self.attributes.get(name, "")

    @property
    def style(self) -> str:
        """The style attribute in small letters without blanks."""
        return re.sub(r"\s+", "", self.get("style").lower())


def tree(text: str) -> Element:
    """The page as one element `root`. Never fails: what is no tag is text."""
    builder = _Builder(_bold_classes(text))
    try:
        builder.feed(_plain(text))
        builder.close()
    except (AssertionError, ValueError):
        # The parser's own refusals of odd declarations; what was read so far stands.
        pass
    return builder.root


def _plain(text: str) -> str:
    """The text without comments, and with nothing in it that the parser would search for again and again."""
    made: list[str] = []
    place = 0
    while (start := text.find("<!--", place)) >= 0:
        end = text.find("-->", start + 4)
        made.append(text[place:start])
        # Lines are counted, so those of the comment stay.
        made.append("\n" * text.count("\n", start, end if end >= 0 else start))
        if end < 0:
            made.append("&lt;!--" + text[start + 4 :])
            place = len(text)
            break
        place = end + 3
    made.append(text[place:])
    whole = _CONDITION.sub("", "".join(made)).replace("<![", "&lt;![").replace("<?", "&lt;?")
    last = whole.rfind(">")
    return whole[: last + 1] + whole[last + 1 :].replace("<", "&lt;")


def _bold_classes(text: str) -> frozenset[str]:
    """The classes that a page's own style sheets make bold, as Google's documents and LibreOffice do it."""
    found = set()
    small = text.lower()
    start = small.find("<style")
    while start >= 0 and (end := small.find("</style", start)) >= 0:
        for rule in text[start:end].partition(">")[2].split("}"):
            selectors, _, body = rule.partition("{")
            if _HEAVY.search("".join(body.lower().split())):
                found |= {match[1] for each in selectors.split(",") if (match := _CLASS.fullmatch(each))}
        start = small.find("<style", end)
    return frozenset(found)


class _Builder(HTMLParser):
    def __init__(self, bold: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.bold = bold
        self.root = Element("root")
        self.open = [self.root]
        self.silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Hang a new element below the innermost open one."""
        if self.silent:
            return
        if tag in _SILENT:
            self.silent = tag
            return
        if tag in _BLOCKS:
            self._close(("p",), ("td", "th", "table", "li", "div", "blockquote"))
        if tag in _CLOSES:
            self._close(*_CLOSES[tag])
        attributes = {name: value or "" for name, value in attrs}
        if self.bold and not self.bold.isdisjoint(attributes.get("class", "").split()):
            attributes["style"] = f"font-weight:bold;{attributes.get('style', '')}"
        made = Element(tag, attributes, self.getpos()[0])
        self.open[-1].children.append(made)
        if tag not in _VOID and len(self.open) < _DEEPEST:
            self.open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<o:p/>` is empty; HTML's own elements don't know this form and stay open."""
        if tag in _SILENT:
            return
        self.handle_starttag(tag, attrs)
        if ":" in tag:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element and all that is open within it; a tag that closes nothing is passed by."""
        if self.silent:
            if tag == self.silent:
                self.silent = ""
            return
        self._close(
            (tag,), ("td", "th", "table") if tag not in ("table", "tr", "tbody", "thead", "tfoot") else ("table",)
        )

    def _close(self, tags: tuple[str, ...], border: tuple[str, ...]) -> None:
        for place in range(len(self.open) - 1, 0, -1):
            tag = self.open[place].tag
            if tag in tags:
                del self.open[place:]
                return
            if tag in border:
                return

    def handle_data(self, data: str) -> None:
        """Text belongs to the innermost open element."""
        if not self.silent:
            self.open[-1].children.append(data)

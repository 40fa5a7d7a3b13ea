"""The SVG of a figure, made safe to stand in a page: shapes and text pass, whatever could act or load does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from helaplan_web.markup import text

_SVG = "{http://www.w3.org/2000/svg}"
_ELEMENTS = frozenset(
    "svg g path rect circle ellipse line polyline polygon text tspan defs linearGradient radialGradient stop clipPath "
    "marker pattern".split()
)
_ATTRIBUTES = frozenset(
    "class id d x y dx dy x1 y1 x2 y2 cx cy r rx ry width height points transform viewBox preserveAspectRatio fill "
    "fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-dasharray opacity "
    "font-family font-size font-weight font-style text-anchor dominant-baseline letter-spacing offset stop-color "
    "stop-opacity gradientUnits gradientTransform clip-path clip-rule marker-start marker-mid marker-end markerWidth "
    "markerHeight refX refY orient patternUnits rotate textLength lengthAdjust".split()
)
_URL = re.compile(r"url\(\s*['\"]?(#?)([^)'\"]*)['\"]?\s*\)")


def picture(svg: str, alternative: str, prefix: str) -> str | None:
    """The `svg` element with its text alternative; None for what is no harmless SVG. Ids get the prefix."""
    if "<!DOCTYPE" in svg or "<!ENTITY" in svg:
        return None  # nothing that is drawn needs either, and entities can be made to swell
    try:
        root = ElementTree.fromstring(svg)
    except (ElementTree.ParseError, ValueError):
        return None
    if root.tag != f"{_SVG}svg":
        return None
    for name in ("width", "height", "id"):
        root.attrib.pop(name, None)
    return "".join(_written(root, prefix, f' role="img" aria-label="{text(alternative)}"'))


def _written(element: ElementTree.Element, prefix: str, extra: str = "") -> Iterator[str]:
    tag = element.tag.removeprefix(_SVG)
    if tag not in _ELEMENTS:
        return
    yield f"<{tag}{extra}"
    for name, value in element.attrib.items():
        if name in _ATTRIBUTES and (safe := _value(name, value, prefix)) is not None:
            yield f' {name}="{text(safe)}"'
    yield ">"
    if tag in ("text", "tspan"):
        yield text(element.text or "")
    for child in element:
        yield from _written(child, prefix)
        if tag in ("text", "tspan"):
            yield text(child.tail or "")
    yield f"</{tag}>"


def _value(name: str, value: str, prefix: str) -> str | None:
    """The value with its own ids renamed; None where it points outside the picture."""
    if name == "id":
        return f"{prefix}{value}"
    if any(found[1] != "#" for found in _URL.finditer(value)) or ("url(" in value.lower() and not _URL.search(value)):
        return None
    return _URL.sub(lambda found: f"url(#{prefix}{found[2]})", value)

"""The filters of a page: what can be picked, and which items answer to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from helaplan import Block, Facet, ListItem
from helaplan_web.markup import text
from helaplan_web.words import word

#: Stands for "this item has no value here".
_NONE = "-"


def _counted(blocks: tuple[Block, ...]) -> dict[str, Counter[str]]:
    made: dict[str, Counter[str]] = {}
    for block in blocks:
        for facet in block.facets:
            made.setdefault(facet.title, Counter()).update(dict.fromkeys(facet.values or (_NONE,), 1))
    return made


def _values(blocks: tuple[Block, ...]) -> dict[str, dict[str, int]]:
    """Title to its values, each with its number: first as ordered by whoever composed them, then as met."""
    made: dict[str, dict[str, int]] = {}
    orders: set[tuple[str, int]] = set()
    for block in blocks:
        for facet in block.facets:
            known = made.setdefault(facet.title, {})
            wanted: Iterable[str] = facet.values
            if (facet.title, id(facet.order)) not in orders:
                orders.add((facet.title, id(facet.order)))
                wanted = (*facet.order, *facet.values)
            for value in wanted:
                known.setdefault(value, len(known))
    return {title: values for title, values in made.items() if values}


def _alike(units: tuple[Block, ...]) -> set[str]:
    """The facets in which all items have the same values, so that there is nothing to pick."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for unit in units:
        for facet in unit.facets:
            found.setdefault(facet.title, []).append(facet.values)
    return {title for title, each in found.items() if len(each) == len(units) and len(set(each)) == 1}


def _units(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if isinstance(block, ListItem) and block.facets)


@frozen(kw_only=True)
class Filters:
    """All facets of the items that can be filtered, in the order they were met; none where all items are alike."""

    units: tuple[Block, ...] = field(converter=_units)
    values: dict[str, dict[str, int]] = field(init=False)
    counts: dict[str, Counter[str]] = field(init=False)

    @values.default
    def _(self) -> dict[str, dict[str, int]]:
        alike = _alike(self.units)
        return {title: values for title, values in _values(self.units).items() if title not in alike}

    @counts.default
    def _count(self) -> dict[str, Counter[str]]:
        return _counted(self.units)

    def marks(self, facets: tuple[Facet, ...]) -> str:
        """The attributes of an item: `data-f0="3 5"`, the numbers of its values by the number of the facet."""
        by_title = {facet.title: facet.values for facet in facets}
        made = []
        for n, (title, values) in enumerate(self.values.items()):
            numbers = [str(values[value]) for value in by_title.get(title, ())]
            made.append(f' data-f{n}="{" ".join(numbers) or _NONE}"')
        return "".join(made)

    def form(self, language: str) -> Iterator[str]:
        """The form, hidden until the script shows it: a control that does nothing would only be in the way."""
        if not self.values:
            return
        yield '<form class="filter" id="_filter" hidden data-furniture>'
        yield f"<fieldset><legend>{text(word('filter', language))}</legend>"
        for n, (title, values) in enumerate(self.values.items()):
            yield f'<label for="_f{n}">{text(title)}'
            yield f'<select id="_f{n}" name="{n}"><option value="">{text(word("all", language))}</option>'
            for value, number in values.items():
                yield f'<option value="{number}">{text(value)} ({self.counts[title][value]})</option>'
            without = len(self.units) - sum(
                1 for unit in self.units if any(each.title == title and each.values for each in unit.facets)
            )
            if without:
                yield f'<option value="{_NONE}">{text(word("none", language))} ({without})</option>'
            yield "</select></label>"
        yield f'<button type="reset">{text(word("reset", language))}</button></fieldset>'
        yield f'<p role="status" data-shown="{text(word("shown", language))}"></p></form>'

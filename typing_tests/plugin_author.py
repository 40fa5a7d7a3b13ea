"""Type-checked, never run: the public API as the author of a plugin uses it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from helaplan import Exporter, Extension, Finding, Plan, Rule, Severity, WriteContext, fields, hookimpl


@frozen(kw_only=True)
class Options:
    """Options of the format below."""

    title: bool = True


@frozen(kw_only=True, field_transformer=fields.with_specs)
class Visit:
    """What the plugin keeps in a plan."""

    place: str = field(metadata=fields.line(title={"sv": "Plats", "en": "Place"}))
    guests: float | None = field(default=None, metadata=fields.number())


def titles(plan: Plan, options: Any, context: WriteContext) -> bytes:
    """An exporter's callable."""
    names: list[str] = [area.name for area in plan.areas]
    return "\n".join([plan.title, *names]).encode() if options.title else b""


def no_areas(plan: Plan) -> Iterable[Finding]:
    """A rule's callable."""
    if not plan.areas:
        yield Finding(code="visits/no-areas", path=("areas",), severity=Severity.NOTE)


class Plugin:
    """Hooks return declarations."""

    @hookimpl
    def helaplan_exporters(self) -> Sequence[Exporter]:
        """One format."""
        words: Mapping[str, str] = {"sv": "Titlar", "en": "Titles"}
        made = Exporter(
            name="titles", suffixes=(".titles",), media_type="text/plain", title=words, export=titles, options=Options
        )
        return [made]

    @hookimpl
    def helaplan_extensions(self) -> Sequence[Extension]:
        """One kind of data."""
        rule = Rule(code="visits/no-areas", check=no_areas)
        return [Extension(name="visits", title={"sv": "Besök", "en": "Visits"}, cls=Visit, rules=(rule,))]

"""Data of one's own under `extensions.besok`: form, places, findings and hover come from the class."""

from attrs import field, frozen

from helaplan import Extension, fields, hookimpl


@frozen(kw_only=True, field_transformer=fields.with_specs)
class Visit:
    """A visit to a local group."""

    place: str = field(
        metadata=fields.described(
            fields.line(title={"sv": "Plats", "en": "Place"}),
            {"sv": "Bygden som besöks", "en": "The village that is visited"},
        )
    )
    guests: int | None = field(default=None, metadata=fields.integer(1, 999, title={"sv": "Gäster", "en": "Guests"}))


@hookimpl
def helaplan_extensions() -> list[Extension]:
    """Rules could be given too; they run on plans that have `extensions.besok`."""
    return [Extension(name="besok", title={"sv": "Besök", "en": "Visit"}, cls=Visit)]

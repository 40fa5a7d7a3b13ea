"""A file of its own, read, checked and placed as a plan is: `kind: inventarier`."""

from attrs import field, frozen

from helaplan import FileKind, fields, hookimpl


@frozen(kw_only=True, field_transformer=fields.with_specs)
class Inventory:
    """What a branch owns."""

    helaplan: int = field(metadata=fields.format_version(1, title={"sv": "Format", "en": "Format"}))
    kind: str = field(metadata=fields.kind("inventarier", title={"sv": "Sort", "en": "Kind"}))
    things: tuple[str, ...] = field(default=(), metadata=fields.lines(title={"sv": "Saker", "en": "Things"}))


@hookimpl
def helaplan_file_kinds() -> list[FileKind]:
    """`helaplan check inventarier.yaml`, `helaplan schema inventarier`."""
    return [FileKind(kind="inventarier", title={"sv": "Inventarier", "en": "Inventory"}, cls=Inventory)]

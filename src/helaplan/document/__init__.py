"""Document: what people read, as values that every written format can carry."""

from helaplan.document.blocks import (
    Attachment,
    Block,
    Chip,
    Confidence,
    Document,
    Facet,
    Figure,
    Furniture,
    Heading,
    LabelLine,
    ListItem,
    Look,
    Paragraph,
    Table,
)

__all__ = [
    "Attachment",
    "Block",
    "Chip",
    "Confidence",
    "Document",
    "Facet",
    "Figure",
    "Furniture",
    "Heading",
    "LabelLine",
    "ListItem",
    "Look",
    "Paragraph",
    "Table",
]

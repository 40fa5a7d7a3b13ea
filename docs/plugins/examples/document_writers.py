"""Writes what blocks say, one line each. Options are the fields of an attrs class: `-O upper=yes`."""

from collections.abc import Iterator

from attrs import frozen

from helaplan import Block, Document, DocumentWriter, Figure, LabelLine, Table, WriteContext, hookimpl


@frozen(kw_only=True)
class Options:
    """Options of the format."""

    upper: bool = False


def words(block: Block) -> Iterator[str]:
    """The lines of a block. Whatever a format can't show, it says in words."""
    if isinstance(block, Table):
        yield from (" ".join(row) for row in [(block.caption,), *block.rows])
    elif isinstance(block, Figure):
        yield f"{block.alt} {block.caption}"
        yield from words(block.data)
    elif isinstance(block, LabelLine):
        yield f"{block.label}: {', '.join(block.texts)}"
    else:
        yield str(getattr(block, "text", ""))


def write(document: Document, options: Options, context: WriteContext) -> bytes:
    """The same bytes for the same document."""
    lines = [document.title, document.subtitle, document.organisation]
    lines += [line for block in document.blocks for line in words(block)]
    text = "\n".join(filter(None, lines))
    return (text.upper() if options.upper else text).encode()


@hookimpl
def helaplan_document_writers() -> list[DocumentWriter]:
    """`helaplan export plan.yaml -o plan.ord`."""
    title = {"sv": "Bara ord", "en": "Words alone"}
    writer = DocumentWriter(
        name="ord", suffixes=(".ord",), media_type="text/plain", title=title, write=write, options=Options
    )
    return [writer]

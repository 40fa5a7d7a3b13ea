"""What each block is, kept in a PDF beside its words, and given back to the blocks that were read.

PDF has no place for ids that a reader would meet beside the words, so they travel in an attachment: for each block its
kind, depth, level, id and role, how many letters it prints and a sum over them. No word and no value is in it: every
text comes from the page, and what has no match there is left as it was read.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any
from unicodedata import normalize

from attrs import evolve, field, frozen

from helaplan import (
    Attachment,
    Block,
    Document,
    Furniture,
    Heading,
    LabelLine,
    ListItem,
    Paragraph,
    Place,
    Table,
    join_lines,
)

NAME = "helaplan-identity.json"
VERSION = 1
#: An attachment larger than this is none of ours, and more blocks than this are not matched.
MAX_BYTES = 4_000_000
_MAX_BLOCKS = 8_000
_SPELT = re.compile(r"\[U\+([0-9A-F]{4,6})\]")
_KINDS = {Heading: "heading", Paragraph: "paragraph", ListItem: "item", LabelLine: "label", Table: "table"}


def attachment(document: Document, above: str) -> Attachment:
    """The identity of a document and its blocks; `above` is what is printed over its title."""
    head = [("above", above), ("title", " ".join(document.title.split())), ("subtitle", document.subtitle)]
    entries = [_entry(kind, [text]) for kind, text in head if text]
    entries += [entry for block in document.blocks if (entry := _of_block(block)) is not None]
    data = {
        "version": VERSION,
        "language": document.language,
        "id": document.id,
        "role": document.role,
        "blocks": entries,
    }
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    return Attachment(name=NAME, media_type="application/json", data=text.encode(), description="helaplan")


def _of_block(block: Block) -> dict[str, Any] | None:
    kind = _KINDS.get(type(block))
    if kind is None:
        return None
    made = _entry(kind, _printed(block))
    made |= {"depth": block.depth, "id": block.id, "role": block.role}
    if isinstance(block, Heading):
        made["level"] = block.level
    return made


def _entry(kind: str, parts: Sequence[str]) -> dict[str, Any]:
    letters = [_letters(part) for part in parts]
    return {"kind": kind, "letters": [len(each) for each in letters], "sum": _sum("".join(letters))}


def _printed(block: Block) -> list[str]:
    """The parts of a block's words, as they are printed one after the other."""
    if isinstance(block, LabelLine):
        return [block.label, *block.texts]
    if isinstance(block, ListItem):
        return [block.number, block.text]
    if isinstance(block, Table):
        return [block.caption, *(cell for row in block.rows for cell in row)]
    return [getattr(block, "text", "")]


def _letters(text: str) -> str:
    """What is left of a text however its lines are broken: letters and digits."""
    return "".join(letter for letter in normalize("NFKC", text) if letter.isalnum())


def _sum(letters: str) -> str:
    return hashlib.sha256(letters.encode("utf-8", "replace")).hexdigest()[:16]


@frozen
class _Read:
    """A block that was read, and its words as they stand on the page."""

    block: Block
    text: str
    mark: str = field(init=False)

    @mark.default
    def _(self) -> str:
        return _sum(_letters(self.text))


def identified(document: Document, data: bytes) -> Document:
    """The document with what the attachment knows of its blocks; as it was where that is of another document."""
    known = _known(data)
    if known is None:
        return document
    read = [each for each in _whole(document.blocks) if not isinstance(each.block, Furniture)]
    beside = [each for each in document.blocks if isinstance(each, Furniture)]
    entries = known["blocks"]
    if len(read) > _MAX_BLOCKS:
        return document
    blocks: list[Block] = []
    head: dict[str, str] = {}
    for entry, block in _matched(entries, read):
        if entry is not None and entry["kind"] in ("above", "title", "subtitle"):
            head[entry["kind"]] = getattr(block, "text", "")
        else:
            blocks.append(block)
    if "title" not in head:
        return document
    return evolve(
        document,
        title=head["title"],
        subtitle=head.get("subtitle", ""),
        organisation=head.get("above", ""),
        language=known["language"],
        id=known["id"],
        role=known["role"],
        blocks=(*blocks, *beside),
    )


def _known(data: bytes) -> dict[str, Any] | None:
    """The content of the attachment, None where it isn't sound."""
    try:
        known = json.loads(data)
        texts = [known[key] for key in ("language", "id", "role")]
        for entry in known["blocks"]:
            texts += [entry["kind"], entry["sum"], entry.get("id", ""), entry.get("role", "")]
            numbers = [*entry["letters"], entry.get("depth", 0), entry.get("level") or 1]
            if not all(type(each) is int and 0 <= each < 1_000_000 for each in numbers):
                return None
        sound = known["version"] == VERSION and all(isinstance(each, str) for each in texts)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return known if sound and len(known["blocks"]) <= _MAX_BLOCKS else None


def _whole(blocks: Sequence[Block]) -> list[_Read]:
    """The blocks that were read; those that only go on with the one before are one with it."""
    made: list[_Read] = []
    for block in blocks:
        text = _SPELT.sub(lambda match: chr(min(int(match[1], 16), 0x10FFFF)), " ".join(_shown(block)))
        last = next((at for at in range(len(made) - 1, -1, -1) if not isinstance(made[at].block, Furniture)), None)
        if block.look is not None and block.look.continues and last is not None:
            made[last] = _Read(made[last].block, join_lines(made[last].text, text))
        else:
            made.append(_Read(block, text))
    return made


def _shown(block: Block) -> list[str]:
    """The words of a block with the signs that stand between them on the page."""
    if isinstance(block, LabelLine):
        return [f"{block.label}:", "; ".join(block.texts)]
    return [each for each in _printed(block) if each]


def _matched(entries: Sequence[dict[str, Any]], read: Sequence[_Read]) -> Iterator[tuple[dict[str, Any] | None, Block]]:
    """Each block of the document in its order, with its entry where it has one."""
    matcher = SequenceMatcher(None, [entry["sum"] for entry in entries], [each.mark for each in read], autojunk=False)
    for what, first, last, start, end in matcher.get_opcodes():
        if what == "equal":
            for entry, each in zip(entries[first:last], read[start:end], strict=True):
                yield entry, _made(entry, each.text, each.block)
            continue
        cut = _cut(entries[first:last], read[start:end])
        if cut is not None:
            yield from cut
        else:
            yield from ((None, each.block) for each in read[start:end])


def _cut(entries: Sequence[dict[str, Any]], read: Sequence[_Read]) -> list[tuple[dict[str, Any] | None, Block]] | None:
    """The same words divided as they were written; None where they aren't the same words."""
    if not entries or not read:
        return None
    text = " ".join(each.text for each in read)
    texts = _divided(text, [sum(entry["letters"]) for entry in entries])
    if any(_sum(_letters(part)) != entry["sum"] for part, entry in zip(texts, entries, strict=True)):
        return None
    return [(entry, _made(entry, part, read[0].block)) for entry, part in zip(entries, texts, strict=True)]


def _divided(text: str, counts: Sequence[int]) -> list[str]:
    """The text in parts of so many letters; signs stay with the word that they touch. The last part takes the rest."""
    parts: list[str] = []
    place = 0
    for count in counts[:-1]:
        end, seen = place, 0
        while end < len(text) and seen < count:
            seen += len(_letters(text[end]))
            end += 1
        while end < len(text) and not text[end].isspace() and not text[end].isalnum():
            end += 1
        parts.append(text[place:end].strip())
        place = end
    return [*parts, text[place:].strip()]


def _made(entry: dict[str, Any], text: str, block: Block) -> Block:
    """The block that an entry tells of, with these words."""
    if isinstance(block, Table) and entry["kind"] == "table":
        return evolve(block, id=entry["id"], role=entry["role"], depth=entry["depth"])
    place: Place | None = block.place
    kind = entry["kind"]
    if kind in ("above", "title", "subtitle", "table"):
        return Paragraph(text=text, place=place)
    about = {"id": entry["id"], "role": entry["role"], "place": place}
    if kind == "heading":
        return Heading(text=text, level=entry.get("level"), **about)
    depth = entry["depth"]
    if kind == "label":
        label, *texts = _divided(text, entry["letters"])
        values = [each.removesuffix(";").strip() for each in texts[:-1]] + texts[-1:]
        return LabelLine(label=label.removesuffix(":").strip(), texts=values, depth=depth, **about)
    if kind == "item":
        number, words = _divided(text, entry["letters"]) if entry["letters"][0] else ("", text)
        return ListItem(text=words, number=number, depth=max(depth, 1), **about)
    return Paragraph(text=text, depth=depth, **about)

"""Every document there is here, in every form that can be read: the receipt accounts for all of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from helaplan.api import import_document
from helaplan.document import Block, Figure, LabelLine, Table
from helaplan.layout import clean_chars
from helaplan.model import Plan
from helaplan.pipeline.exchange import Imported
from helaplan.planfile.structure import unstructure
from helaplan.plugins.declarations import Source
from helaplan.plugins.host import Host
from helaplan.registers.personal import redact

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
SHARED = ROOT.parent / "shared" / "cases" / "plans"
HOST = Host()


def files() -> Iterator[Path]:
    """Our own documents, then the shared ones where they lie beside this checkout."""
    readable = {suffix for reader in HOST.readers() for suffix in reader.suffixes}
    for folder in (HERE / "cases", HERE / "hand", HERE / "forms", ROOT / "examples" / "orebro-2023", SHARED):
        if folder.exists():
            yield from sorted(each for each in folder.iterdir() if each.suffix in readable)


EVERY = pytest.mark.parametrize("path", list(files()), ids=lambda path: path.name)


@cache
def imported(path: Path) -> Imported:
    """The import of a document, made once."""
    return import_document(path, host=HOST)


def words(text: str) -> Counter[str]:
    """The letters and digits of a text: hyphens and blanks at the ends of lines can be argued about."""
    return Counter(re.findall(r"[^\W_]", redact(clean_chars(text))[0].casefold()))


def of_block(block: Block) -> str:
    """All words of a block as it was read."""
    if isinstance(block, Table):
        cells = [t for r, row in enumerate(block.rows) for c, t in enumerate(row) if (r, c) not in block.merged]
        return " ".join([block.caption, *cells])
    if isinstance(block, LabelLine):
        return " ".join([block.label, *block.texts])
    return f"{block.caption} {block.alt}" if isinstance(block, Figure) else str(getattr(block, "text", ""))


@EVERY
def test_each_block_is_in_exactly_one_state(path: Path) -> None:
    """Used, ignored with a reason, or unplaced; numbered from 1 without a gap."""
    blocks = imported(path).receipt.blocks
    assert [block.n for block in blocks] == list(range(1, len(blocks) + 1))
    for block in blocks:
        states = [bool(block.used), bool(block.ignored), block.unplaced is not None]
        assert states.count(True) == 1, block


@EVERY
def test_every_letter_of_the_document_is_in_the_receipt(path: Path) -> None:
    """What the reader gives, block by block, stands in the receipt: not a word is passed by."""
    reader = HOST.reader_for(path.suffix)
    assert reader is not None
    document = reader.read(path.read_bytes(), Source(name=path.name)).document
    given = words(" ".join([document.title, document.subtitle, *map(of_block, document.blocks)]))
    receipt = words(" ".join(block.text for block in imported(path).receipt.blocks))
    assert not given - receipt


@EVERY
def test_every_path_of_the_receipt_is_in_the_plan(path: Path) -> None:
    """A place that the receipt names is there, and is no whole area or list of areas."""
    made = imported(path)
    data: Any = unstructure(made.plan)
    for block in made.receipt.blocks:
        for way in [*(use.path for use in block.used), *([block.unplaced] if block.unplaced is not None else [])]:
            found: Any = data
            for step in way:
                found = found[step]
            assert found not in ("", [], {}), way
            assert not (way[0] == "areas" and len(way) < 3), way


@EVERY
def test_what_is_used_says_its_words(path: Path) -> None:
    """The words of a block stand in the fields that it is used for, marks, numbers and heading words aside."""
    made = imported(path)
    everything = words(said(made.plan))
    for block in made.receipt.blocks:
        if block.used and all(use.path[-1] in ("text", "name") for use in block.used):
            assert not words(re.sub(r"^\W*(?:\w{1,4}[.)])?", "", block.text)) - everything, block


def said(plan: Plan) -> str:
    """All texts of a plan in one."""

    def texts(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for each in value.values():
                yield from texts(each)
        elif isinstance(value, list):
            for each in value:
                yield from texts(each)

    return " ".join(texts(unstructure(plan)))

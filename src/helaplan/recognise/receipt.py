"""The receipt of an import: where every block of the source went. Its JSON form 1 is public (`docs/cli.md`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs
from attrs import field, frozen

from helaplan.document import Confidence
from helaplan.findings import Finding, Path, Place, pointer
from helaplan.model import Plan
from helaplan.recognise.changes import Changes


@frozen
class Use:
    """Words of a block stand at `path` of the plan, taken for `concept` (vision, activity …)."""

    path: Path
    concept: str
    confidence: Confidence = Confidence.SURE


def _uses(uses: Iterable[Use]) -> tuple[Use, ...]:
    # Not `tuple` itself: a type checker takes its parameter for the field's and refuses every list.
    return tuple(uses)


@frozen(kw_only=True)
class Placement:
    """One block of the source, in exactly one state: used, ignored with a reason, or unplaced (kept in a section)."""

    n: int
    text: str
    place: Place | None = None
    used: tuple[Use, ...] = field(default=(), converter=_uses)
    ignored: str = ""
    unplaced: Path | None = None


@frozen
class Proposal:
    """A value that stands at `path` because of the words `words`; nobody has confirmed it."""

    path: Path
    words: str


def _placements(blocks: Iterable[Placement]) -> tuple[Placement, ...]:
    return tuple(blocks)


def _proposals(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    return tuple(proposals)


@frozen(kw_only=True)
class Receipt:
    """All blocks in the source's order, the proposals, and how many pieces of personal data were taken out, by kind.

    `changes` are the differences from the known plan, None where none was given.
    """

    source: str
    reader: str
    blocks: tuple[Placement, ...] = field(default=(), converter=_placements)
    proposals: tuple[Proposal, ...] = field(default=(), converter=_proposals)
    removed: Mapping[str, int] = field(factory=dict)
    changes: Changes | None = None

    def to_json(self) -> dict[str, Any]:
        """The receipt as plain data, JSON form 1."""
        made: dict[str, Any] = {
            "version": 1,
            "source": self.source,
            "reader": self.reader,
            "blocks": [_block(each) for each in self.blocks],
            "proposals": [{"path": pointer(each.path), "from": each.words} for each in self.proposals],
            "removed": {kind: self.removed.get(kind, 0) for kind in ("personnummer", "phone", "email", "address")},
        }
        if self.changes is not None:
            made["changes"] = [each.to_json() for each in self.changes]
        return made


def _block(block: Placement) -> dict[str, Any]:
    made: dict[str, Any] = {"n": block.n, "text": block.text}
    if block.place is not None:
        made["place"] = {key: value for key, value in attrs.asdict(block.place).items() if value is not None}
    if block.used:
        made["used"] = [
            {"path": pointer(use.path), "as": use.concept, "confidence": use.confidence.value} for use in block.used
        ]
    elif block.unplaced is not None:
        made["unplaced"] = pointer(block.unplaced)
    else:
        made["ignored"] = block.ignored
    return made


@frozen
class Doubt:
    """Something that a person could answer in a word: `code` says what is asked.

    `about` is the key or id it is about, `words` what the document says. Of `same-item`, `other` and `other_words`
    are id and words of the known item that it may be.
    """

    code: str
    about: str
    words: str = ""
    other: str = ""
    other_words: str = ""


def _doubts(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    return tuple(doubts)


def _paths(paths: Iterable[Path]) -> tuple[Path, ...]:
    return tuple(paths)


@frozen(kw_only=True)
class Recognised:
    """A plan made from a document, the receipt, and what the reader of both should know.

    `carried` are the ids that the document itself has, `typed` the places of activities that somebody typed into a
    document with ids, `doubts` what a person could be asked, `changes` the
    differences from the known plan where one was given.
    """

    plan: Plan
    receipt: Receipt
    findings: tuple[Finding, ...] = field(default=(), converter=tuple)
    carried: frozenset[str] = frozenset()
    typed: tuple[Path, ...] = field(default=(), converter=_paths)
    doubts: tuple[Doubt, ...] = field(default=(), converter=_doubts)
    changes: Changes | None = None

"""Mending ids and what refers to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from helaplan.findings import Edit, Finding, Fix, Path
from helaplan.pipeline.fixers.keys import claim_id, insert_key, plan_id
from helaplan.pipeline.fixers.sheet import Sheet, argument, unsafe
from helaplan.planfile.edits import scalar
from helaplan.registers.personal import mask
from helaplan.registers.slug import slug

#: What an id is made of: the first of these keys that has a text.
_NAMES = ("title", "name", "text", "heading")
#: Lists of ids, and keys that hold one among other things.
_REFERENCES = ("partners", "goals", "target_groups")
_MENTIONS = (("sections", "after"), ("questions", "about"))


def id_missing(sheet: Sheet, finding: Finding) -> Fix | None:
    """An id of the first words that say something, as the part's first key."""
    held = sheet.value(finding.path[:-1])
    if not isinstance(held, dict) or "id" in held:
        return None
    text = next((held[key] for key in _NAMES if isinstance(held.get(key), str) and held[key].strip()), None)
    if text is None or finding.path in sheet.claimed_keys:
        return None
    default = argument(finding, "thing").replace("_", "-") or "del"
    # Personal data stands masked, so no id is made of it.
    return insert_key(sheet, finding.path[:-1], "id", scalar(claim_id(sheet, slug(mask(text), default=default))))


def bad_id(sheet: Sheet, finding: Finding) -> Fix | None:
    """A proper id made of the letters of a bad one, in every place that refers to it; a guess."""
    written = sheet.value(finding.path)
    if not isinstance(written, str) or not written.strip():
        return None
    if finding.path[-1] != "id":
        return _bad_reference(sheet, finding, written)
    made = plan_id(sheet) if finding.path == ("id",) and not slug(written, default="") else ""
    made = made or claim_id(sheet, slug(mask(written), default="del"))
    own = sheet.rewritten(finding.path, made)
    if own is None:
        return None
    edits: list[Edit] = [*own.edits]
    for path in _mentions(sheet, written):
        fix = sheet.rewritten(path, made)
        edits += fix.edits if fix else ()
    return Fix(edits=edits, safe=False)


def _bad_reference(sheet: Sheet, finding: Finding, written: str) -> Fix | None:
    """A bad id in a reference, where the right one is in the file. Is the bad one there too, it is mended with that."""
    made = slug(written, default="")
    return unsafe(sheet.rewritten(finding.path, made)) if made in sheet.ids and written not in sheet.ids else None


def _mentions(sheet: Sheet, written: str) -> Iterator[Path]:
    """Where the file refers to an id."""
    for path, held in sheet.mappings():
        if path[-2:-1] == ("activities",):
            for key in _REFERENCES:
                items = held.get(key)
                for place, each in enumerate(items) if isinstance(items, list) else ():
                    if each == written:
                        yield (*path, key, place)
        for owner, key in _MENTIONS:
            if path[:1] == (owner,) and len(path) == 2 and held.get(key) == written:
                yield (*path, key)


def suggested(sheet: Sheet, finding: Finding) -> Fix | None:
    """The id that is spelt most like one that is not there; a guess."""
    meant = argument(finding, "suggestion")
    return unsafe(sheet.rewritten(finding.path, meant)) if meant else None


MAKERS: Mapping[str, Callable[[Sheet, Finding], Fix | None]] = {
    "id-missing": id_missing,
    "bad-id": bad_id,
    "unknown-reference": suggested,
    "section-after-unknown": suggested,
    "question-about-unknown": suggested,
}

"""Fixes for findings, and files that are mended with them.

A fix is a value on a finding; anybody may apply it. Here they are applied round by round, since mending one thing
(a misspelt key) can bring another to light (the value that stood below it).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from attrs import evolve, field, frozen

from helaplan.findings import Finding, Fix, Path, Report
from helaplan.planfile.decode import decode
from helaplan.planfile.edits import apply_edits, encoded, select_edits
from helaplan.planfile.reader import Raw, read_raw

#: A file that shows ever new faults is mended so many times at most. One round is usual; a file that can't be parsed
#: shows its faults one by one.
MAX_ROUNDS = 500


def with_fixes(findings: Iterable[Finding], raw: Raw, classes: Mapping[Path, type]) -> tuple[Finding, ...]:
    """The findings of a file, each with its fix where there is one. `classes` gives the class of the data at a path."""
    findings = tuple(findings)
    if not findings or not raw.text:
        return findings
    # Imported here: a good file needs none of it.
    from helaplan.pipeline.fixers import MAKERS, Sheet

    sheet = Sheet(raw, classes)
    made = []
    for finding in findings:
        maker = MAKERS.get(finding.code) if finding.fix is None else None
        fix = maker(sheet, finding) if maker else None
        made.append(evolve(finding, fix=fix) if fix and _helps(fix, finding, raw) else finding)
    return tuple(made)


def _helps(fix: Fix, finding: Finding, raw: Raw) -> bool:
    """False where a file that can't be parsed would still stop at the same mistake.

    Such a finding is a guess at what somebody did, so the mended text is tried. All others are sure.
    """
    if isinstance(raw.data, dict):
        return True
    after = read_raw(apply_edits(raw.text, fix.edits)).findings
    return not any(each.code == finding.code and each.span == finding.span for each in after)


@frozen(kw_only=True)
class Fixed:
    """A mended file: its bytes, what was mended, and the report of what remains.

    `data` is the whole file as it is to be written, with the byte order mark and line ends it had; `text` is the same
    without the mark. Where nothing could be mended both are as they were. `applied` are the findings whose fixes were
    made, with their places at that time.
    """

    data: bytes
    text: str
    changed: bool
    applied: tuple[Finding, ...]
    report: Report = field(repr=False)


def fix_source(source: bytes | str, look: Callable[[bytes | str], Report], *, unsafe: bool = False) -> Fixed:
    """Mend a plan file until nothing more can be mended. `look` gives the report of a file with this content.

    Only safe fixes are made unless `unsafe`. The report is the one for the mended file.
    """
    report = look(source)
    text = decode(source).text
    applied: list[Finding] = []
    seen = {text}
    changed = False
    for _ in range(MAX_ROUNDS if text else 0):
        made = _round(text, report.findings, unsafe)
        if made is None or made[0] in seen:
            break
        text, findings = made
        seen.add(text)
        applied += findings
        changed = True
        report = look(encoded(text, source) if isinstance(source, bytes) else text)
    if not changed:
        data = source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")
        return Fixed(data=data, text=text, changed=False, applied=(), report=report)
    return Fixed(data=encoded(text, source), text=text, changed=True, applied=tuple(applied), report=report)


def _round(text: str, findings: Sequence[Finding], unsafe: bool) -> tuple[str, list[Finding]] | None:
    """The text with as many fixes made as go together, and the findings they were for; None where there are none."""
    mendable = [each for each in findings if each.fix is not None and each.fix.edits and (unsafe or each.fix.safe)]
    edits, chosen = select_edits([each.fix.edits for each in mendable if each.fix is not None])
    return (apply_edits(text, edits), [mendable[index] for index in chosen]) if chosen else None

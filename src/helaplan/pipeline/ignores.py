"""Findings that comments in the file itself silence, and comments that silence nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from attrs import frozen

from helaplan.findings import Arg, Finding, Severity
from helaplan.planfile.pragmas import Ignore, find_ignores
from helaplan.planfile.reader import Raw

#: Looking for what was meant takes a millisecond, and a file can be made that has a hundred thousand wrong codes.
_MOST_SUGGESTIONS = 100


@frozen(kw_only=True)
class Sifted:
    """Findings that are told, and those that a comment silenced."""

    told: tuple[Finding, ...]
    ignored: tuple[Finding, ...] = ()


def sift(raw: Raw, findings: Iterable[Finding], ran: Collection[str], *, whole: bool = True) -> Sifted:
    """The findings of a file by its comments. `ran` are the codes of the rules that ran beyond the core's default.

    A comment for a rule that did not run is neither used nor unused: on another day, with its profile, it may be. Nor
    is one in a file that is not `whole`: a rule may have held its tongue about what is faulty.
    """
    comments = find_ignores(raw.text, raw.places)
    findings = tuple(findings)
    if not comments:
        return Sifted(told=findings)
    wanted = {(each.line, code) for each in comments for code in each.codes}
    told: list[Finding] = []
    ignored: list[Finding] = []
    for finding in findings:
        (ignored if (_line(finding), finding.code) in wanted else told).append(finding)
    used = {(_line(each), each.code) for each in ignored}
    told += (each for each in _about(comments, used, ran, raw) if whole or each.code != "ignore-unused")
    return Sifted(told=tuple(told), ignored=tuple(ignored))


def _line(finding: Finding) -> int:
    return finding.span.start.line if finding.span else 0


def _about(
    comments: Iterable[Ignore], used: Collection[tuple[int, str]], ran: Collection[str], raw: Raw
) -> Iterator[Finding]:
    """What is wrong with the comments themselves."""
    # Imported here: few files have such a comment, and all the sentences come along.
    from helaplan.registers.keys import suggest_id
    from helaplan.rules.careful import RULES as CAREFUL
    from helaplan.text import codes

    known = codes()
    spelt = sorted({*known, *ran})
    looks = _MOST_SUGGESTIONS
    asleep = {code for rule in CAREFUL for code in rule.codes} - set(ran)
    for comment in comments:
        for code in comment.codes:
            args: dict[str, Arg] = {"written": code}
            if code in known or code in ran:
                if (comment.line, code) not in used and code not in asleep:
                    yield _finding("ignore-unused", comment, args, raw)
            elif "/" not in code:
                suggestion = suggest_id(code, spelt) if looks > 0 else None
                looks -= 1
                if suggestion:
                    args["suggestion"] = suggestion
                yield _finding("ignore-unknown-code", comment, args, raw)
        if not comment.codes:
            yield _finding("ignore-without-code", comment, {}, raw)


def _finding(code: str, comment: Ignore, args: dict[str, Arg], raw: Raw) -> Finding:
    start = comment.span.start
    path = raw.places.path_at(start.line - 1, start.column - 1)
    return Finding(code=code, path=path, args=args, severity=Severity.WARNING, span=comment.span)

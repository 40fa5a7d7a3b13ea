"""What a folder of plans has chosen: `helaplan.toml`, or `[tool.helaplan]` in a `pyproject.toml`.

Structured by the same strict pass as a plan, so a misspelt key is told at its line and nothing is taken for granted.
"""

from __future__ import annotations

import fnmatch
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, field, frozen

from helaplan.findings import Anchor, Arg, Finding, Path, Position, Report, Severity, Span
from helaplan.model import fields as f
from helaplan.planfile.structure import structure

SEVERITIES = tuple(each.value for each in Severity)


@frozen(kw_only=True, field_transformer=f.with_specs)
class PluginSettings:
    """`disabled` are entry-point names that are never imported; `folder` holds plugins of one file each."""

    disabled: tuple[str, ...] = field(default=(), metadata=f.lines())
    folder: str = field(default="", metadata=f.line())


@frozen(kw_only=True, field_transformer=f.with_specs)
class FileSettings:
    """Codes that are not told of some files: patterns such as `gamla/*.yaml`, seen from the settings' own folder."""

    files: tuple[str, ...] = field(metadata=f.lines())
    ignore: tuple[str, ...] = field(default=(), metadata=f.lines())


@frozen(kw_only=True, field_transformer=f.with_specs)
class RuleSettings:
    """Which codes are told, and how bad they are; with `select` only those are."""

    select: tuple[str, ...] = field(default=(), metadata=f.lines())
    ignore: tuple[str, ...] = field(default=(), metadata=f.lines())
    severity: Mapping[str, str] = field(factory=dict, metadata=f.choice_map(*SEVERITIES))
    per_file: tuple[FileSettings, ...] = field(default=(), metadata=f.items(FileSettings))


@frozen(kw_only=True, field_transformer=f.with_specs)
class Settings:
    """All that a folder of plans may choose. The defaults are what happens without a file."""

    profiles: tuple[str, ...] = field(default=(), metadata=f.lines())
    plugins: PluginSettings = field(factory=PluginSettings, metadata=f.nested(PluginSettings))
    rules: RuleSettings = field(factory=RuleSettings, metadata=f.nested(RuleSettings))

    def applied(self, findings: Iterable[Finding], file: str) -> tuple[Finding, ...]:
        """The findings of a file as these settings want them: some left out, some of another severity.

        `file` is the plan's path seen from the settings' folder, with `/`.
        """
        ignored = set(self.rules.ignore)
        for each in self.rules.per_file:
            if any(fnmatch.fnmatchcase(file, pattern) for pattern in each.files):
                ignored.update(each.ignore)
        made = []
        for finding in findings:
            if finding.code in ignored or (self.rules.select and finding.code not in self.rules.select):
                continue
            severity = self.rules.severity.get(finding.code)
            made.append(evolve(finding, severity=Severity(severity)) if severity else finding)
        return tuple(made)


@frozen(kw_only=True)
class Read:
    """Settings from a file, and what is wrong with them. `settings` are what could be read."""

    settings: Settings
    report: Report


def read_settings(data: bytes, *, name: str = "helaplan.toml") -> Read | None:
    """The settings in a file's bytes; None for a `pyproject.toml` that has none. Never raises for a bad file."""
    try:
        text = data.decode("utf-8")
        table = tomllib.loads(text)
    except UnicodeDecodeError:
        return _broken(name, "", Finding(code="settings-unreadable", args={"found": "toml-encoding"}))
    except tomllib.TOMLDecodeError as error:
        return _broken(name, text, _syntax(error))
    at: Path = ()
    if name.endswith("pyproject.toml"):
        at = ("tool", "helaplan")
        tools = table.get("tool")
        if not isinstance(tools, dict) or "helaplan" not in tools:
            return None
        table = tools["helaplan"]
    made = structure(Settings, table)
    lines = text.splitlines()
    settings = made.value if made.value is not None else Settings()
    faults = [*made.findings, *_unknown_codes(settings)]
    findings = [evolve(each, file=name, span=_span(lines, (*at, *each.path), each.anchor)) for each in faults]
    report = Report(findings=findings, sources={name: text} if findings else {})
    return Read(settings=settings, report=report)


def _broken(name: str, text: str, finding: Finding) -> Read:
    span = finding.span or Span(Position(1, 1), Position(1, 1))
    report = Report(findings=[evolve(finding, file=name, span=span)], sources={name: text})
    return Read(settings=Settings(), report=report)


def _syntax(error: tomllib.TOMLDecodeError) -> Finding:
    """tomllib tells the place only in its English message."""
    found = re.search(r"\(at line ([0-9]+), column ([0-9]+)\)$", str(error))
    at = Position(int(found[1]), int(found[2])) if found else Position(1, 1)
    problem = next((name for start, name in _PROBLEMS.items() if str(error).startswith(start)), "")
    return Finding(code="settings-unreadable", args={"found": problem}, span=Span(at, at))


#: How tomllib's sentences begin, which are in English only → our word for what is wrong. The first that fits counts.
_PROBLEMS = {
    "Invalid value": "toml-value",
    "Invalid date": "toml-value",
    "Invalid hex": "toml-character",
    "Invalid": "toml-line",
    "Expected '='": "toml-line",
    "Expected newline": "toml-line",
    "Expected": "toml-bracket",
    "Unclosed": "toml-bracket",
    "Unterminated": "toml-quote",
    "Cannot": "toml-twice",
    "Duplicate": "toml-twice",
    "Found invalid": "toml-character",
    "Illegal": "toml-character",
    "Unescaped": "toml-character",
    "Escaped": "toml-character",
}


_HEADER = re.compile(r"\s*\[\[?\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""(\s*)((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)(\s*=\s*)(.*)$""")


def _span(lines: list[str], path: Path, anchor: Anchor) -> Span:
    """Where the longest known part of a path stands: TOML's reader keeps no places, so keys are looked up by line."""
    wanted = tuple(each for each in path if isinstance(each, str))
    best: tuple[int, Span] = (0, Span(Position(1, 1), Position(1, 1)))
    table: tuple[str, ...] = ()
    for number, line in enumerate(lines, 1):
        header, key = _HEADER.match(line), _KEY.match(line)
        here, start, end = table, 1, 1
        if header:
            here = table = _steps(header[1])
            start, end = header.start(1) + 1, header.end(1) + 1
        elif key:
            here = (*table, *_steps(key[2]))
            value = anchor is Anchor.VALUE and here == wanted
            start, end = (key.start(4), key.end(4)) if value else (key.start(2), key.end(2))
            start, end = start + 1, end + 1
        if here and wanted[: len(here)] == here and len(here) > best[0]:
            best = (len(here), Span(Position(number, start), Position(number, end)))
    return best[1]


def _steps(dotted: str) -> tuple[str, ...]:
    return tuple(each.strip().strip("\"'") for each in re.findall(r"\"[^\"]*\"|'[^']*'|[\w-]+", dotted))


def _unknown_codes(settings: Settings) -> Iterator[Finding]:
    """A warning for each code that nobody has: it would silently select, ignore or weigh nothing.

    The codes of plugins (`name/code`) pass, since a plugin may be missing here.
    """
    rules = settings.rules
    named: list[tuple[Path, str]] = [(("rules", "select"), code) for code in rules.select]
    named += [(("rules", "ignore"), code) for code in rules.ignore]
    named += [(("rules", "severity", code), code) for code in rules.severity]
    named += [
        (("rules", "per_file", at, "ignore"), code) for at, each in enumerate(rules.per_file) for code in each.ignore
    ]
    if not named:
        return
    # Imported here: most settings name no code, and all the sentences come along.
    from helaplan.registers.keys import suggest_id
    from helaplan.text import codes

    known = codes()
    for path, code in named:
        if code not in known and "/" not in code:
            args: dict[str, Arg] = {"name": code}
            suggestion = suggest_id(code, sorted(known))
            if suggestion:
                args["suggestion"] = suggestion
            anchor = Anchor.KEY if path[-1] == code else Anchor.VALUE
            yield Finding(code="settings-unknown-code", path=path, args=args, severity=Severity.WARNING, anchor=anchor)

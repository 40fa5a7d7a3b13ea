"""Checking: from bytes to a report. Who knows more kinds and extensions is handed in, never looked up."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Protocol

from attrs import Factory, evolve, field, frozen

from helaplan.findings import WRITTEN, Anchor, Arg, Finding, Path, Related, Report, Severity
from helaplan.model import Plan
from helaplan.model.plan import FORMAT_VERSION
from helaplan.pipeline.documents import as_plan
from helaplan.pipeline.fixing import with_fixes
from helaplan.pipeline.following import follows
from helaplan.pipeline.ignores import sift
from helaplan.pipeline.marks import of_their_own, with_mark
from helaplan.pipeline.meant import with_suggestion
from helaplan.pipeline.quick import findings_of, without_findings
from helaplan.pipeline.routes import with_routes
from helaplan.planfile.doubts import doubts
from helaplan.planfile.migrate import MIGRATIONS, Migrated, Migration, migrate
from helaplan.planfile.reader import Raw, read_raw
from helaplan.planfile.remarks import remarks
from helaplan.planfile.structure import Structured, structure
from helaplan.plugins.kinds import Extension, FileKind
from helaplan.registers.personal import mask
from helaplan.rules import RULES
from helaplan.rules.rule import Rule

#: No message, excerpt aside, shows more of a value than this.
SHOWN = 40

#: The file kinds that are always there: kind → class, schema (made from the class), rules.
CORE_KINDS: Mapping[str, FileKind] = {
    "plan": FileKind(kind="plan", title={"sv": "Verksamhetsplan", "en": "Plan"}, cls=Plan, rules=RULES)
}


class Lookup(Protocol):
    """Who knows the kinds and extensions that the core doesn't; a Host does. Asked only when a file needs it."""

    def file_kind(self, name: str) -> FileKind | None:
        """The declaration of this kind, None where no plugin has it."""

    def extension(self, name: str) -> Extension | None:
        """The declaration of this extension, None where no plugin has it."""


class NoPlugins:
    """A Lookup that knows nothing: the core alone."""

    def file_kind(self, name: str) -> FileKind | None:
        """None."""
        return None

    def extension(self, name: str) -> Extension | None:
        """None."""
        return None


@frozen(kw_only=True)
class Examined:
    """A plan file that was looked at: what it says wrong, and the value, partial where there are errors.

    `ignored` counts what comments in the file silenced. `full_report` holds the silenced faults of shape as well:
    what they leave out of the value is missing, told or not, so whoever uses the value must ask this one.
    """

    report: Report
    value: Any = None
    ignored: int = 0
    full_report: Report = field(default=Factory(lambda self: self.report, takes_self=True))


def examine(
    source: bytes | str,
    *,
    name: str = "",
    lookup: Lookup | None = None,
    profiles: Iterable[Rule] = (),
    migrations: Mapping[int, Migration] = MIGRATIONS,
) -> Examined:
    """Everything that can be said of one plan file: reader, structure, rules, extensions, in one run.

    `name` is the file's name in the findings, `profiles` are rules that the caller's configuration selected. A plan of
    an older format is looked at as what `migrations` make of it, with the places it has in the file.
    """
    profiles = tuple(profiles)
    lookup = lookup or NoPlugins()
    plan = without_findings(source, profiles)
    if plan is not None:
        return Examined(report=Report(), value=plan)
    raw = as_plan(read_raw(source), name)
    if not isinstance(raw.data, dict):
        return Examined(report=_report(raw, name, raw.findings))
    kind = _kind_of(raw.data, lookup)
    old = migrate(raw, known=FORMAT_VERSION, migrations=migrations) if kind.cls is Plan else None
    raw = old.raw if old else raw
    if not isinstance(raw.data, dict):
        return Examined(report=_report(raw, name, raw.findings, old=old))
    made = structure(kind.cls, raw.data)
    shape = [each for each in made.findings if not _hidden(each.path, raw.findings)]
    faults = [with_suggestion(with_mark(each, raw.places), kind.cls, raw.data) for each in shape]
    known = [*of_their_own(raw.findings, faults), *faults]
    rules = (*kind.rules, *profiles)
    found = list(_by_rules(rules, made, raw, known))
    ran = {code for rule in rules for code in rule.codes}
    classes: dict[Path, type] = {(): kind.cls}
    for at, data, extension in _extensions(raw.data, lookup):
        found += _extension_findings(at, data, extension, made.value, raw, known)
        if extension is not None and extension.cls is not None:
            classes["extensions", at] = extension.cls
        ran.update(code for rule in (extension.rules if extension else ()) for code in rule.codes)
    placed = _in_file_order(_placed(each, raw) for each in [*faults, *found])
    doubted = [each for each in (*doubts(raw.text, raw.places), *remarks(raw)) if not _hidden(each.path, known)]
    told = [*of_their_own(raw.findings, faults), *placed, *doubted]
    sifted = sift(raw, told, ran, whole=not known)
    report = _report(raw, name, sifted.told, classes, old)
    if not sifted.ignored:
        return Examined(report=report, value=made.value)
    shapes = {(each.code, each.path) for each in known}
    silenced = [each for each in sifted.ignored if (each.code, each.path) in shapes]
    full = _report(raw, name, [*sifted.told, *silenced], classes, old)
    return Examined(report=report, value=made.value, ignored=len(sifted.ignored), full_report=full)


def check_data(data: object, *, schema: Mapping[str, Any] | None = None) -> Report:
    """What any JSON Schema tool would say of plain data, with paths but no places. `schema` defaults to the plan's.

    A schema that cannot be used, or refers to one that lies elsewhere, is a finding; nothing is ever fetched.
    """
    # Imported here: jsonschema costs more at start than checking a plan.
    from jsonschema.validators import Draft202012Validator, validator_for
    from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]  # it has no types to offer

    from helaplan.schema import plan_schema

    chosen: Any = schema if schema is not None else plan_schema()
    # Its own default registry opens addresses; this one knows the drafts of JSON Schema and nothing else.
    try:
        made: Any = validator_for(chosen, default=Draft202012Validator)
        if schema is not None:
            made.check_schema(chosen)
        errors = list(made(chosen, registry=REGISTRY).iter_errors(data))
    except Exception as error:  # of many kinds: a reference, a pattern, a schema that goes round in itself
        if schema is None:
            raise
        return Report(findings=[Finding(code="schema-broken", args={"cause": _cause(error)})])
    return Report(findings=[each for error in errors for each in _from_jsonschema(error)])


def _cause(error: Exception) -> str:
    """What is wrong with a schema, in a few words that hold nothing of the data."""
    reference = getattr(error, "ref", "")
    if reference:
        return f"$ref {reference}"[:SHOWN]
    path = "/".join(map(str, getattr(error, "absolute_path", ())))
    return f"{type(error).__name__} {path}".strip()[:SHOWN]


def examine_by_schema(source: bytes | str, *, name: str = "", lookup: Lookup | None = None) -> Report:
    """What any outside tool would say of a plan file under the published schema, at the places in the file."""
    from helaplan.schema import schema_of

    raw = as_plan(read_raw(source), name)
    if not isinstance(raw.data, dict):
        return _report(raw, name, raw.findings)
    kind = _kind_of(raw.data, lookup or NoPlugins())
    found = check_data(raw.data, schema=schema_of(kind.cls, id="")).findings
    visible = [each for each in found if not _hidden(each.path, raw.findings)]
    return _report(raw, name, [*raw.findings, *(_placed(each, raw) for each in visible)])


def merge(reports: Iterable[Report]) -> Report:
    """One report of many files."""
    findings: list[Finding] = []
    sources: dict[str, str] = {}
    files = 0
    for report in reports:
        findings += report.findings
        sources.update(report.sources)
        files += report.files
    return Report(findings=findings, files=files, sources=sources)


def _kind_of(data: Mapping[str, Any], lookup: Lookup) -> FileKind:
    name = data.get("kind")
    if not isinstance(name, str) or name in CORE_KINDS:
        return CORE_KINDS[name if isinstance(name, str) else "plan"]
    # A kind that nobody knows is read as a plan, whose own `kind` field then says what is wrong.
    return lookup.file_kind(name) or CORE_KINDS["plan"]


def _report(
    raw: Raw,
    name: str,
    findings: Iterable[Finding],
    classes: Mapping[Path, type] | None = None,
    old: Migrated | None = None,
) -> Report:
    """The report of one file. `classes` gives the class of the data at a path, which fixes go by."""
    told = with_routes(findings, raw.data)
    told = old.in_file(told) if old else with_fixes(told, raw, classes or {})
    named = tuple(evolve(each, file=name) for each in told)
    return Report(findings=named, sources={name: old.text if old else raw.text} if named else {})


# Rules, and when they hold their tongue


def _by_rules(rules: Iterable[Rule], made: Structured, raw: Raw, known: list[Finding]) -> Iterator[Finding]:
    """What the rules say of the (partial) value, in the file's own paths, silent about what is faulty already."""
    if made.value is None:
        return
    faulty = _faulty_paths(known)
    told = []
    for rule, found in findings_of(rules, made.value):
        finding = _in_file(found, made)
        if not faulty or not _silent(finding, rule, faulty, raw):
            told.append(finding)
    faulty |= {each.path for each in told if each.code == "unknown-reference"}
    yield from (each for each in told if not follows(each, faulty))


def _faulty_paths(known: Iterable[Finding]) -> set[Path]:
    """Where something is wrong already, and where a misspelt key should have led."""
    paths: set[Path] = set()
    for each in known:
        paths.add(each.path)
        suggestion = each.args.get("suggestion")
        if each.code == "unknown-key" and isinstance(suggestion, str):
            paths.add((*each.path[:-1], suggestion))
    return paths


def _silent(finding: Finding, rule: Rule, faulty: Collection[Path], raw: Raw) -> bool:
    """True where a rule's finding only repeats or follows from a fault that is told already."""
    path = finding.path
    around = path[:-1] if rule.whole_mapping else path
    for each in faulty:
        if path[: len(each)] == each or (around and each[: len(around)] == around):
            return True
    return finding.code == "unknown-reference" and _value_at(raw.data, path) in _claimed_ids(raw.data)


def _claimed_ids(data: Any) -> set[str]:
    """Every id that the file itself gives to something, well or badly."""
    claimed: set[str] = set()
    stack = [data]
    while stack:
        each = stack.pop()
        if isinstance(each, dict):
            if isinstance(each.get("id"), str):
                claimed.add(each["id"])
            stack += each.values()
        elif isinstance(each, list):
            stack += each
    return claimed


def _value_at(data: Any, path: Path) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _hidden(path: Path, reader: Iterable[Finding]) -> bool:
    """True at and under a place that the reader refused."""
    return any(path[: len(each.path)] == each.path for each in reader)


def _in_file(finding: Finding, made: Structured) -> Finding:
    if not made.dropped:
        return finding
    args = {
        key: evolve(arg, path=made.file_path(arg.path)) if isinstance(arg, Related) else arg
        for key, arg in finding.args.items()
    }
    return evolve(finding, path=made.file_path(finding.path), args=args)


# Places and characters


def _placed(finding: Finding, raw: Raw) -> Finding:
    """The finding with its span, the spans of what it refers to, and the characters as they stand in the file."""
    args = {key: _arg(key, arg, finding, raw) for key, arg in finding.args.items()}
    return evolve(finding, span=raw.places.span(finding.path, finding.anchor), args=args)


def _in_file_order(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, those of a duplicate id at all its places but the first one of the file.

    The rule goes by the model's order and knows no lines; a reader goes by the file's.
    """
    alike: dict[Related, list[Finding]] = {}
    for finding in findings:
        first = finding.args.get("first")
        if finding.code == "duplicate-id" and isinstance(first, Related):
            alike.setdefault(first, []).append(finding)
        else:
            yield finding
    for named, group in alike.items():
        places = [named, *(Related(each.path, each.span) for each in group)]
        first, *others = sorted(places, key=_start)
        for finding, place in zip(group, others, strict=True):
            yield evolve(finding, path=place.path, span=place.span, args={**finding.args, "first": first})


def _start(place: Related) -> tuple[int, int]:
    return (place.span.start.line, place.span.start.column) if place.span else (0, 0)


def _arg(key: str, arg: Arg, finding: Finding, raw: Raw) -> Arg:
    if isinstance(arg, Related):
        return evolve(arg, span=raw.places.span(arg.path, arg.anchor))
    if key == "example":
        return arg  # ours, all but a short value in it
    if key == "question" and isinstance(arg, str):
        return " ".join(mask(arg[:2000]).split())  # nobody can answer half a question
    if key == WRITTEN:
        arg = raw.places.written(finding.path) or arg
    return shown(arg) if isinstance(arg, str) else arg


def shown(value: str) -> str:
    """A value as a message may show it: personal data masked, one line, at most 40 characters."""
    line = " ".join(mask(value[:400]).split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


# Extensions


def _extensions(data: Mapping[str, Any], lookup: Lookup) -> Iterator[tuple[str, Any, Extension | None]]:
    held = data.get("extensions")
    for name, each in held.items() if isinstance(held, dict) else ():
        yield name, each, lookup.extension(name)


def _extension_findings(
    name: str, data: Any, extension: Extension | None, plan: Any, raw: Raw, known: list[Finding]
) -> Iterator[Finding]:
    """What is to say of one plugin's data: its class or schema decides, then its rules run on the plan."""
    at: Path = ("extensions", name)
    if _hidden(at, known):
        return
    if extension is None:
        yield Finding(code="extension-unknown", path=at, args={"name": name}, severity=Severity.NOTE, anchor=Anchor.KEY)
        return
    faults: list[Finding] = []
    if extension.cls is not None:
        faults = [evolve(each, path=(*at, *each.path)) for each in structure(extension.cls, data).findings]
    elif extension.schema is not None:
        report = check_data(data, schema=extension.schema)
        faults = [evolve(each, path=(*at, *each.path)) for each in report.findings]
        faults = [_naming(each, name) if each.code == "schema-broken" else each for each in faults]
    faults = [each for each in faults if not _hidden(each.path, raw.findings)]
    yield from faults
    yield from _by_rules(extension.rules, Structured(value=plan), raw, [*known, *faults])


def _naming(finding: Finding, name: str) -> Finding:
    return evolve(finding, args={**finding.args, "name": name}, anchor=Anchor.KEY)


def _from_jsonschema(error: Any) -> Iterator[Finding]:
    """A jsonschema error as findings: unknown keys each at the key, a missing one at its mapping."""
    path: Path = tuple(error.absolute_path)
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        for key in sorted(set(error.instance) - set(error.schema.get("properties", {})), key=str):
            yield Finding(code="unknown-key", path=(*path, key), args={"key": shown(str(key))}, anchor=Anchor.KEY)
    elif error.validator == "required":
        # jsonschema tells one error for each missing key and names it only in its English message.
        for key in error.validator_value:
            if key not in error.instance and error.message.startswith(repr(key)):
                yield Finding(code="missing-key", path=(*path, key), args={"key": key}, anchor=Anchor.MISSING)
    else:
        wanted = shown(json.dumps(error.validator_value, ensure_ascii=False, default=str))
        yield Finding(code="schema-violation", path=path, args={"keyword": str(error.validator), "wanted": wanted})

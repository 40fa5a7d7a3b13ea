"""`helaplan schema`, `explain` and `formats`: helaplan's answers about itself, offline."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable
from typing import Any

import click

from helaplan.cli.shell import CLEAN, USAGE, Shell, guarded
from helaplan.text.cli import phrase


def make(name: str, language: str) -> click.Command:
    """One of the commands, its help in `language`."""
    return _MAKERS[name](name, language)


def _command(
    name: str, language: str, run: Callable[..., int], *params: click.Parameter, json_option: bool = True
) -> click.Command:
    @click.pass_obj
    def callback(shell: Shell, /, **settings: Any) -> int:
        return guarded(shell, lambda: run(shell, **settings))

    as_json = click.Option(["--json", "as_json"], help=phrase("json", language), is_flag=True)
    return click.Command(
        name, callback=callback, help=phrase(name, language), params=[*params, *([as_json] if json_option else [])]
    )


def _schema(shell: Shell, *, kind: str, with_extensions: bool, as_json: bool) -> int:
    """The JSON Schema of a kind of file; it is JSON with or without `--json`."""
    del as_json
    from helaplan.pipeline.check import CORE_KINDS
    from helaplan.schema import fragment_of, schema_of

    declared = CORE_KINDS.get(kind) or shell.host.file_kind(kind)
    if declared is None:
        known = ", ".join(sorted({*CORE_KINDS, *(each.kind for each in shell.host.file_kinds())}))
        click.echo(phrase("unknown-schema", shell.language, name=kind, known=known), err=True)
        return USAGE
    held = {}
    for each in shell.host.extensions() if with_extensions and kind == "plan" else ():
        if each.cls is not None:
            held[each.name] = fragment_of(each.cls, title=each.title.get("sv", each.name))
        elif each.schema is not None:
            held[each.name] = {"title": each.title.get("sv", each.name), **each.schema}
    made = schema_of(declared.cls, id=f"urn:helaplan:schema:{kind}:1", language="sv", extensions=held)
    click.echo(json.dumps(made, ensure_ascii=False, indent=2))
    return CLEAN


def _explain(shell: Shell, *, code: str | None, as_json: bool) -> int:
    """Why a code exists, what is wrong and what is right; without a code, all codes."""
    from helaplan.text import codes, message, page, whole, word

    known = sorted(codes())
    if code is not None and "/" in code:
        return _explain_of_plugin(shell, code, as_json=as_json)
    if code is None:
        rows = [{"code": each, "message": whole(message(each, shell.language).message)} for each in known]
        if as_json:
            click.echo(json.dumps({"version": 1, "codes": rows}, ensure_ascii=False, indent=2))
        else:
            width = max(map(len, known))
            for row in rows:
                click.echo(f"{row['code']:{width}} {row['message']}")
        return CLEAN
    if code not in known:
        near = difflib.get_close_matches(code, known, n=3, cutoff=0.5)
        key = "unknown-code" if near else "unknown-code-none"
        click.echo(phrase(key, shell.language, code=code, suggestion=", ".join(near)), err=True)
        return USAGE
    told, sentence = page(code, shell.language), message(code, shell.language)
    hint = whole(sentence.hint, {"year": word("YYYY", shell.language)})
    if as_json:
        data = {
            "version": 1,
            "code": code,
            "message": whole(sentence.message),
            "hint": hint,
            "why": told.why,
            "wrong": told.wrong,
            "right": told.right,
        }
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return CLEAN
    click.echo(f"{code}\n{'=' * len(code)}\n{whole(sentence.message)}\n{hint}".rstrip() + "\n")
    for key, text in (("why", told.why), ("wrong", told.wrong), ("right", told.right)):
        if text:
            body = "\n".join(f"    {line}".rstrip() for line in text.rstrip().splitlines()) if key != "why" else text
            click.echo(f"{phrase(key, shell.language)}\n{body}\n")
    return CLEAN


def _explain_of_plugin(shell: Shell, code: str, *, as_json: bool) -> int:
    """The sentence that a plugin brings for a code of its own; it has no page. 2 where no plugin here has the code."""
    from helaplan.text import message, whole

    shell.host.plugins()
    texts = shell.texts()
    if not any(code in table for table in texts.values()):
        every = sorted({each for table in texts.values() for each in table})
        near = difflib.get_close_matches(code, every, n=3, cutoff=0.5)
        key = "unknown-code" if near else "unknown-code-none"
        click.echo(phrase(key, shell.language, code=code, suggestion=", ".join(near)), err=True)
        return USAGE
    told = message(code, shell.language, texts)
    sentence, hint = whole(told.message), whole(told.hint)
    if as_json:
        data = {"version": 1, "code": code, "message": sentence, "hint": hint, "why": "", "wrong": "", "right": ""}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        click.echo(f"{code}\n{'=' * len(code)}\n{sentence}\n{hint}".rstrip())
    return CLEAN


def _formats(shell: Shell, *, as_json: bool) -> int:
    """Every format that can be read or written here, the core's and the plugins'."""
    host = shell.host
    rows: dict[str, dict[str, Any]] = {}

    def note(each: Any, way: str) -> None:
        row = rows.setdefault(each.name, {"name": each.name, "suffixes": [], "reads": False, "writes": False})
        row["suffixes"] = sorted({*row["suffixes"], *each.suffixes})
        row[way] = True
        row.setdefault("title", each.title.get(shell.language) or each.name)

    for each in (*host.readers(), *host.importers()):
        note(each, "reads")
    for each in (*host.writers(), *host.exporters()):
        note(each, "writes")
    contents = [{"name": each.name, "title": each.title.get(shell.language, each.name)} for each in host.contents()]
    if as_json:
        data = {"version": 1, "formats": [rows[name] for name in sorted(rows)], "contents": contents}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return CLEAN
    for name in sorted(rows):
        row = rows[name]
        ways = ", ".join(phrase(way, shell.language) for way in ("reads", "writes") if row[way])
        click.echo(f"{name:12} {' '.join(row['suffixes']):20} {ways:16} {row['title']}".rstrip())
    click.echo(f"\n{phrase('contents', shell.language)}: " + ", ".join(each["name"] for each in contents))
    return CLEAN


_MAKERS: dict[str, Callable[[str, str], click.Command]] = {
    "schema": lambda name, language: _command(
        name,
        language,
        _schema,
        click.Argument(["kind"], default="plan", metavar="[KIND]"),
        click.Option(["--with-extensions"], help=phrase("schema.extensions", language), is_flag=True),
    ),
    "explain": lambda name, language: _command(
        name, language, _explain, click.Argument(["code"], required=False, metavar="[CODE]")
    ),
    "formats": lambda name, language: _command(name, language, _formats),
}

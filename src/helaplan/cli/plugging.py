"""`helaplan plugins`."""

from __future__ import annotations

import json
from typing import Any

import click

from helaplan.cli.shell import CLEAN, FINDINGS, Shell, guarded
from helaplan.text.cli import phrase


def make(name: str, language: str) -> click.Command:
    """The command, its help in `language`."""

    def option(*names: str, help: str, **settings: Any) -> click.Option:
        return click.Option(list(names), help=phrase(help, language), **settings)

    @click.pass_obj
    def callback(shell: Shell, /, **settings: Any) -> int:
        return guarded(shell, lambda: run(shell, **settings))

    return click.Command(
        name,
        callback=callback,
        help=phrase("plugins", language),
        params=[
            option("--json", "as_json", help="json", is_flag=True),
            option("--check", "strict", help="plugins.check", is_flag=True),
            option("--hook", help="plugins.hook", default="", metavar="HOOK"),
        ],
    )


def run(shell: Shell, *, as_json: bool, strict: bool, hook: str) -> int:
    """Every plugin with what became of it; works with every plugin broken."""
    rows = [each for each in shell.host.plugins() if not hook or hook in each.hooks]
    if as_json:
        data = [
            {
                "name": each.name,
                "distribution": each.distribution,
                "version": each.version,
                "status": each.status,
                "cause": each.cause,
                "hooks": list(each.hooks),
            }
            for each in rows
        ]
        click.echo(json.dumps({"version": 1, "plugins": data}, ensure_ascii=False, indent=2))
    elif not rows:
        click.echo(phrase("no-plugins-found", shell.language))
    else:
        wide = max(len(each.name) for each in rows)
        for each in rows:
            status = phrase(each.status, shell.language)
            told = each.cause or ", ".join(each.hooks)
            click.echo(f"{each.name:{wide}}  {each.version or '?':8}  {status}  {told}".rstrip())
    return FINDINGS if strict and any(each.status in ("failed", "wrong-api") for each in rows) else CLEAN

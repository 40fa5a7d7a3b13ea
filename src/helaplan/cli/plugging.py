"""`helaplan plugins`: the list, and what helps those who make plugins or choose among them."""

from __future__ import annotations

import json
from typing import Any

import click

from helaplan.cli.frames import options
from helaplan.cli.shell import CLEAN, FINDINGS, Shell, guarded
from helaplan.text.cli import phrase

#: What `plugins new` can make a beginning of.
KINDS = ("reader", "writer", "importer", "exporter", "content", "profile", "extension", "command")


def make(name: str, language: str) -> click.Command:
    """The command, its help in `language`."""
    option = options(language)

    @click.pass_context
    def callback(ctx: click.Context, /, **settings: Any) -> int:
        # With a command after it, the list is not wanted.
        return CLEAN if ctx.invoked_subcommand else guarded(ctx.obj, lambda: run(ctx.obj, **settings))

    return click.Group(
        name,
        callback=callback,
        help=phrase("plugins", language),
        invoke_without_command=True,
        commands=[_new(language), _inspect(language)],
        params=[
            option("--json", "as_json", help="json", is_flag=True),
            option("--check", "strict", help="plugins.check", is_flag=True),
            option("--hook", help="plugins.hook", default="", metavar="HOOK"),
        ],
    )


def _new(language: str) -> click.Command:
    """`helaplan plugins new`."""
    option = options(language)

    @click.pass_obj
    def callback(shell: Shell, /, **settings: Any) -> int:
        from helaplan.cli import authoring

        return guarded(shell, lambda: authoring.run(shell, **settings))

    return click.Command(
        "new",
        callback=callback,
        help=phrase("plugins.new", language),
        params=[
            click.Argument(["folder"], metavar="FOLDER"),
            option("--kind", help="plugins.new.kind", type=click.Choice(KINDS), default=None),
            option("--name", help="plugins.new.name", default="", metavar="NAME"),
            option("--answers-default", "defaults", help="plugins.new.defaults", is_flag=True),
        ],
    )


def _inspect(language: str) -> click.Command:
    """`helaplan plugins inspect`."""

    @click.pass_obj
    def callback(shell: Shell, /, **settings: Any) -> int:
        from helaplan.cli import judging

        return guarded(shell, lambda: judging.run(shell, **settings))

    as_json = click.Option(["--json", "as_json"], help=phrase("json", language), is_flag=True)
    return click.Command(
        "inspect",
        callback=callback,
        help=phrase("plugins.inspect", language),
        params=[click.Argument(["path"], metavar="PATH"), as_json],
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

"""The program: global options, the core's commands, and those that plugins bring."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from helaplan import __version__
from helaplan.cli.frames import in_language, options, usage_error
from helaplan.cli.shell import FULL, USAGE, Shell, guarded, no_room
from helaplan.text.cli import phrase

#: Command → module that makes it. Loaded when the command is asked for, so that each pays only for itself.
COMMANDS: Mapping[str, str] = {
    "check": "helaplan.cli.checking",
    "import": "helaplan.cli.importing",
    "export": "helaplan.cli.exporting",
    "new": "helaplan.cli.starting",
    "schema": "helaplan.cli.describing",
    "explain": "helaplan.cli.describing",
    "formats": "helaplan.cli.describing",
    "plugins": "helaplan.cli.plugging",
}


class Program(click.Group):
    """A group whose commands are loaded when asked for; what the core doesn't have, a plugin may."""

    def __init__(self, language: str, **settings: Any) -> None:
        super().__init__(**settings)
        self.language = language

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The core's commands, in the order of a plan's life."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by name: the core's, else a plugin's."""
        home = COMMANDS.get(cmd_name)
        if home is not None:
            module = __import__(home, fromlist=["make"])
            return in_language(module.make(cmd_name, self.language), self.language)
        # click looks the command up before it runs the group's callback, yet after it has read the group's options.
        ctx.obj = ctx.obj or _shell(ctx.params, self.language)
        return _plugin_command(ctx.obj, cmd_name, self.language)


def _shell(settings: Mapping[str, Any], language: str) -> Shell:
    """The settings of this run, from the global options."""
    return Shell(
        language=language,
        plugins=not settings["no_plugins"],
        disabled=settings["disable_plugin"],
        strict=settings["strict_plugins"],
        quiet=settings["quiet"],
        debug=settings["debug"],
        color=settings["color"],
    )


def _plugin_command(shell: Shell, name: str, language: str) -> click.Command | None:
    chosen = shell.host.command(name)
    if chosen is None:
        shell.tell(shell.host.findings)  # it may be a broken plugin's
        return None

    def run(arguments: tuple[str, ...]) -> int:
        from helaplan.plugins.declarations import CommandContext

        context = CommandContext(
            language=language,
            write=lambda text: click.echo(text, nl=False),
            tell=lambda text: click.echo(text, nl=False, err=True),
            host=shell.host,
        )
        return int(chosen.run(arguments, context))

    @click.pass_obj
    def callback(shell: Shell, /, arguments: tuple[str, ...]) -> int:
        return guarded(shell, lambda: run(arguments))

    command = click.Command(
        name,
        callback=callback,
        help=chosen.title.get(language),
        # What follows belongs to the plugin, its own --help too.
        context_settings={"ignore_unknown_options": True, "help_option_names": []},
        params=[click.Argument(["arguments"], nargs=-1, type=click.UNPROCESSED)],
    )
    return in_language(command, language)


def build(language: str) -> Program:
    """The program with its help in `language`."""
    option = options(language)

    @click.pass_context
    def start(ctx: click.Context, /, **settings: Any) -> None:
        ctx.obj = ctx.obj or _shell(settings, language)

    program = Program(
        language,
        name="helaplan",
        help=phrase("app", language),
        callback=start,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        params=[
            option("--lang", help="lang", type=click.Choice(["sv", "en"]), default=language),
            option("--no-plugins", help="no-plugins", is_flag=True),
            option("--disable-plugin", help="disable-plugin", multiple=True, metavar="NAME"),
            option("--strict-plugins", help="strict-plugins", is_flag=True),
            option("-q", "--quiet", help="quiet", is_flag=True),
            option("--debug", help="debug", is_flag=True),
            option("--color", help="color", type=click.Choice(["auto", "always", "never"]), default="auto"),
            option("--version", help="version", is_flag=True, is_eager=True, expose_value=False, callback=_version),
        ],
    )
    in_language(program, language)
    return program


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(f"helaplan {__version__}")
        ctx.exit()


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """`--lang`, else English where the environment says en, else Swedish. Looked at before anything is parsed."""
    for place, each in enumerate(arguments):
        if each == "--lang" and arguments[place + 1 : place + 2]:
            return "en" if arguments[place + 1] == "en" else "sv"
        if each.startswith("--lang="):
            return "en" if each == "--lang=en" else "sv"
    spoken = next((value for key in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(key))), "")
    return "en" if spoken.lower().startswith("en") else "sv"


def main(arguments: Sequence[str]) -> int:
    """Run the program and return its exit code; the only thing left to do is to exit with it."""
    for stream in (sys.stdout, sys.stderr):
        # UTF-8 whatever the console says; a character that it can't take is shown as its number, never an error.
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    language = language_of(arguments, os.environ)
    try:
        code = build(language).main(args=list(arguments), prog_name="helaplan", standalone_mode=False)
    except click.exceptions.Exit as ended:
        return int(ended.exit_code)
    except click.Abort:
        click.echo(phrase("interrupted", language), err=True)
        return 130
    except OSError as error:
        if error.errno not in FULL:
            raise
        return no_room(language)
    except click.ClickException as error:
        click.echo(usage_error(error, language), nl=False, err=True)
        return USAGE
    return code if isinstance(code, int) else 0

"""Help and wrong usage in the reader's language: click's frames around words of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import click

from helaplan.text.cli import phrase
from helaplan.text.usage import PLACEHOLDERS, own_words


class _SwedishFormatter(click.HelpFormatter):
    """A help page whose headings are Swedish."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how a command is called."""
        super().write_usage(prog, args, prefix=prefix or own_words("Usage:", "sv") + " ")

    def write_heading(self, heading: str) -> None:
        """The heading of a section."""
        super().write_heading(own_words(heading, "sv"))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """A table of names and what they are."""
        super().write_dl([(name, own_words(told, "sv")) for name, told in rows], col_max, col_spacing)


class _SwedishContext(click.Context):
    formatter_class = _SwedishFormatter


def options(language: str) -> Callable[..., click.Option]:
    """A maker of options that are explained by the phrase of a key: `option("--yes", help="import.yes")`."""

    def option(*names: str, help: str, **settings: Any) -> click.Option:
        return click.Option(list(names), help=phrase(help, language), **settings)

    return option


def in_language(command: click.Command, language: str) -> click.Command:
    """The same command, with the frames of its help (and of its own commands) in the reader's language."""
    if language == "sv":
        command.context_class = _SwedishContext
        command.options_metavar = own_words(command.options_metavar or "", language)
        for each in command.params:
            each.metavar = PLACEHOLDERS.get(each.metavar or "", each.metavar)
        if isinstance(command, click.Group):
            command.subcommand_metavar = own_words(command.subcommand_metavar, language)
            for name in list(command.commands):
                in_language(command.commands[name], language)
    return command


def usage_error(error: click.ClickException, language: str) -> str:
    """What is wrong with the call, as standard error shows it: how it is called, where help is, and the mistake."""
    # A call without arguments is no mistake; an older click shows help without an error of its own.
    if type(error).__name__ == "NoArgsIsHelpError":
        return error.format_message() + "\n"
    lines = []
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        lines.append(context.get_usage())
        names = context.command.get_help_option_names(context)
        if names:
            hint = f"Try '{context.command_path} {max(names, key=len)}' for help."
            lines += [own_words(hint, language), ""]
    told = own_words(error.format_message(), language)
    lines.append(own_words(f"Error: {told}", language))
    return "\n".join(lines) + "\n"

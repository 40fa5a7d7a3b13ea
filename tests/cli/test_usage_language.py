"""Help and wrong usage speak the reader's language throughout, whatever part of them the library below wrote."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helaplan.cli.app import COMMANDS, build, main
from helaplan.cli.frames import usage_error
from helaplan.text.usage import SWEDISH, own_words

#: Words of click's own frames and sentences.
ENGLISH = re.compile(
    r"\b(Usage|Options|Commands|OPTIONS|COMMAND|ARGS|FILE|NAME|PATH|CODE|FOLDER|DIR|Error|Try|Missing|No such|"
    r"Did you mean|Invalid|does not|requires|unexpected|is not|Choose|Show this|valid|integer|for help)\b"
)
#: Sentences that a user of the program never meets: faults of whoever writes commands, prompts and types not used here.
_NEVER = re.compile(
    r"deprecated|decl|default: |env var: |\(dynamic\)|defined|UUID|the formats? |Choice\(|start character|"
    r"\{name\} '?\{filename(!r)?\}|^(required|file|directory|path)$|\{len_type\}",
    re.IGNORECASE,
)


def _of_click(*modules: str) -> Iterator[str]:
    """Every sentence that these modules of click hand to gettext."""
    folder = Path(click.__file__).parent
    for module in modules:
        for node in ast.walk(ast.parse((folder / f"{module}.py").read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                yield from (each.value for each in node.args if isinstance(each, ast.Constant))  # type: ignore[misc]


def test_every_sentence_of_click_that_a_user_can_meet_is_in_the_table() -> None:
    """A newer click with other words fails here, before somebody reads them."""
    met = [*_of_click("exceptions", "formatting"), *(each for each in _of_click("core", "parser", "types"))]
    assert len(met) > 30
    assert [each for each in met if each not in SWEDISH and not _NEVER.search(each)] == []


def _commands() -> Iterator[tuple[str, ...]]:
    yield ()
    program = build("sv")
    for name in COMMANDS:
        yield (name,)
        command = program.get_command(click.Context(program), name)
        if isinstance(command, click.Group):
            yield from ((name, each) for each in command.commands)


@pytest.mark.parametrize("command", [*_commands()], ids=" ".join)
def test_help_is_swedish_to_the_last_word(command: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """Usage line, headings, names of values and the row about help itself."""
    assert main(["--lang", "sv", *command, "--help"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Användning: helaplan")
    assert "\nVal:\n" in told
    assert not ENGLISH.search(told), ENGLISH.search(told)


@pytest.mark.parametrize("command", [*_commands()], ids=" ".join)
def test_help_is_english_where_english_is_asked_for(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """The same frames, as click writes them."""
    assert main(["--lang", "en", *command, "--help"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Usage: helaplan")
    assert "\nOptions:\n" in told


@pytest.mark.parametrize(
    "arguments, wanted",
    [
        (["check"], "Argumentet 'SÖKVÄG...' saknas."),
        (["check", "x", "--formt", "json"], "Det finns inget val '--formt'. Menade du '--format'?"),
        (["check", "x", "--i"], "Det finns inget val '--i'. Menade du"),
        (["check", "x", "--format", "y"], "Värdet för '--format' går inte: 'y' är inte något av 'full', 'concise'"),
        (["check", "x", "--format", 'it\'s "y"'], "är inte något av 'full', 'concise'"),
        (["check", "x", "--jobs", "-3"], "Värdet för '--jobs' går inte: -3 är inte inom x>=0."),
        (["check", "x", "--jobs", "många"], "Värdet för '--jobs' går inte: 'många' är inget heltal."),
        (["check", "x", "--fix=3"], "Valet '--fix' tar inget värde."),
        (["check", "--format"], "Valet '--format' behöver ett värde."),
        (["check", "x", "--unsafe"], "--unsafe hör ihop med --fix."),
        (["kontrollera"], "Det finns inget kommando 'kontrollera'."),
        (["new", "a", "b"], "Flera argument för mycket (a b)"),
        (["explain", "a", "b"], "Ett argument för mycket (b)"),
        (["--quiet"], "Det saknas ett kommando."),
        (["plugins", "inspect"], "Argumentet 'SÖKVÄG' saknas."),
        (["plugins", "new", "x", "--kind", "y"], "Värdet för '--kind' går inte: 'y' är inte något av 'reader'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_told_in_swedish(arguments: list[str], wanted: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2; how the command is called, where help is, and the mistake, all in Swedish."""
    assert main(["--lang", "sv", *arguments]) == 2
    told = capsys.readouterr().err
    # Versions of click differ in what they put between quotation marks.
    said = f"\n{told}".partition("\nFel: ")[2]
    assert wanted.replace("'", "") in said.replace("'", "")
    assert not ENGLISH.search(told), told


def _errors() -> Iterator[click.ClickException]:
    """One of every kind of error that click has."""
    parameter = click.Option(["--thing"], type=click.Choice(["a", "b"]))
    yield click.ClickException("x")
    yield click.UsageError("x")
    yield click.BadParameter("x")
    yield click.BadParameter("x", param=parameter)
    yield click.BadParameter("x", param_hint=["a", "b"])
    yield click.MissingParameter(param=parameter)
    yield click.MissingParameter(param_type="argument", param_hint="'x'")
    yield click.MissingParameter(param_type="parameter", param_hint="'x'")
    yield click.NoSuchOption("--x")
    yield click.NoSuchOption("--x", possibilities=["--xy"])
    yield click.NoSuchOption("--x", possibilities=["--xy", "--xz"])
    yield click.BadOptionUsage("--x", "Option '--x' requires an argument.")
    yield click.BadArgumentUsage("Argument 'x' takes 2 values.")
    yield click.FileError("x", "y")
    yield click.FileError("x")
    if hasattr(click.exceptions, "NoArgsIsHelpError"):
        yield click.exceptions.NoArgsIsHelpError(build("sv").make_context("helaplan", ["formats"]))
    if hasattr(click, "NoSuchCommand"):
        yield click.NoSuchCommand("x")
        yield click.NoSuchCommand("x", possibilities=["xy", "xz"])


def test_every_kind_of_error_is_in_swedish() -> None:
    """Of each class of error that click has, one at least is made and comes out in Swedish."""
    made = [*_errors()]
    kinds = {each for each in vars(click.exceptions).values() if isinstance(each, type)}
    assert {each for each in kinds if issubclass(each, click.ClickException)} == {type(each) for each in made}
    for each in made:
        told = usage_error(each, "sv")
        assert not ENGLISH.search(told), told
        assert "Fel: " in told or told.startswith("Användning: ")


@given(st.text(max_size=200))
def test_words_that_are_not_clicks_stay(sentence: str) -> None:
    """Whatever a call holds comes through, in any language, and never raises."""
    assert own_words(sentence, "en") == sentence
    assert own_words(f"Error: Invalid value: <{sentence}>", "sv") == f"Fel: Värdet går inte: <{sentence}>"

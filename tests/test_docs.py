"""The documentation says what is true: snippets run, every option, class, key and public name is told."""

from __future__ import annotations

import doctest
import re
import tomllib
from pathlib import Path

import attrs
import click
import pytest

import helaplan
from helaplan.cli.app import COMMANDS, build
from helaplan.model import Plan
from helaplan.model.fields import key_of, spec_of
from helaplan.model.specs import Items, Nested
from helaplan.settings import Settings

DOCS = Path(__file__).resolve().parent.parent / "docs"


def page(name: str) -> str:
    """A page of the documentation."""
    return (DOCS / name).read_text(encoding="utf-8")


def test_the_library_page_runs() -> None:
    """Each `pycon` block of docs/library.md gives what it shows, one after the other."""
    source = "\n".join(re.findall(r"^```pycon\n(.*?)^```", page("library.md"), re.MULTILINE | re.DOTALL))
    test = doctest.DocTestParser().get_doctest(source, {}, "library.md", "docs/library.md", 0)
    told: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(test, out=told.append)
    assert result.attempted > 15
    assert result.failed == 0, "".join(told)


def model_classes(cls: type = Plan) -> set[type]:
    """Plan and every class below it."""
    found = {cls}
    for attribute in attrs.fields(cls):
        spec = spec_of(attribute)
        inner = spec.item if isinstance(spec, Items) else spec
        if isinstance(inner, Nested) and inner.cls not in found:
            found |= model_classes(inner.cls)
    return found


def glossary_rows() -> set[tuple[str, str]]:
    """Identifier and key of every row about a field."""
    return set(re.findall(r"^\|[^|]+\| `(\w+\.\w+)` \| `(\w+)` \|", page("glossary.md"), re.MULTILINE))


def owner(cls: type, name: str) -> str:
    """The class that brings a field: `SubActivity` for those that `Activity` inherits."""
    return next(base.__name__ for base in reversed(cls.__mro__) if name in vars(base).get("__annotations__", {}))


def test_the_glossary_tells_every_field() -> None:
    """Every class and key of the model has its row, under the class that brings it; no row tells what isn't there."""
    wanted = {
        (f"{owner(cls, each.name)}.{each.name}", key_of(each)) for cls in model_classes() for each in attrs.fields(cls)
    }
    assert glossary_rows() == wanted


def sections(text: str) -> dict[str, str]:
    """Heading of the second level → what stands below it."""
    parts = re.split(r"^## (.*)\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def told_options(text: str) -> set[str]:
    """Every flag in the first column of the tables of a text."""
    cells = re.findall(r"^\| (`-.*?`) \|", text, re.MULTILINE)
    return {flag for cell in cells for flag in re.findall(r"(?<![\w-])--?[a-zA-Z][\w-]*", cell)}


def flags(command: click.Command) -> set[str]:
    """Every flag of a command, save --help, which all have."""
    return {flag for each in command.params if isinstance(each, click.Option) for flag in each.opts} - {"--help", "-h"}


@pytest.mark.parametrize("name", ["check", "import", "export", "new"])
def test_the_cli_page_tells_every_option(name: str) -> None:
    """docs/cli.md names the options that the command has, no more and no fewer."""
    program = build("en")
    command = program.get_command(click.Context(program), name)
    assert command is not None
    assert told_options(sections(page("cli.md"))[name]) == flags(command)


def test_the_cli_page_tells_every_command_and_global_option() -> None:
    """The first table has every command, the second every option that stands before one."""
    text = page("cli.md")
    assert re.findall(r"^\| `helaplan (\w+)", text, re.MULTILINE) == list(COMMANDS)
    assert told_options(sections(text)["Options of all commands"]) - {"--help", "-h"} == flags(build("en"))
    program = build("en")
    rest = ("schema", "explain", "formats", "plugins")
    commands = [program.get_command(click.Context(program), name) for name in rest]
    deeper = [each for one in commands if isinstance(one, click.Group) for each in one.commands.values()]
    wanted = {flag for command in [*commands, *deeper] if command is not None for flag in flags(command)}
    assert told_options(sections(text)[", ".join(rest)]) == wanted


def test_the_api_page_tells_every_public_name() -> None:
    """What stands in `helaplan.__all__` stands on docs/api.md."""
    told = re.findall(r"^\.\. auto(?:function|class|exception|data):: (\w+)", page("api.md"), re.MULTILINE)
    assert sorted([*told, "fields"]) == list(helaplan.__all__)


def test_the_format_page_shows_a_plan_that_is_clean() -> None:
    """The example of docs/plan-format.md uses every key of the model and passes check."""
    (example,) = re.findall(r"^```yaml\n(.*?)^```", page("plan-format.md"), re.MULTILINE | re.DOTALL)
    report = helaplan.check(example)
    assert [(each.code, each.path) for each in report] == [("question-open", ("questions", 0))]
    missing = {key for _, key in glossary_rows() if not re.search(rf"\b{key}:", example)}
    assert missing <= {"municipality", "website", "weeks", "quarters", "season", "year", "every", "times", "event"}


def settings_keys(cls: type = Settings, prefix: str = "") -> set[str]:
    """The dotted keys of the settings, those of tables in lists too."""
    keys = set()
    for each in attrs.fields(cls):
        spec = spec_of(each)
        inner = spec.item if isinstance(spec, Items) else spec
        name = f"{prefix}{key_of(each)}"
        keys |= settings_keys(inner.cls, f"{name}.") if isinstance(inner, Nested) else {name}
    return keys


def test_the_settings_page_tells_every_key() -> None:
    """The example of docs/settings.md has every key of the settings and no other, and nothing is wrong with it."""
    (example,) = re.findall(r"^```toml\n(.*?)^```", page("settings.md"), re.MULTILINE | re.DOTALL)
    read = helaplan.read_settings(example.encode())
    assert read is not None
    assert [each.code for each in read.report] == []
    table = tomllib.loads(example)
    rules = table["rules"]
    told = {"profiles", *(f"plugins.{key}" for key in table["plugins"]), *(f"rules.{key}" for key in rules)}
    told |= {f"rules.per_file.{key}" for each in rules["per_file"] for key in each}
    assert told - {"rules.per_file"} == settings_keys()

"""The YAML language server, given the published schema, underlines what `check --schema-only` tells, one by one.

Every place of a plan that uses all keys gets values of every wrong kind, is misspelt and is taken away; the server that
VS Code, Neovim and others run and helaplan must then name the same keyword of the schema at the same characters.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml
from language_server import LanguageServer

from helaplan.findings import Position, Span
from helaplan.pipeline.check import examine_by_schema
from helaplan.planfile.reader import read_raw
from helaplan.schema import plan_schema

pytestmark = pytest.mark.checkout

ROOT = Path(__file__).resolve().parents[2]
HEAD = "# yaml-language-server: $schema=plan-1.schema.json\n"

#: Start, end, keyword of the schema.
Told: TypeAlias = tuple[int, int, int, int, str]

#: The server's sentences, by the keyword they are about.
KEYWORDS = {
    r"Missing property": "required",
    r"Property .* is not allowed": "additionalProperties",
    r"Incorrect type": "type",
    r"Value is not accepted": "enum",
    r"Value must be": "const",
    r"String does not match the pattern": "pattern",
    r"String is longer than": "maxLength",
    r"Value is below the exclusive minimum": "exclusiveMinimum",
    r"Value is above the exclusive maximum": "exclusiveMaximum",
    r"Value is below the minimum": "minimum",
    r"Value is above the maximum": "maximum",
}
OURS = {"unknown-key": "additionalProperties", "missing-key": "required"}

#: What people and converters write where something else belongs.
WRONG: tuple[Any, ...] = (None, True, 7, 3.5, -4, "", "x y", [], {}, ["a"], {"okänd": 1}, 10**14, "2023-02-29")

_LINE_END = re.compile("\r\n|\r|\n")


def example() -> dict[str, Any]:
    """The plan of docs/plan-format.md, which uses every key."""
    page = (ROOT / "docs" / "plan-format.md").read_text(encoding="utf-8")
    (found,) = re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    data = read_raw(found).data
    assert isinstance(data, dict)
    return data


def places(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Paths of all values below the top, those inside plugins' data left out."""
    below = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in below:
        yield (*path, step)
        if step != "extensions":
            yield from places(value, (*path, step))


def changed(data: dict[str, Any], path: tuple[str | int, ...], change: str, value: Any = None) -> dict[str, Any]:
    """A copy with one fault: another value, a misspelt key, or something taken away."""
    made = copy.deepcopy(data)
    holder: Any = made
    for step in path[:-1]:
        holder = holder[step]
    if change == "value":
        holder[path[-1]] = value
    elif change == "taken":
        del holder[path[-1]]
    else:
        renamed = {(f"{key}s" if key == path[-1] else key): held for key, held in holder.items()}
        holder.clear()
        holder.update(renamed)
    return made


def faulty() -> Iterator[dict[str, Any]]:
    """Plans with one fault each: every place wrong in a way (the ways in turn), each key misspelt, each value taken."""
    data = example()
    turn = 0
    for path in places(data):
        yield changed(data, path, "value", WRONG[turn % len(WRONG)])
        yield changed(data, path, "taken")
        if isinstance(path[-1], str):
            yield changed(data, path, "misspelt")
        turn += 1
    # Many faults in one file hide nothing. No two neighbours: the server draws equal faults that touch as one.
    for depth in range(1, 6):
        made = copy.deepcopy(data)
        for path in [each for each in places(data) if len(each) == depth][::2]:
            made = changed(made, path, "value", WRONG[turn % len(WRONG)])
            turn += 1
        yield made


def by_editor(text: str, diagnostics: list[dict[str, Any]]) -> list[Told]:
    """The server's diagnostics in our places: from 1, in characters, without the line ends behind a block."""
    lines = _LINE_END.split(text.removeprefix("\ufeff"))
    made = []
    for each in diagnostics:
        keyword = next((word for said, word in KEYWORDS.items() if re.search(said, each["message"])), each["message"])
        start, end = (position(lines, each["range"][name]) for name in ("start", "end"))
        made.append(told(Span(start, end), keyword, lines))
    return sorted(made)


def position(lines: list[str], at: dict[str, int]) -> Position:
    """A place of the protocol, which counts UTF-16 units from 0."""
    before = lines[at["line"]].encode("utf-16-le")[: at["character"] * 2] if at["line"] < len(lines) else b""
    return Position(at["line"] + 1, len(before.decode("utf-16-le")) + 1)


def told(span: Span, keyword: str, lines: list[str]) -> Told:
    """A finding to compare. The server lets a block end where the next line begins; we end it behind its last word."""
    line, column = span.end.line, span.end.column
    while (line, column) > (span.start.line, span.start.column) and not lines[line - 1][: column - 1].strip():
        line, column = line - 1, len(lines[line - 2]) + 1
    return span.start.line, span.start.column, line, column, keyword


def by_helaplan(text: str) -> list[Told]:
    """What `check --schema-only` tells of a file."""
    lines = _LINE_END.split(text.removeprefix("\ufeff"))
    made = []
    for each in examine_by_schema(text.encode("utf-8")):
        assert each.span is not None
        made.append(told(each.span, OURS.get(each.code) or str(each.args["keyword"]), lines))
    return sorted(made)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the schema in it, as `helaplan new` leaves one."""
    made = tmp_path_factory.mktemp("plans å")
    schema = json.dumps(plan_schema(), ensure_ascii=False)
    (made / "plan-1.schema.json").write_text(schema, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def server(node_modules: Path, folder: Path) -> Iterator[LanguageServer]:
    """The language server on that folder."""
    with LanguageServer(node_modules / "yaml-language-server" / "bin" / "yaml-language-server", folder) as started:
        yield started


def compared(server: LanguageServer, folder: Path, texts: list[str]) -> list[str]:
    """What differs between the two, a line for each file with a difference."""
    written = {}
    # Names that were not used before: the server may still speak of the older file.
    first = len(list(folder.iterdir()))
    for number, text in enumerate(texts, first):
        path = folder / f"plan-{number}.yaml"
        path.write_bytes(text.encode("utf-8"))
        written[path] = text
    wrong = []
    for path, diagnostics in server.diagnostics(written).items():
        text = written[path]
        editor, ours = by_editor(text, diagnostics), by_helaplan(text)
        if editor != ours:
            wrong.append(f"editor {editor}\nhelaplan {ours}\n{text}")
    return wrong


def test_each_fault_is_told_alike(server: LanguageServer, folder: Path) -> None:
    """Same keywords, same first and last characters: one fault at every place of the format, and many at once."""
    texts = [HEAD + yaml.safe_dump(each, allow_unicode=True, sort_keys=False) for each in faulty()]
    assert len(texts) > 300
    assert sum(bool(by_helaplan(text)) for text in texts[::25]) > 10
    wrong = compared(server, folder, texts)
    assert wrong == [], f"{len(wrong)} of {len(texts)} differ, the first:\n{wrong[0]}"


def test_columns_are_characters(server: LanguageServer, folder: Path) -> None:
    """Behind å ä ö, emoji (two units of UTF-16) and joined marks the same characters are underlined."""
    flow = 'organisation: {parent: "Bygd 🌍 å", name: 👩‍🌾 åäö, levl: x, municipality: []}'
    texts = [
        f"{HEAD}helaplan: 1\nkind: plan\nid: x\ntitle: Plan 🌍\n{flow}\n",
        f'{HEAD}helaplan: 1\nkind: plan\nid: x\n"title 🌍": 1\n{flow}\n',
        f"{HEAD}# å\r\nhelaplan: 1\r\nkind: plan\r\nid: å\r\ntitle: 7\r\n{flow}\r\n",
    ]
    assert [len(by_helaplan(text)) for text in texts] == [2, 4, 4]
    assert compared(server, folder, texts) == []


def test_good_files_are_good_in_both(server: LanguageServer, folder: Path) -> None:
    """Nothing is underlined in the example, in the good cases of the rules, nor in what the rules alone find wrong."""
    cases = [*ROOT.glob("tests/cases/*/good.yaml"), *ROOT.glob("tests/cases/*/bad.yaml")]
    assert len(cases) > 40
    cases = [each for each in cases if each.parent.name != "bad-input"]
    paths = [*cases, ROOT / "examples" / "orebro-2023" / "plan.yaml"]
    texts = [HEAD + re.sub(r"^# .*schema.*\n", "", each.read_text(encoding="utf-8")) for each in paths]
    assert compared(server, folder, texts) == []
    # Two cases are about what the schema says as well.
    assert sum(bool(by_helaplan(text)) for text in texts) <= 2

"""The arrows of docs/architecture.md, held against every import in src/ and plugins/.

The picture is read from the page itself, so page and code can't drift apart.
"""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

pytestmark = pytest.mark.checkout

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"
PICTURE = ROOT / "docs" / "architecture.md"
#: Modules that only hand on public names; they belong to no room.
FACADES = {"helaplan", "helaplan.__main__"}
#: What a plugin may import from.
PUBLIC_MODULES = {"helaplan", "helaplan.testing"}


@frozen
class Picture:
    """Rooms with their place from the left, and the exceptions between rooms."""

    place: dict[str, int]
    beside: frozenset[tuple[str, str]]
    never: frozenset[tuple[str, str]]

    def allows(self, importer: str, imported: str) -> bool:
        """True where the picture lets a room import another."""
        pair = (importer, imported)
        if importer == imported or pair in self.beside:
            return True
        # A room that is not drawn may be told by the test of that; here everything it does is wrong.
        return self.place.get(imported, 99) < self.place.get(importer, -1) and pair not in self.never


@frozen
class Import:
    """One import: the module it stands in, the line, the module it names, and the names taken from it."""

    module: str
    line: int
    target: str
    names: tuple[str, ...] = ()


def block(text: str, kind: str) -> list[str]:
    """The lines of the one fenced block of this kind."""
    found = re.findall(rf"^```{kind}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert len(found) == 1, f"docs/architecture.md has {len(found)} blocks `{kind}`, not 1"
    return [line for line in found[0].splitlines() if line.strip()]


def read_picture(text: str) -> Picture:
    """The picture on the page."""
    (row,) = block(text, "rooms")
    groups = [[name.strip().rstrip("/") for name in group.split(",")] for group in row.split("←")]
    place = {name: number for number, group in enumerate(groups) for name in group}
    assert len(place) == sum(map(len, groups)), "a room stands twice in the picture"

    def pairs(kind: str) -> frozenset[tuple[str, str]]:
        made = frozenset(
            (left.strip().rstrip("/"), right.strip().rstrip("/"))
            for left, right in (line.split("→") for line in block(text, kind))
        )
        assert {name for pair in made for name in pair} <= set(place), f"`{kind}` names a room that is not drawn"
        return made

    return Picture(place, pairs("rooms-beside"), pairs("rooms-never"))


def module_name(path: Path, top: Path) -> str:
    """`helaplan.model.plan` for `model/plan.py`, `helaplan.model` for its `__init__.py`."""
    parts = path.relative_to(top).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(tree: ast.AST, module: str, *, package: bool) -> Iterator[Import]:
    """Every import in a module, wherever it stands; relative ones resolved."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(module, node.lineno, alias.name)
        elif isinstance(node, ast.ImportFrom):
            target = node.module or ""
            if node.level:
                parts = module.split(".")
                base = parts[: len(parts) - node.level + (1 if package else 0)]
                target = ".".join([*base, *([target] if target else [])])
            yield Import(module, node.lineno, target, tuple(alias.name for alias in node.names))


def room_of(module: str) -> str:
    """The room of a module, `` for the facades."""
    return "" if module in FACADES else module.split(".")[1]


def targets(each: Import, picture: Picture) -> set[str]:
    """The rooms that an import reaches. `from helaplan import io` reaches the room, not the facade."""
    if each.target == "helaplan":
        return {name if name in picture.place else "" for name in each.names or ("",)}
    return {room_of(each.target)}


def sources(top: Path) -> list[Path]:
    """All modules below a folder."""
    return sorted(path for path in top.rglob("*.py") if "__pycache__" not in path.parts)


def broken_arrows(trees: dict[str, tuple[ast.AST, bool]], picture: Picture) -> Iterator[str]:
    """One line for each import of ours that the picture doesn't allow."""
    for module, (tree, package) in trees.items():
        room = room_of(module)
        if not room:
            continue
        for each in imports_of(tree, module, package=package):
            if each.target.split(".")[0] != "helaplan":
                continue
            for reached in targets(each, picture):
                if not reached:
                    if room not in ("cli", "testing"):
                        yield f"{module}:{each.line} takes {', '.join(each.names)} from a facade"
                elif not picture.allows(room, reached):
                    yield f"{module}:{each.line} {room} imports {reached}"


def parsed(top: Path) -> dict[str, tuple[ast.AST, bool]]:
    """Module name → syntax tree, and whether it is a package."""
    return {
        module_name(path, top): (ast.parse(path.read_text(encoding="utf-8")), path.name == "__init__.py")
        for path in sources(top)
    }


def test_imports_follow_the_arrows() -> None:
    """No room imports a room to its right, beside it, or one it must never know."""
    picture = read_picture(PICTURE.read_text(encoding="utf-8"))
    assert list(broken_arrows(parsed(SOURCE), picture)) == []


def test_every_room_is_drawn_and_every_drawn_room_exists() -> None:
    """A new room comes into the picture in the same commit, and a room that went leaves it."""
    picture = read_picture(PICTURE.read_text(encoding="utf-8"))
    rooms = {room_of(module) for module in parsed(SOURCE)} - {""}
    assert rooms == set(picture.place)


@pytest.mark.parametrize(
    "module, code",
    [
        ("helaplan.model.plan", "from helaplan.text import words"),
        ("helaplan.rules.dates", "if TYPE_CHECKING:\n    from helaplan.planfile.reader import Raw"),
        ("helaplan.findings", "def f():\n    import helaplan.model.plan"),
        ("helaplan.compose.plan", "from ..recognise import recognise"),
        ("helaplan.rules.dates", "from helaplan import Plan"),
        ("helaplan.pipeline.check", "from helaplan import io"),
    ],
)
def test_a_wrong_arrow_is_found(module: str, code: str) -> None:
    """The reader of imports sees those in functions, for types only, relative, and through the facade."""
    picture = read_picture(PICTURE.read_text(encoding="utf-8"))
    assert len(list(broken_arrows({module: (ast.parse(code), False)}, picture))) == 1


#: Names whose use means: files, the terminal, the process, the environment, the clock, chance.
OUTSIDE_CALLS = {"open", "print", "input", "exit", "quit", "breakpoint"}
OUTSIDE_NAMES = {
    *("sys.exit", "sys.argv", "sys.stdin", "sys.stdout", "sys.stderr", "os.environ", "os.getenv", "os.getcwd"),
    *("os._exit", "date.today", "dt.date.today", "datetime.now", "dt.datetime.now", "time.time", "Path.cwd"),
    *("os.urandom", "uuid.uuid4"),
}
OUTSIDE_MODULES = {"random", "secrets", "time", "subprocess", "socket", "tempfile", "shutil", "glob"}
OUTSIDE_METHODS = {"read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "iterdir", "rglob"}


def outside(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and name of each reach outside the program."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in OUTSIDE_CALLS:
            yield node.lineno, node.func.id
        elif isinstance(node, ast.Attribute) and ast.unparse(node) in OUTSIDE_NAMES:
            yield node.lineno, ast.unparse(node)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _is_of_a_file(node.func):
            yield node.lineno, f".{node.func.attr}"
        elif isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names if name.name in OUTSIDE_MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module in OUTSIDE_MODULES:
            yield node.lineno, node.module


def _is_of_a_file(method: ast.Attribute) -> bool:
    """True for `path.read_text`; `io.read_bytes` is the room that may."""
    return method.attr in OUTSIDE_METHODS and ast.unparse(method.value) != "io"


def may_reach(text: str) -> dict[str, set[str]]:
    """Room or module (without `helaplan.`) → the ways outside that the page grants it, `*` for all."""
    granted = {}
    for line in block(text, "rooms-outside"):
        who, _, what = line.partition(":")
        granted[who.strip().rstrip("/")] = set(what.split("   ")[0].split())
    return granted


def test_only_few_reach_outside() -> None:
    """The library opens no file, prints nothing, and asks neither clock nor chance: same input, same output."""
    granted = may_reach(PICTURE.read_text(encoding="utf-8"))
    found, used = [], set()
    for module, (tree, _) in parsed(SOURCE).items():
        for line, name in outside(tree):
            for who in (room_of(module), module.removeprefix("helaplan.")):
                if {name, "*"} & granted.get(who, set()):
                    used.add(who)
                    break
            else:
                found.append(f"{module}:{line} {name}")
    assert found == []
    assert set(granted) == used, "the page grants what nobody uses"


@pytest.mark.parametrize(
    "code",
    ["print(1)", "import random", "from time import sleep", "import os\nos.environ['A']", "Path('a').read_text()"],
)
def test_a_reach_outside_is_found(code: str) -> None:
    """The reader of calls knows each way out."""
    assert len(list(outside(ast.parse(code)))) == 1


def public_names() -> set[str]:
    """`helaplan.__all__`, read from the source so that a broken import elsewhere doesn't hide it."""
    tree = ast.parse((SOURCE / "helaplan" / "__init__.py").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            names = ast.literal_eval(node.value)
            return set(names)
    raise AssertionError("helaplan/__init__.py has no plain __all__")


def private_imports(tree: ast.AST, module: str, public: set[str]) -> Iterator[str]:
    """One line for each name that a plugin takes from helaplan without being offered it."""
    for each in imports_of(tree, module, package=False):
        if each.target.split(".")[0] != "helaplan":
            continue
        if each.target not in PUBLIC_MODULES and not each.target.startswith("helaplan.testing."):
            yield f"{module}:{each.line} {each.target}"
        elif each.target == "helaplan" and each.names:
            wanted = set(each.names) - public - {"testing"}
            yield from (f"{module}:{each.line} helaplan.{name}" for name in sorted(wanted))


def test_plugins_import_only_public_names() -> None:
    """A first-party plugin that needs a private name shows a gap in the public API."""
    public = public_names()
    found = [
        line
        for folder in sorted((ROOT / "plugins").glob("*/"))
        for path in sources(folder)
        if not {".venv", "build"} & set(path.parts)
        for line in private_imports(ast.parse(path.read_text(encoding="utf-8")), path.stem, public)
    ]
    assert found == []


def test_a_private_import_of_a_plugin_is_found() -> None:
    """A module that is not public is told, and so is a name that is not in `__all__`."""
    code = "from helaplan import Plan, secret\nimport helaplan.planfile.reader\nfrom helaplan.testing import plans"
    assert list(private_imports(ast.parse(code), "plugin", {"Plan"})) == [
        "plugin:1 helaplan.secret",
        "plugin:2 helaplan.planfile.reader",
    ]


def test_public_names_are_sorted_and_there() -> None:
    """`__all__` is in order, and every name in it can be had."""
    import helaplan

    assert list(helaplan.__all__) == sorted(helaplan.__all__)
    assert [name for name in helaplan.__all__ if not hasattr(helaplan, name)] == []


@pytest.mark.parametrize("package", ["helaplan", "helaplan.testing"])
def test_lazy_names_are_those_that_type_checkers_see(package: str) -> None:
    """What a facade loads on demand, what it imports for type checkers and `__all__`: the same names and modules."""
    tree = ast.parse((SOURCE.joinpath(*package.split(".")) / "__init__.py").read_text(encoding="utf-8"))
    seen = {
        alias.name: node.module
        for condition in tree.body
        if isinstance(condition, ast.If) and ast.unparse(condition.test) == "TYPE_CHECKING"
        for node in condition.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    module = importlib.import_module(package)
    loaded = {name: home for home, names in module._HOMES.items() for name in names.split()}
    assert loaded == seen
    assert sorted(loaded) == sorted(module.__all__)


#: Packages that a plain check has no use for; each would cost more than the check itself.
HEAVY = ("jsonschema", "pluggy", "importlib.metadata", "hypothesis", "helaplan.plugins.host", "helaplan.recognise")


def test_a_plain_check_imports_nothing_heavy(tmp_path: Path) -> None:
    """A plan without extensions is checked without plugins, schema tools or importers being loaded."""
    plan = tmp_path / "plan.yaml"
    plan.write_text("helaplan: 1\nkind: plan\nid: a\ntitle: A\norganisation: {name: A}\n", encoding="utf-8")
    program = (
        "import sys\nfrom helaplan.cli.app import main\n"
        f"code = main(['check', '--format', 'json', {str(plan)!r}])\n"
        f"loaded = [name for name in {HEAVY!r} if name in sys.modules]\n"
        "sys.exit(f'exit {code}, loaded {loaded}' if code or loaded else 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr

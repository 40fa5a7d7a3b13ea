"""Everything that can be wrong with a plugin, and what is to be said of it."""

from __future__ import annotations

from textwrap import dedent

from fake_site import GOOD, HEAD


def hook(body: str, name: str = "helaplan_exporters", marker: str = "@hookimpl", arguments: str = "") -> str:
    """A module with one hook."""
    lines = "\n".join("    " + line for line in dedent(body).strip().splitlines())
    return f"{HEAD}{marker}\ndef {name}({arguments}):\n{lines}\n"


EXPORTER = "from helaplan import Exporter\n"

#: Kind of fault → module, code of the finding, hook it is told at, a word of its cause.
FAULTS: dict[str, tuple[str, str, str, str]] = {
    "import error": ("import no_such_module_xyz", "plugin-failed", "import", "no_such_module_xyz"),
    "syntax error": ("def (", "plugin-failed", "import", "SyntaxError"),
    "SystemExit at import": ("raise SystemExit(3)", "plugin-failed", "import", "SystemExit"),
    "home-made BaseException at import": (
        "class E(BaseException): pass\nraise E('x')",
        "plugin-failed",
        "import",
        "E: x",
    ),
    "error whose words are an error": (
        "class E(Exception):\n    def __str__(self): raise SystemExit\nraise E",
        "plugin-failed",
        "import",
        "E",
    ),
    "endless recursion": ("def f(): f()\nf()", "plugin-failed", "import", "RecursionError"),
    "hook raises": (hook("raise RuntimeError('boom')"), "plugin-failed", "helaplan_exporters", "RuntimeError: boom"),
    "hook ends the program": (hook("raise SystemExit"), "plugin-failed", "helaplan_exporters", "SystemExit"),
    "hook wants an argument": (
        hook("return []", arguments="no_such_argument"),
        "plugin-wrong-signature",
        "helaplan_exporters",
        "no_such_argument",
    ),
    "misspelt hook": (
        hook("return []", name="helaplan_exportters"),
        "plugin-misspelt-hook",
        "helaplan_exportters",
        "helaplan_exportters",
    ),
    "hook without mark": ("def helaplan_exporters(): return []", "plugin-unmarked-hook", "helaplan_exporters", ""),
    "no hook at all": ("x = 1", "plugin-without-hooks", "import", "zz_broken"),
    "wrapper": (
        hook("return (yield)", marker="@hookimpl(wrapper=True)"),
        "plugin-hook-wrapper",
        "helaplan_exporters",
        "",
    ),
    "old wrapper": (
        hook("yield", marker="@hookimpl(hookwrapper=True)"),
        "plugin-hook-wrapper",
        "helaplan_exporters",
        "",
    ),
    "returns None": (hook("pass"), "plugin-wrong-return", "helaplan_exporters", "None"),
    "returns text": (hook("return 'csv'"), "plugin-wrong-return", "helaplan_exporters", "str"),
    "returns a generator": (hook("yield 1"), "plugin-wrong-return", "helaplan_exporters", "generator"),
    "returns other things": (hook("return ['csv', 7]"), "plugin-wrong-return", "helaplan_exporters", "str"),
    "returns declarations of another hook": (
        EXPORTER + "from helaplan import Rasterizer\n" + hook("return [Rasterizer(name='r', rasterise=print)]"),
        "plugin-wrong-return",
        "helaplan_exporters",
        "Rasterizer",
    ),
    "half of it is declared": (
        GOOD + '@hookimpl\ndef helaplan_commands():\n    raise ValueError("late")\n',
        "plugin-failed",
        "helaplan_commands",
        "late",
    ),
    "suffixes are one text": (GOOD.replace('(".good",)', '".good"'), "plugin-wrong-declaration", "", "suffixes"),
    "suffix without dot": (GOOD.replace('(".good",)', '("good",)'), "plugin-wrong-declaration", "", "suffixes"),
    "callable is none": (GOOD.replace("export=export", "export=None"), "plugin-wrong-declaration", "", "export"),
    "no words": (GOOD.replace('{"en": "Good"}', "{}"), "plugin-wrong-declaration", "", "title"),
    "name with spaces": (GOOD.replace('name="good"', 'name="not good"'), "plugin-wrong-declaration", "", "name"),
    "declaration lacks a field": (
        GOOD.replace('name="good", ', ""),
        "plugin-failed",
        "helaplan_exporters",
        "TypeError",
    ),
    "rule without a name of its own": (
        HEAD
        + "from helaplan import Profile, Rule\n@hookimpl\ndef helaplan_profiles():\n"
        + "    return [Profile(name='p', title={'sv': 'P'}, rules=(Rule(code='bad-id', check=list),))]\n",
        "plugin-wrong-declaration",
        "helaplan_profiles",
        "rules",
    ),
    "extension of a class without specs": (
        HEAD
        + "from helaplan import Extension\nimport attrs\n@attrs.frozen\nclass Data:\n    x: int\n@hookimpl\n"
        + "def helaplan_extensions():\n    return [Extension(name='e', title={'sv': 'E'}, cls=Data)]\n",
        "plugin-wrong-declaration",
        "helaplan_extensions",
        "cls",
    ),
}

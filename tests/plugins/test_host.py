"""What the host hands out: the core first, one winner for each name, guarded calls."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Sequence
from types import SimpleNamespace
from typing import Any

import attrs
import pytest

import helaplan
from helaplan import (
    Command,
    CommandContext,
    DocumentReader,
    DocumentWriter,
    Exporter,
    Extension,
    Finding,
    Message,
    Organisation,
    Plan,
    PluginError,
    Profile,
    Reading,
    Rule,
    Source,
    Texts,
    UnknownFormat,
    UnreadableSource,
    WriteContext,
    fields,
    hookimpl,
)
from helaplan.plugins import hookspecs
from helaplan.plugins.host import Host
from helaplan.plugins.inspection import HOOKS
from helaplan.plugins.known import READ, WRITTEN

PLAN = Plan(id="x-2023", title="Plan", organisation=Organisation(name="Bygd"))


def plugin(**hooks: Sequence[Any]) -> Any:
    """A plugin that declares these things, by hook without prefix."""

    def made(declared: Sequence[Any]) -> Any:
        return hookimpl(lambda: list(declared))

    return SimpleNamespace(**{f"helaplan_{name}": made(declared) for name, declared in hooks.items()})


def exporter(name: str = "csv", export: Any = None, suffixes: tuple[str, ...] = (".csv",)) -> Exporter:
    """An exporter, sound but for what the test says."""
    return Exporter(
        name=name,
        suffixes=suffixes,
        media_type="text/csv",
        title={"en": name},
        export=export or (lambda plan, options, context: b"x"),
    )


def host(**plugins: Any) -> Host:
    """A host with these plugins and none that are installed."""
    made = Host(plugins=False)
    for name, each in plugins.items():
        made.register(each, name)
    return made


def test_hooks_are_those_of_the_specs() -> None:
    """The table of hooks and the hookspecs say the same: names, no arguments, a sequence of the declaration."""
    specs = {name: each for name, each in vars(hookspecs).items() if name.startswith("helaplan_")}
    assert list(specs) == list(HOOKS)
    for name, each in specs.items():
        signature = inspect.signature(each)
        assert not signature.parameters
        assert signature.return_annotation == f"Sequence[{HOOKS[name].__name__}]"
        assert each.__doc__


def test_each_hook_has_its_method() -> None:
    """What a plugin declares through any hook is handed out by the host."""
    for declared in HOOKS.values():
        assert declared.__name__ in helaplan.__all__
    ours = host(mine=plugin(exporters=[exporter()], texts=[Texts(language="sv", messages={})]))
    assert [each.name for each in ours.exporters()] == ["json", "yaml", "wheel", "csv"]
    assert [each.language for each in ours.texts()] == ["sv"]
    for name in ("readers", "writers", "importers", "contents", "profiles", "extensions", "file_kinds", "commands"):
        assert isinstance(getattr(ours, name)(), tuple)
    for name in ("rasterizers", "scholarship_workflows", "partner_integrations"):
        assert getattr(ours, name)() == ()


def test_core_first_then_by_name() -> None:
    """The order is the core's formats, then plugins sorted by name, however they came."""
    ours = host(
        zebra=plugin(exporters=[exporter("z", suffixes=(".x",))]),
        apple=plugin(exporters=[exporter("a", suffixes=(".x",))]),
    )
    assert [each.name for each in ours.exporters()] == ["json", "yaml", "wheel", "a", "z"]
    assert ours.output_format(".x").name == "a"
    assert [ours.plugin_of(each) for each in ours.exporters()] == ["helaplan", "helaplan", "helaplan", "apple", "zebra"]


def test_taken_name_is_told_and_the_rest_counts() -> None:
    """A declaration whose name the core or another plugin has is left out with one finding; the plugin goes on."""
    ours = host(
        b=plugin(exporters=[exporter("json"), exporter("same"), exporter("own")]),
        a=plugin(exporters=[exporter("same")], commands=[command("check", lambda arguments, context: 0)]),
    )
    assert [each.name for each in ours.exporters()] == ["json", "yaml", "wheel", "same", "own"]
    assert ours.plugin_of(ours.exporter_for("same")) == "a"
    assert ours.command("check") is None
    told = {(each.args["plugin"], each.args["name"], each.args["winner"]) for each in ours.findings}
    assert told == {("b", "json", "helaplan"), ("b", "same", "a"), ("a", "check", "helaplan")}
    assert {each.code for each in ours.findings} == {"plugin-name-clash"}
    assert [row.status for row in ours.plugins() if row.name in "ab"] == ["ok", "ok"]


def test_registering_a_name_twice_is_refused() -> None:
    """Two objects of one name, or the core's name, are a mistake of the program that registers them."""
    ours = host(mine=plugin(exporters=[]))
    for name in ("mine", "MINE", "helaplan"):
        with pytest.raises(ValueError):
            ours.register(plugin(exporters=[]), name)


def test_registering_late_counts() -> None:
    """A plugin that is registered after others were asked for is there the next time."""
    ours = host()
    assert ours.exporter_for("csv") is None
    ours.register(plugin(exporters=[exporter()]), "mine")
    assert ours.exporter_for("csv") is not None


def test_call_that_raises_names_plugin_and_place() -> None:
    """A failing exporter is a PluginError with plugin, hook and line, and not a word of the plan in it."""

    def export(plan: Plan, options: Any, context: WriteContext) -> bytes:
        raise ValueError(f"cannot write {plan.title} 850101-1234")

    ours = host(mine=plugin(exporters=[exporter(export=export)]))
    with pytest.raises(PluginError) as caught:
        ours.output_format("csv").export(PLAN, None, WriteContext())  # type: ignore[union-attr]
    (finding,) = caught.value.findings
    assert (finding.code, finding.args["plugin"], finding.args["hook"]) == (
        "plugin-call-failed",
        "mine",
        "Exporter csv",
    )
    assert str(finding.args["cause"]).startswith("ValueError (test_host:")
    assert "850101" not in str(caught.value)


@pytest.mark.parametrize("result", [None, "text", 7])
def test_wrong_result_is_refused(result: Any) -> None:
    """What an exporter returns must be bytes before anybody writes it to a file."""
    ours = host(mine=plugin(exporters=[exporter(export=lambda plan, options, context: result)]))
    with pytest.raises(PluginError) as caught:
        helaplan.export(PLAN, ".csv", host=ours)
    assert caught.value.findings[0].code == "plugin-wrong-result"
    assert caught.value.findings[0].args["found"] == type(result).__name__


def test_errors_that_a_reader_is_meant_to_raise_pass() -> None:
    """UnreadableSource from a plugin's reader is an answer, no fault of the plugin."""

    def read(data: bytes, source: Source) -> Reading:
        raise UnreadableSource(Finding(code="mine/encrypted"))

    reader = DocumentReader(name="mine", suffixes=(".x",), title={"en": "x"}, read=read)
    ours = host(mine=plugin(document_readers=[reader]))
    with pytest.raises(UnreadableSource):
        helaplan.import_document(b"x", name="a.x", host=ours)
    assert ours.findings == ()


def rule(check: Any) -> Rule:
    """A rule of the plugin `mine`."""
    return Rule(code="mine/late", check=check)


def failing(plan: Plan) -> Any:
    """Fails after its first finding."""
    yield Finding(code="mine/late")
    raise RuntimeError(plan.title)


@pytest.mark.parametrize(
    "check, code",
    [
        (failing, "plugin-call-failed"),
        (lambda plan: ["late"], "plugin-wrong-result"),
        (lambda plan: None, "plugin-call-failed"),
    ],
)
def test_failing_rule_is_a_finding(check: Any, code: str) -> None:
    """A rule that fails is one error at its extension; what it began to say does not count; nothing is raised."""
    ours = host(mine=plugin(extensions=[Extension(name="mine", title={"en": "x"}, rules=(rule(check),))]))
    extension = ours.extension("mine")
    assert extension is not None
    found = list(extension.rules[0].check(PLAN))
    assert [(each.code, each.path) for each in found] == [(code, ("extensions", "mine"))]


def test_installed_rules_change_no_verdict() -> None:
    """Profiles and extensions that nobody selected say nothing of a plan, whatever they would say."""
    say = rule(lambda plan: [Finding(code="mine/late")])
    profile = Profile(name="mine", title={"en": "x"}, rules=(say,))
    ours = host(mine=plugin(profiles=[profile], extensions=[Extension(name="mine", title={"en": "x"}, rules=(say,))]))
    assert helaplan.check(PLAN, host=ours).findings == helaplan.check(PLAN, host=Host(plugins=False)).findings
    chosen = attrs.evolve(PLAN, extensions={"mine": {"a": 1}})
    assert "mine/late" in [each.code for each in helaplan.check(chosen, host=ours)]


@attrs.frozen(kw_only=True, field_transformer=fields.with_specs)
class Strict:
    """Data of a plugin whose author uses validators of attrs, as authors do."""

    word: str = attrs.field(metadata=fields.line(), validator=attrs.validators.max_len(3))
    other: str = attrs.field(default="", metadata=fields.line())


@pytest.mark.parametrize(
    "data, paths",
    [
        ({"word": "abc"}, []),
        ({"word": "abcd"}, [()]),
        ({"word": "abcd", "other": 7}, [("other",)]),
        ({"other": 7}, [("other",), ("word",)]),
    ],
)
def test_validators_of_a_plugins_class_are_findings(data: dict[str, Any], paths: list[tuple[str, ...]]) -> None:
    """What a plugin's class refuses on its own is a finding at the plugin's data, never a traceback."""
    ours = host(mine=plugin(extensions=[Extension(name="mine", title={"en": "x"}, cls=Strict)]))
    report = helaplan.check(attrs.evolve(PLAN, extensions={"mine": data}), host=ours)
    found = [each.path[2:] for each in report if each.path[:2] == ("extensions", "mine")]
    assert sorted(found) == paths


def command(name: str, run: Any) -> Command:
    """A command."""
    return Command(name=name, title={"en": name}, run=run)


def called(run: Any, *arguments: str) -> tuple[int, str, str]:
    """Exit code, result and notices of a command."""
    result: list[str] = []
    notices: list[str] = []
    chosen = host(mine=plugin(commands=[command("mine", run)])).command("mine")
    assert chosen is not None
    code = chosen.run(arguments, CommandContext(language="sv", write=result.append, tell=notices.append))
    return code, "".join(result), "".join(notices)


def test_command_writes_through_its_context(capfd: Any) -> None:
    """Results and notices arrive in order; what the command prints instead is a notice."""

    def run(arguments: Sequence[str], context: CommandContext) -> int:
        context.write(" ".join(arguments))
        context.tell("almost ")
        print("done")  # noqa: T201  # as an author may by mistake
        return 1

    assert called(run, "a", "b") == (1, "a b", "almost done\n")
    assert capfd.readouterr() == ("", "")


def test_command_may_end_as_argparse_does(capfd: Any) -> None:
    """argparse prints its help and raises SystemExit(0): that is an end with exit code 0, no failure."""
    import argparse

    def run(arguments: Sequence[str], context: CommandContext) -> int:
        argparse.ArgumentParser(prog="mine").parse_args(arguments)
        return 0

    code, result, notices = called(run, "--help")
    assert (code, result) == (0, "")
    assert notices.startswith("usage: mine")
    assert called(run, "--no-such")[0] == 2


@pytest.mark.parametrize("wrong", [lambda arguments, context: None, lambda arguments, context: 1 / 0])
def test_failing_command_names_its_plugin(wrong: Any) -> None:
    """A command that fails, or gives no exit code, is a PluginError."""
    with pytest.raises(PluginError):
        called(wrong)


@pytest.mark.parametrize(
    "wanted, code, args",
    [
        (".docx", "reader-missing", {"suffix": ".docx", "distribution": "helaplan-word"}),
        ("pdf", "reader-missing", {"suffix": "pdf", "distribution": "helaplan-pdf"}),
        ("word", "reader-missing", {"suffix": "word", "distribution": "helaplan-word"}),
        (".xyz", "reader-unknown", {"suffix": ".xyz"}),
        ("web", "reader-unknown", {"suffix": "web"}),
    ],
)
def test_missing_reader_says_what_to_install(wanted: str, code: str, args: dict[str, str]) -> None:
    """A document that a first-party plugin would read names the command that installs it."""
    with pytest.raises(UnknownFormat) as caught:
        Host(path=()).input_format(wanted)
    (finding,) = caught.value.findings
    assert finding.code == code
    assert {key: finding.args[key] for key in args} == args
    if code == "reader-missing":
        assert finding.args["install"] == 'pip install "helaplan[documents]"'
    else:
        assert ".md" in finding.args["known"]  # type: ignore[operator]


@pytest.mark.parametrize(
    "wanted, code",
    [(".docx", "writer-missing"), ("web", "writer-missing"), (".odt", "writer-unknown"), (".doc", "writer-unknown")],
)
def test_missing_writer_says_what_to_install(wanted: str, code: str) -> None:
    """The same for a format to be written; what our plugins only read is no reason to install one."""
    with pytest.raises(UnknownFormat) as caught:
        Host(path=()).output_format(wanted)
    assert caught.value.findings[0].code == code


def test_what_is_said_of_our_plugins_is_what_they_declare() -> None:
    """The suffixes that the core knows to be read and written by its plugins are those that the plugins have."""
    here = Host()
    ours = {"word": "helaplan-word", "pdf": "helaplan-pdf", "web": "helaplan-web"}
    if not set(ours) <= {here.plugin_of(each) for each in here.writers()}:
        pytest.skip("the plugins for Word, PDF and web are not installed here")

    def declared(formats: Iterable[DocumentReader | DocumentWriter]) -> dict[str, str]:
        return {end: ours[who] for each in formats if (who := here.plugin_of(each)) in ours for end in each.suffixes}

    assert declared(here.readers()) == READ
    assert declared(here.writers()) == WRITTEN


def test_no_suffix_is_no_format() -> None:
    """A file without suffix matches nothing, not everything."""
    with pytest.raises(UnknownFormat):
        host().output_format("")


def test_texts_of_several_plugins_stand_together() -> None:
    """Sentences in one language from two plugins are no clash."""
    said = Texts(language="sv", messages={"mine/late": Message(message="För sent")})
    ours = host(a=plugin(texts=[said]), b=plugin(texts=[said]))
    assert len(ours.texts()) == 2
    assert ours.findings == ()


def test_rasterizer_reaches_the_writer() -> None:
    """A writer may ask the first plugin that draws; where none was needed so far, nobody is looked for."""
    from helaplan import Rasterizer

    draw = Rasterizer(name="draw", rasterise=lambda svg, *, width: b"png")
    ours = host(mine=plugin(rasterizers=[draw], exporters=[exporter()]))
    assert ours.write_context().rasterise is None
    ours.output_format("csv")
    rasterise = ours.write_context().rasterise
    assert rasterise is not None
    assert rasterise("<svg/>", width=10) == b"png"


def test_a_hook_that_goes_away_is_announced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Removals go through warnings: the hook works, with one note that says what takes its place."""
    monkeypatch.setattr("helaplan.plugins.inspection.RETIRING", {"helaplan_exporters": "helaplan_data_writers"})
    ours = host(mine=plugin(exporters=[exporter()]))
    assert ours.exporter_for("csv") is not None
    assert [(each.code, each.args["hook"], each.args["cause"]) for each in ours.findings] == [
        ("plugin-retiring-hook", "helaplan_exporters", "helaplan_data_writers")
    ]
    assert ours.findings[0].severity is helaplan.Severity.NOTE

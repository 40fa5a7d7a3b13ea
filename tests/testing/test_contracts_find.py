"""The suites find what they are for: each law fails for a plugin that breaks it, and holds for one that doesn't."""

from __future__ import annotations

import datetime as dt
import os
import random
import re
import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from attrs import field, frozen
from hypothesis import Phase, settings

from helaplan import (
    Command,
    Content,
    Document,
    DocumentReader,
    DocumentWriter,
    Exporter,
    Extension,
    FileKind,
    Finding,
    Importer,
    Loading,
    Message,
    Paragraph,
    PartnerIntegration,
    Plan,
    Profile,
    Rasterizer,
    Reading,
    Rule,
    ScholarshipWorkflow,
    Texts,
    UnreadableSource,
    fields,
    hookimpl,
    write_plan,
)
from helaplan.testing import (
    CommandContract,
    ContentContract,
    ExporterContract,
    ExtensionContract,
    FileKindContract,
    ImporterContract,
    PartnerIntegrationContract,
    ProfileContract,
    RasterizerContract,
    ReaderContract,
    ScholarshipWorkflowContract,
    TextsContract,
    WriterContract,
    small_plan,
)

WORDS = {"sv": "Prov", "en": "Trial"}
FORMAT: dict[str, Any] = {"name": "trial", "suffixes": (".trial",), "title": WORDS}
SENTENCES = {"trial/bad": Message(message="fel {what}")}


class Plugin:
    """A plugin with these declarations, and sentences for `trial/bad`."""

    def __init__(self, hook: str, *declared: Any, texts: Any = None) -> None:
        setattr(self, hook, hookimpl(lambda: list(declared)))
        self.texts = {"sv": SENTENCES, "en": SENTENCES} if texts is None else texts

    @hookimpl
    def helaplan_texts(self) -> list[Texts]:
        """The sentences."""
        return [Texts(language=language, messages=each) for language, each in self.texts.items()]


@pytest.fixture(autouse=True)
def _unshrunk() -> Iterator[None]:
    """Failures are wanted here: nobody reads the example, so none is made small."""
    before = settings.get_current_profile_name()
    settings.register_profile("unshrunk", settings.get_profile(before), phases=[Phase.generate], database=None)
    settings.load_profile("unshrunk")
    yield
    settings.load_profile(before)


def holds(suite: type[Any], law: str, *arguments: Any, **attributes: Any) -> bool:
    """Whether a law holds for a plugin."""
    made = type("Made", (suite,), {"plugin_name": "trial", "name": "trial", "most": 30, **attributes})()
    try:
        getattr(made, law)(*arguments)
    except AssertionError:
        return False
    return True


def reader(read: Callable[..., Any], **changes: Any) -> Plugin:
    """A plugin with a reader."""
    return Plugin("helaplan_document_readers", DocumentReader(**{**FORMAT, **changes}, read=read))


def read_text(data: bytes, source: Any) -> Reading:
    """Reads UTF-8 as one paragraph."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise UnreadableSource(Finding(code="not-utf8")) from None
    return Reading(document=Document(title="x", language="sv", blocks=[Paragraph(text=text)]))


def and_then(do: Callable[[], object]) -> Callable[..., Any]:
    """`read_text` that does something beside."""

    def read(data: bytes, source: Any) -> Reading:
        made = read_text(data, source)
        do()
        return made

    return read


def refuse_with(*findings: Finding) -> Callable[..., Any]:
    """A reader that refuses everything."""

    def read(data: bytes, source: Any) -> Reading:
        raise UnreadableSource(*findings)

    return read


def write_somewhere() -> None:
    """Leaves a file."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "x").write_text("x")


ANY = "test_any_bytes_are_read_or_refused"


@pytest.mark.parametrize(
    "read, law, right",
    [
        (read_text, ANY, True),
        (read_text, "test_same_bytes_give_the_same", True),
        (lambda data, source: data.decode(), ANY, False),
        (and_then(lambda: sys.stdout.write("x")), ANY, False),
        (and_then(write_somewhere), ANY, False),
        (
            and_then(lambda: Path(__file__).with_name("data.txt").exists() or Path("pyproject.toml").read_bytes()),
            ANY,
            False,
        ),
        (and_then(lambda: subprocess.run(["true"], check=True)), ANY, False),
        (and_then(lambda: os.chdir("/")), ANY, False),
        (refuse_with(Finding(code="trial/bad", args={"what": "a"})), ANY, True),
        (refuse_with(Finding(code="trial/bad")), ANY, False),
        (refuse_with(Finding(code="trial/unknown")), ANY, False),
        (refuse_with(), ANY, False),
        (
            lambda data, source: Reading(document=Document(title=str(random.random()), language="sv")),
            "test_same_bytes_give_the_same",
            False,
        ),
    ],
)
def test_readers(read: Any, law: str, right: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Errors of other kinds, prints, files, programs, other folders, chance, and refusals without words are found."""
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.chdir(tmp_path)
    assert holds(ReaderContract, law, plugin=reader(read), samples=(b"x",)) is right


def test_what_every_declaration_needs() -> None:
    """A title in one language, a code with words in one language, a wrong name, a plugin that fails: all are found."""
    good = reader(read_text)
    half = Plugin("helaplan_document_readers", texts={"sv": SENTENCES})
    other = {"sv": SENTENCES, "en": {"trial/bad": Message(message="bad {other}")}}
    for law in ("test_plugin_is_sound", "test_title_in_swedish_and_english", "test_sentences_in_swedish_and_english"):
        assert holds(ReaderContract, law, plugin=good)
    assert not holds(ReaderContract, "test_title_in_swedish_and_english", plugin=reader(read_text, title={"sv": "x"}))
    assert not holds(ReaderContract, "test_title_in_swedish_and_english", plugin=good, name="other")
    assert not holds(ReaderContract, "test_sentences_in_swedish_and_english", plugin=half)
    uneven = Plugin("helaplan_document_readers", texts=other)
    assert not holds(ReaderContract, "test_sentences_in_swedish_and_english", plugin=uneven)
    assert not holds(ReaderContract, "test_plugin_is_sound", plugin=Plugin("helaplan_document_readers", 7))
    assert not holds(ReaderContract, "test_suffixes", plugin=reader(read_text, suffixes=(".a", ".a")))


def test_importers() -> None:
    """An importer that lets a KeyError out is found; one that refuses isn't."""

    def load(data: bytes, source: Any) -> Loading:
        if data != b"x":
            raise UnreadableSource(Finding(code="wrong-file", args={"found": "?"}))
        return Loading(plan=small_plan())

    good = Plugin("helaplan_importers", Importer(**FORMAT, load=load))
    fragile: Any = {}.__getitem__
    bad = Plugin("helaplan_importers", Importer(**FORMAT, load=lambda data, source: fragile(data)))
    assert holds(ImporterContract, ANY, plugin=good, samples=(b"x",))
    assert holds(ImporterContract, "test_samples_are_read", plugin=good, samples=(b"x",))
    assert not holds(ImporterContract, ANY, plugin=bad)


def exporter(export: Callable[..., Any], **changes: Any) -> Plugin:
    """A plugin with an exporter."""
    return Plugin("helaplan_exporters", Exporter(**{**FORMAT, **changes}, media_type="text/plain", export=export))


def export_yaml(plan: Plan, options: Any, context: Any) -> bytes:
    """All of the plan."""
    return write_plan(plan).encode()


@frozen(kw_only=True)
class NeedsMore:
    """Options without a default."""

    width: int


@pytest.mark.parametrize(
    "export, law, right",
    [
        (export_yaml, "test_same_value_gives_the_same_bytes", True),
        (export_yaml, "test_hostile_texts_survive", True),
        (lambda plan, options, context: str(dt.datetime.now()).encode(), "test_same_value_gives_the_same_bytes", False),
        (lambda plan, options, context: plan.title, "test_same_value_gives_the_same_bytes", False),
        (lambda plan, options, context: plan.period.label.encode(), "test_same_value_gives_the_same_bytes", False),
        (lambda plan, options, context: plan.title.split("<")[0].encode(), "test_hostile_texts_survive", False),
        (lambda plan, options, context: b"PK\x03\x04", "test_hostile_texts_survive", False),
    ],
)
def test_exporters(export: Any, law: str, right: bool) -> None:
    """The clock, a text instead of bytes, a field that may be missing, words lost at markup: all are found."""
    assert holds(ExporterContract, law, plugin=exporter(export)) is right


def test_options_need_defaults() -> None:
    """A format that can't be written without `-O` is found."""
    assert not holds(
        ExporterContract, "test_every_option_has_a_default", plugin=exporter(export_yaml, options=NeedsMore)
    )


def test_what_is_read_back_differs() -> None:
    """A writer whose own reader gives something else is found."""

    class Both(Plugin):
        @hookimpl
        def helaplan_document_readers(self) -> list[DocumentReader]:
            return [DocumentReader(**FORMAT, read=read_text)]

    def write(document: Document, options: Any, context: Any) -> bytes:
        return f"{document.title} {len(document.blocks)}".encode()

    writer = DocumentWriter(**FORMAT, media_type="text/plain", write=write)
    assert not holds(
        WriterContract, "test_what_is_read_back_is_written_again", plugin=Both("helaplan_document_writers", writer)
    )


def test_contents() -> None:
    """A content that fails on a plan without areas is found."""

    def compose(plan: Plan, language: str) -> Document:
        return Document(title=plan.areas[0].name, language=language)

    def title(plan: Plan, language: str) -> Document:
        return Document(title=plan.title or "-", language=language)

    bad = Plugin("helaplan_contents", Content(name="trial", title=WORDS, compose=compose))
    good = Plugin("helaplan_contents", Content(name="trial", title=WORDS, compose=title))
    assert holds(ContentContract, "test_any_plan_is_composed", "sv", plugin=good)
    assert holds(ContentContract, "test_every_writer_can_write_it", "sv", plugin=good)
    assert not holds(ContentContract, "test_any_plan_is_composed", "sv", plugin=bad)


COUNT = [0]


def count(plan: Plan) -> list[Finding]:
    """Says something else each time."""
    COUNT[0] += 1
    return [Finding(code="trial/bad", args={"what": str(COUNT[0])})]


def at(*path: Any, code: str = "trial/bad") -> Any:
    """A rule that finds fault with one place."""
    return lambda plan: [Finding(code=code, path=path, args={"what": "x"})]


@pytest.mark.parametrize(
    "check, right",
    [
        (at("title"), True),
        (at("areas"), True),
        (at("period", "end"), False),
        (at("areas", 0), False),
        (at("title", code="trial/other"), False),
        (count, False),
        (lambda plan: plan.areas[0], False),
        (lambda plan: [sys.stdout.write("x")], False),
    ],
)
def test_profiles(check: Any, right: bool) -> None:
    """A rule that fails, prints, speaks under another code, of a place that isn't there, or changes its mind."""
    profile = Profile(name="trial", title=WORDS, rules=(Rule(code="trial/bad", check=check),))
    assert holds(ProfileContract, "test_rules_are_pure", plugin=Plugin("helaplan_profiles", profile)) is right


def test_codes_begin_with_the_name() -> None:
    """A code of somebody else's is found, and so is one that two rules share."""
    for codes, right in ((("trial/a", "trial/b"), True), (("other/a",), False), (("trial/a", "trial/a"), False)):
        rules = tuple(Rule(code=code, check=at("title")) for code in codes)
        plugin = Plugin("helaplan_profiles", Profile(name="trial", title=WORDS, rules=rules))
        assert holds(ProfileContract, "test_codes", plugin=plugin) is right


@frozen(kw_only=True, field_transformer=fields.with_specs)
class Sound:
    """Data with titles."""

    place: str = field(metadata=fields.line(title={"sv": "Plats", "en": "Place"}))


@frozen(kw_only=True, field_transformer=fields.with_specs)
class Strict:
    """Data that refuses more than its schema says, without titles."""

    place: str = field(metadata=fields.line())

    def __attrs_post_init__(self) -> None:
        """Refuses long places."""
        if len(self.place) > 3:
            raise ValueError(self.place)


def extension(**settings: Any) -> Plugin:
    """A plugin with an extension."""
    return Plugin("helaplan_extensions", Extension(name="trial", title=WORDS, **settings))


SCHEMA = {"type": "object", "properties": {"place": {"type": "string"}}}


@pytest.mark.parametrize(
    "law, plugin, right",
    [
        ("test_right_data_is_accepted_and_comes_back", extension(cls=Sound), True),
        ("test_any_data_is_checked", extension(cls=Sound), True),
        ("test_fields_have_titles", extension(cls=Sound), True),
        ("test_schema_is_one", extension(cls=Sound), True),
        ("test_fields_have_titles", extension(cls=Strict), False),
        ("test_any_data_is_checked", extension(schema=SCHEMA), True),
        ("test_schema_is_one", extension(schema=SCHEMA), True),
        ("test_schema_is_one", extension(schema={"$ref": "https://example.org/x"}), False),
        ("test_schema_is_one", extension(schema={"properties": {"a": {"$ref": "other.json"}}}), False),
        ("test_any_data_is_checked", extension(schema={"$ref": "https://example.org/x"}), False),
        ("test_rules_are_pure", extension(rules=(Rule(code="trial/bad", check=at("extensions", "trial")),)), True),
        ("test_rules_are_pure", extension(rules=(Rule(code="trial/bad", check=at("extensions", "x", "y")),)), False),
    ],
)
def test_extensions(law: str, plugin: Plugin, right: bool) -> None:
    """Fields without titles, schemas that refer to the net, rules about other places: all are found."""
    assert holds(ExtensionContract, law, plugin=plugin) is right


def test_commands() -> None:
    """A command that raises, or takes any option for right, is found."""

    def command(run: Any) -> Plugin:
        return Plugin("helaplan_commands", Command(name="trial", title=WORDS, run=run))

    def good(arguments: Any, context: Any) -> int:
        context.write("hjälp\n")
        return 0 if arguments in (["--help"], ("--help",)) else 2

    assert holds(CommandContract, "test_help", "sv", plugin=command(good))
    assert holds(CommandContract, "test_wrong_arguments", ["--no-such-option"], plugin=command(good))
    assert not holds(CommandContract, "test_wrong_arguments", ["x"], plugin=command(lambda a, c: 1 // 0))
    assert not holds(CommandContract, "test_wrong_arguments", ["x"], plugin=command(lambda a, c: 0))
    assert not holds(CommandContract, "test_help", "sv", plugin=command(lambda a, c: 0))


def png(width: int, high: int, *, damaged: bool = False) -> bytes:
    """A clear picture of this size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data) ^ damaged)

    rows = zlib.compress((b"\0" + b"\xff" * width) * high)
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, high, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def draw(svg: str, width: int, **how: Any) -> bytes:
    """A picture as high as the drawing asks for; what is no drawing is refused."""
    box = re.search(r'viewBox="0 0 ([0-9]+) ([0-9]+)"', svg)
    if box is None:
        raise UnreadableSource(Finding(code="trial/bad", args={"what": "x"}))
    return png(width, max(1, round(width * int(box[2]) / int(box[1]))), **how)


def opened(svg: str, width: int) -> bytes:
    """Draws, and looks at a file that the picture names."""
    if "file:" in svg:
        with suppress(OSError):
            Path(f"{__file__}.txt").read_bytes()
    return draw(svg, width)


@pytest.mark.parametrize(
    "rasterise, broken",
    [
        (lambda svg, *, width: draw(svg, width), None),
        (lambda svg, *, width: draw(svg, width + 1), "test_any_width"),
        (lambda svg, *, width: png(width, width), "test_any_width"),
        (lambda svg, *, width: draw(svg, width, damaged=True), "test_any_width"),
        (lambda svg, *, width: b"GIF89a", "test_any_width"),
        (lambda svg, *, width: draw(svg, width) + os.urandom(1), "test_any_width"),
        (lambda svg, *, width: draw(svg.replace("viewBox", ""), width), "test_any_width"),
        (lambda svg, *, width: opened(svg, width), "test_anything_is_drawn_or_refused"),
        (lambda svg, *, width: draw(svg, width) if svg else 1 // 0, "test_anything_is_drawn_or_refused"),
    ],
)
def test_rasterizers(rasterise: Any, broken: str | None) -> None:
    """Another width, another shape, a damaged file, no PNG, chance, a refusal of pictures, files opened, an error."""
    plugin = Plugin("helaplan_rasterizers", Rasterizer(name="trial", rasterise=rasterise))
    for each in ("test_any_width", "test_anything_is_drawn_or_refused"):
        if broken in (None, each):
            assert holds(RasterizerContract, each, plugin=plugin) is (broken is None)


@pytest.mark.parametrize(
    "texts, broken",
    [
        ({"sv": SENTENCES, "en": SENTENCES}, None),
        ({"sv": {"trial/bad": Message(message="{n} {n:rad|rader}[ i {what}]")}}, None),
        ({"nb": {"period-missing": Message(message="Planen sier ikke hvilken tid")}}, None),
        ({"sv": {"bad": Message(message="fel")}}, "test_codes_are_somebodys"),
        ({"sv": {"trial/bad": Message(message="{what}")}}, "test_sentences_say_something"),
        ({"sv": {"trial/bad": Message(message="fel\nfel")}}, "test_sentences_say_something"),
        ({"sv": {"trial/bad": Message(message="fel[ {what}")}}, "test_holes_and_brackets_are_whole"),
        ({"sv": {"trial/bad": Message(message="fel {}")}}, "test_holes_and_brackets_are_whole"),
        ({"nb": {"period-missing": Message(message="Planen {what}")}}, "test_translations_ask_for_no_more"),
    ],
)
def test_texts(texts: Any, broken: str | None) -> None:
    """A code of nobody's, a sentence without words or of two lines, halves of signs, values that nobody gives."""
    plugin = _only_texts(texts)
    laws = [each for each in vars(TextsContract) if each.startswith("test_")]
    assert len(laws) > 4
    for each in laws:
        if broken in (None, each):
            assert holds(TextsContract, each, plugin=plugin) is (broken is None), each


def _only_texts(texts: Any) -> Any:
    class Made:
        @hookimpl
        def helaplan_texts(self) -> list[Texts]:
            return [Texts(language=language, messages=each) for language, each in texts.items()]

    return Made()


TITLE = {"sv": "T", "en": "T"}


@frozen(kw_only=True, field_transformer=fields.with_specs)
class Inventory:
    """A file with what every file begins with."""

    helaplan: int = field(metadata=fields.format_version(1, title=TITLE))
    kind: str = field(metadata=fields.kind("trial", title=TITLE))
    things: tuple[str, ...] = field(default=(), metadata=fields.lines(title=TITLE))


@frozen(kw_only=True, field_transformer=fields.with_specs)
class Headless:
    """A file without them, and without titles."""

    things: tuple[str, ...] = field(default=(), metadata=fields.lines())


def say(value: Any) -> list[Finding]:
    """A rule that always speaks."""
    return [Finding(code="trial/bad", path=("things",), args={"what": "x"})]


@pytest.mark.parametrize(
    "cls, rule, broken",
    [
        (Inventory, say, ()),
        (Headless, say, ("test_right_files_are_accepted_and_come_back", "test_fields_have_titles")),
        (Inventory, at("nowhere", "at", "all"), ("test_rules_are_pure",)),
    ],
)
def test_file_kinds(cls: type, rule: Any, broken: tuple[str, ...]) -> None:
    """A class that files can't be read with, without titles; a rule that speaks of a place that isn't there."""
    rules = (Rule(code="trial/bad", check=rule),)
    plugin = Plugin("helaplan_file_kinds", FileKind(kind="trial", title=WORDS, cls=cls, rules=rules))
    laws = [each for each in dir(FileKindContract) if each.startswith("test_")]
    for each in broken or laws:
        assert holds(FileKindContract, each, plugin=plugin) is (each not in broken), each


def named(name: str) -> tuple[str, ScholarshipWorkflow]:
    """The hook and a workflow of this name."""
    return "helaplan_scholarship_workflows", ScholarshipWorkflow(name=name, title=WORDS, steps=("urval",))


def test_provisional_declarations() -> None:
    """Steps that are none or two of a name, a partner without a name, a name that is no word."""
    for steps, right in ((("urval", "besked"), True), ((), False), (("urval", "urval"), False), (("Ett Steg",), False)):
        workflow = ScholarshipWorkflow(name="trial", title=WORDS, steps=steps)
        plugin = Plugin("helaplan_scholarship_workflows", workflow)
        assert holds(ScholarshipWorkflowContract, "test_steps", plugin=plugin) is right
    assert holds(ScholarshipWorkflowContract, "test_name_is_a_word", plugin=Plugin(*named("trial")))
    assert not holds(
        ScholarshipWorkflowContract, "test_name_is_a_word", plugin=Plugin(*named("Två Ord")), name="Två Ord"
    )
    for partner, right in (("Kolada", True), (" ", False), ("a\nb", False)):
        made = PartnerIntegration(name="trial", title=WORDS, partner=partner)
        plugin = Plugin("helaplan_partner_integrations", made)
        assert holds(PartnerIntegrationContract, "test_partner_is_named", plugin=plugin) is right

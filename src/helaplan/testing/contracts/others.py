"""The laws of kinds of files, sentences, makers of pictures, and the two hooks that are provisional."""

from __future__ import annotations

import json
import re
import struct
import zlib
from collections.abc import Iterable
from typing import Any, ClassVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from helaplan.errors import HelaplanError
from helaplan.findings import Finding
from helaplan.pipeline.check import CORE_KINDS, examine
from helaplan.planfile.structure import structure, unstructure
from helaplan.reports import message_of
from helaplan.testing.contracts.contract import Contract, TitledContract, law
from helaplan.testing.contracts.rules import _HasRules, assert_titled
from helaplan.testing.strategies import values_of
from helaplan.testing.words import HOSTILE
from helaplan.text import LANGUAGES, codes, message
from helaplan.text.template import holes

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class FileKindContract(_HasRules):
    """A kind of file of one's own: `FileKind`. `name` is the word after `kind:`."""

    table: ClassVar[str] = "file_kinds"

    def data(self) -> SearchStrategy[Any]:
        """What files of this kind hold, as plain data."""
        return values_of(self.declared(self.host()).cls).map(unstructure).map(self._of_this_kind)

    def examples(self) -> SearchStrategy[Any]:
        """Values of the kind's own class."""
        return values_of(self.declared(self.host()).cls)

    def specimen(self) -> Any:
        """One of them."""
        held: list[Any] = []
        law(self.examples(), held.append, most=1)
        return held[0]

    def _of_this_kind(self, data: Any) -> Any:
        return {**data, "helaplan": 1, "kind": self.name}

    def test_kind_is_a_word_of_its_own(self) -> None:
        """The word after `kind:` is lower case letters, digits and hyphens, and none of the core's."""
        assert _NAME.fullmatch(self.name), self.name
        assert self.plugin_name == "helaplan" or self.name not in CORE_KINDS

    def test_fields_have_titles(self) -> None:
        """Each field of the class has a title in Swedish and in English, which an editor shows."""
        own = self.declared(self.host()).cls
        if own not in {each.cls for each in CORE_KINDS.values()}:
            assert_titled(own)

    def test_right_files_are_accepted_and_come_back(self) -> None:
        """A file with what the class takes, and with the two keys that every file begins with, has no fault of shape.

        Rules may say something; a fault of shape is one that the class has. The value comes back as it went in.
        """
        host = self.host()
        declared = self.declared(host)
        ruled = {code for rule in declared.rules for code in rule.codes}

        def check(data: Any) -> None:
            made = structure(declared.cls, data)
            assert made.findings == ()
            assert unstructure(made.value) == data
            said = examine(_file(data), name="x.yaml", lookup=host).report
            assert {each.code for each in said if each.severity.rank == 0} <= ruled | codes_of_texts()

        law(self.data(), check, most=self.most)

    def test_a_wrong_key_is_found_at_its_place(self) -> None:
        """A key that the class doesn't have is a finding; the file is not read as another kind."""
        host = self.host()
        declared = self.declared(host)

        def check(data: Any) -> None:
            said = examine(_file({**data, "no-such-key": 1}), name="x.yaml", lookup=host).report
            assert [each.path for each in said if each.code == "unknown-key"] == [("no-such-key",)]

        law(self.data(), check, most=min(self.most, 10))
        assert attrs.has(declared.cls)


def _file(data: Any) -> str:
    """The data as a file: JSON, which is YAML too, with all that is no plain letter escaped, save for pairs."""
    text = json.dumps(data, ensure_ascii=True)
    pair = re.compile(r"(?<!\\)((?:\\\\)*)\\u(d[89ab]..)\\u(d[c-f]..)")
    while found := pair.search(text):
        char = (bytes.fromhex(found[2]) + bytes.fromhex(found[3])).decode("utf-16-be")
        text = f"{text[: found.end(1)]}{char}{text[found.end() :]}"
    return text


def codes_of_texts() -> frozenset[str]:
    """Codes of remarks about what is written rather than its shape: personal data, text that looks like a list."""
    return frozenset(code for code in codes() if code.endswith("-in-text") or code in ("not-finite", "number-too-long"))


class TextsContract(Contract):
    """All sentences of a plugin: `Texts`. Needs no `name`."""

    table: ClassVar[str] = "texts"

    def sentences(self) -> Iterable[tuple[str, str, Any]]:
        """Language, code and sentence of each."""
        host = self.host()
        mine = [each for each in host.texts() if host.plugin_of(each) == (self.plugin_name or self.name)]
        made = [(each.language, code, told) for each in mine for code, told in each.messages.items()]
        assert made, "the plugin has no sentences"
        return made

    def test_codes_are_somebodys(self) -> None:
        """Each code begins with a plugin's name and a slash, or is one of the core's, whose words it changes."""
        assert [code for _, code, _ in self.sentences() if "/" not in code and code not in codes()] == []

    def test_sentences_say_something(self) -> None:
        """A sentence is one line with words in it, and so is a hint that isn't empty."""
        for language, code, told in self.sentences():
            assert re.search(r"\w{2}", re.sub(r"\{[a-z_]+\}", "", told.message)), (language, code)
            assert "\n" not in told.message + told.hint, (language, code)

    def test_holes_and_brackets_are_whole(self) -> None:
        """With every value there, and with none, nothing of the template's own signs is left."""
        for language, code, told in self.sentences():
            for text in (told.message, told.hint):
                depth = 0
                for char in text:
                    depth += {"[": 1, "]": -1}.get(char, 0)
                    assert depth in (0, 1), f"{code} in {language}: brackets don't stand in pairs"
                assert depth == 0, f"{code} in {language}: brackets don't stand in pairs"
                plain = re.sub(r"\{[a-z_]+(:[^{}|\[\]]*\|[^{}|\[\]]*)?\}", "", text)
                assert not re.search(r"\{[a-z_]*\}", plain), f"{code} in {language}: a hole that is none"

    def test_translations_ask_for_no_more(self) -> None:
        """New words for one of the core's codes speak of no value that the core doesn't give."""
        for language, code, told in self.sentences():
            if code in codes():
                ours = message(code, "en")
                known = holes(ours.message + ours.hint)
                assert holes(told.message + told.hint) <= known, f"{code} in {language}"

    def test_any_value_can_stand_in_them(self) -> None:
        """Whatever the values: one line, and braces or brackets in a value are nobody's template."""
        texts: dict[str, dict[str, Any]] = {language: {} for language in LANGUAGES}
        for language, code, told in self.sentences():
            texts.setdefault(language, {})[code] = told
        values = st.sampled_from(HOSTILE) | st.text(max_size=20) | st.integers(0, 3)

        def check(value: str | int) -> None:
            for language, each in texts.items():
                for code, told in each.items():
                    args = dict.fromkeys(holes(told.message + told.hint), value)
                    made = message_of(Finding(code=code, args=args), language, texts)
                    assert made.message
                    assert len((made.message + made.hint).splitlines()) <= 1, (language, code)

        law(values, check, most=self.most)


_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}">{inside}</svg>'
_SHAPES = (
    '<rect width="10" height="10" fill="#045"/>',
    '<circle cx="5" cy="5" r="4"/><text x="2" y="8" font-size="3">Årsmöte &amp; kaffe</text>',
    '<a href="https://example.org"><path d="M0 0L9 9" stroke="red"/></a><title>T</title>',
)


class RasterizerContract(Contract):
    """A maker of PNG from SVG: `Rasterizer`."""

    table: ClassVar[str] = "rasterizers"

    def draw(self, declared: Any, svg: str, width: int = 40) -> bytes:
        """One call of the declaration."""
        made: bytes = declared.rasterise(svg, width=width)
        return made

    def test_any_width(self) -> None:
        """The picture is as wide as asked for, as high as it should be, sound to the last chunk, and twice the same."""
        host = self.host()
        declared = self.declared(host)
        self.warm(lambda: self.draw(declared, _SVG.format(wide=10, high=10, inside=_SHAPES[0])))

        def check(given: tuple[int, int, int, str]) -> None:
            width, wide, high, inside = given
            svg = _SVG.format(wide=wide, high=high, inside=inside)
            made = self.quietly(host, lambda: self.draw(declared, svg, width))
            assert isinstance(made, bytes), f"refused: {made}"
            assert size_of_png(made)[0] == width
            assert abs(size_of_png(made)[1] - width * high / wide) <= 1
            assert made == self.draw(declared, svg, width)

        sizes = st.integers(10, 300)
        law(st.tuples(sizes, sizes, sizes, st.sampled_from(_SHAPES)), check, most=min(self.most, 25))

    def test_anything_is_drawn_or_refused(self) -> None:
        """Text that is no picture, and pictures that ask for files or pages elsewhere: a PNG or a finding."""
        host = self.host()
        declared = self.declared(host)
        whole = _SVG.format(wide=10, high=10, inside=_SHAPES[1])
        asking = [
            _SVG.format(wide=9, high=9, inside=f'<image href="{each}" width="9" height="9"/>')
            for each in ("https://example.org/a.png", "file:///etc/hostname", "../a.png", "data:image/png;base64,AA")
        ]
        entity = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + whole.replace("Årsmöte", "&a;")
        cut = st.integers(0, len(whole)).map(lambda place: whole[:place])
        self.warm(lambda: self.draw(declared, whole))

        def check(svg: str) -> None:
            made = self.quietly(host, lambda: self.draw(declared, svg))
            if not isinstance(made, HelaplanError):
                assert size_of_png(made)[0] > 0

        law(st.sampled_from([*asking, entity, "", whole]) | cut | st.text(max_size=50), check, most=self.most)


def size_of_png(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG whose every chunk is whole; AssertionError where it is none."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n", "this is no PNG"
    place, size, last = 8, (0, 0), b""
    while place < len(data):
        assert place + 12 <= len(data), "something stands behind the end"
        length, last = struct.unpack(">I4s", data[place : place + 8])
        body = data[place + 8 : place + 8 + length]
        (told,) = struct.unpack(">I", data[place + 8 + length : place + 12 + length])
        assert told == zlib.crc32(last + body), "a chunk is damaged"
        if last == b"IHDR":
            size = struct.unpack(">II", body[:8])
        place += 12 + length
    assert last == b"IEND", "the end is missing"
    return size


class _Provisional(TitledContract):
    """What both provisional declarations keep until their contract comes with the first real plugin."""

    def test_name_is_a_word(self) -> None:
        """Lower case letters, digits and hyphens, as it will stand in files."""
        assert _NAME.fullmatch(self.declared(self.host()).name)


class ScholarshipWorkflowContract(_Provisional):
    """Provisional: `ScholarshipWorkflow`."""

    table: ClassVar[str] = "scholarship_workflows"

    def test_steps(self) -> None:
        """There are steps, each with a name of its own that is a word."""
        steps = self.declared(self.host()).steps
        assert steps
        assert len(set(steps)) == len(steps), steps
        assert [each for each in steps if not _NAME.fullmatch(each)] == []


class PartnerIntegrationContract(_Provisional):
    """Provisional: `PartnerIntegration`."""

    table: ClassVar[str] = "partner_integrations"

    def test_partner_is_named(self) -> None:
        """Whose system it is stands there, in one line."""
        partner = self.declared(self.host()).partner
        assert partner.strip()
        assert partner.splitlines() == [partner]

"""The laws of formats: readers, writers, importers, exporters, and contents."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

import pytest
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from helaplan.document import Document
from helaplan.errors import HelaplanError
from helaplan.model import Plan
from helaplan.pipeline.exchange import options_of
from helaplan.plugins.declarations import Source, WriteContext
from helaplan.testing.contracts.contract import TitledContract, law
from helaplan.testing.documents import documents
from helaplan.testing.samples import full_plan, marked_document, marked_plan
from helaplan.testing.strategies import plans
from helaplan.testing.words import HOSTILE

_WORD = re.compile(r"ord[0-9]+q")


class FormatContract(TitledContract):
    """What all formats keep: suffixes that a command can find them by."""

    def test_suffixes(self) -> None:
        """Each suffix begins with a dot and is lower case, and no two of them are the same."""
        suffixes = self.declared(self.host()).suffixes
        assert all(re.fullmatch(r"\.[^\s./\\]+(\.[^\s./\\]+)?", each) and each == each.lower() for each in suffixes)
        assert len(set(suffixes)) == len(suffixes)


class _TakesBytes(FormatContract):
    """What reads bytes. `samples` are files that can be read, which are also spoiled in many ways."""

    samples: Sequence[bytes] = ()

    def read(self, declared: Any, data: bytes) -> Any:
        """One call of the declaration."""
        raise NotImplementedError

    def inputs(self) -> SearchStrategy[bytes]:
        """Bytes of all kinds: none, chance ones, text, and the samples cut short, changed and doubled."""
        some = st.binary(max_size=200) | st.text(max_size=100).map(str.encode)
        return some | _spoiled(self.samples) if self.samples else some

    def test_samples_are_read(self) -> None:
        """The samples are files of this format."""
        if not self.samples:
            pytest.skip("no samples: give some bytes that can be read")
        host = self.host()
        for data in self.samples:
            made = self.read(self.declared(host), data)
            self.assert_told(host, made.findings)

    def test_any_bytes_are_read_or_refused(self) -> None:
        """Whatever the bytes: a result, or a HelaplanError whose finding says why; nothing printed, nothing opened."""
        host = self.host()
        declared = self.declared(host)
        for data in (b"", *self.samples):
            self.warm(partial(self.read, declared, data))

        def check(data: bytes) -> None:
            made = self.quietly(host, lambda: self.read(declared, data))
            if not isinstance(made, HelaplanError):
                self.assert_told(host, made.findings)

        law(self.inputs(), check, most=self.most)

    def test_same_bytes_give_the_same(self) -> None:
        """Reading twice gives equal results: no clock, no chance, nothing kept between two calls."""
        host = self.host()
        declared = self.declared(host)

        def read(data: bytes) -> Any:
            try:
                return self.read(declared, data)
            except HelaplanError as error:
                return error.findings

        def check(data: bytes) -> None:
            assert read(data) == read(data)

        law(self.inputs(), check, most=self.most)


def _beside(hostile: str, word: str) -> str:
    return f"{hostile} {word} {hostile}"


def _spoiled(samples: Sequence[bytes]) -> SearchStrategy[bytes]:
    def spoil(draw: st.DrawFn) -> bytes:
        data = draw(st.sampled_from(samples))
        place, end = sorted((draw(st.integers(0, len(data))), draw(st.integers(0, len(data)))))
        return data[:place] + draw(st.sampled_from([b"", b"\0", b"\xff", b"\n", data[place:end] * 2])) + data[end:]

    return st.composite(spoil)()


class ReaderContract(_TakesBytes):
    """A document reader: `DocumentReader`."""

    table: ClassVar[str] = "readers"

    def read(self, declared: Any, data: bytes) -> Any:
        """A Reading."""
        return declared.read(data, Source(name=f"x{declared.suffixes[0] if declared.suffixes else ''}"))


class ImporterContract(_TakesBytes):
    """A reader of data: `Importer`."""

    table: ClassVar[str] = "importers"

    def read(self, declared: Any, data: bytes) -> Any:
        """A Loading."""
        return declared.load(data, Source(name=f"x{declared.suffixes[0] if declared.suffixes else ''}"))


class _GivesBytes(FormatContract):
    """What writes bytes. `options` are given as on the command line, `-O name=value`."""

    options: Mapping[str, str] = {}
    #: The table of what reads the same format back, if somebody does.
    back: ClassVar[str] = ""

    def write(self, declared: Any, value: Any) -> bytes:
        """One call of the declaration."""
        raise NotImplementedError

    def values(self) -> SearchStrategy[Any]:
        """What is written."""
        raise NotImplementedError

    def marked(self, mark: Callable[[str], str]) -> Any:
        """Something to write in which every text is `mark` of a word of its own."""
        raise NotImplementedError

    def text_of(self, data: bytes) -> str:
        """The words that are in the bytes. Override for formats that aren't text (zip files, PDF)."""
        return data.decode("utf-8", "replace")

    def given_options(self, declared: Any) -> Any:
        """The options object."""
        return options_of(declared.options, self.options)

    def test_every_option_has_a_default(self) -> None:
        """The format can be written without `-O`, and each option is a text, a number or yes or no."""
        try:
            options_of(self.declared(self.host()).options, {})
        except TypeError as error:
            raise AssertionError(str(error)) from error

    def test_same_value_gives_the_same_bytes(self) -> None:
        """Anything that can be written is, or is refused with a finding; twice the same; nothing printed or opened."""
        host = self.host()
        declared = self.declared(host)
        self.warm(lambda: self.write(declared, self.marked(str)))

        def check(value: Any) -> None:
            made = self.quietly(host, lambda: self.write(declared, value))
            if not isinstance(made, HelaplanError):
                assert made == self.write(declared, value)

        law(self.values(), check, most=self.most)

    def test_hostile_texts_survive(self) -> None:
        """Words that arrive from a tame plan arrive from one full of markup, quotes and formulas; or it is refused."""
        host = self.host()
        declared = self.declared(host)
        tame = self.words(self.write(declared, self.marked(str)))
        assert tame, "none of the words is found in the bytes: override text_of"
        for hostile in HOSTILE:
            value = self.marked(partial(_beside, hostile))
            made = self.quietly(host, partial(self.write, declared, value))
            if not isinstance(made, HelaplanError):
                missing = tame - self.words(made)
                assert not missing, f"lost {sorted(missing)} beside {hostile!r}"

    def words(self, data: bytes) -> set[str]:
        """The marked words in the bytes."""
        return set(_WORD.findall(self.text_of(data)))

    def test_what_is_read_back_is_written_again(self) -> None:
        """Where the same format is read too: write, read, write gives the bytes of the first time."""
        host = self.host()
        declared = self.declared(host)
        readers = [each for each in getattr(host, self.back)() if each.name == self.name]
        if not readers:
            pytest.skip(f"nothing here reads {self.name}")

        def check(value: Any) -> None:
            try:
                first = self.write(declared, value)
            except HelaplanError:
                return
            assert self.write(declared, self.again(readers[0], first)) == first

        law(self.values(), check, most=self.most)

    def again(self, reader: Any, data: bytes) -> Any:
        """The value in the bytes."""
        raise NotImplementedError


class WriterContract(_GivesBytes):
    """A document writer: `DocumentWriter`."""

    table: ClassVar[str] = "writers"
    back: ClassVar[str] = "readers"

    def write(self, declared: Any, value: Document) -> bytes:
        """The bytes of a document."""
        made: bytes = declared.write(value, self.given_options(declared), WriteContext())
        return made

    def values(self) -> SearchStrategy[Document]:
        """Documents with hostile words."""
        return documents()

    def marked(self, mark: Callable[[str], str]) -> Document:
        """A document with each kind of block."""
        return marked_document(mark)

    def again(self, reader: Any, data: bytes) -> Any:
        """The document in the bytes."""
        return reader.read(data, Source()).document


class ExporterContract(_GivesBytes):
    """An exporter of plans: `Exporter`."""

    table: ClassVar[str] = "exporters"
    back: ClassVar[str] = "importers"

    def write(self, declared: Any, value: Plan) -> bytes:
        """The bytes of a plan."""
        made: bytes = declared.export(value, self.given_options(declared), WriteContext())
        return made

    def values(self) -> SearchStrategy[Plan]:
        """Plans with hostile words."""
        return plans()

    def marked(self, mark: Callable[[str], str]) -> Plan:
        """A plan with something in most fields."""
        return marked_plan(mark)

    def again(self, reader: Any, data: bytes) -> Any:
        """The plan in the bytes."""
        return reader.load(data, Source()).plan


class ContentContract(TitledContract):
    """Something to read that is composed from a plan: `Content`."""

    table: ClassVar[str] = "contents"

    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_any_plan_is_composed(self, language: str) -> None:
        """Any plan gives a document with a title and a language, or a finding; twice the same; nothing beside."""
        host = self.host()
        declared = self.declared(host)
        self.warm(lambda: declared.compose(full_plan(), language))

        def check(plan: Plan) -> None:
            made = self.quietly(host, lambda: declared.compose(plan, language))
            if not isinstance(made, HelaplanError):
                assert made.title.strip()
                assert made.language
                assert made == declared.compose(plan, language)

        law(plans(), check, most=self.most)

    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_every_writer_can_write_it(self, language: str) -> None:
        """What is composed comes out in the core's formats."""
        host = self.host()
        document = self.declared(host).compose(full_plan(), language)
        for writer in host.writers():
            assert writer.write(document, options_of(writer.options, {}), WriteContext())

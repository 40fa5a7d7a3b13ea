"""The laws that every plugin keeps, held against the readers and the writer of this one."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from helaplan_word import plugin
from helaplan_word.writer import write_word
from test_odt_features import flat, items
from word_files import item, p, word_file

from helaplan import WriteContext
from helaplan.testing import ReaderContract, TextsContract, WriterContract, marked_document

OTHERS = word_file(p("Möten", "Rubrik1") + item("Årsmöte i mars") + item("Kurs"))
OURS = write_word(marked_document(str), WriteContext())


class TestWordReader(ReaderContract):
    plugin = plugin
    plugin_name = "word"
    name = "word"
    samples = (OTHERS, OURS)


class TestOldWord(ReaderContract):
    plugin = plugin
    plugin_name = "word"
    name = "old-word"


class TestOpenDocument(ReaderContract):
    plugin = plugin
    plugin_name = "word"
    name = "opendocument"
    samples = (flat(items("Årsmöte i mars", "Kurs")),)


class TestWordWriter(WriterContract):
    plugin = plugin
    plugin_name = "word"
    name = "word"
    most = 25

    def text_of(self, data: bytes) -> str:
        """The text of the body."""
        with zipfile.ZipFile(BytesIO(data)) as made:
            return re.sub(r"<[^>]*>", " ", made.read("word/document.xml").decode())


class TestWordTexts(TextsContract):
    plugin = plugin
    plugin_name = "word"

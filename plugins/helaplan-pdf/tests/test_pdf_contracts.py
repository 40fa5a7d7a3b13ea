"""The laws that every reader keeps, held against this one. Pages are no text, so the writer has laws of its own."""

from __future__ import annotations

from helaplan_pdf import plugin
from helaplan_pdf.options import PdfOptions
from helaplan_pdf.writer import write_pdf

from helaplan import WriteContext
from helaplan.testing import RasterizerContract, ReaderContract, TextsContract, marked_document

OURS = write_pdf(marked_document(str), PdfOptions(), WriteContext())


class TestPdfReader(ReaderContract):
    plugin = plugin
    plugin_name = "pdf"
    name = "pdf"
    samples = (OURS,)


class TestPdfRasterizer(RasterizerContract):
    plugin = plugin
    plugin_name = "pdf"
    name = "typst"


class TestPdfTexts(TextsContract):
    plugin = plugin
    plugin_name = "pdf"

"""HTML to a document: pages of the web, mail, and what people paste from Word."""

from helaplan.formats.html.reader import html_blocks, read_html

__all__ = ["html_blocks", "read_html"]

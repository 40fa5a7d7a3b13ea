"""HTML to a document: pages of the web, mail, and what people paste from Word."""

from helaplan.formats.html.reader import read_html

__all__ = ["read_html"]

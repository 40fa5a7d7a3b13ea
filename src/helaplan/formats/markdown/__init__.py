"""Markdown: documents written for GitHub and every CommonMark reader, and read back, other people's too."""

from helaplan.formats.markdown.reader import read_markdown
from helaplan.formats.markdown.writer import write_markdown

__all__ = ["read_markdown", "write_markdown"]

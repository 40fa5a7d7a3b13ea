"""How the documentation is built: `make docs`. Every warning is an error, nothing is fetched from the network."""

from __future__ import annotations

import sys
from pathlib import Path

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

import helaplan

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "helaplan"
author = "The helaplan maintainers"
copyright = f"2026, {author}"
version = release = helaplan.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "rule_pages", "hook_pages"]
exclude_patterns = ["_build", "_ext"]
html_theme = "furo"
html_title = f"helaplan {version}"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
nitpicky = False


def setup(app: Sphinx) -> None:
    """The lists in architecture.md that tests read are fenced under names of their own; they are plain text."""
    for kind in ("rooms", "rooms-beside", "rooms-never", "rooms-outside"):
        app.add_lexer(kind, TextLexer)

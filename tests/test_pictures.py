"""The pictures of the documentation: made by one script, shown on a page with a text alternative, and small."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.checkout

ROOT = Path(__file__).resolve().parent.parent
PICTURES = sorted((ROOT / "docs" / "pictures").iterdir())


@pytest.mark.parametrize("picture", PICTURES, ids=lambda each: each.name)
def test_a_picture_is_shown_and_small(picture: Path) -> None:
    """Each has a line in tools/make_pictures.py, at most 130 kB, and words for those who don't see it."""
    assert f'"{picture.stem}' in (ROOT / "tools" / "make_pictures.py").read_text(encoding="utf-8")
    assert picture.stat().st_size < 130_000
    pages = [page.read_text(encoding="utf-8") for page in (ROOT / "docs").glob("*.md")]
    pages += [page.read_text(encoding="utf-8") for page in (ROOT / "plugins").glob("*/README.md")]
    pages.append((ROOT / "README.md").read_text(encoding="utf-8"))
    name = re.escape(f"pictures/{picture.name}")
    shown = [
        rf"\{{image\}} {name}\n:alt: \S.{{30,}}",
        rf"!\[[^\]]{{20,}}\]\([^)]*{name}\)",
        rf'<img[^>]*{name}"[^>]*alt="',
    ]
    assert any(re.search(each, page) for each in shown for page in pages)

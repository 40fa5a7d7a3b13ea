"""The two fonts of helaplan-pdf: Carlito without what no European language needs, under a name of its own.

    python3 -m venv build/fonts && build/fonts/bin/pip install fonttools
    build/fonts/bin/python tools/make_fonts.py FOLDER

FOLDER holds Carlito-Regular.ttf and Carlito-Bold.ttf as published (SIL Open Font License 1.1). What is made of them is
under the same licence, which asks for another name. Carlito has the widths of Calibri, so pictures in Word documents
have the letters of the document around them.
"""

from __future__ import annotations

import sys
from pathlib import Path

# Not among the tools of every day: the fonts are made once.
from fontTools.subset import Options, Subsetter  # type: ignore[import-not-found]
from fontTools.ttLib import TTFont  # type: ignore[import-not-found]

HOME = Path(__file__).resolve().parent.parent / "plugins" / "helaplan-pdf" / "src" / "helaplan_pdf" / "fonts"
NAME = "Helaplan Sans"
#: Latin with all its accents, Greek, Cyrillic, punctuation, currencies, arrows, signs of mathematics, bullets.
RANGES = (
    (0x20, 0x24F),
    (0x2B0, 0x52F),
    (0x1E00, 0x1EFF),
    (0x2000, 0x206F),
    (0x2070, 0x20BF),
    (0x2100, 0x215F),
    (0x2190, 0x21FF),
    (0x2200, 0x22FF),
    (0x25A0, 0x25FF),
    (0xFFFD, 0xFFFD),
)


def make(source: Path, target: Path, style: str) -> None:
    """Write the smaller font."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options()
    options.hinting = False
    # No ligatures: each letter is to be found as itself in the text of a PDF.
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    subsetter.subset(font)
    short = NAME.replace(" ", "")
    names = {1: NAME, 3: f"{short}-{style}", 4: f"{NAME} {style}", 6: f"{short}-{style}", 16: NAME, 17: style}
    for record in list(font["name"].names):
        if record.nameID in names:
            record.string = names[record.nameID]
        elif record.nameID not in (0, 2, 5, 13, 14):
            font["name"].removeNames(nameID=record.nameID)
    font.save(target)


def main() -> int:
    """Make both."""
    if len(sys.argv) != 2:
        sys.stderr.write(__doc__ or "")
        return 2
    HOME.mkdir(exist_ok=True)
    for style in ("Regular", "Bold"):
        make(Path(sys.argv[1], f"Carlito-{style}.ttf"), HOME / f"HelaplanSans-{style}.ttf", style)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""The pictures of docs/pictures/, from the example plan: the year wheel, pages of Word and PDF, the web page.

    make pictures

Needs the three plugins for documents, the Python packages playwright and Pillow, and on the path Chromium (or named by
`CHROMIUM`), LibreOffice's `soffice` and poppler's `pdftoppm`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from helaplan import Host, Plan, export, read_plan

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
#: Name, width, height, colour scheme and what to scroll to.
SHOTS = (
    ("page", 1000, 900, "light", ".filter"),
    ("page-dark", 1000, 900, "dark", "figure"),
    ("page-phone", 360, 720, "light", "h1"),
)


#: Pages: the picture's name, the format, the content, and the numbers of the pages that stand side by side.
PAGES = (
    ("pdf", ".pdf", "plan", (1, 2, 4)),
    ("word", ".docx", "plan", (1, 3, 5)),
    ("meeting", ".pdf", "activity-table", (1,)),
)
#: Dots to an inch, colours, and the grey that divides pages.
DPI, COLOURS, RULE = 52, 160, (200, 205, 208)


def take(browser: Browser, plan: Plan, host: Host) -> None:
    """Photograph the page of a plan."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "plan.html"
        page.write_bytes(export(plan, ".html", host=host))
        for name, width, height, scheme, wanted in SHOTS:
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light"
            )
            shown = context.new_page()
            shown.goto(page.as_uri())
            shown.locator(wanted).first.evaluate("each => each.scrollIntoView({behavior: 'instant'})")
            shown.screenshot(path=PICTURES / f"{name}.png")
            smaller(PICTURES / f"{name}.png")
            context.close()


def print_pages(plan: Plan, host: Host) -> None:
    """Picture the pages of documents, what LibreOffice makes of the Word file among them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for picture, suffix, content, numbers in PAGES:
            made = folder / f"{picture}{suffix}"
            made.write_bytes(export(plan, suffix, content=content, host=host))
            if suffix != ".pdf":
                profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
                run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", name, str(made))
            pages = []
            for n in numbers:
                stem = folder / f"{picture}-{n}"
                span = ("-f", str(n), "-l", str(n), "-singlefile")
                run("pdftoppm", "-png", "-r", str(2 * DPI), *span, str(made.with_suffix(".pdf")), str(stem))
                pages.append(Image.open(stem.with_suffix(".png")).convert("RGB"))
            side_by_side(pages).save(PICTURES / f"{picture}.png", optimize=True)


def side_by_side(pages: list[Image.Image]) -> Image.Image:
    """Pages beside one another, each with a thin line around it, in few colours."""
    small = [each.resize((each.width // 2, each.height // 2), Image.Resampling.LANCZOS) for each in pages]
    width = sum(each.width + 12 for each in small) + 12
    made = Image.new("RGB", (width, max(each.height for each in small) + 24), (240, 242, 243))
    left = 12
    for each in small:
        made.paste(RULE, (left - 1, 11, left + each.width + 1, 13 + each.height))
        made.paste(each, (left, 12))
        left += each.width + 12
    return _few_colours(made)


def _few_colours(picture: Image.Image) -> Image.Image:
    # Sharpened by means: a small orange square is not to be lost among greys.
    return picture.quantize(COLOURS, kmeans=3, dither=Image.Dither.NONE)


def run(*command: str) -> None:
    """Run a program that has nothing to say."""
    subprocess.run(command, check=True, capture_output=True)


def smaller(picture: Path) -> None:
    """The same picture in few colours."""
    with Image.open(picture) as opened:
        made = _few_colours(opened.convert("RGB"))
    made.save(picture, optimize=True)


def main() -> int:
    """Make them all anew."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    missing = [each for each in ("soffice", "pdftoppm") if shutil.which(each) is None]
    if found is None or missing:
        sys.stderr.write(f"not here: {', '.join([*missing, *([] if found else ['chromium'])])}\n")
        return 3
    plan, host = read_plan(ROOT / "examples" / "orebro-2023" / "plan.yaml"), Host()
    PICTURES.mkdir(exist_ok=True)
    (PICTURES / "year-wheel.svg").write_bytes(export(plan, ".svg", host=host))
    print_pages(plan, host)
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        take(browser, plan, host)
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

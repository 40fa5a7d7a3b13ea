"""The pictures of docs/pictures/, from the example plan: the year wheel, and the web page in light and dark.

    .venv/bin/python tools/make_pictures.py

Needs helaplan-web, the Python package playwright and Chromium (`CHROMIUM`, or `chromium` on the path).
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

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
            context.close()


def main() -> int:
    """Make them all anew."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if found is None:
        sys.stderr.write("chromium is not here\n")
        return 3
    plan, host = read_plan(ROOT / "examples" / "orebro-2023" / "plan.yaml"), Host()
    PICTURES.mkdir(exist_ok=True)
    (PICTURES / "year-wheel.svg").write_bytes(export(plan, ".svg", host=host))
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        take(browser, plan, host)
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

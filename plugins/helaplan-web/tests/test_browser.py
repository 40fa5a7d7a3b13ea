"""The page in a real browser: nothing fetched, nothing inaccessible, nothing cut off, everything by keyboard."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from helaplan import (
    Activity,
    Area,
    Budget,
    Goal,
    Host,
    Organisation,
    Partner,
    Period,
    Plan,
    Schedule,
    TargetGroup,
    export,
)

playwright = pytest.importorskip("playwright.sync_api", reason="the Python package playwright is not here")

#: Rules of WCAG 2.2 AA and what axe-core calls good practice.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTENTS = ("plan", "summary", "activity-table", "year-wheel")
LONG = "Ordetmedmångabokstäverochingamellanrum" * 30 + " och så vidare. " * 600


def activities(count: int, area: int) -> tuple[Activity, ...]:
    """Activities with times and values of all kinds."""
    made = []
    for n in range(count):
        day = dt.date(2024, 7, 1) + dt.timedelta(days=(n * 37 + area * 11) % 360)
        times = (
            Schedule(kind="date", date=day, words=day.isoformat()),
            Schedule(kind="months", months=(n % 12 + 1, (n + 5) % 12 + 1), words="två månader"),
            Schedule(kind="period", start=day, end=day + dt.timedelta(days=40), words="en tid"),
            Schedule(kind="season", season="autumn", words="hösten"),
            Schedule(kind="ongoing", words="löpande"),
        )
        made.append(
            Activity(
                id=f"a{area}-{n}",
                text=f"Studiecirkel nummer {n} om landsbygdens framtid och maten i länet",
                schedule=(times[n % 5],),
                responsible=(("styrelsen", "Åsa")[n % 2],) if n % 3 else (),
                partners=("ros",) if n % 4 == 0 else (),
                target_groups=("unga",) if n % 4 == 1 else (),
                sdg=(str(n % 17 + 1), "11.3"),
                budget=Budget(amount=Decimal(1000 * n)),
            )
        )
    return tuple(made)


def plan(count: int = 4, **more: Any) -> Plan:
    """A plan with something in each filter, `count` activities in each of four areas."""
    return Plan(
        id="plan",
        title="Verksamhetsplan 2024/25",
        organisation=Organisation(name="Bygden", website="https://example.org/?a=1&b=2"),
        period=Period(start=dt.date(2024, 7, 1), end=dt.date(2025, 6, 30), label="2024/25"),
        goals=(Goal(id="mal", text="Alla ska kunna bo här", sdg=("11", "1")),),
        target_groups=(TargetGroup(id="unga", text="Unga"),),
        areas=tuple(Area(id=f"o{n}", name=f"Område {n}", activities=activities(count, n)) for n in range(4)),
        partners=(Partner(id="ros", name="Nätverket ROS"),),
        **more,
    )


HOSTILE = Plan(
    id="h",
    title="</title><script>alert(1)</script> & \u202eשלום \U0001f600",
    organisation=Organisation(name="A & B <i>"),
    areas=(
        Area(
            id="a",
            name="Ålder \x00\ufffe\ud800 </style>",
            activities=(
                Activity(id="b", text=LONG, responsible=("</script><script>alert(2)</script>",)),
                Activity(id="c", text="مرحبا javascript:alert(1) https://example.org/x", sdg=("1", "99")),
            ),
        ),
    ),
)
PLANS = {
    "few": plan(2),
    "many": plan(50),
    "hostile": HOSTILE,
    "empty": Plan(id="e", title="Tom", organisation=Organisation(name="")),
    "english": plan(2, language="en"),
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium as the distribution packs it."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("chromium is not here")
    with playwright.sync_playwright() as started:
        made = started.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield made
        made.close()


@pytest.fixture(scope="module")
def axe(node_modules: Path) -> str:
    """The script that looks for what people with disabilities stumble over."""
    return (node_modules / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


class Opened:
    """A page that was opened, with all that it asked for and complained of."""

    def __init__(self, browser: Any, path: Path, **settings: Any) -> None:
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **settings})
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda each: self.requests.append(each.url))
        self.page.on("console", lambda each: self.complaints.append(each.text))
        self.page.on("pageerror", lambda each: self.complaints.append(str(each)))
        self.page.on("dialog", lambda each: self.complaints.append("dialog"))
        self.page.goto(path.as_uri())


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """A function that writes a plan's page and opens it."""
    pages: list[Opened] = []

    def make(which: Plan, content: str = "plan", **settings: Any) -> Opened:
        path = tmp_path / f"{len(pages)}.html"
        path.write_bytes(export(which, ".html", content=content, host=Host()))
        pages.append(Opened(browser, path, **settings))
        return pages[-1]

    yield make
    for each in pages:
        each.context.close()


def visible(page: Any) -> list[str]:
    """The ids of the activities that are shown."""
    found: list[str] = page.eval_on_selector_all("[data-unit]", "all => all.filter(e => e.offsetParent).map(e => e.id)")
    return found


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_inaccessible(opened: Any, axe: str, name: str, scheme: str, width: int) -> None:
    """axe-core finds nothing, the page is no wider than the window, and asks for nothing but itself."""
    made = opened(PLANS[name], color_scheme=scheme, viewport={"width": width, "height": 800})
    rules = {"runOnly": {"type": "tag", "values": TAGS}}
    found = made.page.evaluate(f"rules => {{ {axe}; return axe.run(document, rules); }}", rules)
    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
    assert made.page.evaluate("document.documentElement.scrollWidth") == width
    assert len(made.requests) == 1
    assert made.complaints == []


@pytest.mark.parametrize("content", CONTENTS[1:])
def test_other_contents_are_accessible(opened: Any, axe: str, content: str) -> None:
    """The same for what is composed from a plan beside the plan, with tables folded out."""
    made = opened(PLANS["few"], content, viewport={"width": 320, "height": 800})
    made.page.eval_on_selector_all("details", "all => all.forEach(each => { each.open = true; })")
    rules = {"runOnly": {"type": "tag", "values": TAGS}}
    found = made.page.evaluate(f"rules => {{ {axe}; return axe.run(document, rules); }}", rules)
    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
    assert made.page.evaluate("document.documentElement.scrollWidth") == 320
    assert len(made.requests) == 1


def test_all_is_there_without_scripts(opened: Any) -> None:
    """Where no script runs every activity is shown, and no control that would do nothing."""
    made = opened(PLANS["few"], java_script_enabled=False)
    assert made.page.locator("[data-unit]:visible").count() == 8
    assert made.page.locator("form:visible").count() == 0
    assert made.page.locator("svg[role=img]").get_attribute("aria-label").startswith("Årshjul med tolv månader")


def test_filters_by_keyboard(opened: Any) -> None:
    """With Tab and arrows alone: skip to the content, pick an area and then who is responsible, show all again."""
    page = opened(PLANS["few"]).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "_main"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "_f0":
            break
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert visible(page) == ["a1-0", "a1-1"]
    assert page.inner_text("[role=status]") == "Visar 2 av 8"
    assert page.locator("h3:visible").all_inner_texts() == ["Område 1"]
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert visible(page) == ["a1-1"]
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "reset":
            break
    page.keyboard.press("Enter")
    # Asked with a selector: a function as text would need the eval that the page's own policy forbids.
    page.wait_for_selector("[data-unit][hidden]", state="detached")
    assert len(visible(page)) == 8


def test_what_has_the_focus_is_seen(opened: Any) -> None:
    """Everything that Tab reaches has an outline (WCAG 2.4.7) and, unless it is a link in a line, 24 pixels (2.5.8)."""
    page = opened(PLANS["few"]).page
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
                return [e.tagName, e.id + (e.href || ""), s.outlineStyle, e.matches("p a, dd a") ? 24 : b.height]; }"""
        )
        if found[0] == "BODY":
            break
        seen.add(found[0])
        assert found[2] == "solid", found
        assert found[3] >= 24, found
    assert {"A", "SELECT", "BUTTON", "DIV", "SUMMARY"} <= seen


@pytest.mark.parametrize("name", PLANS)
def test_the_page_prints(opened: Any, name: str) -> None:
    """Print to PDF works, without the list of contents and the filters, and in the colours of paper."""
    page = opened(PLANS[name], color_scheme="dark").page
    page.emulate_media(media="print")
    assert page.locator("form:visible, nav:visible, .skip:visible").count() == 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf(format="A4").startswith(b"%PDF")


#: Boxes of the wheel that lie over one another: of every two texts, and of a text and a badge that isn't its own.
OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll("text")].map(e => [e.textContent, e.getBoundingClientRect()]);
  const found = [];
  boxes.forEach(([one, a], n) => boxes.slice(n + 1).forEach(([other, b]) => {
    const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (x > 0.5 && y > 0.5) { found.push([one, other, x, y]); }
  }));
  const frame = document.documentElement.getBoundingClientRect();
  boxes.forEach(([one, a]) => { if (a.left < frame.left || a.right > frame.right) { found.push([one, "edge"]); } });
  return found;
}"""


@pytest.mark.parametrize("count", [0, 1, 3, 6, 13, 50])
def test_no_label_of_the_wheel_lies_over_another(browser: Any, tmp_path: Path, count: int) -> None:
    """In the browser's own measure no two texts of the wheel overlap, from none to two hundred activities."""
    path = tmp_path / "hjul.svg"
    path.write_bytes(export(plan(count), ".svg", host=Host()))
    made = Opened(browser, path, viewport={"width": 1000, "height": 900})
    assert made.page.evaluate(OVERLAPS) == []
    made.context.close()


def test_undated_activities_look_like_something(browser: Any, tmp_path: Path) -> None:
    """Twenty-six activities without a date: a ring for each area, all of them listed, nothing over another."""
    areas = tuple(
        Area(id=f"o{n}", name=f"Område {n}", activities=tuple(Activity(text=f"Göra sak {m}") for m in range(13)))
        for n in range(2)
    )
    path = tmp_path / "hjul.svg"
    bare = Plan(id="p", title="Plan", organisation=Organisation(name="B"), areas=areas)
    path.write_bytes(export(bare, ".svg", host=Host()))
    made = Opened(browser, path, viewport={"width": 1000, "height": 900})
    assert made.page.evaluate(OVERLAPS) == []
    assert made.page.locator("text[data-label=row]").count() == 28
    assert made.page.locator("circle[class^=tone-line]").count() == 2
    made.context.close()

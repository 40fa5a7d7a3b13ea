"""What an export costs: each format of a plan with 40 activities, cold and warm, and 24 plans in three formats.

    .venv/bin/python benchmarks/export_speed.py [--runs 7] [--weasyprint PYTHON]

Cold is the whole command from outside; first and warm are the call in a process that has the plan and the plugins
already; the best of some runs. `--weasyprint` is a Python that has WeasyPrint: it prints the same words, untagged and
without the year wheel, to compare with our tagged PDF; on the plainest page there is, and on one that is set as ours is
(hyphens, page numbers, lines of the tables). It starts from a finished page as our writer does from a finished
Document, so the writer alone is what compares with it; the whole export, which composes first, is told beside.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from html import escape
from pathlib import Path
from time import perf_counter

from helaplan import (
    Activity,
    Area,
    Budget,
    Document,
    Goal,
    Heading,
    Host,
    LabelLine,
    ListItem,
    Organisation,
    Period,
    Plan,
    Schedule,
    Statement,
    Table,
    compose,
    export,
    write_plan,
)
from helaplan.pipeline.exchange import write_document
from helaplan.plugins.declarations import DocumentWriter

#: What is written: the format, and the content where it is not the whole plan.
ROWS = (
    ("docx", "plan"),
    ("pdf", "plan"),
    ("html", "plan"),
    ("svg", "plan"),
    ("md", "plan"),
    ("json", "plan"),
    ("yaml", "plan"),
    ("docx", "activity-table"),
    ("pdf", "activity-table"),
    ("pdf", "summary"),
)
MANY = 24
TEXTS = (
    "Ordna studiecirklar om lokal mat tillsammans med odlare i bygden och bjuda in skolorna till skördefest.",
    "Möta kommunens politiker om service på landsbygden minst två gånger under året.",
    "Skriva remissvar på regionens utvecklingsstrategi och sprida det bland medlemmarna.",
    "Ge ut ett nyhetsbrev med nyheter från de lokala grupperna, kalender och goda exempel.",
    "Hålla kontakt med Leaderområdet om medel till nya projekt för unga.",
)
#: What WeasyPrint does: the time of its import, of the first PDF and the best of all, as JSON.
PEER = """
import io, json, sys, time
start = time.perf_counter()
import weasyprint
loaded, times = time.perf_counter() - start, []
for _ in range(int(sys.argv[2])):
    start = time.perf_counter()
    weasyprint.HTML(filename=sys.argv[1]).write_pdf(io.BytesIO())
    times.append(time.perf_counter() - start)
print(json.dumps([loaded, times[0], min(times)]))
"""


def plan_of(activities: int = 40) -> Plan:
    """A plan with so many activities in four areas, most with a time, a budget or somebody responsible."""

    def activity(n: int) -> Activity:
        day = dt.date(2026, 1, 10) + dt.timedelta(days=n * 37 % 340)
        times = (Schedule(kind="date", date=day, words=day.isoformat()), Schedule(kind="ongoing", words="löpande"))
        return Activity(
            id=f"a{n}",
            text=TEXTS[n % len(TEXTS)],
            schedule=times[: n % 3 and 1] or (),
            responsible=("styrelsen",) if n % 2 else (),
            sdg=("11",) if n % 4 == 0 else (),
            budget=Budget(amount=Decimal(500 * n)) if n % 5 == 0 else None,
        )

    made = [activity(n) for n in range(activities)]
    names = ("Opinion och påverkan", "Rådgivning och stöd", "Unga", "Samverkan")
    return Plan(
        id="bygden-2026",
        title="Verksamhetsplan 2026",
        organisation=Organisation(name="Bygdens förening"),
        period=Period(start=dt.date(2026, 1, 1), end=dt.date(2026, 12, 31), label="2026"),
        visions=(Statement(text="Hela bygden ska leva, och den som vill ska kunna bo kvar livet ut."),),
        goals=(Goal(id="mal", text="Fler ska kunna bo och verka här.", sdg=("11",)),),
        areas=tuple(Area(id=f"o{n}", name=name, activities=tuple(made[n::4])) for n, name in enumerate(names)),
    )


def timed(run: Callable[[], object]) -> float:
    """Milliseconds of one run."""
    start = perf_counter()
    run()
    return (perf_counter() - start) * 1000


def command(*arguments: str, cwd: Path) -> Callable[[], object]:
    """The whole program as a process of its own."""
    call = [sys.executable, "-m", "helaplan", *arguments]
    return lambda: subprocess.run(call, cwd=cwd, check=True, capture_output=True)


#: The plainest page there is, and one set as our PDF is.
LOOKS = {
    "plain": 'body { font: 9pt "DejaVu Sans" } td { border: 1px solid }',
    "set alike": """
        @page { size: A4; margin: 24mm 27mm 26mm;
                @bottom-left { content: "Bygdens förening · Verksamhetsplan 2026"; font: 8.5pt "DejaVu Sans" }
                @bottom-right { content: "Sida " counter(page) " av " counter(pages); font: 8.5pt "DejaVu Sans" } }
        body { font: 11pt "DejaVu Serif"; line-height: 1.35; hyphens: auto }
        h1, h2, h3 { color: #1b4b5a; hyphens: none }
        table { border-collapse: collapse; width: 100%; font: 9.2pt "DejaVu Sans" }
        td { border: .5pt solid #b9c4ca; padding: 5pt 6pt; vertical-align: top }""",
}


def simple_page(document: Document, look: str) -> Iterator[str]:
    """The words of a document as a page with one of the `LOOKS`."""
    yield f'<!doctype html><html lang="sv"><meta charset="utf-8"><title>{escape(document.title)}</title>'
    yield f"<style>{LOOKS[look]}</style>"
    yield f"<h1>{escape(document.title)}</h1>"
    for block in document.blocks:
        if isinstance(block, Heading):
            yield f"<h{min((block.level or 1) + 1, 6)}>{escape(block.text)}</h{min((block.level or 1) + 1, 6)}>"
        elif isinstance(block, ListItem):
            yield f"<ul><li>{escape(block.text)}</ul>"
        elif isinstance(block, Table):
            rows = ("".join(f"<td>{escape(cell)}" for cell in row) for row in block.rows)
            yield f"<table>{''.join(f'<tr>{row}' for row in rows)}</table>"
        elif isinstance(block, LabelLine):
            yield f"<p>{escape(block.label)}: {escape('; '.join(block.texts))}</p>"
        else:
            yield f"<p>{escape(getattr(block, 'text', ''))}</p>"


def one_plan(here: Path, plan: Plan, host: Host, runs: int) -> dict[tuple[str, str], tuple[float, float]]:
    """Print the table of formats; gives for each row the time of a cold and of a warm run."""
    print(f"{'one plan, 40 activities':32}{'cold ms':>9}{'first':>8}{'warm':>8}{'bytes':>10}")
    start = min(timed(command("formats", cwd=here)) for _ in range(runs))
    print(f"{'(the program alone: formats)':32}{start:9.0f}")
    made = {}
    for to, content in ROWS:

        def run(to: str = to, content: str = content) -> bytes:
            return export(plan, to, content=content, host=host)

        more = () if content == "plan" else ("--content", content)
        call = command("export", "plan.yaml", "-o", f"ut.{to}", *more, cwd=here)
        cold = min(timed(call) for _ in range(runs))
        first, warm = timed(run), min(timed(run) for _ in range(runs))
        name = to if content == "plan" else f"{to} ({content})"
        print(f"{name:32}{cold:9.0f}{first:8.0f}{warm:8.1f}{len(run()):10}")
        made[to, content] = (cold, warm)
    return made


def many_plans(here: Path, plan: Plan, runs: int) -> None:
    """Print what many plans in three formats cost in one call, and in a call for each."""
    for n in range(MANY):
        (here / f"p{n:02}.yaml").write_text(write_plan(plan), encoding="utf-8")
    three = [flag for to in ("docx", "pdf", "html") for flag in ("--to", to)]
    call = command("export", "p*.yaml", *three, "-o", "ut/", cwd=here)
    all_at_once = min(timed(call) for _ in range(max(runs // 3, 1)))
    one = timed(command("export", "p00.yaml", *three, "-o", "ut/", cwd=here))
    print(f"{MANY} plans × 3 formats in one call: {all_at_once / 1000:.2f} s, in {MANY}: {one * MANY / 1000:.2f} s")


Times = dict[tuple[str, str], tuple[float, float]]


def peer(here: Path, plan: Plan, host: Host, python: str, ours: Times, runs: int) -> None:
    """Print how long WeasyPrint takes for the same words."""
    for content in ("plan", "activity-table"):
        document, writer = compose(plan, content, host=host), host.output_format("pdf")
        assert isinstance(writer, DocumentWriter)
        write = partial(write_document, document, writer, {}, host.write_context())
        alone = min(timed(write) for _ in range(runs * 2))
        print(f"{'the PDF writer alone, ' + content:41}{alone:17.1f}")
        for look in LOOKS:
            page = here / "simple.html"
            page.write_text("\n".join(simple_page(document, look)), encoding="utf-8")

            def call(times: int, page: Path = page) -> bytes:
                made = subprocess.run([python, "-c", PEER, page, str(times)], check=True, capture_output=True)
                return made.stdout

            cold = min(timed(lambda: call(1)) for _ in range(runs))
            _, first, warm = json.loads(call(runs))
            print(f"{f'WeasyPrint untagged, {look}':32}{cold:9.0f}{first * 1000:8.0f}{warm * 1000:8.1f}")
            own_cold, own_warm = ours["pdf", content]
            print(
                f"  tagged PDF against it: cold {own_cold / cold:.2f}, writer {alone / warm / 1000:.3f}, "
                f"whole export {own_warm / warm / 1000:.3f}"
            )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What an export costs.")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--weasyprint", metavar="PYTHON", default="")
    given = parser.parse_args()
    plan, host = plan_of(), Host()
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        (here / "plan.yaml").write_text(write_plan(plan), encoding="utf-8")
        ours = one_plan(here, plan, host, given.runs)
        if given.weasyprint:
            peer(here, plan, host, given.weasyprint, ours, given.runs)
        many_plans(here, plan, given.runs)


if __name__ == "__main__":
    main()

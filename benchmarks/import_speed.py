"""What an import costs: a plan of four pages in every form, and one of five hundred.

    .venv/bin/python benchmarks/import_speed.py [--runs 5] [--pages 4 200 500] [--forms txt md docx odt pdf]

Makes the documents itself, without helaplan's ids and roles, so that they are recognised by rules as anybody's are.
Each import runs in a process of its own: `import` is the time from the file to the plan once helaplan's core stands,
with the loading of the reader's own libraries, `peak` the process's largest memory.
The best of some runs; long documents are measured once. A form that refuses so many pages says with which finding.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from helaplan.document import Block, Document, Heading, ListItem, Paragraph
from helaplan.plugins.declarations import WriteContext
from helaplan.plugins.host import Host

#: Run in a process of its own: seconds of the import, peak memory, what came out.
CHILD = """
import json, resource, sys
from pathlib import Path
from time import perf_counter
from helaplan.api import import_document
from helaplan.errors import UnreadableSource
from helaplan.plugins.host import Host
began = perf_counter()
try:
    areas = import_document(Path(sys.argv[1]), host=Host()).plan.areas
    said = ""
except UnreadableSource as error:
    areas, said = (), error.findings[0].code
took = perf_counter() - began
if sys.platform == "linux":  # ru_maxrss would hold what the parent had when it made this process
    status = Path("/proc/self/status").read_text()
    peak = int(status.partition("VmHWM:")[2].split()[0]) * 1024
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
activities = sum(len(area.activities) for area in areas)
print(json.dumps([took, peak, len(areas), activities, said]))
"""
AREAS = ("Trafik och vägar", "Skola och fritid", "Bygdens möten", "Unga i bygden", "Service på landet", "Natur")
DOING = (
    "Vi ska ordna minst tre möten om {name} under våren, i samarbete med kommunen och bygdegårdsföreningen.",
    "Skriva till regionen om {name} senast 31 mars (styrelsen).",
    "Dela ut en skrift om {name} till alla hushåll, högst 5 000 kr (informationsgruppen).",
    "Göra en studieresa i september för att se hur andra byar arbetar med {name}; tjugo deltagare.",
    "Bjuda in ledamöter av kommunfullmäktige till ett samtal om {name} i vecka 18.",
    "Hålla en sida om {name} på föreningens webbplats aktuell, löpande under året.",
)
#: What the PDF writer makes of such areas.
AREAS_A_PAGE = 4


def blocks(pages: int) -> Iterator[Block]:
    """A front, then as many areas as fill the pages."""
    yield Heading(text="Vision", level=1)
    yield Paragraph(text="En bygd där människor i alla åldrar vill bo, verka och stanna kvar.")
    yield Heading(text="Övergripande mål", level=1)
    yield ListItem(text="Antalet medlemmar ökar från 88 till 110.", depth=1)
    yield Heading(text="Aktiviteter", level=1)
    for n in range(round(pages * AREAS_A_PAGE)):
        name = AREAS[n % len(AREAS)]
        yield Heading(text=f"{name}, del {n + 1}", level=2)
        yield Paragraph(text=f"Arbetet med {name.lower()} går vidare från föregående år och utvärderas i december.")
        for each in DOING:
            yield ListItem(text=each.format(name=name.lower()), depth=1)


def document(pages: int) -> Document:
    """The plan as anybody's document: no ids, no roles."""
    title = "Verksamhetsplan 2026 för Lunda byalag"
    return Document(title=title, language="sv", organisation="Lunda byalag", blocks=[*blocks(pages)])


def as_text(made: Document) -> bytes:
    """The document as lines of a text file."""
    lines = [made.title, made.organisation, ""]
    for each in made.blocks:
        words = str(getattr(each, "text", ""))
        lines += ["", words, ""] if isinstance(each, Heading) else [f"• {words}" if each.depth else words]
    return "\n".join(lines).encode()


def as_odt(made: Document, file: Path) -> None:
    """The document as LibreOffice would keep it, with no styles but that of the list."""
    kinds = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    kinds += ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    kinds += ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    body = [f"<text:p>{made.title}</text:p>", f"<text:p>{made.organisation}</text:p>"]
    for each in made.blocks:
        words = str(getattr(each, "text", ""))
        if isinstance(each, Heading):
            body.append(f'<text:h text:outline-level="{each.level}">{words}</text:h>')
        elif each.depth:
            item = f"<text:list-item><text:p>{words}</text:p></text:list-item>"
            body.append(f'<text:list text:style-name="L1">{item}</text:list>')
        else:
            body.append(f"<text:p>{words}</text:p>")
    bullet = '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
    styles = f"<office:automatic-styles>{bullet}</text:list-style></office:automatic-styles>"
    content = f"<office:document-content {kinds}>{styles}<office:body><office:text>{''.join(body)}</office:text>"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made_file:
        made_file.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        made_file.writestr("content.xml", content + "</office:body></office:document-content>")


def make(folder: Path, pages: int, form: str) -> Path:
    """The file of a form with so many pages."""
    file = folder / f"{pages}.{form}"
    made = document(pages)
    if form == "txt":
        file.write_bytes(as_text(made))
    elif form == "odt":
        as_odt(made, file)
    else:
        writer = Host().writer_for(f".{form}")
        if writer is None:
            raise SystemExit(f"the plugin that writes .{form} is not installed")
        file.write_bytes(writer.write(made, writer.options(), WriteContext()))
    return file


def measured(file: Path, runs: int) -> tuple[float, float, int, int, str]:
    """Seconds of the import, bytes at the peak, areas, activities, a refusal's code; the fastest run."""
    found: list[tuple[float, float, int, int, str]] = []
    for _ in range(runs):
        done = subprocess.run([sys.executable, "-c", CHILD, str(file)], check=True, capture_output=True)
        found.append(tuple(json.loads(done.stdout)))
    return min(found, key=lambda each: each[0])


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description="What an import costs.")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--pages", type=int, nargs="+", default=[4, 200, 500])
    parser.add_argument("--forms", nargs="+", default=["txt", "md", "docx", "odt", "pdf"])
    given = parser.parse_args()
    print(f"{'pages':>5} {'form':5}{'size':>10}{'import':>10}{'peak':>9}{'areas':>7}{'activities':>12}")
    with tempfile.TemporaryDirectory() as folder:
        for pages in given.pages:
            for form in given.forms:
                file = make(Path(folder), pages, form)
                took, peak, areas, activities, said = measured(file, given.runs if pages < 100 else 1)
                size = f"{file.stat().st_size / 1000:.0f} kB"
                row = f"{pages:5} {form:5}{size:>10}{took:8.2f} s{peak / 1e6:6.0f} MB{areas:7}{activities:12}  {said}"
                print(row, flush=True)


if __name__ == "__main__":
    main()

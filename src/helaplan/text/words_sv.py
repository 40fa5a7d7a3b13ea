"""Short names in Swedish."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # kinds of values
    "text": "en text",
    "str": "en text",
    "number": "ett tal",
    "float": "ett tal",
    "integer": "ett heltal",
    "int": "ett heltal",
    "boolean": "true eller false",
    "bool": "true eller false",
    "list": "en lista",
    "mapping": "en grupp av nycklar",
    "dict": "en grupp av nycklar",
    "nothing": "ingenting",
    "null": "ingenting",
    "NoneType": "ingenting",
    # severities
    "error": "fel",
    "warning": "varning",
    "note": "anmärkning",
    "errors": "fel",
    "warnings": "varningar",
    "notes": "anmärkningar",
    "error-1": "fel",
    "warning-1": "varning",
    "note-1": "anmärkning",
    # parts of a plan
    "plan": "planen",
    "goal": "målet",
    "indicator": "indikatorn",
    "target_group": "målgruppen",
    "area": "området",
    "activity": "aktiviteten",
    "partner": "samarbetspartnern",
    "section": "avsnittet",
    "a-goal": "ett mål",
    "a-indicator": "en indikator",
    "a-target_group": "en målgrupp",
    "a-area": "ett område",
    "a-activity": "en aktivitet",
    "a-partner": "en samarbetspartner",
    "a-section": "ett avsnitt",
    # stretches of a year, before their number
    "the-month": "månad",
    "the-week": "vecka",
    "the-quarter": "kvartal",
    "the-season": "årstiden",
    # places
    "line": "rad {line}",
    "page": "sida {page}",
    "page-line": "sida {page}, rad {line}",
    "paragraph": "stycke {paragraph}",
    "cell": "blad {sheet}, cell {cell}",
    "sheet": "blad {sheet}",
    # frames of a report
    "help": "hjälp",
    "fix-safe": "Säker rättning (--fix)",
    "fix-unsafe": "Trolig rättning, se efter själv (--fix --unsafe)",
    "explain": "mer: helaplan explain {code}",
    "more": "{code}: {count} till visas inte",
    "summary": "{counts} i {files}",
    "file": "1 fil",
    "files": "{count} filer",
    "clean": "Inga fel i {files}.",
    "here": "här",
    "first": "första gången här",
    "fixable": "rättas med --fix",
    # columns of a table
    "place": "Plats",
    "severity": "Grad",
    "code": "Kod",
    "message": "Beskrivning",
}

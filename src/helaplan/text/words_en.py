"""Short names in English."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # kinds of values
    "text": "a text",
    "str": "a text",
    "number": "a number",
    "float": "a number",
    "integer": "a whole number",
    "int": "a whole number",
    "boolean": "true or false",
    "bool": "true or false",
    "list": "a list",
    "mapping": "a group of keys",
    "dict": "a group of keys",
    "nothing": "nothing",
    "null": "nothing",
    "NoneType": "nothing",
    # severities
    "error": "error",
    "warning": "warning",
    "note": "note",
    "errors": "errors",
    "warnings": "warnings",
    "notes": "notes",
    "error-1": "error",
    "warning-1": "warning",
    "note-1": "note",
    # parts of a plan
    "plan": "the plan",
    "goal": "the goal",
    "indicator": "the indicator",
    "target_group": "the target group",
    "area": "the area",
    "activity": "the activity",
    "partner": "the partner",
    "section": "the section",
    "a-goal": "a goal",
    "a-indicator": "an indicator",
    "a-target_group": "a target group",
    "a-area": "an area",
    "a-activity": "an activity",
    "a-partner": "a partner",
    "a-section": "a section",
    # stretches of a year, before their number
    "the-month": "month",
    "the-week": "week",
    "the-quarter": "quarter",
    "the-season": "the season",
    # places
    "line": "line {line}",
    "page": "page {page}",
    "page-line": "page {page}, line {line}",
    "paragraph": "paragraph {paragraph}",
    "cell": "sheet {sheet}, cell {cell}",
    "sheet": "sheet {sheet}",
    # frames of a report
    "help": "help",
    "fix-safe": "Safe fix (--fix)",
    "fix-unsafe": "Likely fix, look for yourself (--fix --unsafe)",
    "explain": "more: helaplan explain {code}",
    "more": "{code}: {count} more not shown",
    "summary": "{counts} in {files}",
    "file": "1 file",
    "files": "{count} files",
    "clean": "No errors in {files}.",
    "here": "here",
    "first": "first here",
    "fixable": "mended by --fix",
    # columns of a table
    "place": "Place",
    "severity": "Severity",
    "code": "Code",
    "message": "Message",
}

"""Pieces of plan files, wrong and right, for what can be wrong with a file as YAML.

`line-separator` has none: its characters would break the lines of the page that shows them. `yaml-syntax` stands for
what nobody has met yet, and files, keys and levels that are too large say nothing when shortened.
"""

from __future__ import annotations

from collections.abc import Mapping

#: Code → (wrong, right).
EXAMPLES: Mapping[str, tuple[str, str]] = {
    "bad-escape": ('title: "Plan \\docs"\n', "title: 'Plan \\docs'\n"),
    "bad-indentation": (
        "organisation:\n  name: Byaföreningen\n    level: local\n",
        "organisation:\n  name: Byaföreningen\n  level: local\n",
    ),
    "missing-colon": ("title: Verksamhetsplan\nlanguage sv\n", "title: Verksamhetsplan\nlanguage: sv\n"),
    "missing-space": ("title:Verksamhetsplan\n", "title: Verksamhetsplan\n"),
    "list-mark": ("values:\n  – text: Alla behövs\n", "values:\n  - text: Alla behövs\n"),
    "comment-for-value": ("title: #Bygden lever\n", 'title: "#Bygden lever"\n'),
    "control-character": ('title: "Verksamhetsplan\\a"\n', 'title: "Verksamhetsplan"\n'),
    "unclosed-bracket": (
        "values:\n  - items: [demokrati, mångfald\nmission: []\n",
        "values:\n  - items: [demokrati, mångfald]\nmission: []\n",
    ),
    "typographic-quotes": ("title: “Plan: 2023”\n", 'title: "Plan: 2023"\n'),
    "blank-indent": (
        "period:\n\u00a0\u00a0start: 2023-01-01\n\u00a0\u00a0end: 2023-12-31\n",
        "period:\n  start: 2023-01-01\n  end: 2023-12-31\n",
    ),
    "invisible-character": ("title: Verksamhets\ufeffplan\n", "title: Verksamhetsplan\n"),
    "decomposed-letters": ("title: Verksamhetsplan fo\u0308r 2023\n", "title: Verksamhetsplan för 2023\n"),
    "whole-number-with-point": ("helaplan: 1.0\n", "helaplan: 1\n"),
}

"""What has changed between two plans, in the reader's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import frozen

from helaplan.text import field_text, of_ours

#: Item → one and several, by language.
_ITEMS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "sv": {
        "activity": ("aktivitet", "aktiviteter"),
        "area": ("område", "områden"),
        "goal": ("mål", "mål"),
        "indicator": ("indikator", "indikatorer"),
        "target-group": ("målgrupp", "målgrupper"),
        "partner": ("samarbetspartner", "samarbetspartner"),
        "section": ("avsnitt", "avsnitt"),
        "plan": ("plan", "planer"),
    },
    "en": {
        "activity": ("activity", "activities"),
        "area": ("area", "areas"),
        "goal": ("goal", "goals"),
        "indicator": ("indicator", "indicators"),
        "target-group": ("target group", "target groups"),
        "partner": ("partner", "partners"),
        "section": ("section", "sections"),
        "plan": ("plan", "plans"),
    },
}
#: Words that take the ending -t in Swedish.
_NEUTER = ("area", "goal", "section")
#: Kind → one, one neuter, several.
_KINDS: Mapping[str, Mapping[str, tuple[str, str, str]]] = {
    "sv": {
        "added": ("ny", "nytt", "nya"),
        "removed": ("borttagen", "borttaget", "borttagna"),
        "moved": ("flyttad", "flyttat", "flyttade"),
        "reworded": ("omformulerad", "omformulerat", "omformulerade"),
        "changed": ("ändrad", "ändrat", "ändrade"),
    },
    "en": {
        "added": ("new", "new", "new"),
        "removed": ("removed", "removed", "removed"),
        "moved": ("moved", "moved", "moved"),
        "reworded": ("reworded", "reworded", "reworded"),
        "changed": ("changed", "changed", "changed"),
    },
}
_FRAMES: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "none": "Inget har ändrats sedan den kända planen.",
        "some": "Sedan den kända planen: {what}.",
        "plan": "planens {fields} har ändrats",
        "reworded": "”{before}” är nu ”{words}”",
        "changed": "”{words}”: {fields}",
        "more": "… och {count} till; kvittot (--receipt) har alla.",
    },
    "en": {
        "none": "Nothing has changed since the known plan.",
        "some": "Since the known plan: {what}.",
        "plan": "the plan's {fields} changed",
        "reworded": "“{before}” is now “{words}”",
        "changed": "“{words}”: {fields}",
        "more": "… and {count} more; the receipt (--receipt) has all.",
    },
}


@frozen(kw_only=True)
class Told:
    """One change as it is told: kind, kind of item, what it is and was called, keys of changed values."""

    kind: str
    what: str
    words: str
    before: str = ""
    fields: tuple[str, ...] = ()


def tell_changes(changes: Iterable[Told], language: str, *, longest: int = 20) -> list[str]:
    """What has changed as lines: first how many of each kind, then each by itself, at most `longest` of them."""
    language = of_ours(language)
    every = list(changes)
    frames = _FRAMES[language]
    if not every:
        return [frames["none"]]
    lines = [frames["some"].replace("{what}", _counted(every, language))]
    lines += [f"  {_line(each, language)}" for each in every[:longest]]
    if len(every) > longest:
        lines.append("  " + frames["more"].replace("{count}", str(len(every) - longest)))
    return lines


def _counted(changes: list[Told], language: str) -> str:
    """`3 aktiviteter nya, 1 borttagen, 2 omformulerade; 1 område nytt`."""
    counts: dict[str, Counter[str]] = {}
    for each in changes:
        counts.setdefault(each.what, Counter())[each.kind] += 1
    parts = []
    for what in _ITEMS[language]:
        kinds = [kind for kind in _KINDS[language] if counts.get(what, Counter())[kind]]
        if what == "plan" and kinds:
            fields = ", ".join(name for each in changes if each.what == "plan" for name in _names(each, language))
            parts.append(_FRAMES[language]["plan"].replace("{fields}", fields))
        elif kinds:
            several = (_count(counts[what][kind], kind, what, n == 0, language) for n, kind in enumerate(kinds))
            parts.append(", ".join(several))
    return "; ".join(parts)


def _count(count: int, kind: str, what: str, named: bool, language: str) -> str:
    one, several = _ITEMS[language][what]
    forms = _KINDS[language][kind]
    form = forms[2] if count > 1 else forms[1] if what in _NEUTER else forms[0]
    name = f"{several if count > 1 else one} " if named else ""
    return f"{count} {name}{form}"


def _line(each: Told, language: str) -> str:
    frames = _FRAMES[language]
    fields = ", ".join(_names(each, language))
    if each.what == "plan":
        return frames["plan"].replace("{fields}", fields)
    one = _ITEMS[language][each.what][0]
    form = _KINDS[language][each.kind][1 if each.what in _NEUTER else 0]
    quoted = f"”{each.words}”" if language == "sv" else f"“{each.words}”"
    words = quoted
    if each.kind in ("reworded", "changed"):
        # By format, which fills in once: a text may hold braces of its own.
        words = frames[each.kind].format(before=each.before, words=each.words, fields=fields)
    return f"{one} {form}: {words}"


def _names(each: Told, language: str) -> list[str]:
    """What the changed values are called."""
    cls = each.what.replace("-", "_")
    return [(field_text(f"{cls}.{key}", language).title or key).lower() for key in each.fields]

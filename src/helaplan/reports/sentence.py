"""A finding in words: its sentence filled in, its place, and both in one line."""

from __future__ import annotations

from collections.abc import Mapping

from helaplan.findings import WRITTEN, Arg, Finding, Place, Related, pointer
from helaplan.registers.personal import mask
from helaplan.reports.context import Texts
from helaplan.reports.safe import clean
from helaplan.text import field_text, message, of_ours, word
from helaplan.text.message import Message
from helaplan.text.template import filled

#: No value is shown with more characters than this.
SHOWN = 40

#: Values that may be longer: the words of a question, lists of what is possible, what to type.
_WHOLE = frozenset(
    {
        "about",
        "question",
        "choices",
        "known",
        "install",
        "switch",
        "hooks",
        "arguments",
        "cause",
        "reason",
        "name",
        "example",
        "command",
    }
)
#: Arguments that name a kind of value or a part of a plan, in words of the reader's language.
_NAMED = frozenset({"wanted", "found", "thing", "kind", "year"})
#: A part of a plan that is spoken of as one of its kind: "en aktivitet", not "aktiviteten".
_ONE_OF = frozenset({"wanted", "found"})


def message_of(finding: Finding, language: str, texts: Texts = {}) -> Message:  # noqa: B006 - never changed
    """Message and hint of a finding with its values filled in: one line each, values short, personal data masked."""
    told = message(finding.code, language, texts)
    values = {name: _value(name, arg, language) for name, arg in finding.args.items()}
    values = {name: value for name, value in values.items() if value}
    return Message(
        message=_sentence(told.message, values) or finding.code, hint=_sentence(told.hint, values, bare=False)
    )


def _sentence(template: str, values: Mapping[str, str], *, bare: bool = True) -> str:
    """The template with its values, with a capital where it begins with a value."""
    made = filled(template, values, bare=bare)
    return made[:1].upper() + made[1:] if template[:1] == "{" else made


def _value(name: str, arg: Arg, language: str) -> str:
    if isinstance(arg, Related):
        if arg.span is None:
            return pointer(arg.path) or "/"
        return word("line", language).format(line=arg.span.start.line)
    if isinstance(arg, tuple):
        return ", ".join(filter(None, (_short(name, each) for each in arg)))
    if isinstance(arg, str):
        if name == WRITTEN and len(arg) > 2 and arg[0] == arg[-1] and arg[0] in "\"'":
            # As written, and the sentence has quotes of its own.
            arg = arg[1:-1]
        if name == "version" and arg == "?":
            return ""  # a plugin of one file has none
        if name == "about":
            return _short(name, _part(arg, language))
        if name in _NAMED:
            one = f"a-{arg}"
            named = word(one, language) if name in _ONE_OF else one
            return clean(named if named != one else word(arg, language))
        return _short(name, arg)
    if isinstance(arg, float) and not isinstance(arg, bool):
        plain = f"{arg:g}"
        return plain.replace(".", ",") if of_ours(language) == "sv" else plain
    return str(arg)


def _part(about: str, language: str) -> str:
    """The part of a plan that a question is about: the name of a key, with its path if it has one; ids as they are."""
    key = next((step for step in reversed(about.split("/")) if step and not step.isdigit()), "")
    titles = (field_text(f"{cls}.{key}", language).title for cls in ("plan", "area", "activity"))
    title = next(filter(None, titles), "").lower()
    return f"{title} ({about})" if title and about != key else title or about


def _short(name: str, value: str) -> str:
    shown = mask(clean(value[:2000]))
    if name in _WHOLE or len(shown) <= SHOWN:
        return shown
    return shown[: SHOWN - 1] + "…"


def place_of(place: Place, language: str) -> str:
    """A place in a document in words: "sida 2, rad 7", "blad Plan, cell B4". Empty where nothing is known."""
    values = {"page": place.page, "line": place.line, "paragraph": place.paragraph}
    if place.cell:
        return word("cell", language).format(sheet=clean(place.sheet or ""), cell=clean(place.cell))
    if place.sheet:
        return word("sheet", language).format(sheet=clean(place.sheet))
    if place.page is not None and place.line is not None:
        return word("page-line", language).format(**values)
    for key in ("page", "line", "paragraph"):
        if values[key] is not None:
            return word(key, language).format(**values)
    return ""


def where(finding: Finding, language: str) -> str:
    """File and place as editors jump to it (`plan.yaml:4:1`), or with the place in words; "" where there is none."""
    file = clean(finding.file)
    if finding.span is not None:
        start = finding.span.start
        return f"{file}:{start.line}:{start.column}" if file else f"{start.line}:{start.column}"
    place = place_of(finding.place, language) if finding.place else ""
    if place:
        return f"{file}: {place}" if file else place
    # Data that never was a file with lines still has paths.
    return file or pointer(finding.path)


def both(told: Message) -> str:
    """Message and hint in a row."""
    return ". ".join(filter(None, (told.message, told.hint)))


def one_line(finding: Finding, language: str, texts: Texts = {}) -> str:  # noqa: B006 - never changed
    """The finding in one line for a terminal: severity, place, message, hint, code."""
    told = message_of(finding, language, texts)
    at = where(finding, language)
    # The name of the file is often the message's own subject.
    head = f"{at}: " if at and at not in told.message else ""
    return f"{word(finding.severity.value, language)}: {clean(head)}{both(told)} [{clean(finding.code)}]"

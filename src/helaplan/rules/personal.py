"""Rules about personal data: a plan is public, so nobody's personnummer, phone, e-mail or home stands in it.

A finding tells the place and how many there are, never the characters: it may end up in a log that everybody reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from operator import attrgetter
from typing import Any

import attrs
from attrs import frozen

from helaplan.findings import Finding, Path, Severity
from helaplan.model import Plan
from helaplan.model.fields import key_of, spec_of
from helaplan.model.specs import Items, Line, Nested, OpenMapping, Spec
from helaplan.registers.personal import KINDS, find
from helaplan.rules.rule import Rule

#: The deepest that plugins' data is looked through; the reader of plan files stops earlier.
_DEEPEST = 200


@frozen(kw_only=True, eq=False, repr=False)
class _Holders:
    """Which fields of a class can hold text: the names of the attributes with their keys, by shape.

    People's own words are told from codes and ids, which have a pattern and are looked through for personnummer only.
    """

    words: tuple[tuple[str, str], ...]
    codes: tuple[tuple[str, str], ...]
    word_lists: tuple[tuple[str, str], ...]
    code_lists: tuple[tuple[str, str], ...]
    objects: tuple[tuple[str, str], ...]
    object_lists: tuple[tuple[str, str], ...]
    opens: tuple[tuple[str, str], ...]
    texts: Callable[[Any], Iterable[str]]


_SHAPES = ("words", "codes", "word_lists", "code_lists", "objects", "object_lists", "opens")


@cache
def _holders(cls: type[Any]) -> _Holders:
    """Worked out once a class, since every check of every plan asks."""
    made: dict[str, list[tuple[str, str]]] = {each: [] for each in _SHAPES}
    for attribute in attrs.fields(cls):
        spec = spec_of(attribute)
        shape = f"{_shape(spec.item)}_lists" if isinstance(spec, Items) else f"{_shape(spec)}s"
        if shape in made:
            made[shape].append((attribute.name, key_of(attribute)))
    names = [name for name, _ in (*made["words"], *made["codes"])]
    # Two names at least, so that the getter gives a tuple.
    texts: Callable[[Any], Iterable[str]] = attrgetter(*names, *names[:1]) if names else _no_texts
    return _Holders(texts=texts, **{shape: tuple(pairs) for shape, pairs in made.items()})


def _no_texts(_: Any) -> Iterable[str]:
    return ()


def _shape(spec: Spec) -> str:
    if isinstance(spec, Nested):
        return "object"
    if isinstance(spec, OpenMapping):
        return "open"
    if isinstance(spec, Line):
        return "code" if spec.pattern else "word"
    return "other"


def _gather(value: Any, into: list[str]) -> None:
    """Every text below an object, without its path: a few times quicker than with."""
    holders = _holders(value.__class__)
    into += holders.texts(value)
    for name, _ in (*holders.word_lists, *holders.code_lists):
        into += getattr(value, name)
    for name, _ in holders.objects:
        held = getattr(value, name)
        if held is not None:
            _gather(held, into)
    for name, _ in holders.object_lists:
        for each in getattr(value, name):
            _gather(each, into)
    for name, key in holders.opens:
        into += (text for _, text, _ in _open_texts(getattr(value, name), (key,)))


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str, bool]]:
    """Every text below an object: path, text, and whether it is people's own words rather than an id or a code."""
    holders = _holders(value.__class__)
    for free, names in ((True, holders.words), (False, holders.codes)):
        for name, key in names:
            yield (*path, key), getattr(value, name), free
    for free, names in ((True, holders.word_lists), (False, holders.code_lists)):
        for name, key in names:
            for place, each in enumerate(getattr(value, name)):
                yield (*path, key, place), each, free
    for name, key in holders.objects:
        if getattr(value, name) is not None:
            yield from _texts(getattr(value, name), (*path, key))
    for name, key in holders.object_lists:
        for place, each in enumerate(getattr(value, name)):
            yield from _texts(each, (*path, key, place))
    for name, key in holders.opens:
        yield from _open_texts(getattr(value, name), (*path, key))


def _open_texts(value: Any, path: Path) -> Iterator[tuple[Path, str, bool]]:
    """The texts in a plugin's data. What is a code there nobody knows, so only personnummer count."""
    if isinstance(value, str):
        yield path, value, False
    elif len(path) < _DEEPEST and isinstance(value, Mapping):
        for key, each in value.items():
            yield from _open_texts(each, (*path, key))
    elif len(path) < _DEEPEST and isinstance(value, (list, tuple)):
        for place, each in enumerate(value):
            yield from _open_texts(each, (*path, place))


def personal_data(plan: Plan) -> Iterator[Finding]:
    """Personal data of every kind, counted for each text: codes `personnummer-in-text`, `phone-in-text` and so on."""
    gathered: list[str] = []
    _gather(plan, gathered)
    # Nearly every plan is free of it. A letter between the texts keeps their digits apart.
    if not find("\nx\n".join(gathered)):
        return
    for path, text, free in _texts(plan, ()):
        found = find(text)
        for kind in KINDS if found else ():
            count = sum(1 for each in found if each.kind == kind)
            if count and (free or kind == "personnummer"):
                severity = Severity.ERROR if kind == "personnummer" else Severity.WARNING
                yield Finding(code=f"{kind}-in-text", path=path, args={"count": count}, severity=severity)


#: One rule for four codes, since going through all texts is the dearest thing that any rule does.
RULES: Iterable[Rule] = (
    Rule(
        code="personnummer-in-text",
        check=personal_data,
        also=("phone-in-text", "email-in-text", "address-in-text"),
    ),
)

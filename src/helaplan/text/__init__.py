"""Every sentence that a person reads, by code and language. A language is loaded when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any

from attrs import frozen

from helaplan.text.message import Message
from helaplan.text.template import whole

#: The languages that everything is written in.
LANGUAGES = ("sv", "en")

_NO_TEXTS: Mapping[str, Mapping[str, Message]] = MappingProxyType({})


@frozen(kw_only=True, eq=False, repr=False)
class FieldText:
    """What a field or a class of the model is called and what it is for. Both "" where nobody has words for it."""

    title: str = ""
    description: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class Page:
    """What there is to know about a code: why it exists, and pieces of a plan file that are wrong and right.

    `wrong` and `right` hold the lines that matter; the required keys beside them are left out. Both are "" where a
    plan file cannot show the fault (a missing file, a failed plugin).
    """

    why: str
    wrong: str = ""
    right: str = ""


def of_ours(language: str) -> str:
    """The language we have that serves a reader of this one: Swedish for `sv` and `sv-FI`, English for all else."""
    return "sv" if language.lower().split("-")[0].split("_")[0] == "sv" else "en"


@cache
def _table(module: str, language: str) -> Mapping[str, Any]:
    made: Mapping[str, Any] = import_module(f"helaplan.text.{module}_{language}").TEXTS
    return made


def codes() -> frozenset[str]:
    """The codes that have a sentence here. Plugins bring the sentences of theirs."""
    return frozenset(_table("messages", "en"))


def message(code: str, language: str, extra: Mapping[str, Mapping[str, Message]] = _NO_TEXTS) -> Message:
    """The sentence of a code. `extra` (language, code) goes first; a code that nobody knows gets a general sentence."""
    for each in (language, of_ours(language)):
        told = extra.get(each, {}).get(code)
        if told is not None:
            return told
    pair = _table("messages", of_ours(language)).get(code)
    if pair is not None:
        return Message(message=pair[0], hint=pair[1])
    # A plugin that has its sentences in one language only is better heard in that one than not at all.
    for table in (extra[each] for each in sorted(extra)):
        if code in table:
            return table[code]
    pair = _table("messages", of_ours(language))["without-words"]
    return Message(message=pair[0].replace("{code}", code.replace("{", "(").replace("}", ")")), hint=pair[1])


def field_text(key: str, language: str) -> FieldText:
    """Title and description of a field (`target_group.text`) or class (`target_group`); empty for an unknown key."""
    table = _table("fields", of_ours(language))
    pair = table.get(key)
    if pair is None and key.startswith("activity."):
        # An activity has all that its parts have, and the words stand once, with the parts.
        pair = table.get(f"sub_{key}")
    return FieldText(title=pair[0], description=pair[1]) if pair else FieldText()


def word(key: str, language: str) -> str:
    """A short name of a kind of value (`list` is "en lista"), a severity, a part of a plan; the key where unknown."""
    found: str = _table("words", of_ours(language)).get(key, key)
    return found


def page(code: str, language: str) -> Page:
    """What `helaplan explain` says of a code. For a code that is not ours the page says so."""
    from helaplan.text.examples import EXAMPLES

    table = _table("pages", of_ours(language))
    wrong, right = EXAMPLES.get(code, ("", ""))
    return Page(why=table.get(code) or table["without-words"], wrong=wrong, right=right)


__all__ = [
    "LANGUAGES",
    "FieldText",
    "Message",
    "Page",
    "codes",
    "field_text",
    "message",
    "of_ours",
    "page",
    "whole",
    "word",
]

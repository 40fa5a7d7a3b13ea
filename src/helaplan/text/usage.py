"""What the command line's library says of itself (headings of help, wrong usage), in Swedish.

click speaks English only. Its sentences are the keys here, as they stand in its source, so a newer click whose words
have changed is heard in English until the table follows; a test compares both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

#: click's words → ours. `{name}` stands for what a call holds; `{name!r}` is shown between click's quotation marks.
SWEDISH: Mapping[str, str] = {
    # frames of help
    "Usage:": "Användning:",
    "Options": "Val",
    "Commands": "Kommandon",
    "Positional arguments": "Argument",
    "[OPTIONS]": "[VAL]",
    "COMMAND [ARGS]...": "KOMMANDO [ARGUMENT]...",
    "[COMMAND] [ARGS]...": "[KOMMANDO] [ARGUMENT]...",
    "Show this message and exit.": "Visa den här hjälpen.",
    # wrong usage
    "Error: {message}": "Fel: {message}",
    "Try '{command} {option}' for help.": "Hjälp: {command} {option}",
    "Missing command.": "Det saknas ett kommando.",
    "No such command {name!r}.": "Det finns inget kommando {name!r}.",
    "No such command {name!r}. {message}": "Det finns inget kommando {name!r}. {message}",
    "No such option {name!r}.": "Det finns inget val {name!r}.",
    "No such option {name!r}. {message}": "Det finns inget val {name!r}. {message}",
    "No such option: {name}": "Det finns inget val {name}",
    "No such option: {name} Did you mean {possibility}?": "Det finns inget val {name}. Menade du {possibility}?",
    "No such option: {name} (Possible options: {possibilities})": "Det finns inget val {name}. "
    "Menade du något av {possibilities}?",
    "(Possible options: {possibilities})": "Menade du något av {possibilities}?",
    "Did you mean {possibility}?": "Menade du {possibility}?",
    "(Did you mean one of: {possibilities}?)": "Menade du något av {possibilities}?",
    "Missing argument": "Det saknas ett argument",
    "Missing option": "Det saknas ett val",
    "Missing parameter": "Det saknas ett argument",
    "Missing parameter: {param_name}": "Argumentet saknas: {param_name}",
    "Missing {param_type}": "Det saknas något: {param_type}",
    "Missing argument {param_hint}.": "Argumentet {param_hint} saknas.",
    "Missing argument {param_hint}. {message}": "Argumentet {param_hint} saknas. {message}",
    "Missing option {param_hint}.": "Valet {param_hint} saknas.",
    "Missing option {param_hint}. {message}": "Valet {param_hint} saknas. {message}",
    "Missing parameter {param_hint}.": "{param_hint} saknas.",
    "Choose from:\n\t{choices}": "Det här går:\n\t{choices}",
    "Got unexpected extra argument ({args})": "Ett argument för mycket ({args})",
    "Got unexpected extra arguments ({args})": "Flera argument för mycket ({args})",
    "Option {name!r} does not take a value.": "Valet {name!r} tar inget värde.",
    "Option {name!r} requires an argument.": "Valet {name!r} behöver ett värde.",
    "Option {name!r} requires {nargs} arguments.": "Valet {name!r} behöver {nargs} värden.",
    "Argument {name!r} takes {nargs} values.": "Argumentet {name!r} tar {nargs} värden.",
    "Takes {nargs} values but 1 was given.": "Tar {nargs} värden, men fick ett.",
    "Takes {nargs} values but {len} were given.": "Tar {nargs} värden, men fick {len}.",
    "Value must be an iterable.": "Här behövs flera värden.",
    "Invalid value: {message}": "Värdet går inte: {message}",
    "Invalid value for {param_hint}: {message}": "Värdet för {param_hint} går inte: {message}",
    "{value!r} is not {choice}.": "{value!r} är inte {choice}.",
    "{value!r} is not one of {choices}.": "{value!r} är inte något av {choices}.",
    "{value} is not in the range {range}.": "{value} är inte inom {range}.",
    "{value!r} is not a valid integer.": "{value!r} är inget heltal.",
    "{value!r} is not a valid integer range.": "{value!r} är inget heltal.",
    "{value!r} is not a valid float.": "{value!r} är inget tal.",
    "{value!r} is not a valid {number_type}.": "{value!r} går inte som {number_type}.",
    "{value!r} is not a valid boolean.": "{value!r} är varken ja eller nej.",
    "{value!r} is not a valid boolean. Recognized values: {states}": "{value!r} är varken ja eller nej. "
    "Det här går: {states}",
    "Could not open file {filename!r}: {message}": "Filen {filename!r} går inte att öppna: {message}",
    "unknown error": "okänt fel",
    "Aborted!": "Avbrutet!",
}

#: Names of values in a usage line → ours. What is not here (`N`, `PLAN`) is the same in both languages.
PLACEHOLDERS: Mapping[str, str] = {
    "PATH": "SÖKVÄG",
    "PATH...": "SÖKVÄG...",
    "FILE": "FIL",
    "NAME": "NAMN",
    "CODE": "KOD",
    "[CODE]": "[KOD]",
    "[KIND]": "[SORT]",
    "SOURCE": "KÄLLA",
    "DIR": "MAPP",
    "FOLDER": "MAPP",
    "YYYY": "ÅÅÅÅ",
    "CONTENT": "INNEHÅLL",
    "NAME=VALUE": "NAMN=VÄRDE",
    "HOOK": "KROK",
}

_QUOTED = r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\""""
_HOLE = re.compile(r"\{([a-z_]+)(!r)?\}")


def own_words(sentence: str, language: str) -> str:
    """A sentence of click's in the reader's language; what is not click's comes back as it is."""
    if language != "sv":
        return sentence
    for pattern, ours in _templates():
        found = pattern.fullmatch(sentence)
        if found:
            # What stands in a hole may be a sentence of click's again.
            return ours.format(**{name: own_words(value, language) for name, value in found.groupdict().items()})
    return sentence


@cache
def _templates() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The sentences as patterns, those with the most fixed words first."""
    sentences = sorted(SWEDISH, key=lambda each: -len(_HOLE.sub("", each)))
    return tuple((_pattern(each), SWEDISH[each].replace("!r}", "}")) for each in sentences)


def _pattern(template: str) -> re.Pattern[str]:
    made, end = "", 0
    for hole in _HOLE.finditer(template):
        # A value that click shows by repr ends at its quotation mark, so it never swallows the words behind it.
        made += re.escape(template[end : hole.start()])
        made += rf"(?P<{hole[1]}>{_QUOTED})" if hole[2] else rf"(?P<{hole[1]}>.+?)"
        end = hole.end()
    return re.compile(made + re.escape(template[end:]), re.DOTALL)

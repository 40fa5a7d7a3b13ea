"""A translation: the core's sentences in a language that it doesn't have."""

from helaplan import Message, Texts, hookimpl


@hookimpl
def helaplan_texts() -> list[Texts]:
    """Holes in braces are those of the core's sentence; a code without a sentence here keeps its English one."""
    messages = {"period-missing": Message(message="Planen sier ikke hvilken tid den gjelder", hint="Skriv period")}
    return [Texts(language="nb", messages=messages)]

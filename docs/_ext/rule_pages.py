"""A page for each finding code, made from the texts that `helaplan explain` shows, before the documentation is read."""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.application import Sphinx

from helaplan.text import codes, message, page, whole

LANGUAGES = {"sv": ("Svenska", "Varför", "Fel", "Rätt"), "en": ("English", "Why", "Wrong", "Right")}


def rule_page(code: str) -> str:
    """The Markdown page of one code, in every language."""
    parts = [f"# {code}"]
    for language, (name, why, wrong, right) in LANGUAGES.items():
        sentence, told = message(code, language), page(code, language)
        parts += [f"## {name}", f"> {_plain(sentence.message)}"]
        if sentence.hint:
            parts.append(f"> {_plain(sentence.hint)}")
        if told.why:
            parts += [f"### {why}", told.why]
        for title, example in ((wrong, told.wrong), (right, told.right)):
            if example:
                parts += [f"### {title}", f"```text\n{example.rstrip()}\n```"]
    return "\n\n".join(parts) + "\n"


def _plain(text: str) -> str:
    """A sentence as Markdown, with `…` for what is filled in from the file."""
    return re.sub(r"([*_<`\[\]])", r"\\\1", whole(text))


def write_pages(app: Sphinx) -> None:
    """Write `_generated/rules/` anew."""
    folder = Path(app.srcdir) / "_generated" / "rules"
    folder.mkdir(parents=True, exist_ok=True)
    known = sorted(codes())
    wanted = {f"{code}.md": rule_page(code) for code in known}
    rows = [f"- [{code}]({code}.md): {_plain(message(code, 'en').message)}" for code in known]
    entries = "\n".join(known)
    wanted["index.md"] = (
        "# Finding codes\n\nWhat `check` and `import` can say. `helaplan explain CODE` shows the same.\n\n"
        + "\n".join(rows)
        + f"\n\n```{{toctree}}\n:hidden:\n\n{entries}\n```\n"
    )
    for old in folder.glob("*.md"):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Called by Sphinx."""
    app.connect("builder-inited", write_pages)
    return {"parallel_read_safe": True}

"""A register of codes and names, searched from both sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from unicodedata import normalize

from attrs import frozen

from helaplan.registers.folding import fold


@frozen(kw_only=True, eq=False, repr=False)
class Register:
    """Codes with their names. `endings` are what people add to or leave off a name ("Örebro", "Örebro kommun")."""

    names: Mapping[str, str]
    endings: Sequence[str] = ()

    def name(self, code: str) -> str | None:
        """The name of a code; None for an unknown one."""
        return self.names.get(code)

    def code(self, name: str) -> str | None:
        """The code of a name, whatever its capitals and endings; None where no name or more than one is meant."""
        wanted = self._stem(name)
        found = _by_stem(self).get(wanted, ())
        return found[0] if wanted and len(found) == 1 else None

    def suggest(self, written: str) -> str | None:
        """The code that was probably meant: by name, by a zero left off, or by a near spelling."""
        if code := self.code(written):
            return code
        if written.isdecimal() and written.zfill(len(next(iter(self.names)))) in self.names:
            return written.zfill(len(next(iter(self.names))))
        stems = {fold(self._stem(name)): code for code, name in self.names.items()}
        near = get_close_matches(fold(self._stem(written)), stems, n=1, cutoff=0.85)
        return stems[near[0]] if near else None

    def _stem(self, name: str) -> str:
        stem = normalize("NFC", " ".join(name[:100].split())).casefold()
        for ending in self.endings:
            if stem.endswith(ending) and len(stem) > len(ending) + 1:
                stem = stem.removesuffix(ending)
                break
        # A name that ends in s takes no further s, so "Borås stad" and "Borås" must lose the same.
        # Å, ä and ö stay, since Håbo and Habo are two municipalities.
        return stem.removesuffix("s")


@cache
def _by_stem(register: Register) -> Mapping[str, Sequence[str]]:
    """The codes of each stem. Made at the first question: most files that are checked never ask."""
    made: dict[str, list[str]] = {}
    for code, name in register.names.items():
        made.setdefault(register._stem(name), []).append(code)
    return made

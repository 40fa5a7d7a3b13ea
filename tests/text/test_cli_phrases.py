"""What the command line says of one thing and of several."""

from __future__ import annotations

import pytest

from helaplan.registers.personal import KINDS
from helaplan.text.cli import phrase


@pytest.mark.parametrize("kind", KINDS)
def test_one_piece_of_personal_data_is_in_the_singular(kind: str) -> None:
    """`1 e-postadress` and `2 e-postadresser`; Swedish has words that are the same in both."""
    assert phrase(kind, "en", count=1) + {"address": "es", "email": "es"}.get(kind, "s") == phrase(kind, "en", count=2)
    several = phrase(kind, "sv", count=2)
    assert several.startswith(phrase(kind, "sv", count=1))
    assert phrase(kind, "sv", count=1).removesuffix("er") == several.removesuffix("er")

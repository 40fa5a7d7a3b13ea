"""The shape of a sentence for people."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Message:
    """The sentence of a finding code in one language; `{name}` stands for an argument, `{count:line|lines}` for a noun
    after its number; what stands in square brackets goes where one of its arguments is missing. `hint` says what to do.
    """

    message: str
    hint: str = ""

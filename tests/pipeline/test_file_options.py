"""Options of a format that are files: their names on the command line, their bytes for the writer."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import frozen

from helaplan import (
    Document,
    DocumentWriter,
    Finding,
    Host,
    Severity,
    UnknownFormat,
    UnreadableSource,
    WriteContext,
    export,
)
from helaplan.pipeline.exchange import file_options, options_of
from helaplan.plugins.hookspecs import hookimpl
from helaplan.testing import small_plan


@frozen(kw_only=True)
class _Options:
    """A file and a text."""

    template: bytes = b""
    name: str = ""


class _Plugin:
    """A writer that writes what its options hold, and tells of it."""

    @hookimpl
    def helaplan_document_writers(self) -> list[DocumentWriter]:
        """One writer."""
        title = {"sv": "Prov", "en": "Sample"}
        return [
            DocumentWriter(
                name="sample",
                suffixes=(".sample",),
                media_type="text/plain",
                title=title,
                write=_write,
                options=_Options,
            )
        ]


def _write(document: Document, options: _Options, context: WriteContext) -> bytes:
    context.tell(Finding(code="nothing-to-read", severity=Severity.NOTE))
    return options.template + b"|" + options.name.encode()


@pytest.fixture
def host() -> Host:
    """A host with this writer."""
    made = Host(plugins=False)
    made.register(_Plugin(), "sample")
    return made


def test_a_file_is_given_by_path_or_bytes(host: Host, tmp_path: Path) -> None:
    """The writer gets what is in the file, however it was named; a text stays a text even where it is a file's name."""
    path = tmp_path / "mall"
    path.write_bytes(b"\x00\xff")
    for value in (str(path), path, b"\x00\xff"):
        made = export(small_plan(), ".sample", options={"template": value, "name": str(path)}, host=host)
        assert made == b"\x00\xff|" + str(path).encode()


def test_a_file_that_is_missing_is_a_finding(host: Host, tmp_path: Path) -> None:
    """It is told as any other file that isn't there."""
    with pytest.raises(UnreadableSource) as caught:
        export(small_plan(), ".sample", options={"template": str(tmp_path / "borta")}, host=host)
    assert [each.code for each in caught.value.findings] == ["no-such-file"]


def test_what_a_writer_tells_is_heard(host: Host) -> None:
    """A finding that stops nothing reaches the caller, and nobody where nobody listens."""
    told: list[Finding] = []
    export(small_plan(), ".sample", host=host, tell=told.append)
    assert [each.code for each in told] == ["nothing-to-read"]
    assert export(small_plan(), ".sample", host=host) == b"|"


def test_kinds_of_values() -> None:
    """Bytes go only where bytes are wanted, and a text never does."""
    assert file_options(_Options) == {"template"}
    wrong: tuple[dict[str, str | bytes], ...] = ({"name": b"x"}, {"template": "x"})
    for given in wrong:
        with pytest.raises(UnknownFormat):
            options_of(_Options, given)

"""The few exceptions of helaplan. A bad plan is no exception but a report; these mean that a call cannot go on."""

from __future__ import annotations

from helaplan.findings import Finding, Report


class HelaplanError(Exception):
    """Anything that helaplan raises on purpose. `findings` says in data what is wrong, for every language."""

    def __init__(self, *findings: Finding) -> None:
        self.findings = findings
        super().__init__("; ".join(f"{each.code} {dict(each.args)}" for each in findings))


class InvalidPlan(HelaplanError):
    """A plan was wanted whole, and it has errors. `report` holds every finding."""

    def __init__(self, report: Report) -> None:
        self.report = report
        super().__init__(*report.findings)


class UnreadableSource(HelaplanError):
    """Nothing could be read: no such file, a folder, a link circle, an encrypted or broken document."""


class UnknownFormat(HelaplanError):
    """No reader, writer, importer, exporter, content or option goes by that name."""


class PluginError(HelaplanError):
    """A plugin that was asked for failed, is missing, or was built for another version of helaplan."""


class RefusedOverwrite(HelaplanError):
    """The output file exists and is not ours to replace without `--force`."""

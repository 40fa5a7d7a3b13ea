"""What the suites have in common: an isolated host, and calls that are watched."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar, TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import SearchStrategy

from helaplan.errors import HelaplanError, PluginError
from helaplan.findings import Finding
from helaplan.plugins.host import Host
from helaplan.plugins.inspection import name_of
from helaplan.testing.watching import watched
from helaplan.text import LANGUAGES, codes, message
from helaplan.text.message import Message
from helaplan.text.template import holes

T = TypeVar("T")
_FAULTS = frozenset({"plugin-call-failed", "plugin-wrong-result"})


def law(examples: SearchStrategy[T], check: Callable[[T], None], *, most: int) -> None:
    """Hold a law against examples. Not a decorator: what is drawn depends on the suite that inherits the test."""
    quiet = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]

    # One failure at a time: a group of them hides the assertion that says what is wrong.
    @settings(max_examples=most, deadline=None, suppress_health_check=quiet, report_multiple_bugs=False)
    @given(examples)
    def held(example: T) -> None:
        check(example)

    held()


class Contract:
    """A plugin and the declaration that is tested.

    `plugin` is the module (or object) with the hooks, `plugin_name` its entry-point name, `name` that of the
    declaration. `most` is how many examples each law is held against.
    """

    plugin: Any = None
    plugin_name: str = ""
    name: str = ""
    most: int = 50
    #: What the declaration is a part of, for the subclasses: a method of Host such as `exporters`.
    table: ClassVar[str] = ""

    def host(self) -> Host:
        """A host that knows the core and this plugin, whatever else is installed."""
        assert self.plugin is not None, "say which plugin: plugin = helaplan_visits.plugin"
        made = Host(plugins=False)
        made.register(self.plugin, self.plugin_name or self.name)
        return made

    def declared(self, host: Host) -> Any:
        """The declaration as the host hands it out."""
        everything = getattr(host, self.table)()
        mine = [each for each in everything if host.plugin_of(each) == (self.plugin_name or self.name)]
        for each in mine:
            if name_of(each) == self.name:
                return each
        raise AssertionError(f"no {self.name!r} among the {self.table} of the plugin: {[name_of(e) for e in mine]}")

    def quietly(self, host: Host, call: Callable[[], T]) -> T | HelaplanError:
        """What the call gives, or the HelaplanError that it refuses with. Fails where it does anything beside."""
        with watched() as log:
            try:
                result: T | HelaplanError = call()
            except PluginError as error:
                if not _FAULTS.isdisjoint(each.code for each in error.findings):
                    cause = error.__cause__ or error
                    raise AssertionError(f"raised {type(cause).__name__}: {cause}") from cause
                result = error
            except HelaplanError as error:
                result = error
        assert host.findings == (), f"it printed or changed something: {[each.code for each in host.findings]}"
        assert log == [], f"it reached outside: {log}"
        if isinstance(result, HelaplanError):
            assert result.findings, "refused without a finding that says why"
            self.assert_told(host, result.findings)
        return result

    def warm(self, call: Callable[[], object]) -> None:
        """Call once before calls are watched: what is imported when it runs is read from disk then."""
        try:
            call()
        except HelaplanError:
            return

    def assert_told(self, host: Host, findings: Iterable[Finding]) -> None:
        """Every finding has a sentence in Swedish and English, whose every hole can be filled."""
        own: dict[str, dict[str, Message]] = {language: {} for language in LANGUAGES}
        for each in host.texts():
            own.setdefault(each.language, {}).update(each.messages)
        for finding in findings:
            for language in LANGUAGES:
                known = finding.code in own[language] or finding.code in codes()
                assert known, f"{finding.code} has no sentence in {language}"
                told = message(finding.code, language, own)
                missing = holes(told.message + told.hint, needed=True) - set(finding.args)
                assert not missing, f"{finding.code} in {language} wants {sorted(missing)}"

    def test_plugin_is_sound(self) -> None:
        """The plugin loads, keeps the contract, clashes with nothing of the core and does nothing beside."""
        host = self.host()
        rows = [each for each in host.plugins() if each.status != "disabled"]
        assert [(each.status, each.cause) for each in rows] == [("ok", "")]
        assert host.findings == (), [dict(each.args) for each in host.findings]

    def test_sentences_in_swedish_and_english(self) -> None:
        """A code that has a sentence in one language has it in the other, with the same holes."""
        own: dict[str, dict[str, Message]] = {language: {} for language in LANGUAGES}
        for each in self.host().texts():
            own.setdefault(each.language, {}).update(each.messages)
        swedish, english = own["sv"], own["en"]
        assert swedish.keys() == english.keys()
        for code, told in swedish.items():
            other = english[code]
            assert holes(told.message + told.hint) == holes(other.message + other.hint), code


class TitledContract(Contract):
    """What all declarations keep that people choose by a title."""

    def test_title_in_swedish_and_english(self) -> None:
        """Who reads either language sees a title."""
        title = self.declared(self.host()).title
        assert all(title.get(language, "").strip() for language in LANGUAGES), dict(title)

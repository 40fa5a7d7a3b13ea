"""The laws of rules, extensions and commands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from helaplan.errors import PluginError
from helaplan.findings import Finding, Path, Related
from helaplan.model import Plan
from helaplan.model.fields import key_of, spec_of
from helaplan.planfile.structure import structure, unstructure
from helaplan.plugins.declarations import CommandContext
from helaplan.plugins.host import Host
from helaplan.rules.rule import Rule
from helaplan.testing.contracts.contract import TitledContract, law
from helaplan.testing.samples import full_plan, small_plan
from helaplan.testing.strategies import plans, values_of
from helaplan.text import LANGUAGES


class _HasRules(TitledContract):
    """What brings rules: a profile, an extension."""

    def examples(self) -> SearchStrategy[Any]:
        """Plans of all kinds: sound ones, and partial ones such as a check meets."""
        return st.sampled_from([small_plan(), full_plan()]) | plans() | values_of(Plan)

    def specimen(self) -> Any:
        """One of them, before calls are watched."""
        return full_plan()

    def test_codes(self) -> None:
        """Each rule has a code of its own, which begins with the plugin's name and a slash."""
        codes = [rule.code for rule in self.declared(self.host()).rules]
        assert len(set(codes)) == len(codes)
        prefix = f"{self.plugin_name or self.name}/"
        assert all(code.startswith(prefix) for code in codes), f"codes begin with {prefix}: {codes}"

    def test_rules_are_pure(self) -> None:
        """On any plan: the same findings twice, of the rule's code, with sentences, at paths of the plan."""
        host = self.host()
        declared = self.declared(host)
        for rule in declared.rules:
            self.warm(partial(rule.check, self.specimen()))

        def check(plan: Any) -> None:
            data = unstructure(plan)
            for rule in declared.rules:
                found = self.findings(host, rule, plan)
                assert found == self.findings(host, rule, plan), f"{rule.code} says something else the second time"
                assert {each.code for each in found} <= {rule.code}
                self.assert_told(host, found)
                for each in found:
                    related = [arg.path for arg in each.args.values() if isinstance(arg, Related)]
                    for path in (each.path, *related):
                        assert _leads(data, path), f"{rule.code} at {path}: no such place in the plan"

        law(self.examples(), check, most=self.most)

    def findings(self, host: Host, rule: Rule, plan: Any) -> tuple[Finding, ...]:
        """What the rule says of the plan."""
        made: Any = self.quietly(host, lambda: tuple(rule.check(plan)))
        failed = [each for each in made if each.code in ("plugin-call-failed", "plugin-wrong-result")]
        assert not failed, f"{rule.code} failed: {[each.args['cause'] for each in failed]} {host.tracebacks()}"
        found: tuple[Finding, ...] = made
        return found


def _leads(data: Any, path: Path) -> bool:
    """True for the path of something in the data, or of a key that one of its mappings lacks."""
    for place, step in enumerate(path):
        if isinstance(data, Mapping) and isinstance(step, str):
            if step not in data:
                return place == len(path) - 1
            data = data[step]
        elif isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
            data = data[step]
        else:
            return False
    return True


class ProfileContract(_HasRules):
    """A set of rules: `Profile`."""

    table: ClassVar[str] = "profiles"

    def test_has_rules(self) -> None:
        """A profile without rules would be selected for nothing."""
        assert self.declared(self.host()).rules


#: Any plain data, as a plan file may hold it below `extensions`.
_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


class ExtensionContract(_HasRules):
    """Data of one's own in plans: `Extension`. `samples` are data that are right, for one that has only a schema."""

    table: ClassVar[str] = "extensions"
    samples: tuple[Any, ...] = ()

    def data(self, declared: Any) -> SearchStrategy[Any]:
        """Data that is right."""
        if declared.cls is not None:
            return values_of(declared.cls).map(unstructure)
        return st.sampled_from(self.samples) if self.samples else st.nothing()

    def examples(self) -> SearchStrategy[Any]:
        """Plans that have the extension, with right and wrong data."""
        right = self.data(self.declared(self.host()))
        held = (right | _ANYTHING).map(lambda each: {self.name: each})
        return st.builds(lambda plan, each: attrs.evolve(plan, extensions=each), super().examples(), held)

    def schema(self, declared: Any, language: str = "sv") -> Mapping[str, Any]:
        """The schema of the data."""
        from helaplan.schema import DRAFT, fragment_of

        if declared.cls is None:
            return declared.schema or {}
        return {"$schema": DRAFT, **fragment_of(declared.cls, language=language, title=declared.title[language])}

    def test_schema_is_one(self) -> None:
        """The schema is a JSON Schema, and refers to nothing on the net."""
        from jsonschema.validators import Draft202012Validator, validator_for

        schema: Any = self.schema(self.declared(self.host()))
        validator_for(schema, default=Draft202012Validator).check_schema(schema)
        outside = [each for each in _references(schema) if not each.startswith("#")]
        own = schema.get("$id", "") if isinstance(schema, Mapping) else ""
        assert [each for each in outside if not own or not each.startswith(own)] == []

    def test_fields_have_titles(self) -> None:
        """Each field of the class has a title in Swedish and in English, which an editor shows."""
        declared = self.declared(self.host())
        if declared.cls is None:
            pytest.skip("a schema has one language")
        assert_titled(declared.cls)

    def test_right_data_is_accepted_and_comes_back(self) -> None:
        """What the class (or the schema) has nothing against: check neither; and it round-trips through the class."""
        from helaplan.pipeline.check import check_data

        declared = self.declared(self.host())
        if declared.cls is None and not self.samples:
            pytest.skip("no samples: give some data that is right")
        schema = self.schema(declared)

        def check(data: Any) -> None:
            assert check_data(data, schema=schema).findings == ()
            if declared.cls is not None:
                made = structure(declared.cls, data)
                assert made.findings == ()
                assert unstructure(made.value) == data

        law(self.data(declared), check, most=self.most)

    def test_any_data_is_checked(self) -> None:
        """Whatever stands below the extension: findings, never an error; the class and its schema agree."""
        from helaplan.pipeline.check import check_data

        declared = self.declared(self.host())
        schema = self.schema(declared)

        def check(data: Any) -> None:
            said = check_data(data, schema=schema).findings
            assert all(each.code != "schema-broken" for each in said)
            if declared.cls is not None:
                assert bool(said) == bool(structure(declared.cls, data).findings)

        law(_ANYTHING, check, most=self.most)


def assert_titled(cls: type) -> None:
    """Fail where a field of the class has no title in one of the languages."""
    for each in attrs.fields(cls):
        title = spec_of(each).title
        words = title if isinstance(title, Mapping) else {}
        missing = [language for language in LANGUAGES if not words.get(language)]
        assert not missing, f"{key_of(each)} has no title in {missing}"


def _references(schema: Any) -> Iterable[str]:
    if isinstance(schema, Mapping):
        for key, each in schema.items():
            if key == "$ref" and isinstance(each, str):
                yield each
            else:
                yield from _references(each)
    elif isinstance(schema, list | tuple):
        for each in schema:
            yield from _references(each)


class CommandContract(TitledContract):
    """A command of one's own: `Command`."""

    table: ClassVar[str] = "commands"

    def run(self, host: Host, *arguments: str, language: str = "sv") -> tuple[int, str, str]:
        """Exit code, result, and what was told beside."""
        written: list[str] = []
        told: list[str] = []
        context = CommandContext(language=language, write=written.append, tell=told.append, host=host)
        code: int = self.declared(host).run(arguments, context)
        return code, "".join(written), "".join(told)

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_help(self, language: str) -> None:
        """`--help` says something and ends with 0."""
        code, written, told = self.run(self.host(), "--help", language=language)
        assert code == 0
        assert written or told

    @pytest.mark.parametrize("arguments", [["--no-such-option"], ["--", "\0"], ["no-such-file.yaml"], [""]])
    def test_wrong_arguments(self, arguments: list[str]) -> None:
        """Arguments that make no sense end with a code other than 0, or with a finding; nothing is printed."""
        host = self.host()
        from helaplan.errors import HelaplanError

        try:
            code, *_ = self.run(host, *arguments)
        except PluginError as error:
            raise AssertionError(f"raised {error.__cause__!r}") from error.__cause__
        except HelaplanError as error:
            self.assert_told(host, error.findings)
        else:
            assert code != 0 or arguments == [""]
        assert [each.code for each in host.findings if each.code != "plugin-printed"] == []

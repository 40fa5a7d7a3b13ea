"""Fixtures for the tests of plugins. pytest loads this wherever helaplan is installed, so it imports little."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from helaplan import Host, Plan

    #: Makes a host that knows the core and one plugin: `plugin_host(helaplan_visits.plugin, "visits")`.
    PluginHost = Callable[[object, str], Host]


@pytest.fixture
def plugin_host() -> PluginHost:
    """A function that makes a host of the core and one plugin, whatever else is installed."""
    from helaplan import Host

    def make(plugin: object, name: str) -> Host:
        host = Host(plugins=False)
        host.register(plugin, name)
        return host

    return make


@pytest.fixture
def small_plan() -> Plan:
    """A plan with the least that `check` has nothing against."""
    from helaplan.testing.samples import small_plan

    return small_plan()


@pytest.fixture
def full_plan() -> Plan:
    """A plan with something in most fields."""
    from helaplan.testing.samples import full_plan

    return full_plan()

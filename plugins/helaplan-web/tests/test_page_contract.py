"""The laws that every writer keeps, held against this one."""

from __future__ import annotations

import html
import re

from helaplan_web import plugin
from helaplan_web.page import write_page
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from helaplan import Activity, Area, Host, Organisation, Plan, UnreadableSource, compose, export, import_document
from helaplan.testing import WriterContract, strategies


class TestPageWriter(WriterContract):
    plugin = plugin
    plugin_name = "web"
    name = "html"
    most = 40

    def text_of(self, data: bytes) -> str:
        """What stands on the page where no script runs."""
        page = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", data.decode("utf-8"))
        return html.unescape(re.sub(r"<[^>]+>", " ", page))

    #: Pages are read as people's pages are, so what comes back whole is a plan and not every block: the law below.
    test_what_is_read_back_is_written_again = None  # type: ignore[assignment]  # taken out, not made to pass


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.one_of(strategies.plans(), strategies.plans(areas=strategies.areas())))
def test_plan_comes_back_from_its_page(plan: Plan) -> None:
    """Law: any plan is read from its page as it is from Markdown: the filters, chips and wheel add nothing to it."""
    host = Host(plugins=False)
    try:
        made = import_document(write_page(compose(plan, host=host)), name="plan.html", host=host)
    except UnreadableSource:
        assume(False)  # no letter on the page
    assert made.plan == import_document(export(plan, ".md", host=host), name="plan.md", host=host).plan


def test_thousands_of_activities() -> None:
    """A plan of five thousand activities and texts of ten thousand letters is a whole page, nothing left out."""
    areas = tuple(
        Area(
            id=f"o{n}",
            name=f"Område {n}",
            activities=tuple(
                Activity(id=f"a{n}-{m}", text="ord " * 2500 if m == 0 else "Ett möte") for m in range(500)
            ),
        )
        for n in range(10)
    )
    plan = Plan(id="p", title="Stor", organisation=Organisation(name="Bygden"), areas=areas)
    made = write_page(compose(plan, host=Host(plugins=False))).decode("utf-8")
    assert made.count('data-unit=""') == 5000
    assert len(set(re.findall(r' id="(.*?)"', made))) == len(re.findall(r' id="(.*?)"', made))
    assert made.rstrip().endswith("</html>")

"""Plan to Document: what is to be read of a plan, ready for every written format."""

from helaplan.compose.figure import compose_wheel, wheel_poster
from helaplan.compose.linked import linked_data
from helaplan.compose.plan import compose_plan
from helaplan.compose.summary import compose_summary
from helaplan.compose.table import compose_table

__all__ = ["compose_plan", "compose_summary", "compose_table", "compose_wheel", "linked_data", "wheel_poster"]

"""Plan to Document: what is to be read of a plan, ready for every written format."""

from helaplan.compose.plan import compose_plan

__all__ = ["compose_plan"]

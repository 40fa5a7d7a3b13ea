"""The plan as frozen values."""

from helaplan.model import fields
from helaplan.model.parts import (
    Budget,
    Indicator,
    Organisation,
    Partner,
    Period,
    Schedule,
    Statement,
    Status,
    Target,
)
from helaplan.model.plan import (
    FORMAT_VERSION,
    Activity,
    Area,
    Goal,
    Plan,
    Question,
    Section,
    SubActivity,
    TargetGroup,
)

__all__ = [
    "FORMAT_VERSION",
    "Activity",
    "Area",
    "Budget",
    "Goal",
    "Indicator",
    "Organisation",
    "Partner",
    "Period",
    "Plan",
    "Question",
    "Schedule",
    "Section",
    "Statement",
    "Status",
    "SubActivity",
    "Target",
    "TargetGroup",
    "fields",
]

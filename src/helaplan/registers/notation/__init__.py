"""Values of a plan in words for people that read back exactly: written by `compose`, read by `recognise`.

Both stand together here because they must agree; a law holds `read(write(value)) == value` for every value.
"""

from helaplan.registers.notation.amounts import read_budget, read_target, write_budget, write_target
from helaplan.registers.notation.base import number, read_number
from helaplan.registers.notation.frame import (
    read_period,
    read_place,
    read_sdg,
    read_status,
    write_period,
    write_place,
    write_sdg,
    write_status,
)
from helaplan.registers.notation.schedule import read as read_schedule
from helaplan.registers.notation.schedule import write as write_schedule

__all__ = [
    "number",
    "read_budget",
    "read_number",
    "read_period",
    "read_place",
    "read_schedule",
    "read_sdg",
    "read_status",
    "read_target",
    "write_budget",
    "write_period",
    "write_place",
    "write_schedule",
    "write_sdg",
    "write_status",
    "write_target",
]

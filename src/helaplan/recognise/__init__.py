"""Document to plan, with a receipt of where every word went."""

from helaplan.recognise.receipt import Placement, Proposal, Receipt, Recognised, Use
from helaplan.recognise.recogniser import recognise

__all__ = ["Placement", "Proposal", "Receipt", "Recognised", "Use", "recognise"]

"""What was sent and accepted, and the campaigns in which it was asked for."""

from tongket.desks.filing.models.campaigns import Campaign, Filing, FilingStep, Remark
from tongket.desks.filing.models.received import CellRow, ReturnRow, Submission

__all__ = ["Campaign", "CellRow", "Filing", "FilingStep", "Remark", "ReturnRow", "Submission"]

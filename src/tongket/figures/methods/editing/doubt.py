"""By what a return is doubted: parameters of the catalogue, dated and referenced there."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tongket.figures.methods.editing.outliers import HBParameters


@dataclass(frozen=True, slots=True)
class DoubtRule:
    """Hidiroglou and Berthelot's parameters, how sure a value outside or inside their bounds is wrong, and
    the score below which nobody is phoned."""

    code: str
    bounds: HBParameters
    doubted: Decimal
    trusted: Decimal
    threshold: Decimal
    reference: str
    confirmed: bool = False

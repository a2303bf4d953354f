"""An answer written as the page writes it: as many decimals as its author wrote, a cause by its code."""

from __future__ import annotations

import math
from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction

import numpy as np
from tests.spec.handbook.grid import MISSING, meant

from tongket.figures.methods.time_series.series import Unanswered
from tongket.figures.terms.figure import Cause, Figure
from tongket.figures.terms.rounding import canonical, exact, round_half_away

WORDS = {True: "yes", False: "no", None: MISSING}


def shown(found: object, written: str) -> str:
    """What was found, in the form of what is expected; the two must be one string."""
    if isinstance(found, np.ndarray) and found.ndim == 0:
        found = found.item()
    if isinstance(found, Figure):
        found = found.cause if found.value is None else found.value
    if isinstance(found, Unanswered):
        found = found.cause
    if isinstance(found, Cause):
        return found.value
    if found is None or isinstance(found, bool | np.bool_):
        return WORDS[None if found is None else bool(found)]
    if isinstance(found, float | int | Decimal | Fraction | np.floating | np.integer):
        return _number(found, written)
    if isinstance(found, Collection) and not isinstance(found, str):
        return ", ".join(str(one) for one in found) or "none"
    return str(found)


def _number(found: float | int | Decimal | Fraction, written: str) -> str:
    if isinstance(found, Fraction):
        found = Decimal(found.numerator) / Decimal(found.denominator)
    if isinstance(found, float) and not math.isfinite(found):
        return MISSING if math.isnan(found) else "infinite"
    number = (
        found
        if isinstance(found, Decimal)
        else exact(float(found) if isinstance(found, float) else int(found))
    )
    if not isinstance(meant(written), Decimal):
        return canonical(number)
    places = len(written.partition(".")[2])
    return format(round_half_away(number, places), "f")

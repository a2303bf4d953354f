"""Contract rows as a table: what a module answers on a zero base, a gap, a negative, or with none left."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from tongket.figures.methods.time_series.series import Unanswered
from tongket.figures.terms.figure import Cause, Figure
from tongket.figures.terms.words import Refusal

REFUSED = "refused"
COLUMNS = ("zero base", "missing", "negative", "nothing left")


@dataclass(frozen=True)
class Row:
    """One cell of the table: the column, the question asked, and the answer."""

    column: str
    asked: Callable[[], object]
    answer: object

    def holds(self) -> bool:
        return _plain(_answered(self.asked)) == _plain(self.answer)


def _answered(asked: Callable[[], object]) -> object:
    try:
        return asked()
    except (Refusal, ValueError):
        return REFUSED


def _plain(value: object) -> object:
    """Causes, refusals and lists as they are; numbers to nine decimals; NaN as None."""
    if isinstance(value, Unanswered):
        return value.cause
    if isinstance(value, Figure):
        return value.cause if value.value is None else _plain(value.value)
    if isinstance(value, bool | str | Cause) or value is None:
        return value
    if isinstance(value, Decimal | float | int | np.floating):
        return None if np.isnan(float(value)) else round(float(value), 9)
    if isinstance(value, list | tuple | np.ndarray):
        return [_plain(one) for one in value]
    return value


def d(*values: object) -> list[Decimal | None]:
    return [None if value is None else Decimal(str(value)) for value in values]

"""One figure through time: its vintages, the one known at a moment, and the revision triangle.

Source: METHODS §7 (append-only store, as-of query, revision triangle). A vintage is never changed or
removed, so a later one cannot alter an earlier as-of answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from tongket.figures.methods.finite import finite
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.period import Period


@dataclass(frozen=True, slots=True)
class Vintage:
    """A value and when it was published; an empty one says why, as when it was withdrawn.

    `of` may name the routine it came from: first estimate, revision, correction.
    """

    at: datetime
    value: Decimal | Cause
    of: str = ""


History = Mapping[Period, Sequence[Vintage]]


@finite
def as_of(vintages: Sequence[Vintage], moment: datetime) -> Vintage | Cause:
    """The last vintage published at or before the moment; of two at once the later in the sequence.

    Missing: none by then gives NOT_PUBLISHED.
    """
    known = [vintage for vintage in vintages if vintage.at <= moment]
    if not known:
        return Cause.NOT_PUBLISHED
    latest = max(vintage.at for vintage in known)
    return [vintage for vintage in known if vintage.at == latest][-1]


@finite
def value_as_of(vintages: Sequence[Vintage], moment: datetime) -> Decimal | Cause:
    """The value of `as_of`, or the cause of its absence."""
    found = as_of(vintages, moment)
    return found if isinstance(found, Cause) else found.value


@dataclass(frozen=True)
class Triangle:
    """Rows are periods, columns moments; a cell is the value as it was then known."""

    periods: tuple[Period, ...]
    moments: tuple[datetime, ...]
    cells: tuple[tuple[Decimal | Cause, ...], ...]

    def column(self, moment: datetime) -> tuple[Decimal | Cause, ...]:
        """All periods as one release knew them."""
        place = self.moments.index(moment)
        return tuple(row[place] for row in self.cells)

    def diagonal(self, horizon: int) -> tuple[Decimal | Cause, ...]:
        """Each period's value in the `horizon`-th column after its first, 0 the first release itself."""
        found: list[Decimal | Cause] = []
        for row in self.cells:
            first = next((place for place, cell in enumerate(row) if cell is not Cause.NOT_PUBLISHED), None)
            place = None if first is None else first + horizon
            found.append(Cause.NOT_PUBLISHED if place is None or place >= len(row) else row[place])
        return tuple(found)


@finite
def revision_triangle(history: History, moments: Sequence[datetime]) -> Triangle:
    """What each release showed for each period: as-of at every moment, periods and moments in order.

    Missing: before a period's first vintage NOT_PUBLISHED.
    """
    columns = tuple(sorted(set(moments)))
    periods = tuple(sorted(history))
    cells = tuple(tuple(value_as_of(history[period], at) for at in columns) for period in periods)
    return Triangle(periods, columns, cells)


def all_moments(history: History) -> tuple[datetime, ...]:
    """Every moment at which something was published."""
    return tuple(sorted({vintage.at for vintages in history.values() for vintage in vintages}))

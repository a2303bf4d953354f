"""Levels of a series for any period: stored as they are, or put together from shorter periods."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from tongket.figures.observations.observation import Observation, SeriesKey
from tongket.figures.terms.figure import Cause, DataType, Figure, ObsStatus
from tongket.figures.terms.indicator import Indicator, Shape
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

Stored = Mapping[tuple[SeriesKey, Period], Observation]

# The status of a whole is that of its least firm part; later in this order is less firm.
FIRMNESS = (
    ObsStatus.NORMAL,
    ObsStatus.BREAK,
    ObsStatus.EXPERIMENTAL,
    ObsStatus.PROVISIONAL,
    ObsStatus.IMPUTED,
    ObsStatus.ESTIMATED,
    ObsStatus.LOW_RELIABILITY,
    ObsStatus.UNVALIDATED,
    ObsStatus.FORECAST,
)


def level(stored: Stored, indicator: Indicator, series: SeriesKey, period: Period) -> Figure:
    """The level of a series for a period.

    A stored observation answers as it is. Otherwise a flow is the sum of its months and an index their
    mean, all of which must be there; a stock is its last month. Ratios and counts are never put
    together from parts. What cannot be had is absent with its cause.
    """
    if found := stored.get((series, period)):
        return found.figure
    match indicator.shape:
        case Shape.FLOW | Shape.INDEX if period.length > 1:
            return _from_parts(stored, indicator, series, period)
        case Shape.STOCK if period.length > 1:
            return level(stored, indicator, series, Period(period.last, 1))
    return Figure.absent(indicator.unit, Cause.NOT_COLLECTED)


def firmest(figures: tuple[Figure, ...]) -> tuple[DataType, ObsStatus]:
    """Data type and status of something made of `figures`: those of the least firm of them."""
    weakest = max(figures, key=lambda figure: _rank(figure.status))
    estimated = any(figure.data_type is DataType.ESTIMATE for figure in figures)
    return (DataType.ESTIMATE if estimated else weakest.data_type), weakest.status


def least_firm(*statuses: ObsStatus) -> ObsStatus:
    """The status that something made under all of them has."""
    return max(statuses, key=_rank)


def _rank(status: ObsStatus) -> int:
    return FIRMNESS.index(status) if status in FIRMNESS else len(FIRMNESS)


def _from_parts(stored: Stored, indicator: Indicator, series: SeriesKey, period: Period) -> Figure:
    parts = _parts(stored, series, period)
    if parts is None:
        return Figure.absent(indicator.unit, Cause.NOT_COLLECTED)
    missing = [str(part) for part, figure in parts.items() if figure is None or figure.value is None]
    if missing:
        because = Text("thiếu số liệu của {periods}", "no figure for {periods}").format(
            periods=", ".join(missing)
        )
        return Figure.absent(indicator.unit, Cause.NOT_ANSWERED, because)
    figures = tuple(figure for figure in parts.values() if figure is not None)
    total = sum((figure.value for figure in figures if figure.value is not None), Decimal(0))
    value = total / len(figures) if indicator.shape is Shape.INDEX else total
    data_type, status = firmest(figures)
    answers = [figure.answers for figure in figures if figure.answers is not None]
    return Figure(value, indicator.unit, data_type, status, answers=sum(answers) if answers else None)


def _parts(stored: Stored, series: SeriesKey, period: Period) -> dict[Period, Figure | None] | None:
    """The months of the period, or its years where the series is yearly; None where it has neither."""
    for size in (1, 12):
        if period.length % size or period.first % size:
            continue
        parts = [Period(first, size) for first in range(period.first, period.last + 1, size)]
        found = {part: stored.get((series, part)) for part in parts}
        if any(found.values()):
            return {part: seen.figure if seen else None for part, seen in found.items()}
    return None

"""Every series twice: as it was, each period on its own map, and on one later map throughout."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tongket.figures.methods.crosswalk.convert import FACT_DECIMALS, Conversion, Measure, Values, convert
from tongket.figures.methods.crosswalk.walk import Crosswalk, crosswalk
from tongket.figures.terms.area import Area, AreaMap, Level
from tongket.figures.terms.figure import ObsStatus
from tongket.figures.terms.period import Period


@dataclass(frozen=True, slots=True)
class AsWas:
    """A value as it was published on its own map; B where its unit is another than the period before."""

    value: Decimal | None
    status: ObsStatus


@dataclass(frozen=True)
class BothMaps:
    """`as_was` breaks where the map does; `on_map` does not, and growth over the break is taken there."""

    as_was: Mapping[Period, Mapping[str, AsWas]]
    on_map: Mapping[Period, Conversion]


def both_maps(
    series: Mapping[Period, Values],
    areas: AreaMap,
    on: date,
    level: Level,
    measure: Measure = "flow",
    accept: Collection[str] | None = None,
    decimals: int = FACT_DECIMALS,
) -> BothMaps:
    """A series by period and code told on both maps; each period's map is that of its last day.

    Domain: periods that end no later than `on`. Missing and unknown: as `convert`. In the first period
    after a change of a unit, or of its first value, `as_was` carries B. Source: METHODS §6 ("publish both").
    """
    as_was: dict[Period, dict[str, AsWas]] = {}
    on_map: dict[Period, Conversion] = {}
    began: dict[str, date] = {}
    walks: dict[frozenset[Area], Crosswalk] = {}
    for place, period in enumerate(sorted(series)):
        day = last_day(period)
        rows: dict[str, AsWas] = {}
        for code, value in series[period].items():
            since = areas.at(code, day).valid_from
            broken = place > 0 and began.get(code) != since
            began[code] = since
            rows[code] = AsWas(value, _status(value, broken))
        as_was[period] = rows
        units = frozenset(areas.in_force(day, level))
        if units not in walks:
            walks[units] = crosswalk(areas, day, on, level)
        on_map[period] = convert(series[period], walks[units], measure, accept, decimals)
    return BothMaps(as_was, on_map)


def last_day(period: Period) -> date:
    """The last calendar day of a period."""
    year, month = divmod(period.last, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])


def _status(value: Decimal | None, broken: bool) -> ObsStatus:
    if value is None:
        return ObsStatus.MISSING
    return ObsStatus.BREAK if broken else ObsStatus.NORMAL

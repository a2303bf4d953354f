"""How a series is told where returns are out and something stands for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from functools import reduce as fold

from tongket.figures.compile.context import Context, Due
from tongket.figures.compile.places import last_day
from tongket.figures.compile.standing_in import StandIns
from tongket.figures.compile.timeline import Absence, absence_of
from tongket.figures.compile.words import joined, number
from tongket.figures.methods.ratios import ratio
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

NAMED = 5  # reporters named in a sentence; the others are counted
RATE_PLACES = 1


@dataclass(frozen=True)
class StoodFor:
    """The stand-ins of a dataflow, asked by area and period."""

    context: Context
    dataflow: str
    stood: StandIns

    def absence(self, key: SeriesKey, period: Period) -> Absence | None:
        """Why an area has no figure all the same; None where something stands for each that is out."""
        refused = self.stood.refused.get(period, {})
        filled = self.stood.filled.get(period, {})
        out = [one.reporter for one in self._due(key.area, period) if not one.answered]
        reasons = [refused[reporter] for reporter in out if reporter in refused]
        if all(reporter in filled for reporter in out):
            return None
        absence = absence_of(self.context.covered(self.dataflow, key.area)[period])
        if absence is None or not reasons:
            return absence
        return Absence(absence.cause, fold(joined, reasons[:NAMED], absence.sentence))

    def told(self, key: SeriesKey, periods: Iterable[Period], value: Decimal, stood_in: Decimal) -> Text:
        """How many returns something stands for, its weight in the figure, and by which rung for whom."""
        found = [
            (period, one, self.stood.filled[period][one.reporter])
            for period in periods
            for one in self._due(key.area, period)
            if one.reporter in self.stood.filled.get(period, {})
        ]
        share = ratio(abs(stood_in), abs(value))
        rate = number(Decimal(0) if isinstance(share, Cause) else 100 * share, RATE_PLACES)
        who = "; ".join(f"{period} {stand_in.told}" for period, _, stand_in in found[:NAMED])
        more = " …" if len(found) > NAMED else ""
        return _TOLD.format(count=len(found), rate=rate, who=who + more)

    def _due(self, area: str, period: Period) -> tuple[Due, ...]:
        due = self.context.due.get(self.dataflow, {}).get(period, ())
        if area == self.context.home:
            return due
        if (area, period) not in self._below:
            self._below[area, period] = self.context.areas.below(area, last_day(period))
        return tuple(one for one in due if one.area in self._below[area, period])

    @cached_property
    def _below(self) -> dict[tuple[str, Period], frozenset[str]]:
        return {}


_TOLD = Text(
    "{count} báo cáo chưa có được ước thay, chiếm {rate} % trị số (bậc; số đơn vị cho): {who}",
    "{count} returns are out and stood in for, {rate} % of the figure (rung; donors): {who}",
)

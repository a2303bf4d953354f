"""What a compile needs to know beside the facts: the catalogue, the map, and which returns are in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tongket.figures.compile.places import last_day
from tongket.figures.facts.reduction import Cells, Reduction
from tongket.figures.methods.estimation.deflation import PriceBase, PriceIndices
from tongket.figures.methods.estimation.frame import Frame
from tongket.figures.methods.imputation.policy import Policy
from tongket.figures.methods.time_series.calendars import Calendars
from tongket.figures.methods.time_series.seasonal_adjustment import Adjuster
from tongket.figures.methods.time_series.vintages import Release
from tongket.figures.methods.weights import IndexWeights
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.observations.published import Published
from tongket.figures.terms.area import AreaMap
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.indicator import Indicators
from tongket.figures.terms.period import Period
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.words import Refusal

Reduce = Callable[[Reduction], Cells]
Vintages = Callable[[SeriesKey], Mapping[Period, Sequence[Release]]]


class RecipeRefused(Refusal):
    """A recipe asks for something that its facts or the catalogue cannot give."""


@dataclass(frozen=True, slots=True)
class Answered:
    """How many returns of a dataflow are due for a period, and how many of them are in."""

    due: int
    answered: int


@dataclass(frozen=True, slots=True)
class Due:
    """One return that is due: whose, where they lie at the period's end, and whether it is in."""

    reporter: str
    area: str
    answered: bool
    kind: str = ""
    activity: str = ""


@dataclass(frozen=True)
class Context:
    """The surroundings of a compile, as they stood at its moment.

    `coverage` is by dataflow and period; for a period it does not know, nothing was due, and whatever
    is there counts as complete. `due` gives the returns of the periods in which some are out, so that an
    area whose own are in is complete all the same; without it, nowhere is. `measure_units` gives the unit
    of a measure by dataflow and measure; an empty one means the unit of each line's item, which is the one
    dimension of the dataflow whose code list gives its items units. `dimension_lists` names the code list
    of a dimension by dataflow and dimension. `home` is the area of the office. `imputation` are the
    ladders a recipe may name. `frames`, `prices`, `price_bases` and `published` are the office's own data
    by code. `adjust` runs the X-13 program, None where there is none; `vintages` gives every value a series
    had before this compile, with the moment it became known.
    """

    indicators: Indicators
    units: Mapping[str, Unit]
    codelists: Mapping[str, Codelist]
    areas: AreaMap
    home: str
    weights: Mapping[str, IndexWeights]
    coverage: Mapping[str, Mapping[Period, Answered]]
    measure_units: Mapping[tuple[str, str], str]
    dimension_lists: Mapping[tuple[str, str], str]
    frames: Mapping[str, Frame] = field(default_factory=dict)
    prices: Mapping[str, PriceIndices] = field(default_factory=dict)
    price_bases: Mapping[int, PriceBase] = field(default_factory=dict)
    published: Mapping[str, Published] = field(default_factory=dict)
    calendars: Calendars = field(default_factory=Calendars)
    adjust: Adjuster | None = None
    vintages: Vintages = lambda series: {}
    due: Mapping[str, Mapping[Period, tuple[Due, ...]]] = field(default_factory=dict)
    imputation: Mapping[str, Policy] = field(default_factory=dict)

    def covered(self, dataflow: str, area: str) -> Mapping[Period, Answered]:
        """`coverage` of one area. Where nobody in it is due while others are, it is 0 of 0."""
        coverage = self.coverage.get(dataflow, {})
        if area == self.home:
            return coverage
        own = self._by_area.get(dataflow, {})
        return {
            period: own[period].get(area, Answered(0, 0)) if period in own else found
            for period, found in coverage.items()
        }

    @cached_property
    def _by_area(self) -> Mapping[str, Mapping[Period, Mapping[str, Answered]]]:
        """By dataflow and period with returns out, how many of each unit of the map are due and in."""
        return {
            dataflow: {period: self._counted(period, those) for period, those in periods.items()}
            for dataflow, periods in self.due.items()
        }

    def _counted(self, period: Period, due: tuple[Due, ...]) -> dict[str, Answered]:
        counts: dict[str, list[int]] = {}
        day = last_day(period)
        for one in due:
            above = self.areas.lineage(one.area, day) if self.areas.knows(one.area, day) else ()
            for unit in above:
                count = counts.setdefault(unit.code, [0, 0])
                count[0] += 1
                count[1] += one.answered
        return {code: Answered(*count) for code, count in counts.items()}

    def codelist(self, dataflow: str, dimension: str) -> Codelist | None:
        """The code list of a dimension, or None for a dimension of dates or free words."""
        return self.codelists.get(self.dimension_lists.get((dataflow, dimension), ""))

    def item_dimension(self, dataflow: str) -> str | None:
        """The dimension whose items have units of their own; None when there is not exactly one."""
        found = [
            dimension
            for (flow, dimension) in self.dimension_lists
            if flow == dataflow and _has_units(self.codelist(dataflow, dimension))
        ]
        return found[0] if len(found) == 1 else None


def _has_units(codelist: Codelist | None) -> bool:
    return codelist is not None and any(item.unit for item in codelist.items.values())

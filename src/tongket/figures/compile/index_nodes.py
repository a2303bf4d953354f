"""From the levels of a basket's products to the observations of every node, month by month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from tongket.figures.compile.basket import Basket
from tongket.figures.compile.context import RecipeRefused
from tongket.figures.compile.grid import Grid
from tongket.figures.compile.parameters import STATUS
from tongket.figures.compile.places import last_day
from tongket.figures.compile.timeline import Absence
from tongket.figures.methods.index_numbers.arrays import Array, Marks
from tongket.figures.methods.index_numbers.branches import Node
from tongket.figures.methods.index_numbers.levels import index, measured
from tongket.figures.observations.levels import least_firm
from tongket.figures.observations.observation import Observation, SeriesKey
from tongket.figures.terms.figure import Cause, Figure, ObsStatus
from tongket.figures.terms.period import Period
from tongket.figures.terms.rounding import exact
from tongket.figures.terms.words import Text

Answers = Mapping[Node, int]


@dataclass(frozen=True)
class AreaMonths:
    """The months of a dataflow in which an area is on the map, laid out in whole years."""

    laid: Grid
    chosen: Basket
    whole: SeriesKey
    months: tuple[Period, ...]

    @property
    def first_year(self) -> int:
        return self.months[0].start_year

    @property
    def years(self) -> int:
        return self.months[-1].start_year - self.first_year + 1

    def at(self, month: Period) -> tuple[int, int]:
        """The place of a month: its year, and its number in it."""
        return month.start_year - self.first_year, month.start_month - 1

    @property
    def complete(self) -> Marks:
        """Marks the months (year, month) that have all their returns."""
        marks = np.zeros((self.years, 12), dtype=np.bool_)
        for month in self.months:
            marks[self.at(month)] = self.laid.absence(self.whole, month) is None
        return marks

    def observations(
        self, rows: Array, answers: Mapping[Period, Answers], filled: Marks
    ) -> Iterator[Observation]:
        """By node, the whole first and then by depth and code; in each, month by month.

        `rows` hold what the products were (leaf, year, month), `answers` how many facts stand behind a
        product in a month, `filled` which of the rows a rule put there.
        """
        layout = self.chosen.layout
        tree, levels = layout.tree, measured(layout, self.first_year, rows)
        made = index(layout, self.first_year, levels)
        carried = {month: self._carried_up(counts) for month, counts in answers.items()}
        order = sorted(range(len(layout.nodes)), key=lambda place: (tree.depth(place), layout.nodes[place]))
        for place in order:
            key = SeriesKey(self.whole.definition, self.whole.area, layout.nodes[place])
            below = tree.below(place)[tree.leaves]
            for month in self.months:
                level, counts = float(made.levels[place, *self.at(month)]), carried[month][place]
                imputed = bool(filled[below, *self.at(month)].any())
                yield self.laid.observed(key, month, self._figure(month, level, counts, imputed))

    def _carried_up(self, counts: Answers) -> list[int]:
        """How many facts stand behind each node: its products' own, carried up the tree."""
        layout = self.chosen.layout
        carried = [counts.get(node, 0) for node in layout.nodes]
        for place in range(len(carried) - 1, 0, -1):
            carried[layout.tree.parents[place]] += carried[place]
        return carried

    def _figure(self, month: Period, level: float, answers: int, imputed: bool) -> Figure:
        if np.isnan(level):
            because = self._not_linked(month) if answers else _NO_PRODUCT
            absence = self.laid.absence(self.whole, month)
            return self.laid.absent(absence or Absence(Cause.NOT_ANSWERED, because), answers)
        status = STATUS.of(self.laid.job.recipe)
        if imputed:
            status = least_firm(status, ObsStatus.IMPUTED)
        return Figure(exact(level), self.whole.definition.unit, status=status, answers=answers)

    def _not_linked(self, month: Period) -> Text:
        sets = self.chosen.layout.weight_years
        last = next((one for one in reversed(sets) if one.since <= month.start_year), sets[0])
        return _NO_LINK.format(base=last.base_year, before=last.since - 1)


def area_months(laid: Grid, chosen: Basket) -> Iterator[AreaMonths]:
    """The areas of the recipe that are on the map in any month; refuses facts that are not monthly."""
    if laid.timeline.grain != 1:
        raise RecipeRefused(_NOT_MONTHLY.format(recipe=laid.job.recipe.code, months=laid.timeline.grain))
    for key in laid.series:
        areas = laid.job.context.areas
        months = tuple(month for month in laid.timeline.periods if areas.knows(key.area, last_day(month)))
        if months:
            yield AreaMonths(laid, chosen, key, months)


_NO_PRODUCT = Text("không có sản phẩm nào được báo cáo", "none of its products was reported")
_NO_LINK = Text(
    "có số liệu sản phẩm nhưng chưa nối được chỉ số: năm gốc {base} hoặc năm gối đầu {before} chưa đủ tháng",
    "there are products, but no link: the base year {base} or the overlap year {before} is not whole",
)
_NOT_MONTHLY = Text(
    "Công thức “{recipe}”: chỉ số cần số liệu tháng; biểu này báo cáo theo kỳ {months} tháng.",
    "Recipe “{recipe}”: an index takes monthly facts; this form has periods of {months} months.",
)

"""Method `ratio`: a part in percent of its whole, numerator and denominator of the same area and period."""

from __future__ import annotations

from collections.abc import Iterator

from tongket.figures.compile.context import RecipeRefused
from tongket.figures.compile.grid import Grid, grid
from tongket.figures.compile.parameters import DENOMINATOR
from tongket.figures.compile.tally import Job, tallies
from tongket.figures.compile.total import add_things
from tongket.figures.compile.units import conversion
from tongket.figures.compile.words import number
from tongket.figures.methods.comparisons import percent_of
from tongket.figures.observations.observation import Observation, SeriesKey
from tongket.figures.terms.figure import Cause, Figure
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

PERCENT = "percent"


def proportion(job: Job) -> Iterator[Observation]:
    """100 x numerator / denominator at every period of the facts; rates are never added or averaged."""
    recipe, context = job.recipe, job.context
    if recipe.definition.unit != PERCENT:
        raise RecipeRefused(_NOT_PERCENT.format(recipe=recipe.code, unit=recipe.definition.unit))
    denominator = DENOMINATOR.of(recipe)
    unit = context.measure_units.get((recipe.dataflow, denominator), "")
    above, below = (
        grid(job, tallies(job, measure, *conversion(recipe, context, measure, unit)), add_things, zeros=False)
        for measure in (recipe.measure, denominator)
    )
    for key in below.series:
        for period in below.timeline.periods:
            if (figure := _figure(above, below, key, period)) is not None:
                yield below.observed(key, period, figure)


def _figure(above: Grid, below: Grid, key: SeriesKey, period: Period) -> Figure | None:
    whole = below.at(key, period)
    if whole is None or whole.value is None:
        return whole
    found = above.at(key, period)
    part = found.value if found else None
    value = percent_of(part, whole.value)
    unit = below.job.recipe.definition.unit
    if isinstance(value, Cause):
        return Figure.absent(unit, value, answers=whole.answers)
    if part is not None and part > whole.value:
        because = _TOO_MUCH.format(part=number(part, 0), whole=number(whole.value, 0))
        return Figure.absent(unit, Cause.UNDEFINED, because, whole.answers)
    return Figure(value, unit, answers=whole.answers)


_TOO_MUCH = Text(
    "tử số ({part}) lớn hơn mẫu số ({whole})",
    "the numerator ({part}) is greater than the denominator ({whole})",
)
_NOT_PERCENT = Text(
    "Công thức “{recipe}”: phương pháp ratio cho phần trăm, nhưng chỉ tiêu có đơn vị “{unit}”. "
    "Hãy đặt đơn vị của chỉ tiêu là percent.",
    "Recipe “{recipe}”: the method ratio gives percent, but the indicator's unit is “{unit}”. "
    "Make the indicator's unit percent.",
)

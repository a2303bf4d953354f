"""Figures of a method that no equation is known of: judged one by one, by who stands behind their facts."""

from __future__ import annotations

from decimal import Decimal

from tongket.figures.compile.tally import Job, Tallies
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.protection.behind import Amounts, by_reporter, together
from tongket.figures.protection.linked import Linked
from tongket.figures.protection.sums import Values
from tongket.figures.terms.period import Period


def link_alone(linked: Linked, job: Job, values: Values) -> None:
    """A cell for each figure, its respondents weighed by the facts of its own measure.

    Cells of the same part in other tables of the dataflow are withheld with it all the same.
    """
    found = by_reporter(job, "", lambda value, _: value)
    for (series, period), value in values.items():
        linked.add(job.recipe, (series, period), value, _behind(found, series, period, value))
    linked.alone.append(job.recipe.code)


def _behind(found: Tallies, series: SeriesKey, period: Period, value: Decimal) -> Amounts | None:
    """The period's facts by reporter, in parts of the figure; None where the part has none of its own."""
    periods = found.get(series, {})
    sums = together([tally.sums for month, tally in periods.items() if period.contains(month)])
    whole = sum(sums.values(), Decimal(0))
    if not whole:  # nothing was reported, or what was adds to nothing: zeros stand behind a zero alone
        return None if value else sums
    return {one: value * amount / whole for one, amount in sums.items()}

"""Method `distinct_count`: how many different things have something, never the sum of parts or months."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tongket.figures.compile.grid import grid
from tongket.figures.compile.parameters import OF, SPANS
from tongket.figures.compile.tally import Job, Tally, tallies
from tongket.figures.methods.totals import distinct_count
from tongket.figures.observations.observation import Observation


def distinct(job: Job) -> Iterator[Observation]:
    """The codes of a dimension, or the units of a level of area, with a positive sum in the period.

    A thing that stands in several months counts once in the year, and one whose sums cancel out over
    the year does not count in it.
    """
    things = tallies(job, job.recipe.measure, OF.of(job.recipe))
    laid = grid(job, things, _count, zeros=True)
    yield from laid.observations((*laid.timeline.years(), *SPANS.of(job.recipe)))


def _count(tally: Tally) -> Decimal:
    return Decimal(distinct_count(tally.sums.values()))

"""From a release's observations to its linked tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from tongket.figures.compile.context import Context, Reduce
from tongket.figures.compile.parameters import WEIGHTS
from tongket.figures.compile.recipe import Recipe
from tongket.figures.compile.run import remembering
from tongket.figures.compile.tally import Job
from tongket.figures.methods.disclosure.cells import Before
from tongket.figures.observations.observation import Observation
from tongket.figures.protection.alone import link_alone
from tongket.figures.protection.behind import Slot
from tongket.figures.protection.indices import link_index, link_products
from tongket.figures.protection.linked import Linked
from tongket.figures.protection.respondents import Respondents
from tongket.figures.protection.sums import Values, link_coverages, link_sums

SUM, INDEX = "total", "production_index"
COUNTS = frozenset({"distinct_count"})  # how many products or markets there are tells no amount of any


def link(
    observations: Iterable[Observation],
    recipes: Sequence[Recipe],
    reduce: Reduce,
    context: Context,
    as_of: int | None,
    respondents: Respondents,
    earlier: Mapping[Slot, Before],
) -> Linked:
    """The tables of all protected figures that have a value, with who stands behind each cell.

    `earlier`: what became of a figure in releases before. Two recipes of one method and definition, one
    after the other in time, are one after the other here too.
    """
    linked, once = Linked(respondents, earlier), remembering(reduce)
    jobs = [
        Job(one, once, context, as_of)
        for one in recipes
        if one.dataflow and respondents.policy.protects(one.dataflow)
    ]
    values = _values(observations)
    sums = [job for job in jobs if job.recipe.method == SUM]
    # A chained index adds up in its links, not in its levels: it is judged figure by figure.
    indices = [job for job in jobs if job.recipe.method == INDEX and len(WEIGHTS.of(job.recipe)) == 1]
    for job in sums:
        link_sums(linked, job, values.setdefault(job.recipe.code, {}))
    for job in indices:
        link_index(linked, job, values.setdefault(job.recipe.code, {}))
        link_products(linked, job, sums, values)
    link_coverages(linked, sums, values)
    for job in jobs:
        if job.recipe.method not in (SUM, *COUNTS) and job not in indices:
            link_alone(linked, job, values.get(job.recipe.code, {}))
    return linked


def _values(observations: Iterable[Observation]) -> dict[str, Values]:
    """By recipe, the figures that have a value."""
    found: dict[str, dict[Slot, Decimal]] = {}
    for seen in observations:
        if seen.figure.value is not None:
            found.setdefault(seen.recipe, {})[seen.series, seen.period] = seen.figure.value
    return dict(found)

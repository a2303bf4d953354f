"""Compile recipes: facts in, observations out."""

from __future__ import annotations

from collections.abc import Iterable

from tongket.figures.compile.context import Context, RecipeRefused, Reduce
from tongket.figures.compile.methods import method_of
from tongket.figures.compile.places import first_day
from tongket.figures.compile.recipe import Recipe
from tongket.figures.compile.tally import Job
from tongket.figures.facts.reduction import Cells, Reduction
from tongket.figures.observations.levels import Stored
from tongket.figures.observations.observation import Observation, SeriesKey
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text


def compile_recipe(
    recipe: Recipe,
    reduce: Reduce,
    context: Context,
    as_of: int | None = None,
    made: Stored | None = None,
) -> tuple[Observation, ...]:
    """The observations a recipe makes of the facts that held at `as_of` (microseconds, UTC; None: now).

    `made` are observations of other recipes, for a method that starts from those. A dated recipe gives
    the periods that begin within its validity; the facts it reads may lie outside.
    """
    job = Job(recipe, reduce, context, as_of, made or {})
    found = method_of(recipe, job.indicator).compile(job)
    return tuple(observation for observation in found if in_force(recipe, observation.period))


def compile_all(
    recipes: Iterable[Recipe], reduce: Reduce, context: Context, as_of: int | None = None
) -> tuple[Observation, ...]:
    """The observations of all recipes, each given what those before it made; see `order.ordered`.

    Refuses two recipes that make the same observation.
    """
    once = remembering(reduce)
    found: dict[tuple[SeriesKey, Period], Observation] = {}
    for recipe in recipes:
        for observation in compile_recipe(recipe, once, context, as_of, found):
            slot = observation.series, observation.period
            if slot in found:
                raise RecipeRefused(
                    _TWICE.format(first=found[slot].recipe, second=recipe.code, period=slot[1])
                )
            found[slot] = observation
    return tuple(found.values())


def remembering(reduce: Reduce) -> Reduce:
    """The same answers, each asked of the engine once: several recipes often read the same cells."""
    known: dict[tuple[object, ...], Cells] = {}

    def asked(reduction: Reduction) -> Cells:
        where = tuple(sorted(reduction.where.items()))
        key = (reduction.dataflow, reduction.measure, reduction.by, where, reduction.as_of)
        if key not in known:
            known[key] = reduce(reduction)
        return known[key]

    return asked


def in_force(recipe: Recipe, period: Period) -> bool:
    """Whether the recipe holds for a period, which is decided by the day the period begins."""
    day = first_day(period)
    begun = recipe.valid_from is None or recipe.valid_from <= day
    return begun and (recipe.valid_to is None or day <= recipe.valid_to)


_TWICE = Text(
    "Hai công thức “{first}” và “{second}” cùng tính một số liệu của {period}. "
    "Hãy đặt thời hạn hiệu lực (valid_from, valid_to) không trùng nhau.",
    "Two recipes, “{first}” and “{second}”, make the same figure of {period}. "
    "Give them validities (valid_from, valid_to) that do not overlap.",
)

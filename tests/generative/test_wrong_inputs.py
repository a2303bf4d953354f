"""Whatever is handed to a method, no infinity, no "not a number" and no invented 0 comes out of it.

Generated over every public function of `figures/methods` from its own type hints: a figure, a missing one
with its cause, or a refusal that says which contract was broken. An array of the index numbers may hold NaN,
which is the mark of a missing value inside that room.
"""

import dataclasses
import inspect
import math
from collections.abc import Collection, Mapping
from decimal import Decimal
from importlib import import_module

import numpy as np
import pytest
from tests.generative.wrong_inputs import Maker
from tests.spec.handbook.inner import INNER
from tests.spec.test_handbook import public_functions

from tongket.figures.terms.words import Refusal

MARKED = "tongket.figures.methods.index"  # the rooms whose arrays mark a missing value with NaN
SEEDS = range(40)


# What may be 0 with nothing known, and why that 0 is true.
TRUE_ZEROS = {
    "methods.crosswalk.apportion.apportion": "a part of a known value",
    "methods.disclosure.protect.protect": "the lower end of an interval",
    "methods.editing.localise.localise": "the weight of changing nothing",
    "methods.editing.selective.threshold_for_bias": "a threshold of 0 calls everybody",
    "methods.estimation.estimate.interval": "an end of the interval of a known estimate",
    "methods.estimation.expansion.expansion": "a stratum of nobody",
    "methods.estimation.ratio_estimator.ratio_estimate": "a stratum of nobody",
    "methods.estimation.totals.estimate_total": "strata of nobody",
    "methods.estimation.totals.collapsed_variance": "known strata alike",
    "methods.estimation.totals.domain_total": "a domain no drawn unit lies in",
    "methods.index_numbers.aggregate.present_shares": "a missing child stands for nothing",
    "methods.revisions.quality.completeness": "nothing available of what is required",
    "methods.revisions.quality.over_coverage": "everybody of the frame in scope",
    "methods.revisions.quality.unit_response": "nobody responded",
    "methods.revisions.quality.release_quality": "nobody responded",
    "methods.revisions.quality.item_response": "responded without an item",
    "methods.revisions.statistics.revisions": "two known figures alike",
    "methods.revisions.statistics.relative_revisions": "two known figures alike",
    "methods.revisions.statistics.revision_statistics": "two known figures alike",
    "methods.time_series.back_test.back_test": "a method that was never wrong",
    "methods.time_series.back_test.year_view": "a method that was never wrong",
    "methods.time_series.chance.chance_of": "no path reaches the target",
    "methods.totals.covered_total": "all returns in and nothing to report",
}
# Parts of a method that only its checked series reaches, and fits that take seconds.
CHECKED_BY_CALLER = {
    "methods.time_series.benchmarking.smoothest",
    "methods.time_series.extrapolation.completed_year",
    "methods.time_series.stl.stl_parts",
}
SLOW = {"methods.time_series.year_model.by_model", "methods.time_series.year_model.model_paths"}
METHODS = sorted(
    name for name in public_functions() - INNER.keys() - CHECKED_BY_CALLER if name.startswith("methods.")
)


def seeds_of(name):
    return SEEDS[:2] if name in SLOW else SEEDS


def function_of(name):
    module, _, function = name.rpartition(".")
    return getattr(import_module(f"tongket.figures.{module}"), function)


def numbers_in(result):
    """Every number of an answer, however deep; whole counts are no figures and are left out."""
    if isinstance(result, bool | str | bytes | int) or result is None:
        return
    if isinstance(result, Decimal | float | np.floating):
        yield result
    elif isinstance(result, np.ndarray):
        yield from (float(value) for value in result.ravel() if result.dtype.kind == "f")
    elif dataclasses.is_dataclass(result):
        yield from (
            n for field in dataclasses.fields(result) for n in numbers_in(getattr(result, field.name))
        )
    elif isinstance(result, Mapping):
        yield from (number for value in result.values() for number in numbers_in(value))
    elif isinstance(result, Collection):
        yield from (number for value in result for number in numbers_in(value))


def answered(function, arguments):
    """The numbers of the answer, none where the contract was refused or a code is not there."""
    if arguments is None:
        return []
    try:
        return list(numbers_in(function(**arguments)))
    except (Refusal, ValueError, LookupError):
        return []


def handed(seed, function, **how):
    """Generated arguments; None where an object with such numbers is refused when it is made."""
    try:
        return Maker(seed, function, **how).arguments()
    except (Refusal, ValueError):
        return None


@pytest.mark.parametrize("name", METHODS)
def test_nothing_infinite_and_no_nan_comes_out(name):
    function = function_of(name)
    marked = function.__module__.startswith(MARKED)
    for seed in seeds_of(name):
        arguments = handed(seed, function)
        for number in answered(function, arguments):
            assert not math.isinf(number), arguments
            assert marked or not math.isnan(number), arguments


@pytest.mark.parametrize("name", METHODS)
def test_nothing_known_gives_no_zero(name):
    function = function_of(name)
    for seed in seeds_of(name):
        arguments = handed(seed, function, missing=True)
        found = [number for number in answered(function, arguments) if number == 0]
        assert not found or name in TRUE_ZEROS, arguments


def test_every_exception_is_still_a_method():
    assert TRUE_ZEROS.keys() | SLOW <= set(METHODS)
    assert public_functions() >= CHECKED_BY_CALLER
    assert all(inspect.isfunction(function_of(name)) for name in METHODS)

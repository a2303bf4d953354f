"""An estimate with its variance, and what follows from the two: coefficient of variation, interval."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tongket.figures.methods.finite import finite
from tongket.figures.methods.ratios import ratio
from tongket.figures.terms.figure import Cause


class Note(StrEnum):
    """What a reader of an estimate must know of how it was made."""

    NO_AUXILIARY = "no_auxiliary"  # a ratio was asked for and expansion was used
    NON_RESPONSE = "non_response"  # weights of those who answered stand for those who did not
    COLLAPSED = "collapsed"  # strata of one unit were put together for the variance
    POOLED = "pooled"  # strata too thin to estimate from were joined
    NEGATIVE = "negative"  # some answer is below 0


@dataclass(frozen=True, slots=True)
class Estimate:
    """`value` with its `variance`, or why there is none; `answers` is how many units stand behind it."""

    value: Decimal
    variance: Decimal | Cause
    answers: int
    notes: frozenset[Note] = frozenset()


@finite
def standard_error(estimate: Estimate) -> Decimal | Cause:
    """sqrt(V). No variance: its cause."""
    return estimate.variance if isinstance(estimate.variance, Cause) else estimate.variance.sqrt()


@finite
def coefficient_of_variation(estimate: Estimate) -> Decimal | Cause:
    """CV = sqrt(V) / |Y|, as a ratio. Zero: Y = 0 gives ZERO_BASE. Source: METHODS §2.2."""
    error = standard_error(estimate)
    return error if isinstance(error, Cause) else ratio(error, abs(estimate.value))


@finite
def interval(estimate: Estimate, quantile: Decimal) -> tuple[Decimal, Decimal] | Cause:
    """Confidence interval Y -+ z sqrt(V); z is the caller's quantile, 1.96 for 95 %.

    Domain: z > 0. The lower end is not cut at 0: an interval that reaches below says that the sample
    is too small. Source: METHODS §2.2.
    """
    if quantile <= 0:
        raise ValueError(f"The quantile is positive, 1.96 for 95 %; found {quantile}.")
    error = standard_error(estimate)
    if isinstance(error, Cause):
        return error
    return estimate.value - quantile * error, estimate.value + quantile * error

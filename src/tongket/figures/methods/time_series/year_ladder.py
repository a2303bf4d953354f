"""The year from the months in hand, by rules of increasing need: share, growth, run rate (A, B, C).

Source: METHODS §3.1. Methods D and E are in `year_model` and `year_indicator`; which to believe, in
`back_test`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.figures.methods.finite import finite
from tongket.figures.methods.ratios import ratio
from tongket.figures.methods.time_series.lunar import tet
from tongket.figures.methods.time_series.series import MONTHS
from tongket.figures.methods.time_series.vintages import Known
from tongket.figures.methods.totals import total_of_parts
from tongket.figures.terms.figure import Cause

LEAST_YEARS = 2  # one year's share cannot show how much shares vary (METHODS §3.1)
LEAST_MONTHS = 2  # January alone says little: Tết falls in it or in February (METHODS §1.4)
DAMPING = Decimal("0.8")  # phi of method B, a value to start with (METHODS §3.1)
TET_IS_OVER = 3  # months after which the shares no longer depend on the month Tết falls in


@dataclass(frozen=True, slots=True)
class Candidate:
    """One method's estimate of the year, with its own range where it has one.

    `shares` are those of the past years behind method A, by year.
    """

    method: str
    value: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    shares: tuple[tuple[int, Decimal], ...] = ()

    @property
    def share(self) -> Decimal:
        """The mean share. Domain: a candidate with shares."""
        return sum((share for _, share in self.shares), Decimal(0)) / len(self.shares)

    def scaled(self, factor: Decimal) -> Candidate:
        """The same estimate made to fit a whole."""
        ends = [None if end is None else end * factor for end in (self.low, self.high)]
        return replace(self, value=self.value * factor, low=ends[0], high=ends[1])


Estimator = Callable[[Known, int], Candidate | Cause]


@dataclass(frozen=True, slots=True)
class PastYear:
    """A complete past year: what the same months brought, and what the year brought."""

    in_hand: Decimal
    whole: Decimal


@dataclass(frozen=True, slots=True)
class YearEstimate:
    """The estimate, the share it rests on, each past year's share, and what each alone would give."""

    value: Decimal
    share: Decimal
    shares: tuple[Decimal, ...]
    low: Decimal
    high: Decimal


@finite
def seasonal_share(
    in_hand: Decimal | None, past: Sequence[PastYear], least_years: int = LEAST_YEARS
) -> YearEstimate | Cause:
    """Seasonal share: Y = YTD_M / s_M, with s_M the mean over past years of YTD_M / Year.

    Domain: shares in (0, 1]. Missing: no months in hand, or fewer past years than `least_years`, gives
    NOT_ANSWERED. Zero: a past year of 0 has no share, so ZERO_BASE; past months of 0 give a share of 0,
    from which no year follows, UNDEFINED, and so does a share below 0 or above 1.
    The range is that of Y = YTD_M / s over each past year's own share.
    Source: METHODS §3.1, method A; TV-14.
    """
    if in_hand is None or len(past) < least_years:
        return Cause.NOT_ANSWERED
    shares: list[Decimal] = []
    for year in past:
        share = ratio(year.in_hand, year.whole)
        if isinstance(share, Cause):
            return share
        if not 0 < share <= 1:
            return Cause.UNDEFINED
        shares.append(share)
    mean = sum(shares, Decimal(0)) / len(shares)
    alone = sorted(in_hand / share for share in shares)
    return YearEstimate(in_hand / mean, mean, tuple(shares), alone[0], alone[-1])


@finite
def growth_carry(
    in_hand: Decimal | None,
    same_last_year: Decimal | None,
    rest_last_year: Sequence[Decimal | None],
    damping: Decimal = DAMPING,
) -> Decimal | Cause:
    """Growth carry: Y = YTD_M + g^phi SUM_{k>M} y_k, g = YTD_M / YTD'_M, y and YTD' of last year.

    phi = 1 carries the growth so far to all the rest, phi = 0 none of it. Domain: both YTD positive; no
    months left is the year itself. Missing: any month missing gives NOT_ANSWERED. Zero: nothing in the same
    months gives ZERO_BASE; nothing in hand is a growth of -100 %. Source: METHODS §3.1, method B; TV-14.
    """
    if not 0 <= damping <= 1:
        raise ValueError(f"Damping lies in [0, 1]; found {damping}.")
    growth = ratio(in_hand, same_last_year)
    if isinstance(growth, Cause):
        return growth
    if growth < 0:
        return Cause.UNDEFINED
    rest = total_of_parts(rest_last_year) if rest_last_year else Decimal(0)
    if isinstance(rest, Cause) or in_hand is None:
        return Cause.NOT_ANSWERED
    return in_hand + (growth**damping if growth else Decimal(0)) * rest


@finite
def run_rate(in_hand: Decimal | None, months: int) -> Decimal | Cause:
    """Run rate: Y = 12 / M YTD_M; a baseline only, wrong by the season.

    Domain: 1 to 12 months. Missing: NOT_ANSWERED. Zero is a number like any other. Source: METHODS §3.1, C.
    """
    if not 1 <= months <= MONTHS:
        raise ValueError(f"A run rate rests on 1 to 12 months; found {months}.")
    return Cause.NOT_ANSWERED if in_hand is None else in_hand * MONTHS / months


@finite
def additive_rest(in_hand: Decimal | None, rests: Sequence[Decimal]) -> Decimal | Cause:
    """Y = YTD_M + mean over past years of (Year - YTD_M): the share rule for series that may be negative.

    Missing: nothing in hand or no past year gives NOT_ANSWERED. Source: METHODS §9.1, year_estimate,
    negative.
    """
    if in_hand is None or not rests:
        return Cause.NOT_ANSWERED
    return in_hand + sum(rests, Decimal(0)) / len(rests)


def by_share(known: Known, year: int, least_years: int = LEAST_YEARS) -> Candidate | Cause:
    """Method A on a series: past years matched by Tết while it still matters; additive below zero."""
    months, done = _in_hand(known, year)
    if months == 0:
        return Cause.NOT_ANSWERED
    years = tet_matched(known.years_before(year), year, months, least_years)
    past = [PastYear(_known(known, y, months), _known(known, y, MONTHS)) for y in years]
    if any(value < 0 for y in (*years, year) for value in known.of(y) if value is not None):
        if len(past) < least_years:
            return Cause.NOT_ANSWERED
        found = additive_rest(done, [p.whole - p.in_hand for p in past])
        return found if isinstance(found, Cause) else Candidate("A", found)
    estimate = seasonal_share(done, past, least_years)
    if isinstance(estimate, Cause):
        return estimate
    shares = tuple(sorted(zip(years, estimate.shares, strict=True)))
    return Candidate("A", estimate.value, estimate.low, estimate.high, shares)


@finite
def by_growth(known: Known, year: int, damping: Decimal = DAMPING) -> Candidate | Cause:
    """Method B on a series."""
    months, done = _in_hand(known, year)
    if months == 0:
        return Cause.NOT_ANSWERED
    before = total_of_parts(known.of(year - 1, 1, months))
    if isinstance(before, Cause):
        return before
    found = growth_carry(done, before, known.of(year - 1, months + 1), damping)
    return found if isinstance(found, Cause) else Candidate("B", found)


def by_run_rate(known: Known, year: int) -> Candidate | Cause:
    """Method C on a series."""
    months, done = _in_hand(known, year)
    if months == 0:
        return Cause.NOT_ANSWERED
    found = run_rate(done, months)
    return found if isinstance(found, Cause) else Candidate("C", found)


def tet_matched(years: Sequence[int], year: int, months: int, least: int = LEAST_YEARS) -> tuple[int, ...]:
    """Those of the past years with Tết in the same month as `year`, while the months in hand are few.

    From the third month on, or when fewer than `least` years would be left, all of them: January and February
    together hold the feast in any year.
    """
    matched = tuple(y for y in years if tet(y).month == tet(year).month)
    return matched if months < TET_IS_OVER and len(matched) >= least else tuple(years)


def _in_hand(known: Known, year: int) -> tuple[int, Decimal]:
    months = known.in_hand(year)
    return months, _known(known, year, months) if months else Decimal(0)


def _known(known: Known, year: int, months: int) -> Decimal:
    """The sum of months that are known to be there."""
    return sum((value for value in known.of(year, 1, months) if value is not None), Decimal(0))

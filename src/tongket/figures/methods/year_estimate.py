"""The year estimated from the months that are in ("ước thực hiện")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.figures.methods.finite import finite
from tongket.figures.methods.ratios import ratio
from tongket.figures.terms.figure import Cause

LEAST_YEARS = 2  # one year's share cannot show how much shares vary (METHODS §3.1)
LEAST_MONTHS = 2  # January alone says little: Tết falls in it or in February (METHODS §1.4)


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

    def scaled(self, factor: Decimal) -> YearEstimate:
        """The same shares, made to fit a whole."""
        return YearEstimate(
            self.value * factor, self.share, self.shares, self.low * factor, self.high * factor
        )


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

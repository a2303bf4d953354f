"""Shift-share: growth of a region's industries split into national, industry and regional parts.

Source: Dunn, Papers of the Regional Science Association 6 (1960), pp. 97-112; DESIGN §1 row 10.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tongket.figures.methods.finite import finite
from tongket.figures.methods.totals import total_of_parts
from tongket.figures.terms.figure import Cause

PLACES = 12  # of the parts, so that they add exactly whatever the growth rates


@dataclass(frozen=True, slots=True)
class Industry:
    """One industry in both years: in the region, and in the nation the region is part of."""

    region_before: Decimal | None
    region_now: Decimal | None
    nation_before: Decimal | None
    nation_now: Decimal | None


@dataclass(frozen=True, slots=True)
class Shift:
    """change = national + industry + regional, exactly."""

    change: Decimal
    national: Decimal
    industry: Decimal
    regional: Decimal


@dataclass(frozen=True)
class ShiftShare:
    industries: Mapping[str, Shift | Cause]
    total: Shift | Cause


@finite
def shift_share(industries: Mapping[str, Industry]) -> ShiftShare:
    """Classic shift-share. With e the region's industry in the base year, G the nation's growth and G_i
    that of the industry in the nation: national e G, industry (mix) e (G_i - G), regional (competitive)
    the rest, e (g_i - G_i). The total's parts are the sums of its industries'.

    All industries of the nation have to be there, for their sum is the nation. Domain: values >= 0, the
    region no larger than the nation, else UNDEFINED. Missing: a number of the region's gives that industry
    NOT_ANSWERED and the total too; one of the nation's leaves no G, so NOT_ANSWERED for all. Zero: a
    nation of 0 is ZERO_BASE; an industry new to the region (e = 0) has grown by its own strength alone.
    """
    before = total_of_parts([one.nation_before for one in industries.values()])
    now = total_of_parts([one.nation_now for one in industries.values()])
    if isinstance(before, Cause) or isinstance(now, Cause):
        return ShiftShare(dict.fromkeys(industries, Cause.NOT_ANSWERED), Cause.NOT_ANSWERED)
    if before <= 0:
        cause = Cause.UNDEFINED if before < 0 else Cause.ZERO_BASE
        return ShiftShare(dict.fromkeys(industries, cause), cause)
    growth = Fraction(now) / Fraction(before) - 1
    shifts = {code: _shift(one, growth) for code, one in industries.items()}
    return ShiftShare(shifts, _summed(shifts))


def _shift(one: Industry, growth: Fraction) -> Shift | Cause:
    values = (one.region_before, one.region_now, one.nation_before, one.nation_now)
    e, e_now, whole, whole_now = values
    if e is None or e_now is None or whole is None or whole_now is None:
        return Cause.NOT_ANSWERED
    if min(e, e_now, whole, whole_now) < 0 or e > whole or e_now > whole_now:
        return Cause.UNDEFINED
    national = _placed(Fraction(e) * growth)
    own = Fraction(whole_now) / Fraction(whole) - 1 if whole else Fraction(0)
    expected = _placed(Fraction(e) * own)
    change = e_now - e
    return Shift(change, national, expected - national, change - expected)


def _placed(value: Fraction) -> Decimal:
    return Decimal(round(value * 10**PLACES)).scaleb(-PLACES)


def _summed(shifts: Mapping[str, Shift | Cause]) -> Shift | Cause:
    known = [shift for shift in shifts.values() if isinstance(shift, Shift)]
    if len(known) < len(shifts):
        return next(shift for shift in shifts.values() if isinstance(shift, Cause))
    return Shift(
        sum((shift.change for shift in known), Decimal(0)),
        sum((shift.national for shift in known), Decimal(0)),
        sum((shift.industry for shift in known), Decimal(0)),
        sum((shift.regional for shift in known), Decimal(0)),
    )

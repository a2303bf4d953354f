"""The ratio estimator of one stratum: an auxiliary known for the whole frame carries the sample up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.figures.methods.estimation.estimate import Estimate, Note
from tongket.figures.methods.estimation.expansion import expansion
from tongket.figures.methods.estimation.moments import mean_square, total
from tongket.figures.methods.estimation.sample import Stratum
from tongket.figures.methods.finite import finite
from tongket.figures.terms.figure import Cause


@dataclass(frozen=True, slots=True)
class _Pairs:
    y: tuple[Decimal, ...]
    x: tuple[Decimal, ...]
    x_total: Decimal

    @property
    def slope(self) -> Decimal:
        """R = SUM y / SUM x."""
        return total(self.y) / total(self.x)


@finite
def ratio_of_sample(stratum: Stratum) -> Decimal | Cause:
    """R = SUM y / SUM x over the units that answered. Domain, missing and zero: as `ratio_estimate`."""
    pairs = _pairs(stratum)
    return Cause.ZERO_BASE if pairs is None else pairs.slope


@finite
def ratio_estimate(stratum: Stratum, linearised: bool = False) -> Estimate | Cause:
    """Ratio estimator, Y_h = X_h R, R = SUM y / SUM x, v = N_h^2 (1 - f) s_e^2 / n_h, e = y - R x.

    Linearised: v times (X_h / (N_h mean x))^2, which follows the sample that was drawn.
    Domain: X_h known, every drawn unit with its x, SUM x > 0; otherwise `expansion` is used and noted
    (METHODS §2.2: "x = 0 or missing -> expansion"). Missing y: the units that answered are taken for the
    sample (n_h becomes r_h), which is ratio imputation inside the stratum; none gives NOT_ANSWERED.
    Zero: one x of 0 is a number like any other. One answer of more units: the variance is UNDEFINED.
    Negative answers count and are noted. Source: METHODS §2.2, TV-10; Cochran (1977), (6.9)-(6.13).
    """
    if not stratum.respondents:
        return expansion(stratum)
    pairs = _pairs(stratum)
    if pairs is None:
        plain = expansion(stratum)
        return plain if isinstance(plain, Cause) else _noted(plain, Note.NO_AUXILIARY)
    answered = len(pairs.y)
    notes = {Note.NON_RESPONSE} if answered < stratum.drawn else set()
    notes |= {Note.NEGATIVE} if min(pairs.y) < 0 else set()
    variance = _variance(stratum.population, pairs, linearised)
    return Estimate(pairs.x_total * pairs.slope, variance, answered, frozenset(notes))


def _pairs(stratum: Stratum) -> _Pairs | None:
    """The answers with their auxiliaries, where there is everything a ratio needs."""
    given = [(unit.y, unit.x) for unit in stratum.respondents if unit.y is not None and unit.x is not None]
    whole = stratum.x_total
    if whole is None or len(given) < len(stratum.respondents) or total([x for _, x in given]) <= 0:
        return None
    return _Pairs(tuple(y for y, _ in given), tuple(x for _, x in given), whole)


def _variance(population: int, pairs: _Pairs, linearised: bool) -> Decimal | Cause:
    n = len(pairs.y)
    if n == population:
        return Decimal(0)
    if n == 1:
        return Cause.UNDEFINED
    slope = pairs.slope
    residuals = [y - slope * x for y, x in zip(pairs.y, pairs.x, strict=True)]
    variance = population**2 * (1 - Decimal(n) / population) * mean_square(residuals) / n
    drift = pairs.x_total * n / (population * total(pairs.x)) if linearised else Decimal(1)
    return variance * drift**2


def _noted(estimate: Estimate, note: Note) -> Estimate:
    return replace(estimate, notes=estimate.notes | {note})

"""Output at constant prices: each product's value by its own price index, then the sum."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tongket.figures.methods.finite import finite
from tongket.figures.methods.ratios import ratio
from tongket.figures.methods.totals import total_of_parts
from tongket.figures.terms.figure import Cause, ObsStatus
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

Prices = Mapping[str, Mapping[Period, Decimal]]  # price index by product or activity code


@dataclass(frozen=True, slots=True)
class PriceBase:
    """A base year of constant prices, the circular that set it and the days known.

    `confirmed` when the text of the circular was read.
    """

    year: int
    valid_from: date | None
    valid_to: date | None
    reference: Text
    confirmed: bool


@dataclass(frozen=True)
class PriceIndices:
    """Price indices as data: by code, then by period, the base year among the periods."""

    code: str
    prices: Prices
    published_on: date
    reference: Text
    synthetic: bool = False


@dataclass(frozen=True, slots=True)
class Volume:
    """A value at constant prices; `price_of` is the code whose price index was used.

    Status E when that is not the product's own.
    """

    value: Decimal
    price_of: str
    status: ObsStatus


@finite
def deflated(
    current: Decimal | None, price: Decimal | None, base_price: Decimal | None = Decimal(100)
) -> Decimal | Cause:
    """Value at constant prices, GO_cur / (P_t / P_base).

    Domain: both prices > 0. Missing: a value or a price that is not there gives NOT_ANSWERED. Zero:
    P = 0 gives ZERO_BASE, a negative price UNDEFINED; a value of 0 is a true 0, and a negative one (a
    fall in stocks) keeps its sign. Source: METHODS §2.1.
    """
    relative = ratio(price, base_price)
    if isinstance(relative, Cause):
        return relative
    return ratio(current, relative)


@finite
def implied_deflator(current: Decimal | None, constant: Decimal | None) -> Decimal | Cause:
    """100 GO_cur / GO_const. Domain, missing and zero: as `ratio`. Source: METHODS §2.1, checks."""
    return ratio(None if current is None else 100 * current, constant)


@finite
def volume_of_product(
    product: str,
    current: Decimal | None,
    prices: Prices,
    period: Period,
    base: Period,
    above: Callable[[str], Sequence[str]],
) -> Volume | Cause:
    """A product's value at the prices of `base`, by its own price index or its nearest parent's.

    `above` gives a code's parents, nearest first. A price index serves when it has both the period and
    the base. Missing: no such index up to the top gives NOT_ANSWERED; a parent's index is used with
    status E. Zero and negative: as `deflated`. Source: METHODS §2.1, §9.1 (deflate: "parent P, E").
    """
    for code in (product, *above(product)):
        index = prices.get(code, {})
        if period in index and base in index:
            found = deflated(current, index[period], index[base])
            status = ObsStatus.NORMAL if code == product else ObsStatus.ESTIMATED
            return found if isinstance(found, Cause) else Volume(found, code, status)
    return Cause.NOT_ANSWERED


@finite
def constant_prices(
    current: Mapping[str, Decimal | None],
    prices: Prices,
    period: Period,
    base: Period,
    above: Callable[[str], Sequence[str]],
) -> tuple[Decimal | Cause, dict[str, Volume | Cause]]:
    """GO_const = SUM_p GO_cur,p / (P_p,t / P_p,base), with each product's own volume beside it.

    Missing: one product without a volume leaves the total with that product's cause, in the order of
    the codes; no products gives NOT_ANSWERED. Source: METHODS §2.1.
    """
    volumes = {
        product: volume_of_product(product, value, prices, period, base, above)
        for product, value in sorted(current.items())
    }
    causes = [one for one in volumes.values() if isinstance(one, Cause)]
    whole = total_of_parts([one.value for one in volumes.values() if isinstance(one, Volume)])
    return (causes[0] if causes else whole), volumes

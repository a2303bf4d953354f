"""Weights of an index: dated data, never constants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tongket.figures.terms.words import Text


@dataclass(frozen=True, slots=True)
class ProductWeight:
    """A product's class, its weight within the class, and its mean monthly quantity in the base year.

    Without a `base_quantity` the mean month is that of the facts, once the base year is in them whole.
    """

    activity: str
    weight: float
    base_quantity: float | None = None


@dataclass(frozen=True, slots=True)
class IndexWeights:
    """Value added of the base year by activity, and the products that stand for each class.

    `activities` holds a weight for every class, division and section used, by VSIC code; a parent's
    weight is its own value added, not the sum of the classes selected under it. Only ratios among
    siblings matter. They weigh from `valid_from` on, left out: from the year after the base year, for the
    weights of a year are known when it is over. Source: METHODS §1.1, §1.3.
    """

    code: str
    base_year: int
    activity_list: str
    activities: Mapping[str, float]
    products: Mapping[str, ProductWeight]
    reference: Text
    synthetic: bool = False
    valid_from: date | None = None

    @property
    def since(self) -> int:
        """The first year they weigh."""
        return self.valid_from.year if self.valid_from else self.base_year + 1

"""Weights of a fixed-base production index: dated data, never constants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tongket.figures.terms.words import Text


@dataclass(frozen=True, slots=True)
class ProductWeight:
    """A product's class, its weight within the class, and its mean monthly quantity in the base year."""

    activity: str
    weight: float
    base_quantity: float


@dataclass(frozen=True)
class IndexWeights:
    """Value added of the base year by activity, and the products that stand for each class.

    `activities` holds a weight for every class, division and section used, by VSIC code; a parent's
    weight is its own value added, not the sum of the classes selected under it. Only ratios among
    siblings matter. Source: METHODS §1.1.
    """

    code: str
    base_year: int
    activity_list: str
    activities: Mapping[str, float]
    products: Mapping[str, ProductWeight]
    reference: Text
    synthetic: bool = False

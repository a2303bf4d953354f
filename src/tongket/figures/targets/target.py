"""A target and the decision that set it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from tongket.figures.observations.observation import SeriesKey
from tongket.figures.terms.figure import Figure
from tongket.figures.terms.indicator import Direction
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text


@dataclass(frozen=True, slots=True)
class Decision:
    """The document that set a target. What is unknown of it is None, never guessed."""

    code: str
    type: str
    title: Text
    issuer: Text
    number: str | None
    dated: date | None
    source_url: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Target:
    """What was resolved: a growth on last year, a level, a ratio or a count, for a definition and period.

    `figure` is empty with the cause `not_published` where the value never became known.
    """

    code: str
    series: SeriesKey
    period: Period
    shape: Literal["growth", "level", "ratio", "count"]
    figure: Figure
    bound: Literal["at_least", "about", "more_than"]
    direction: Direction
    decision: Decision
    note: Text | None = None


def resolved_places(plan: Decimal) -> int:
    """The decimal places a plan was resolved with: 10 → 0, 12.50 → 1; it is printed and compared so."""
    exponent = plan.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0

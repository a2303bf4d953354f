"""A mention: one number of a text with everything the text says about it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tongket.figures.observations.observation import Breakdown
from tongket.figures.terms.words import Text

Value = Decimal | tuple[Decimal, Decimal] | None

# What a finer comparison is called where only the six common ones are known.
COMMON_COMPARISONS = {
    "share": "rate",  # base `total`
    "percent_of_plan": "rate",  # base `annual_plan`
    "change": "growth",  # in the level's own unit, or in points
    "ratio": "index",  # in `times` instead of percent
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why the reader is unsure: a code for programs, a sentence for people."""

    code: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Mention:
    """A number as printed at `start`..`end` of the text, with its unit, and what is said with it.

    `value` is as printed, unsigned words included (`giảm 5%` is -5); a pair for a range; None where the
    token is no well-formed number. `value` times `scale` is the amount in `unit` (`VND`, `percent`,
    `household`, the counted noun as printed where the lexicon has no code for it).
    `indicator` and `coverage` are of the catalogue, empty where it has none; `subject` keeps the words.
    `comparison` is level, growth, index, rate, count or target, or the finer share, percent_of_plan,
    change, ratio; `base` is yoy, mom, qoq, annual_plan, base_year, total, a year, or empty.
    `period` is SDMX, or `2020-01..2020-10` where months are cumulated; empty where the text has none.
    `status` is actual, estimate, provisional, target or forecast; `bound` is nearly, more_than, about,
    up_to or empty.
    """

    start: int
    end: int
    text: str
    indicator: str = ""
    coverage: str = ""
    area: str = ""
    breakdown: Breakdown = ()
    value: Value = None
    scale: Decimal = Decimal(1)
    unit: str = ""
    comparison: str = "level"
    base: str = ""
    period: str = ""
    status: str = "actual"
    bound: str = ""
    doubt: tuple[Doubt, ...] = ()
    subject: str = ""

    def as_data(self) -> dict[str, Any]:
        """The mention as plain data, for JSON."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "indicator": self.indicator,
            "coverage": self.coverage,
            "subject": self.subject,
            "area": self.area,
            "breakdown": dict(self.breakdown),
            "value": _number(self.value),
            "scale": _plain(self.scale),
            "unit": self.unit,
            "comparison": COMMON_COMPARISONS.get(self.comparison, self.comparison),
            "base": self.base,
            "period": self.period,
            "status": self.status,
            "bound": self.bound,
            "doubt": [{"code": d.code, "vi": d.reason.vi, "en": d.reason.en} for d in self.doubt],
        }


def _number(value: Value) -> Any:
    if value is None:
        return None
    return [_plain(side) for side in value] if isinstance(value, tuple) else _plain(value)


def _plain(value: Decimal) -> int | float:
    """A JSON number that prints as the decimal does."""
    return int(value) if value == value.to_integral_value() else float(value)

"""Checks against what the same reporter sent the period before."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from tongket.figures.returns.checks.check import Breach, Line, Setting, said
from tongket.figures.returns.checks.parameters import Parameters
from tongket.figures.returns.form import Measure
from tongket.figures.terms.rounding import round_half_away
from tongket.figures.terms.words import Text


@dataclass(frozen=True, slots=True)
class RatioToPrevious:
    """This period over the one before lies from `low` to `high`.

    A line with nothing to compare with (no return before, a blank, a zero base) is not judged:
    METHODS §4.1 E09.
    """

    measure: Measure
    low: Decimal
    high: Decimal

    @classmethod
    def read(cls, given: Parameters) -> Self:
        low, high = given.number("low"), given.number("high")
        if low >= high:
            raise given.refuse("low", Text("nhỏ hơn “high”", "less than “high”"))
        return cls(given.measure("measure"), low, high)

    @property
    def description(self) -> Text:
        return Text(
            "“{name}” thường bằng từ {low} đến {high} lần kỳ trước",
            "“{name}” is usually {low} to {high} times that of the period before",
        ).format(name=self.measure.name, low=said(self.low), high=said(self.high))

    def validate(self, line: Line, setting: Setting) -> Breach | None:
        before = setting.previous.get(line.key)
        base = before.value(self.measure.code) if before else None
        value = line.value(self.measure.code)
        if not base or value is None or self.low <= value / base <= self.high:
            return None
        found = Text(
            "ở đây {value} so với {base} kỳ trước, bằng {ratio} lần",
            "here {value} against {base} before, {ratio} times",
        ).format(value=said(value), base=said(base), ratio=said(round_half_away(value / base, 3)))
        return Breach(line.place_of(self.measure.code), found)

"""Checks of what a line is about: its codes and dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Self

from tongket.figures.returns.checks.check import Breach, Line, Setting
from tongket.figures.returns.checks.parameters import Parameters
from tongket.figures.returns.form import Dimension
from tongket.figures.terms.words import Text

SHOWN = 5


@dataclass(frozen=True, slots=True)
class LeafCodes:
    """Only the finest codes of a list: a group beside its own members would be counted twice."""

    dimension: Dimension

    @classmethod
    def read(cls, given: Parameters) -> Self:
        return cls(given.dimension("dimension", "code"))

    @property
    def description(self) -> Text:
        return Text(
            "“{name}” chỉ nhận mã chi tiết nhất", "“{name}” takes only the most detailed codes"
        ).format(name=self.dimension.name)

    def validate(self, line: Line, setting: Setting) -> Breach | None:
        code = line.dimensions[self.dimension.code]
        finer = setting.codelists[self.dimension.codelist].children(code)
        if not finer:
            return None
        shown = ", ".join(finer[:SHOWN]) + (", …" if len(finer) > SHOWN else "")
        found = Text("mã “{code}” còn chia thành {finer}", "“{code}” is divided into {finer}")
        return Breach(line.place, found.format(code=code, finer=shown))


@dataclass(frozen=True, slots=True)
class DateInPeriod:
    """A date that falls in the period reported on, by the form's reporting window."""

    dimension: Dimension

    @classmethod
    def read(cls, given: Parameters) -> Self:
        return cls(given.dimension("dimension", "date"))

    @property
    def description(self) -> Text:
        return Text(
            "“{name}” phải nằm trong kỳ báo cáo", "“{name}” must lie in the period reported on"
        ).format(name=self.dimension.name)

    def validate(self, line: Line, setting: Setting) -> Breach | None:
        day = date.fromisoformat(line.dimensions[self.dimension.code])
        opens, closes = setting.window.days(setting.ret.period)
        if opens <= day <= closes:
            return None
        found = Text(
            "ngày {day:%d/%m/%Y} nằm ngoài {opens:%d/%m/%Y}–{closes:%d/%m/%Y}",
            "{day:%Y-%m-%d} is outside {opens:%Y-%m-%d} to {closes:%Y-%m-%d}",
        ).format(day=day, opens=opens, closes=closes)
        return Breach(line.place, found)

"""Checks between the numbers of one line."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from tongket.figures.returns.checks.check import Breach, Line, Setting, said
from tongket.figures.returns.checks.parameters import Parameters
from tongket.figures.returns.form import Measure
from tongket.figures.terms.words import Text


@dataclass(frozen=True, slots=True)
class NonzeroTogether:
    """Measures that are all zero or all not: output has a value exactly when there is a quantity."""

    measures: tuple[Measure, ...]

    @classmethod
    def read(cls, given: Parameters) -> Self:
        return cls(given.measures("measures"))

    @property
    def description(self) -> Text:
        return Text("{names} cùng bằng 0 hoặc cùng khác 0", "{names} are all 0 or all not 0").format(
            names=_names(self.measures, Text(" và ", " and "))
        )

    def validate(self, line: Line, setting: Setting) -> Breach | None:
        values = [line.value(measure.code) for measure in self.measures]
        if all(values) or not any(values):
            return None
        pairs = [
            Text("“{name}” là {value}", "“{name}” is {value}").format(name=measure.name, value=said(value))
            for measure, value in zip(self.measures, values, strict=True)
        ]
        odd = next(m for m, value in zip(self.measures, values, strict=True) if not value)
        return Breach(line.place_of(odd.code), _join(pairs, Text(", ", ", ")))


@dataclass(frozen=True, slots=True)
class SumOfParts:
    """A total equals the sum of its parts; a blank part counts as nothing, a blank total is not judged.

    METHODS §4.1 E02. `tolerance` is in the total's own unit, 0 where none is given.
    """

    total: Measure
    parts: tuple[Measure, ...]
    tolerance: Decimal

    @classmethod
    def read(cls, given: Parameters) -> Self:
        return cls(given.measure("total"), given.measures("parts"), given.number("tolerance", Decimal(0)))

    @property
    def description(self) -> Text:
        return Text("“{total}” phải bằng {parts}", "“{total}” must equal {parts}").format(
            total=self.total.name, parts=_names(self.parts, Text(" + ", " + "))
        )

    def validate(self, line: Line, setting: Setting) -> Breach | None:
        total = line.value(self.total.code)
        values = [line.value(part.code) for part in self.parts]
        if total is None or all(value is None for value in values):
            return None
        added = sum((value for value in values if value is not None), Decimal(0))
        if abs(total - added) <= self.tolerance:
            return None
        found = Text(
            "ở đây {total} khác {parts} = {added}", "here {total} differs from {parts} = {added}"
        ).format(
            total=said(total), parts=_join([said(v) for v in values], Text(" + ", " + ")), added=said(added)
        )
        return Breach(line.place_of(self.total.code), found)


@dataclass(frozen=True, slots=True)
class AtMost:
    """A measure that cannot be more than another of its line; blanks are not judged."""

    measure: Measure
    limit: Measure

    @classmethod
    def read(cls, given: Parameters) -> Self:
        return cls(given.measure("measure"), given.measure("limit"))

    @property
    def description(self) -> Text:
        return Text(
            "“{measure}” không được lớn hơn “{limit}”", "“{measure}” may not be more than “{limit}”"
        ).format(measure=self.measure.name, limit=self.limit.name)

    def validate(self, line: Line, setting: Setting) -> Breach | None:
        value, limit = line.value(self.measure.code), line.value(self.limit.code)
        if value is None or limit is None or value <= limit:
            return None
        found = Text("ở đây {value} lớn hơn {limit}", "here {value} is more than {limit}")
        return Breach(line.place_of(self.measure.code), found.format(value=said(value), limit=said(limit)))


def _names(measures: tuple[Measure, ...], between: Text) -> Text:
    return _join([Text(f"“{m.name.vi}”", f"“{m.name.en}”") for m in measures], between)


def _join(texts: list[Text], between: Text) -> Text:
    return Text(between.vi.join(t.vi for t in texts), between.en.join(t.en for t in texts))

"""What each reporter reported, period by period: what stands behind a donor, a past, a range."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from tongket.figures.compile.context import Reduce
from tongket.figures.facts import columns
from tongket.figures.facts.reduction import Reduction
from tongket.figures.terms.period import Period

Codes = tuple[str, ...]


@dataclass(frozen=True)
class UnitValues:
    """Sums of one measure by period, reporter and codes. A reporter that reported anything in a period has
    nothing of what it left out; of one that reported nothing at all nothing is known."""

    by_period: Mapping[Period, Mapping[str, Mapping[Codes, Decimal]]]

    def of(self, reporter: str, period: Period, codes: Codes) -> Decimal | None:
        known = self.by_period.get(period, {}).get(reporter)
        return None if known is None else known.get(codes, Decimal(0))

    def whole(self, reporter: str, period: Period) -> Decimal | None:
        known = self.by_period.get(period, {}).get(reporter)
        return None if known is None else sum(known.values(), Decimal(0))

    def total(self, period: Period) -> Decimal:
        return sum(
            (sum(one.values(), Decimal(0)) for one in self.by_period.get(period, {}).values()), Decimal(0)
        )

    def codes(self, *periods: Period) -> tuple[Codes, ...]:
        """Every combination of codes that anybody reported in the periods."""
        found = {
            codes for period in periods for one in self.by_period.get(period, {}).values() for codes in one
        }
        return tuple(sorted(found))


def unit_values(
    reduce: Reduce,
    dataflow: str,
    measure: str,
    dimensions: Codes,
    where: Mapping[str, tuple[str, ...]],
    as_of: int | None,
) -> UnitValues:
    """The cells of the measure by reporter, asked of the engine."""
    by = (columns.REPORTER, columns.PERIOD, columns.MONTHS, *dimensions)
    table = reduce(Reduction(dataflow, measure, by, where, as_of)).table
    found: dict[Period, dict[str, dict[Codes, Decimal]]] = {}
    read = [table[name].to_pylist() for name in (*by, columns.VALUE)]
    for reporter, first, months, *codes, value in zip(*read, strict=True):
        found.setdefault(Period(first, months), {}).setdefault(reporter, {})[tuple(codes)] = value
    return UnitValues(found)

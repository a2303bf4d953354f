"""Units of measure with their multiplier: `tỷ đồng` is the đồng times 10⁹."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tongket.figures.terms.words import Refusal, Text


class UnlikeUnits(Refusal):
    """Two units measure different things."""


@dataclass(frozen=True, slots=True)
class Unit:
    """`dimension` is the base unit (`VND`, `kWh`, `household`); one of this unit is `multiplier` of it.

    SDMX: UNIT_MEASURE and UNIT_MULT; the multiplier need not be a power of ten (a dozen, a quintal).
    """

    code: str
    dimension: str
    multiplier: Decimal
    name: Text
    symbol: Text

    def convert(self, value: Decimal, to: Unit) -> Decimal:
        """The same amount in another unit of the same dimension; raises `UnlikeUnits` otherwise."""
        if self.dimension != to.dimension:
            raise UnlikeUnits(
                Text(
                    "Không đổi được {a} sang {b}: hai đơn vị đo hai thứ khác nhau.",
                    "{a} cannot be converted to {b}: they measure different things.",
                ).format(a=self.name, b=to.name)
            )
        return value if self.code == to.code else value * self.multiplier / to.multiplier

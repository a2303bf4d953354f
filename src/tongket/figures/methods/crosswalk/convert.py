"""Facts of the former map on the later one: what is known, on which basis and how well, and the zone
where it cannot be known.

Source: METHODS §6 and §9.1 (convert_geo), TV-25.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from tongket.figures.methods.crosswalk.apportion import apportion
from tongket.figures.methods.crosswalk.walk import Crosswalk, MapRefused, Spread
from tongket.figures.methods.crosswalk.zones import Zone, zone_of, zones
from tongket.figures.methods.finite import finite
from tongket.figures.methods.ratios import ratio
from tongket.figures.methods.totals import total_of_parts
from tongket.figures.terms.figure import Cause, ObsStatus
from tongket.figures.terms.words import Refusal, Text

Measure = Literal["flow", "stock", "count", "ratio", "index", "median", "distinct_count"]
Values = Mapping[str, Decimal | None]
FACT_DECIMALS = 4  # a fact is a decimal(18, 4): docs/adr/0007
_REST = ""  # what is divided nobody knows how


class NotConvertible(Refusal):
    """The measure does not add over areas, so it cannot be carried to another map."""


@dataclass(frozen=True, slots=True)
class Converted:
    """One later unit's value, or the cause of its absence.

    `quality` is SUM |y_i| s_i^2 / SUM |y_i| s_i over the former units it is made of: 1 where each came
    whole. `bases` are what the shares were measured in; none where nothing was divided. `zone` is the
    smallest exact ground where the unit's own value cannot be had; its value is in `Conversion.zones`.
    """

    value: Decimal | None
    cause: Cause | None = None
    quality: Decimal | None = None
    bases: frozenset[str] = frozenset()
    verified: bool = True
    zone: Zone | None = None

    @property
    def status(self) -> ObsStatus:
        """E where a part was apportioned, O where absent, else A."""
        if self.value is None:
            return ObsStatus.MISSING
        return ObsStatus.NORMAL if self.quality == 1 else ObsStatus.ESTIMATED

    @property
    def because(self) -> Text | None:
        return _UNKNOWN.format(zone=", ".join(self.zone.later)) if self.zone else None


@dataclass(frozen=True)
class Conversion:
    """Every later unit, and the exact total of every zone, which no share enters."""

    units: Mapping[str, Converted]
    zones: Mapping[Zone, Decimal | Cause]

    def values(self) -> dict[str, Decimal | None]:
        return {code: unit.value for code, unit in self.units.items()}


@finite
def convert(
    values: Values,
    walk: Crosswalk,
    measure: Measure,
    accept: Collection[str] | None = None,
    decimals: int = FACT_DECIMALS,
) -> Conversion:
    """Y_later = SUM share x Y_former, each former value divided to the last unit (`apportion`).

    Domain: flows, stocks and counts (counts in whole units). Ratios go by numerator and denominator
    (`convert_ratio`); an index is aggregated anew from its products; medians and counts of distinct
    things cannot be carried: `NotConvertible`. A share of unknown size, or measured in a basis not in
    `accept`, is no ground for a number: the later unit is NOT_COMPARABLE and its zone is the answer.
    Missing: null stays null, NOT_ANSWERED, for every unit it would be a part of; a later unit made of no
    former one is NOT_COLLECTED. Zero is a value; the sign is kept. Values of other units: `MapRefused`.
    """
    if measure in _REFUSED:
        raise NotConvertible(_REFUSED[measure])
    strangers = set(values) - set(walk.spreads)
    if strangers:
        raise MapRefused(_STRANGERS.format(units=", ".join(sorted(strangers))))
    grounds = zones(walk)
    of_unit = zone_of(grounds)
    places = 0 if measure == "count" else decimals
    pieces: dict[str, dict[str, Decimal | None]] = {code: {} for code in walk.later}
    for former, spread in walk.spreads.items():
        for later, part in _divided(values.get(former), spread, places).items():
            pieces[later][former] = part
    closed = {
        later
        for spread in walk.spreads.values()
        for later in (spread.unknown if _accepted(spread, accept) else spread.reach)
    }
    units = {
        code: Converted(None, Cause.NOT_COMPARABLE, zone=of_unit[code])
        if code in closed
        else _unit(code, parts, values, walk)
        for code, parts in pieces.items()
    }
    return Conversion(units, {zone: _ground(zone, values) for zone in grounds})


@finite
def convert_ratio(
    numerators: Values,
    denominators: Values,
    walk: Crosswalk,
    accept: Collection[str] | None = None,
    decimals: int = FACT_DECIMALS,
) -> Conversion:
    """A ratio on the later map: both sides converted, then divided, never the ratio itself.

    The quality is the poorer side's. Missing and unknown: as `convert`. Zero: as `ratio`.
    """
    above = convert(numerators, walk, "stock", accept, decimals)
    below = convert(denominators, walk, "stock", accept, decimals)
    units = {code: _over(unit, below.units[code]) for code, unit in above.units.items()}
    return Conversion(units, {zone: _quotient(n, below.zones[zone]) for zone, n in above.zones.items()})


def _divided(value: Decimal | None, spread: Spread, places: int) -> dict[str, Decimal | None]:
    """What each later unit gets of one former value, as far as its shares are known."""
    if value is None:
        return dict.fromkeys(spread.reach)
    rest = 1 - sum(spread.parts.values(), Fraction(0))
    shares = {**spread.parts, _REST: rest} if spread.unknown else spread.parts
    parts = apportion(value, shares, places)
    return {code: parts[code] if code in spread.parts else None for code in spread.reach}


def _accepted(spread: Spread, accept: Collection[str] | None) -> bool:
    return accept is None or spread.bases <= set(accept)


def _unit(code: str, parts: Values, values: Values, walk: Crosswalk) -> Converted:
    if not parts:
        return Converted(None, Cause.NOT_COLLECTED)
    spreads = [walk.spreads[former] for former in parts]
    bases = frozenset().union(*(spread.bases for spread in spreads))
    verified = all(spread.verified for spread in spreads)
    total = total_of_parts(list(parts.values()))
    if isinstance(total, Cause):
        return Converted(None, total, None, bases, verified)
    shares = {former: walk.spreads[former].parts[code] for former in parts}
    return Converted(total, None, _quality(shares, values), bases, verified)


def _quality(shares: Mapping[str, Fraction], values: Values) -> Decimal:
    """SUM |y| s^2 / SUM |y| s; with all values 0 each former unit counts alike."""
    sizes = {former: Fraction(abs(values[former] or Decimal(0))) for former in shares}
    if not any(sizes.values()):
        sizes = dict.fromkeys(shares, Fraction(1))
    above = sum((sizes[former] * share**2 for former, share in shares.items()), Fraction(0))
    below = sum((sizes[former] * share for former, share in shares.items()), Fraction(0))
    quality = above / below
    return Decimal(quality.numerator) / Decimal(quality.denominator)


def _ground(zone: Zone, values: Values) -> Decimal | Cause:
    if not zone.former:
        return Cause.NOT_COLLECTED
    return total_of_parts([values.get(former) for former in zone.former])


def _over(above: Converted, below: Converted) -> Converted:
    bases, verified = above.bases | below.bases, above.verified and below.verified
    if above.value is None or below.value is None or above.quality is None or below.quality is None:
        cause = above.cause or below.cause or Cause.NOT_ANSWERED
        return Converted(None, cause, None, bases, verified, above.zone or below.zone)
    found = ratio(above.value, below.value)
    if isinstance(found, Cause):
        return Converted(None, found, None, bases, verified)
    return Converted(found, None, min(above.quality, below.quality), bases, verified)


def _quotient(above: Decimal | Cause, below: Decimal | Cause) -> Decimal | Cause:
    if isinstance(above, Cause):
        return above
    return below if isinstance(below, Cause) else ratio(above, below)


_REFUSED: Mapping[str, Text] = {
    "ratio": Text(
        "Tỷ lệ không chuyển đổi trực tiếp được: hãy chuyển tử số và mẫu số rồi chia lại.",
        "A ratio is not carried over: convert numerator and denominator, then divide.",
    ),
    "index": Text(
        "Chỉ số không chuyển đổi được: hãy tổng hợp lại từ sản phẩm trên bản đồ mới.",
        "An index is not carried over: aggregate it anew from its products on the later map.",
    ),
    "median": Text(
        "Trung vị không chuyển đổi được sang địa bàn khác; phải tính lại từ số liệu gốc.",
        "A median is not carried over; it has to be taken again from the units.",
    ),
    "distinct_count": Text(
        "Số đếm không trùng không cộng được giữa các địa bàn; phải đếm lại từ số liệu gốc.",
        "Counts of distinct things do not add over areas; count again from the facts.",
    ),
}
_STRANGERS = Text(
    "Các mã {units} không có trên bản đồ cũ. Hãy kiểm tra ngày của bản đồ và mã đơn vị.",
    "The codes {units} are not on the former map. Check the day of the map and the codes.",
)
_UNKNOWN = Text(
    "không biết bao nhiêu phần của đơn vị cũ đã chuyển sang; chỉ so được cả vùng gồm {zone}",
    "nobody published how much of a former unit went here; only the zone of {zone} together compares",
)

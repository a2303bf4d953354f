"""Before the deadline: the widest result that the returns still out could cause.

Each absent unit may bring anything within its own bounds, drawn from its own history. The range of a total,
a ratio or an index's growth is then exact: no result outside it is possible while the bounds hold. Ours;
the bounding of partially observed sums is Manski's (Partial Identification, 2003, ch. 1).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.figures.methods.comparisons import Levels, percent_change
from tongket.figures.methods.finite import finite, require_finite
from tongket.figures.methods.totals import total_of_parts
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.words import Text

LEAST_HISTORY = 3  # two numbers do not show a unit's range
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most a unit may bring."""

    low: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        require_finite((self.low, self.high))
        if self.low > self.high:
            raise ValueError(f"Bounds stand low before high; found {self.low} and {self.high}.")

    def scaled(self, times: Decimal) -> Bounds:
        ends = sorted((self.low * times, self.high * times))
        return Bounds(ends[0], ends[1])


@dataclass(frozen=True, slots=True)
class Outstanding:
    """The range, and the absent units by how much of its width each causes, the widest first: whom to
    phone. A point (`low == high`) means that nothing outstanding can change the result."""

    low: Decimal
    high: Decimal
    drivers: tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Unbounded:
    """Units without a history to bound them: no range can be given while they are out."""

    units: tuple[str, ...]

    @property
    def because(self) -> Text:
        return Text(
            "chưa thể cho khoảng: {units} chưa báo cáo và chưa có đủ số các kỳ trước",
            "no range can be given: {units} have not reported and have too little history",
        ).format(units=", ".join(self.units))


AbsentBounds = Mapping[str, Bounds | None]


@finite
def history_bounds(history: Levels, slack: Decimal = ZERO, least: int = LEAST_HISTORY) -> Bounds | None:
    """The least and the most of a unit's own known past, each moved outwards by `slack` of its size.

    Domain: slack >= 0. Missing: blanks are passed over; fewer than `least` numbers bound nothing, None.
    Zero is a number: a unit that has stood still may do so again.
    """
    known = [value for value in history if value is not None]
    if len(known) < least:
        return None
    return Bounds(min(known) - slack * abs(min(known)), max(known) + slack * abs(max(known)))


@finite
def growth_bounds(
    last_year: Decimal | None, growths: Levels, slack: Decimal = ZERO, least: int = LEAST_HISTORY
) -> Bounds | None:
    """The same month last year times the least and the most of the unit's own past yearly ratios.

    For a unit with a season. Missing: as `history_bounds`; no last year bounds nothing. Zero: a last year
    of 0 says nothing of this one, None.
    """
    ratios = history_bounds(growths, slack, least)
    return None if not last_year or ratios is None else ratios.scaled(last_year)


@finite
def total_range(known: Decimal, absent: AbsentBounds) -> Outstanding | Unbounded:
    """[known + SUM low_i, known + SUM high_i] over the absent units.

    Missing: a unit without bounds makes it `Unbounded`. Nobody absent: a point.
    """
    return _weighted_range(known, {unit: (Decimal(1), bounds) for unit, bounds in absent.items()})


def _weighted_range(
    known: Decimal, absent: Mapping[str, tuple[Decimal, Bounds | None]]
) -> Outstanding | Unbounded:
    """[known + SUM least of c_i [low_i, high_i], known + SUM most of it]."""
    unknown = tuple(sorted(unit for unit, (_, bounds) in absent.items() if bounds is None))
    if unknown:
        return Unbounded(unknown)
    moved = {unit: bounds.scaled(times) for unit, (times, bounds) in absent.items() if bounds is not None}
    low = sum((bounds.low for bounds in moved.values()), known)
    high = sum((bounds.high for bounds in moved.values()), known)
    return Outstanding(low, high, _widest({unit: b.high - b.low for unit, b in moved.items()}))


@dataclass(frozen=True, slots=True)
class AbsentPair:
    """What an absent unit may add to a ratio's numerator and to its denominator."""

    numerator: Bounds | None
    denominator: Bounds | None


@finite
def ratio_range(
    numerator: Decimal, denominator: Decimal, absent: Mapping[str, AbsentPair], part_of_whole: bool = False
) -> Outstanding | Unbounded | Cause:
    """The least and the most of (N + SUM n_i) / (D + SUM d_i) with every (n_i, d_i) within its bounds.

    `part_of_whole` holds n_i <= d_i besides, as households with electricity among all households.
    Dinkelbach's method: the ratio is at most q where SUM max (n_i - q d_i) <= q D - N, and the maximum of
    a linear function lies on a corner. A unit's driver is the width that would be left were it alone
    out, the others at the middle of their bounds. Missing: a unit without bounds makes it `Unbounded`.
    Zero: a denominator that may be 0 or below has no range, ZERO_BASE. Bounds that no n_i <= d_i
    satisfies contradict each other, UNDEFINED.
    """
    unknown = tuple(sorted(u for u, p in absent.items() if p.numerator is None or p.denominator is None))
    if unknown:
        return Unbounded(unknown)
    corners = {unit: _corners(pair, part_of_whole) for unit, pair in absent.items()}
    if any(not points for points in corners.values()):
        return Cause.UNDEFINED
    if denominator + sum((min(d for _, d in points) for points in corners.values()), ZERO) <= 0:
        return Cause.ZERO_BASE
    every = list(corners.values())
    low, high = (_extreme(numerator, denominator, every, sign) for sign in (-1, 1))
    widths = {unit: _alone(numerator, denominator, corners, unit) for unit in corners}
    return Outstanding(low, high, _widest(widths))


Corners = list[tuple[Decimal, Decimal]]


def _corners(pair: AbsentPair, part_of_whole: bool) -> Corners:
    """The corners of the box, cut by n <= d where asked."""
    n, d = pair.numerator, pair.denominator
    assert n is not None
    assert d is not None
    box = [(x, y) for x in (n.low, n.high) for y in (d.low, d.high)]
    if not part_of_whole:
        return box
    cut = [(y, y) for y in (d.low, d.high) if n.low <= y <= n.high]
    cut += [(x, x) for x in (n.low, n.high) if d.low <= x <= d.high]
    return [point for point in box if point[0] <= point[1]] + cut


def _extreme(numerator: Decimal, denominator: Decimal, units: Sequence[Corners], sign: int) -> Decimal:
    """Dinkelbach: pick each unit's best corner at ratio q, recompute q, until nothing changes."""
    n, d = _added(numerator, denominator, [points[0] for points in units])
    while True:
        best = [max(points, key=lambda point: sign * (point[0] * d - point[1] * n)) for points in units]
        better_n, better_d = _added(numerator, denominator, best)
        if sign * (better_n / better_d - n / d) <= 0:
            return n / d
        n, d = better_n, better_d


def _added(
    numerator: Decimal, denominator: Decimal, points: Sequence[tuple[Decimal, Decimal]]
) -> tuple[Decimal, Decimal]:
    return sum((n for n, _ in points), numerator), sum((d for _, d in points), denominator)


def _alone(numerator: Decimal, denominator: Decimal, corners: Mapping[str, Corners], unit: str) -> Decimal:
    """The width this unit causes with all others held at the middle of their corners."""
    for other, points in corners.items():
        if other != unit:
            numerator += sum((n for n, _ in points), ZERO) / len(points)
            denominator += sum((d for _, d in points), ZERO) / len(points)
    low, high = (_extreme(numerator, denominator, [corners[unit]], sign) for sign in (-1, 1))
    return high - low


@dataclass(frozen=True, slots=True)
class IndexedProduct:
    """A product of a fixed-base index: its share of the whole's weight, its base quantity (mean month of
    the base year), what its units have reported so far and what the absent ones may add."""

    weight: Decimal
    base_quantity: Decimal
    known: Decimal
    absent: AbsentBounds


@finite
def index_range(products: Sequence[IndexedProduct]) -> Outstanding | Unbounded | Cause:
    """The least and the most of the level SUM W (100 q / q_0) / SUM W once all returns are in.

    For one month; over months give sums of quantities and read the sum of levels. A product without a
    base or weight leaves its weight to the others, as in `index.production_index`. Zero: no product
    with both gives ZERO_BASE. Missing: a unit without bounds makes it `Unbounded`; a unit that makes
    several products is named once with its widths added.
    """
    usable = [p for p in products if p.base_quantity > 0 and p.weight > 0]
    whole = total_of_parts([product.weight for product in usable])
    if isinstance(whole, Cause):
        return Cause.ZERO_BASE
    low = high = ZERO
    widths: dict[str, Decimal] = {}
    unknown: set[str] = set()
    for product in usable:
        points = 100 * product.weight / (whole * product.base_quantity)
        part = _weighted_range(product.known * points, {u: (points, b) for u, b in product.absent.items()})
        if isinstance(part, Unbounded):
            unknown.update(part.units)
            continue
        low, high = low + part.low, high + part.high
        for unit, width in part.drivers:
            widths[unit] = widths.get(unit, ZERO) + width
    return Unbounded(tuple(sorted(unknown))) if unknown else Outstanding(low, high, _widest(widths))


@finite
def index_growth_range(
    products: Sequence[IndexedProduct], before: Decimal | None
) -> Outstanding | Unbounded | Cause:
    """`index_range` as growth in percent on a known level, or sum of levels, `before`.

    Widths are in percentage points. Missing, zero and negative base: as `percent_change`.
    """
    levels = index_range(products)
    if not isinstance(levels, Outstanding):
        return levels
    low, high = percent_change(levels.low, before), percent_change(levels.high, before)
    if isinstance(low, Cause):
        return low
    if isinstance(high, Cause) or before is None:
        return Cause.UNDEFINED
    return Outstanding(low, high, tuple((unit, 100 * width / before) for unit, width in levels.drivers))


def _widest(widths: Mapping[str, Decimal]) -> tuple[tuple[str, Decimal], ...]:
    return tuple(sorted(widths.items(), key=lambda pair: (-pair[1], pair[0])))

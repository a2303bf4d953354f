"""Targets that were set on a former map: re-allocated by base-year share, or retired with the reason.

Source: METHODS §6, "target set on an old district -> re-allocate by base-year share or retire".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tongket.figures.methods.crosswalk.apportion import apportion
from tongket.figures.methods.crosswalk.convert import FACT_DECIMALS, Values, convert
from tongket.figures.methods.crosswalk.walk import Crosswalk
from tongket.figures.methods.finite import finite
from tongket.figures.methods.totals import total_of_parts
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.words import Text


@dataclass(frozen=True, slots=True)
class Retired:
    """A later unit that no target can be handed to, and why."""

    because: Text


@dataclass(frozen=True, slots=True)
class Reallocated:
    """A later unit's share of the former targets, and the targets it was taken from."""

    value: Decimal
    of: tuple[str, ...]


@finite
def reallocate_targets(
    targets: Values,
    base_year: Mapping[str, Values],
    walk: Crosswalk,
    decimals: int = FACT_DECIMALS,
) -> dict[str, Reallocated | Retired]:
    """Levels and counts: each target divided over its pieces by their base-year values, then carried over.

    `targets` by the unit they were set on, such as a district; `base_year` gives for each of these the
    base-year values of the former units it consisted of (itself, where it is one of them). The
    re-allocated targets of a district sum to its target to the last unit, unless a part is retired.
    Missing: a target without a value, a piece without a base, or a base of 0 retires all that came from
    it; a later unit partly made of units under no target is retired, for its target would be too small.
    Unknown shares retire likewise. Later units touched by no target are not in the answer.
    """
    pieces, under = _pieces(targets, base_year, decimals)
    carried = convert({unit: pieces.get(unit) for unit in walk.spreads}, walk, "flow", None, decimals)
    touched = {later for former in under for later in walk.spreads[former].reach}
    found: dict[str, Reallocated | Retired] = {}
    for later in walk.later:
        if later not in touched:
            continue
        unit, sources = carried.units[later], walk.sources(later)
        owners = tuple(sorted({under[source] for source in sources if source in under}))
        if any(source not in under for source in sources):
            found[later] = Retired(_PARTLY.format(targets=", ".join(owners)))
        elif unit.value is None:
            found[later] = Retired(unit.because or _NO_BASE.format(targets=", ".join(owners)))
        else:
            found[later] = Reallocated(unit.value, owners)
    return found


@finite
def carry_rate(target: Decimal, former: str, walk: Crosswalk) -> tuple[str, Decimal] | Retired:
    """A growth or a ratio: handed on only where the later unit is the former one and nothing else.

    A rate does not divide, and a unit with other ground in it was never promised it.
    """
    later = walk.one_to_one(former)
    return Retired(_RATE.format(unit=former)) if later is None else (later, target)


def _pieces(
    targets: Values, base_year: Mapping[str, Values], decimals: int
) -> tuple[dict[str, Decimal | None], dict[str, str]]:
    """Each former unit's piece of the target above it, None where there is no base; and whose it is."""
    pieces: dict[str, Decimal | None] = {}
    under: dict[str, str] = {}
    for owner, target in targets.items():
        sizes = base_year[owner]
        under.update(dict.fromkeys(sizes, owner))
        whole = total_of_parts(list(sizes.values()))
        if target is None or isinstance(whole, Cause) or whole <= 0:
            pieces.update(dict.fromkeys(sizes))
            continue
        shares = {unit: Fraction(size or 0) for unit, size in sizes.items()}
        pieces.update(apportion(target, shares, decimals))
    return pieces, under


_PARTLY = Text(
    "dừng áp dụng: đơn vị mới gồm cả địa bàn chưa từng có chỉ tiêu (chỉ tiêu cũ: {targets})",
    "retired: the new unit holds ground that had no target (former targets: {targets})",
)
_NO_BASE = Text(
    "dừng áp dụng: không có số năm gốc để phân bổ chỉ tiêu của {targets}",
    "retired: there is no base-year figure to divide the target of {targets} by",
)
_RATE = Text(
    "dừng áp dụng: tốc độ tăng hoặc tỷ lệ của {unit} không chia được cho các đơn vị mới",
    "retired: a growth or a ratio of {unit} cannot be divided among new units",
)

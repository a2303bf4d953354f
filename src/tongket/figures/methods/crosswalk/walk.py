"""The way from the units of one day to those of another, over all dated links between them.

Source: METHODS §6 (area_link: the shares of a former unit sum to one). A unit is known by its code and the
day it began, so a code used again for another extent is another unit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from tongket.figures.methods.finite import finite
from tongket.figures.terms.area import Area, AreaLink, AreaMap, Level
from tongket.figures.terms.words import Refusal, Text

EXACT = "exact"  # the basis of a link that hands a whole unit on
TOLERANCE = Fraction(1, 10**6)  # shares are published with a few decimals
ONE = Fraction(1)
Key = tuple[str, date]


class MapRefused(Refusal):
    """The links between two maps do not account for every unit."""


@dataclass(frozen=True)
class Spread:
    """Where one former unit went: the known share by later unit, and the units among which the rest, if
    any, is divided nobody knows how. `bases` says what the shares that divide it were measured in."""

    parts: Mapping[str, Fraction]
    unknown: frozenset[str] = frozenset()
    bases: frozenset[str] = frozenset()
    verified: bool = True

    @property
    def reach(self) -> frozenset[str]:
        return self.unknown | self.parts.keys()


@dataclass(frozen=True)
class Crosswalk:
    """From each unit of one map to the units of another. `later` lists all units of the later map."""

    spreads: Mapping[str, Spread]
    later: tuple[str, ...]

    @cached_property
    def _sources(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for former, spread in self.spreads.items():
            for later in spread.reach:
                found.setdefault(later, []).append(former)
        return {later: tuple(formers) for later, formers in found.items()}

    def sources(self, later: str) -> tuple[str, ...]:
        """The former units of which a later one has, or may have, a part."""
        return self._sources.get(later, ())

    def one_to_one(self, former: str) -> str | None:
        """The later unit that is the former one and nothing else, or None."""
        parts = self.spreads[former].reach
        only = next(iter(parts)) if len(parts) == 1 else None
        return only if only is not None and self.sources(only) == (former,) else None


def crosswalk(areas: AreaMap, from_day: date, to_day: date, level: Level) -> Crosswalk:
    """Follow every unit of a level in force on `from_day` through its links to `to_day`.

    Shares multiply along the way and add where ways meet. A share nobody published stays unknown, unless
    all it may have gone to is one later unit: then it is known after all. Zero shares are dropped.
    Raises `MapRefused` for a unit that ends without a successor, for shares that do not sum to one, and
    for a link to a unit the register does not have.
    """
    if to_day < from_day:
        raise ValueError(f"A crosswalk leads forward in time; found {from_day} to {to_day}.")
    rows = {(area.code, area.valid_from): area for area in areas.areas}
    links: dict[Key, list[AreaLink]] = {}
    for link in areas.links:
        links.setdefault((link.from_code, link.from_valid_from), []).append(link)

    def follow(area: Area) -> Spread:
        if area.valid_to is None or to_day <= area.valid_to:
            return Spread({area.code: ONE})
        return _through(
            area, links.get((area.code, area.valid_from), []), lambda link: follow(_row(rows, link))
        )

    spreads = {area.code: follow(area) for area in areas.in_force(from_day, level)}
    return Crosswalk(spreads, tuple(area.code for area in areas.in_force(to_day, level)))


def composed(first: Crosswalk, second: Crosswalk) -> Crosswalk:
    """Two steps as one, such as 204 units to 200 and 200 to 75.

    The second step has to start from the units the first ends with, else `MapRefused`.
    """
    if set(first.later) != set(second.spreads):
        raise MapRefused(_STEPS.format(units=_named(set(first.later) ^ set(second.spreads))))
    spreads = {code: _joined(spread, second.spreads) for code, spread in first.spreads.items()}
    return Crosswalk(spreads, second.later)


@finite
def reshared(walk: Crosswalk, weights: Mapping[str, Mapping[str, Decimal]], basis: str) -> Crosswalk:
    """The same map with the shares of some former units measured anew, by the size of their pieces.

    `weights` gives for a former unit the size of the piece each later unit received, such as its
    population or households; the nearer to the variable the better (METHODS §6). Domain: sizes >= 0
    with a sum above 0, for units the former one did go to; else `MapRefused`.
    """
    spreads = dict(walk.spreads)
    for former, sizes in weights.items():
        whole = sum(sizes.values(), Decimal(0))
        beyond = set(sizes) - walk.spreads[former].reach
        if whole <= 0 or min(sizes.values()) < 0 or beyond:
            raise MapRefused(_SIZES.format(unit=former, beyond=_named(beyond)))
        parts = {code: Fraction(size) / Fraction(whole) for code, size in sizes.items() if size}
        bases = frozenset({basis}) if len(parts) > 1 else frozenset()
        spreads[former] = replace(walk.spreads[former], parts=parts, unknown=frozenset(), bases=bases)
    return replace(walk, spreads=spreads)


def _row(rows: Mapping[Key, Area], link: AreaLink) -> Area:
    area = rows.get((link.to_code, link.to_valid_from))
    if area is None:
        raise MapRefused(_NO_UNIT.format(unit=link.to_code, day=link.to_valid_from, event=link.event_id))
    return area


def _through(area: Area, links: list[AreaLink], follow: Callable[[AreaLink], Spread]) -> Spread:
    """One former unit over its links: checked, then each link's own way followed."""
    if not links:
        raise MapRefused(_NO_SUCCESSOR.format(unit=area.full_name, code=area.code, day=area.valid_to))
    known = sum((Fraction(link.share) for link in links if link.share is not None), Fraction(0))
    unknown = [follow(link) for link in links if link.share is None]
    wrong = known > 1 + TOLERANCE or any(link.share is not None and link.share < 0 for link in links)
    if wrong or (not unknown and abs(known - 1) > TOLERANCE):
        raise MapRefused(_SUM.format(unit=area.full_name, code=area.code, sum=f"{float(known):.6f}"))
    steps = [(Fraction(link.share), follow(link)) for link in links if link.share]
    bases = {link.basis for link in links if link.share and link.share != 1}
    verified = all(link.verified for link in links)
    return _gathered(steps, unknown, 1 - known, frozenset(bases), verified)


def _joined(spread: Spread, second: Mapping[str, Spread]) -> Spread:
    steps = [(share, second[code]) for code, share in spread.parts.items()]
    unknown = [second[code] for code in sorted(spread.unknown)]
    rest = 1 - sum(spread.parts.values(), Fraction(0))
    return _gathered(steps, unknown, rest, spread.bases, spread.verified)


def _gathered(
    steps: Iterable[tuple[Fraction, Spread]],
    unknown: list[Spread],
    rest: Fraction,
    bases: frozenset[str],
    verified: bool,
) -> Spread:
    """Known shares times what follows them; what is not known goes to whatever it may have reached."""
    parts: dict[str, Fraction] = {}
    pending: list[tuple[Fraction, frozenset[str]]] = []
    followed = [*steps]
    for share, step in followed:
        for code, part in step.parts.items():
            parts[code] = parts.get(code, Fraction(0)) + share * part
        if step.unknown:
            pending.append((share * (1 - sum(step.parts.values(), Fraction(0))), step.unknown))
    if unknown:
        pending.append((rest, frozenset().union(*(step.reach for step in unknown))))
    open_: set[str] = set()
    for mass, reach in pending:
        if mass == 0:
            continue
        if len(reach) == 1:
            (only,) = reach
            parts[only] = parts.get(only, Fraction(0)) + mass
        else:
            open_ |= reach
    every = [step for _, step in followed] + unknown
    divided = len(parts) > 1 or bool(open_)
    measured = bases.union(*(step.bases for step in every)) if divided else frozenset()
    return Spread(parts, frozenset(open_), measured, verified and all(step.verified for step in every))


def _named(codes: Iterable[str]) -> str:
    return ", ".join(sorted(codes)) or "—"


_NO_SUCCESSOR = Text(
    "{unit} (mã {code}) hết hiệu lực ngày {day:%d/%m/%Y} mà không có đơn vị kế tiếp trong area_links. Hãy bổ "
    "sung quan hệ, hoặc chuyển đổi ở cấp xã.",
    "{unit} (code {code}) ended on {day:%Y-%m-%d} without a successor in area_links. Add the link, or "
    "convert at the level of communes.",
)
_SUM = Text(
    "{unit} (mã {code}): các phần cộng lại {sum}; phải bằng 1, không phần nào âm. Hãy sửa area_links.",
    "{unit} (code {code}): its shares sum to {sum}; they sum to 1 and none is negative. Correct area_links.",
)
_NO_UNIT = Text(
    "Sự kiện {event} dẫn tới đơn vị {unit} từ ngày {day:%d/%m/%Y}, nhưng danh mục không có đơn vị đó.",
    "Event {event} leads to unit {unit} from {day:%Y-%m-%d}, which the register does not have.",
)
_STEPS = Text(
    "Hai bước chuyển đổi không nối nhau: {units} chỉ có ở một bước.",
    "The two steps do not meet: {units} stand in one of them only.",
)
_SIZES = Text(
    "Không chia được {unit}: quy mô các phần phải không âm, có tổng dương, và chỉ thuộc các đơn vị kế tiếp "
    "(thừa: {beyond}).",
    "{unit} cannot be divided: sizes are not negative, sum above 0, and belong to its successors only "
    "(beyond them: {beyond}).",
)

"""Donors: units that answered, from the finest class that has enough of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from tongket.figures.methods.finite import require_finite
from tongket.figures.methods.imputation.record import Method, Record

LEAST_DONORS = 5  # METHODS §4.4


@dataclass(frozen=True)
class Pool:
    """The class donors were found in, the donors, and their sums, taken once for all receivers."""

    donor_class: str
    donors: tuple[Record, ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(donor.unit for donor in self.donors)

    @cached_property
    def now(self) -> Decimal:
        return sum((donor.now or Decimal(0) for donor in self.donors), Decimal(0))

    @cached_property
    def previous(self) -> Decimal:
        return sum((donor.previous or Decimal(0) for donor in self.donors), Decimal(0))

    @cached_property
    def last_year(self) -> Decimal:
        return sum((donor.last_year or Decimal(0) for donor in self.donors), Decimal(0))


Asked = Callable[[Record], bool]


def with_value(donor: Record) -> bool:
    return donor.now is not None


def matched_to_previous(donor: Record) -> bool:
    """Both months observed: an imputed month would only echo the ladder's own guess."""
    return donor.now is not None and donor.previous is not None and donor.previous_by is Method.OBSERVED


def matched_to_last_year(donor: Record) -> bool:
    return donor.now is not None and donor.last_year is not None


class Donors:
    """The units of the month by class, asked for the finest class with enough donors."""

    def __init__(self, records: Sequence[Record], least: int = LEAST_DONORS) -> None:
        require_finite(tuple(records))
        if least < 1:
            raise ValueError(f"A class has one donor at least; found {least}.")
        self._least = least
        self._members: dict[str, list[Record]] = {}
        self._pools: dict[tuple[str, Asked], Pool] = {}
        for record in sorted(records, key=lambda one: one.unit):
            for name in dict.fromkeys(record.classes):
                self._members.setdefault(name, []).append(record)

    def pool(self, receiver: Record, asked: Asked, least: int | None = None) -> Pool | None:
        """The first of the receiver's classes with at least `least` donors, or None.

        Classes are collapsed in the order the receiver names them, from fine to wide. Source: METHODS §4.4.
        """
        wanted = self._least if least is None else least
        for name in receiver.classes:
            pool = self._of(name, asked)
            if len(pool.donors) >= wanted:
                return pool
        return None

    def _of(self, name: str, asked: Asked) -> Pool:
        """The donors of a class; a receiver is never among them, for it has no value of its own."""
        if (name, asked) not in self._pools:
            donors = tuple(one for one in self._members[name] if asked(one))
            self._pools[name, asked] = Pool(name, donors)
        return self._pools[name, asked]


def by_unit(records: Sequence[Record]) -> Mapping[str, Record]:
    """The records by unit; a unit given twice is a broken contract."""
    found = {record.unit: record for record in records}
    if len(found) != len(records):
        twice = sorted({one.unit for one in records if sum(r.unit == one.unit for r in records) > 1})
        raise ValueError(f"Each unit once; found twice: {', '.join(twice)}.")
    return found

"""Who stands behind a cell, as holdings: how many, how large, who has waived."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tongket.figures.methods.disclosure.cells import Cell
from tongket.figures.methods.finite import finite


@dataclass(frozen=True, slots=True)
class Holder:
    """One holding's part of a cell, its units added; `waived` when every one of them has waived."""

    name: str
    amount: Decimal
    waived: bool
    answered: bool


@dataclass(frozen=True, slots=True)
class Holders:
    """The holdings of one cell, largest first, x1 >= x2 >= ...; `total` is X, the cell's own value.

    X may be more than what they sum to, for a weighted total or one with imputed parts: what is above
    hides the largest like any other contribution.
    """

    total: Decimal
    holders: tuple[Holder, ...]
    negative: bool

    @property
    def count(self) -> int:
        """N. Holdings that belong to the cell and have not answered are counted."""
        return len(self.holders)

    @property
    def all_waived(self) -> bool:
        return all(one.waived for one in self.holders)

    def to_protect(self) -> Holder | None:
        """The largest that has not waived."""
        return next((one for one in self.holders if not one.waived), None)

    def largest_beside(self, protected: Holder, n: int) -> Decimal:
        """The sum of the n largest others, waived or not: what its competitors know together."""
        others = [one.amount for one in self.holders if one is not protected]
        return sum(others[:n], Decimal(0))


@finite
def holders(cell: Cell) -> Holders | None:
    """Contributions of a cell grouped by holding. None: nobody has said who stands behind it.

    Missing: a unit without an answer makes its holding count, with the amount of its other units.
    Zero: a contribution of 0 counts. Negative: noted, for only the threshold rule has a meaning then.
    A missing cell value is taken to be the sum of what is there.
    """
    if cell.contributions is None:
        return None
    grouped: dict[str, list[tuple[Decimal | None, bool]]] = {}
    for one in cell.contributions:
        grouped.setdefault(one.owner, []).append((one.value, one.waived))
    found = [
        Holder(
            name,
            sum((value for value, _ in parts if value is not None), Decimal(0)),
            all(waived for _, waived in parts),
            any(value is not None for value, _ in parts),
        )
        for name, parts in grouped.items()
    ]
    whole = sum((one.amount for one in found), Decimal(0)) if cell.value is None else cell.value
    negative = any(one.value is not None and one.value < 0 for one in cell.contributions)
    ordered = tuple(sorted(found, key=lambda one: (-one.amount, one.name)))
    return Holders(whole, ordered, negative or whole < 0)


def sole_holder(cell: Cell) -> str | None:
    """The one holding behind a cell, which therefore knows it exactly; None when there are more."""
    names = {one.owner for one in cell.contributions or ()}
    return names.pop() if len(names) == 1 else None

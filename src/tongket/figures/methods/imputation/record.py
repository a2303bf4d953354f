"""What an imputation starts from and what it leaves: one unit's numbers, and the value put in its place."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tongket.figures.terms.figure import Cause, ObsStatus


class Method(StrEnum):
    """The rungs of the ladder; `OBSERVED` is no imputation."""

    OBSERVED = "observed"
    DEDUCTIVE = "deductive"
    ADMINISTRATIVE = "administrative"
    RATIO_TO_PREVIOUS = "ratio_to_previous"
    SAME_MONTH_GROWTH = "same_month_growth"
    CLASS_MEAN = "class_mean"
    HOT_DECK = "hot_deck"
    CARRY_FORWARD = "carry_forward"


@dataclass(frozen=True, slots=True)
class Balance:
    """A balance the missing value stands in: total = value + others."""

    total: Decimal | None
    others: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One unit and item in the month to be filled.

    `classes` are the unit's classes from the finest to the widest, such as division x size x commune,
    division x size, division. `previous_by` says how last month's number came to be: only an observed one
    makes a donor. `take_all` marks a unit so dominant that it is asked, not guessed.
    """

    unit: str
    classes: tuple[str, ...]
    now: Decimal | None
    previous: Decimal | None = None
    last_year: Decimal | None = None
    previous_by: Method = Method.OBSERVED
    administrative: Decimal | None = None
    balance: Balance | None = None
    take_all: bool = False
    weight: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Imputed:
    """The value, its rung, the class its donors were taken from, and the donors by name."""

    value: Decimal
    method: Method
    donor_class: str = ""
    donors: tuple[str, ...] = ()

    @property
    def status(self) -> ObsStatus:
        return ObsStatus.NORMAL if self.method is Method.OBSERVED else ObsStatus.IMPUTED


@dataclass(frozen=True, slots=True)
class Escalated:
    """A dominant unit without an answer: no value stands for it until somebody approves the proposal.

    `proposal` is what the ladder would put, or the cause why it has nothing to put.
    """

    proposal: Imputed | Cause


Outcome = Imputed | Escalated | Cause

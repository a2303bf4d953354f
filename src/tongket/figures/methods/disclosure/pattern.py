"""A suppression pattern: what is printed of every cell, what outsiders can still say, and its audit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from tongket.figures.methods.disclosure.merging import Merge
from tongket.figures.methods.disclosure.rules import ConfStatus
from tongket.figures.terms.figure import ObsStatus


@dataclass(frozen=True, slots=True)
class Status:
    """OBS_STATUS and CONF_STATUS of one cell; `printed` is whether its number may stand there."""

    obs: ObsStatus
    conf: ConfStatus
    printed: bool


@dataclass(frozen=True, slots=True)
class Interval:
    """What an outsider can say of a withheld cell; an end that is None has no limit."""

    lower: Decimal | None
    upper: Decimal | None

    def holds(self, low: Decimal, high: Decimal) -> bool:
        """Whether it reaches from `low` to `high`."""
        return (self.lower is None or self.lower <= low) and (self.upper is None or high <= self.upper)


@dataclass(frozen=True, slots=True)
class Need:
    """How wide an interval has to be: from value - `lower` to value + `upper`."""

    lower: Decimal
    upper: Decimal


@dataclass(frozen=True, slots=True)
class Inside:
    """An attack that gets inside a protection level: on which cell, by whom ("" an outsider)."""

    cell: str
    attacker: str


@dataclass(frozen=True)
class Audit:
    """The attacker's report on the pattern as it stands.

    `inside` is empty for a safe pattern. `already_printed`: unsafe cells that an earlier release has
    told; nothing can be done for them, and they are no fault of this pattern. `already_known`: the same of
    cells that are not printed but that earlier publications give away. `unjudged`: cells nobody
    has named contributors of, which are published unless needed. `unions`: sums protected beside the
    cells. `method` is how each block was solved and `stopped` why a search ended before it was proven the
    cheapest ("seconds" is the one reason that another machine may not share). `cost` and `bound` are in
    units of the blocks' mean cost; no safe pattern costs less than `bound`. `attacks` counts the goals.
    """

    inside: tuple[Inside, ...]
    already_printed: tuple[str, ...]
    already_known: tuple[Inside, ...]
    unjudged: tuple[str, ...]
    unions: tuple[str, ...]
    method: tuple[str, ...]
    stopped: tuple[str, ...]
    cost: float
    bound: float
    attacks: int


@dataclass(frozen=True)
class Pattern:
    """Statuses of all cells, intervals of the withheld ones, needs of the primary ones.

    `safe` is False when the attacker gets inside somewhere: nothing may be released then, and `merges`
    says which categories to put together first.
    """

    statuses: Mapping[str, Status]
    intervals: Mapping[str, Interval]
    needs: Mapping[str, Need]
    merges: tuple[Merge, ...]
    audit: Audit

    @property
    def safe(self) -> bool:
        return not self.audit.inside

    @property
    def withheld(self) -> tuple[str, ...]:
        """The cells whose numbers exist and are not printed."""
        return tuple(key for key, one in self.statuses.items() if one.obs is ObsStatus.SUPPRESSED)

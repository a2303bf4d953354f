"""What a survey has in hand: strata of a frame, the units drawn from each, and what they answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class SampledUnit:
    """A drawn unit: `y` is its answer, None when it has not given one; `x` is known of it beforehand.

    `response_class` names the units it is taken to answer like. A unit that has moved or changed its
    trade since it was drawn stays in the stratum it was drawn from, with that stratum's weight.
    """

    unit: str
    y: Decimal | None
    x: Decimal | None = None
    response_class: str = ""


@dataclass(frozen=True, slots=True)
class Stratum:
    """`population` units of the frame, of which `sample` was drawn; `x_total` is X over all of them.

    `group` names the strata it may be collapsed with (a division, a size class); strata are collapsed
    with their neighbours in the order in which they are given.
    """

    code: str
    population: int
    sample: tuple[SampledUnit, ...]
    x_total: Decimal | None = None
    group: str = ""

    def __post_init__(self) -> None:
        if self.population < len(self.sample):
            raise ValueError(
                f"Stratum {self.code}: {len(self.sample)} units drawn from {self.population}; "
                "the frame must hold every unit that was drawn."
            )

    @property
    def drawn(self) -> int:
        """n_h, the units drawn, whether they answered or not."""
        return len(self.sample)

    @property
    def respondents(self) -> tuple[SampledUnit, ...]:
        return tuple(unit for unit in self.sample if unit.y is not None)

    @property
    def take_all(self) -> bool:
        """Every unit of the frame was drawn: f = 1, and drawing adds no variance."""
        return self.drawn == self.population

    def within(self, member: Callable[[SampledUnit], bool]) -> Stratum:
        """The same sample with y of a unit outside the domain set to 0, y * 1{unit in domain}.

        The count of the domain in the frame is not needed, and the variance carries that it is not
        known. A missing answer inside the domain stays missing; outside it is 0. The auxiliary is
        dropped, because its total over the domain is not known. Source: METHODS §2.2, "domain
        estimate"; Cochran, Sampling Techniques (1977), §2.13.
        """
        cut = (replace(one, x=None, y=one.y if member(one) else Decimal(0)) for one in self.sample)
        return replace(self, sample=tuple(cut), x_total=None)

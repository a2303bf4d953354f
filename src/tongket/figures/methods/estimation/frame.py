"""The frame of a survey as data: the strata of its population, and the units drawn from each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tongket.figures.terms.words import Text


@dataclass(frozen=True, slots=True)
class FrameStratum:
    """N_h units; X_h is the auxiliary over all of them; `group` are the strata it may be collapsed with."""

    population: int
    x_total: Decimal | None = None
    group: str = ""


@dataclass(frozen=True, slots=True)
class DrawnUnit:
    """A unit of the sample, by the code of its reporter: its stratum, auxiliary, class and where it lies."""

    stratum: str
    x: Decimal | None = None
    response_class: str = ""
    area: str = ""


@dataclass(frozen=True)
class Frame:
    """The design of a survey as it stood on a day. Source: METHODS §2.2."""

    code: str
    counted_on: date
    strata: Mapping[str, FrameStratum]
    units: Mapping[str, DrawnUnit]
    reference: Text
    synthetic: bool = False

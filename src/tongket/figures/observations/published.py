"""Figures that somebody else published, as data of the office: a reference, never a return."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tongket.figures.observations.observation import Breakdown
from tongket.figures.terms.figure import Figure
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text


@dataclass(frozen=True)
class Published:
    """Figures by area, breakdown and period, with who published them and when."""

    code: str
    unit: str
    figures: Mapping[tuple[str, Breakdown, Period], Figure]
    published_on: date
    reference: Text
    synthetic: bool = False

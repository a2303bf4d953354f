"""What the office has set of Tết, of seasonal adjustment and of chances: dated data, never constants.

The defaults are the start values of METHODS §3.3 and §3.4; the catalogue's `calendars` replace them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tongket.figures.methods.time_series.chance import Bands
from tongket.figures.methods.time_series.tet import CENTRED_ON, WINDOWS, Window
from tongket.figures.methods.time_series.x13_verdict import Limits


@dataclass(frozen=True)
class Calendars:
    """`tet` are days that replace the computed ones, by year: an almanac's, or another clock's."""

    windows: Sequence[Window] = WINDOWS
    centred_on: tuple[int, int] = CENTRED_ON
    tet: Mapping[int, date] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    bands: Bands = field(default_factory=Bands)

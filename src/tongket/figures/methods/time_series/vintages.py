"""Monthly figures as they were known at a moment: releases, the triangle they make, and what was in hand.

Source: METHODS §3.1 ("only first-release data may enter a backtest") and §7 (as-of query, revision triangle).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.figures.methods.time_series.series import MONTHS
from tongket.figures.methods.totals import total_of_parts
from tongket.figures.terms.figure import Cause


@dataclass(frozen=True)
class Known:
    """A monthly series as known at one moment: its values by month, counted as `Period.first` does."""

    months: Mapping[int, Decimal]

    def of(self, year: int, first: int = 1, last: int = MONTHS) -> tuple[Decimal | None, ...]:
        """The months `first` to `last` of a year, None where one is not known."""
        return tuple(self.months.get(year * MONTHS + month - 1) for month in range(first, last + 1))

    def sum(self, year: int, first: int = 1, last: int = MONTHS) -> Decimal | Cause:
        """Their sum; NOT_ANSWERED when one is missing, so a part never stands for the whole."""
        return total_of_parts(self.of(year, first, last))

    def in_hand(self, year: int) -> int:
        """How many months from January on are known without a gap; what comes after one does not count."""
        months = self.of(year)
        return next((place for place, value in enumerate(months) if value is None), MONTHS)

    def years_before(self, year: int) -> tuple[int, ...]:
        """The complete years before `year`, the latest first."""
        first = min(self.months, default=year * MONTHS) // MONTHS
        return tuple(back for back in range(year - 1, first - 1, -1) if self.in_hand(back) == MONTHS)

    def recent(self, year: int, most: int) -> Known:
        """The year and the latest complete years before it, `most` of them at the most."""
        kept = {year, *self.years_before(year)[:most]}
        return Known({month: value for month, value in self.months.items() if month // MONTHS in kept})


@dataclass(frozen=True, slots=True)
class Release:
    """A value and the moment it became known, a number in time such as months counted like `Period`."""

    known_at: float
    value: Decimal


@dataclass(frozen=True)
class Triangle:
    """Every release of every month, by month; a month's releases may stand in any order."""

    releases: Mapping[int, Sequence[Release]]

    def as_of(self, moment: float) -> Known:
        """The latest release of each month known at `moment`; later ones never change it (§9.3, 16)."""
        months = {}
        for month, releases in self.releases.items():
            there = [release for release in releases if release.known_at <= moment]
            if there:
                months[month] = max(there, key=lambda release: release.known_at).value
        return Known(months)

    def latest(self) -> Known:
        return self.as_of(float("inf"))

    def first_known(self, year: int, months: int) -> float | None:
        """The moment at which the first releases of January to month `months` were all out; None if never."""
        moments = []
        for month in range(year * MONTHS, year * MONTHS + months):
            releases = self.releases.get(month)
            if not releases:
                return None
            moments.append(min(release.known_at for release in releases))
        return max(moments)


def first_revisions(triangle: Triangle) -> tuple[Decimal, ...]:
    """Relative revisions (L - P) / P of the first release of each month that was revised, in order of month.

    Source: METHODS §7, with the first release as base, for it is what a later one will multiply. A first
    release of 0 has no relative revision and is left out.
    """
    found = []
    for _, releases in sorted(triangle.releases.items()):
        ordered = sorted(releases, key=lambda release: release.known_at)
        if len(ordered) > 1 and ordered[0].value != 0:
            found.append((ordered[-1].value - ordered[0].value) / ordered[0].value)
    return tuple(found)

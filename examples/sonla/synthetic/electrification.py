"""Households with and without electricity in every village at the end of every year."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import fsum
from pathlib import Path

import yaml

from .apportion import apportion
from .connections import Place, connect
from .constraints import Constraints
from .numbers import Connection, Village
from .roster import areas_at, read_csv
from .seasons import generator, jitter

HERE = Path(__file__).parent
VILLAGES = "villages.csv"
Counts = dict[str, int]  # by village or district


@dataclass(frozen=True)
class ElectrificationSpec:
    years: Sequence[int]
    communes_from: int
    known: Sequence[int]
    rates: Mapping[int, float]
    size: Mapping[str, float]
    size_spread: float
    far: Mapping[str, float]
    remoteness: Mapping[str, float]
    published_districts: Mapping[str, str]
    published_year: int
    local_sources: Mapping[int, float]


def read_electrification() -> ElectrificationSpec:
    return ElectrificationSpec(**yaml.safe_load((HERE / "electrification.yaml").read_text(encoding="utf-8")))


class Electrification:
    """All villages through the years.

    Of the households without electricity in a village, U, some still wait for their project, R, and the
    others, O, do not. R follows from the connections; the province's O is what its published rate
    leaves, ΣU − ΣR, shared out over the villages by their remoteness. So connections explain a part of
    the rate and never make it.
    """

    def __init__(self, office: Path, goals: Constraints, seed: int) -> None:
        self.spec, self.goals = read_electrification(), goals
        self.places = _places(office, self.spec, generator(seed, "villages"))
        self.connections: tuple[Connection, ...] = connect(self.places, generator(seed, "connections"))
        self.inside: dict[str, list[str]] = {}
        for place in self.places:
            self.inside.setdefault(place.district, []).append(place.village)
        sizes = {place.village: place.size for place in self.places}
        self.households = {year: _shared(self._total(year), sizes) for year in self.spec.years}
        exposed = self._exposed()
        shares = self._shares(exposed)
        self.villages: tuple[Village, ...] = tuple(
            line for year in self.spec.years for line in self._year(year, shares, exposed)
        )

    def _total(self, year: int) -> int:
        """Published for two years; between and after them, grown at the yearly rate between the two."""
        start, end = self.spec.known
        first, second = (self.goals.aim(f"households_{known}") for known in (start, end))
        return round(first * (second / first) ** ((year - start) / (end - start)))

    def _electrified(self, year: int) -> int:
        if year in self.spec.known:
            return int(self.goals.aim(f"electrified_{year}"))
        rate = self.spec.rates.get(year) or self.goals.aim(f"rate_{year}")
        return round(self._total(year) * rate / 100)

    def _waiting(self, year: int) -> Counts:
        """Households whose project comes after the end of the year."""
        waiting = dict.fromkeys((place.village for place in self.places), 0)
        for connection in self.connections:
            if connection.year > year:
                waiting[connection.reporter] += int(connection.connected)
        return waiting

    def _others(self, year: int) -> int:
        return self._total(year) - self._electrified(year) - sum(self._waiting(year).values())

    def _exposed(self) -> dict[str, float]:
        """How far each village is without electricity for other reasons than waiting for its project:
        by its remoteness and the households that waited for none at first."""
        year = min(self.spec.years)
        waiting, households = self._waiting(year), self.households[year]
        return {
            place.village: (households[place.village] - waiting[place.village])
            * place.remoteness
            * self.spec.remoteness.get(place.district, 1)
            for place in self.places
        }

    def _shares(self, exposed: Mapping[str, float]) -> dict[str, float]:
        """The districts' shares of the province's O, the same in all years.

        A district whose rate was published takes what that rate leaves it in that year; the others share
        the rest as they are exposed.
        """
        year, goals = self.spec.published_year, self.spec.published_districts
        waiting, households = self._waiting(year), self.households[year]
        shares = {}
        for district, goal in goals.items():
            without = 1 - self.goals.aim(goal) / 100
            shares[district] = fsum(households[v] * without - waiting[v] for v in self.inside[district])
        rest = self._others(year) - fsum(shares.values())
        drawn = {
            d: fsum(exposed[v] for v in villages) for d, villages in self.inside.items() if d not in goals
        }
        whole = fsum(drawn.values())
        return shares | {district: rest * value / whole for district, value in drawn.items()}

    def _year(self, year: int, shares: Mapping[str, float], exposed: Mapping[str, float]) -> list[Village]:
        """O to the districts, then to their villages; a village adds those who wait."""
        without = self._waiting(year)
        for district, others in _shared(self._others(year), shares).items():
            for village, count in _shared(others, {v: exposed[v] for v in self.inside[district]}).items():
                without[village] += count
        return [self._village(place, year, without[place.village]) for place in self.places]

    def _village(self, place: Place, year: int, without: int) -> Village:
        households = self.households[year][place.village]
        electrified = households - without
        if electrified < 0:
            raise ValueError(
                f"Village {place.village} has {households} households in {year} but {without} without "
                "electricity; lower its district's remoteness or spread the batch over more villages."
            )
        local = int(electrified * place.remoteness * self.spec.local_sources[year] / 100)
        counts = (households, electrified - local, local, electrified)
        return Village(place.village, year, *map(Decimal, counts))


def read_homes(office: Path, year: int) -> dict[str, tuple[str, str]]:
    """Every village's commune and district at the end of the year."""
    parents = {row["code"]: row["parent_code"] for row in areas_at(office, year)}
    villages = {row["code"]: row["parent_code"] for row in read_csv(office / VILLAGES)}
    return {village: (commune, parents[commune]) for village, commune in villages.items()}


def _places(office: Path, spec: ElectrificationSpec, rng: random.Random) -> list[Place]:
    homes = read_homes(office, max(spec.years))
    of_commune = {
        commune: rng.random() for commune in dict.fromkeys(commune for commune, _ in homes.values())
    }
    places = []
    for row in read_csv(office / VILLAGES):
        commune, district = homes[row["code"]]
        size = spec.size[row["type"]] * jitter(rng, spec.size_spread)
        remoteness = of_commune[commune] * rng.random() * spec.far[row["type"]]
        places.append(Place(row["code"], commune, district, size, remoteness))
    return places


def _shared(total: int, weights: Mapping[str, float]) -> Counts:
    parts = apportion(Decimal(total), list(weights.values()), 0)
    return {code: int(part) for code, part in zip(weights, parts, strict=True)}

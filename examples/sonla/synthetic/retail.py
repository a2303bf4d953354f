"""Retail sales and services month by month, solved for the year's estimate and for its sum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from pathlib import Path
from typing import Any

import yaml

from .apportion import apportion, meet, rounded
from .constraints import Constraints
from .numbers import Turnover
from .roster import Reporter, months_of, read_csv
from .seasons import Months, Series, generator, jitter, scaled, shaped

HERE = Path(__file__).parent
MILLIONS = 1000  # in a billion
PLACES = 3  # of the form, in million VND
CELL_SPREAD = 0.04


@dataclass(frozen=True)
class RetailSpec:
    years: Mapping[str, Any]
    solve: Mapping[str, Any]
    services: Mapping[str, Mapping[str, Any]]
    groups: Mapping[str, Mapping[str, float]]
    kinds: Mapping[str, Mapping[str, float]]
    late: Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Retailer:
    """`filed_by` names the workbook: its own, or that of the survey which sends its strata together."""

    reporter: str
    kind: str
    size: float
    filed_by: str


def read_retail() -> RetailSpec:
    return RetailSpec(**yaml.safe_load((HERE / "retail.yaml").read_text(encoding="utf-8")))


def read_retailers() -> list[Retailer]:
    return [
        Retailer(row["reporter"], row["kind"], float(row["size"]), row["filed_by"])
        for row in read_csv(HERE / "retailers.csv")
    ]


def sell(roster: Mapping[str, Reporter], goals: Constraints, seed: int) -> tuple[Turnover, ...]:
    """Every retailer's line of every group it sells in, for every month it is due."""
    spec, retailers = read_retail(), read_retailers()
    rng = generator(seed, "retail")
    series = {service: _drawn(spec, service, seed) for service in spec.services}
    series[spec.solve["service"]][spec.solve["year"]] = _solved(spec, series, goals)
    lines = []
    for month in months_of(spec.years["full"], spec.years["open"], spec.years["open_months"]):
        due = [r for r in retailers if roster[r.reporter].due(month)]
        for service, years in series.items():
            total = rounded(years[month[0]][month[1] - 1] * MILLIONS, PLACES)
            cells = _cells(spec, service, due)
            weights = [weight * jitter(rng, CELL_SPREAD) for weight in cells.values()]
            parts = zip(cells, apportion(total, weights, PLACES), strict=True)
            lines += [Turnover(reporter, *month, group, part) for (reporter, group), part in parts]
    return tuple(lines)


def _drawn(spec: RetailSpec, service: str, seed: int) -> Series:
    """All months of all years in billion VND; of the open year only the first are told."""
    rng, about = generator(seed, service), spec.services[service]
    made = dict(about["made"])
    made[spec.years["open"]] = made[spec.solve["year"]] * (1 + about["growth"] / 100)
    return {
        year: scaled(shaped(about["season"], rng, about["spread"], about["moved"].get(year)), total)
        for year, total in made.items()
    }


def _solved(spec: RetailSpec, series: Mapping[str, Series], goals: Constraints) -> Months:
    """The year whose first months make the estimate, and whose last make the sum.

    The estimate is YTD/s, s = mean over past years of these months' share (METHODS §3.1 A), so they are
    scaled to s × estimate; the months after them to the sum less that.
    """
    years, count = series[spec.solve["service"]], spec.solve["months"]
    shares = [fsum(years[past][:count]) / fsum(years[past]) for past in spec.solve["past"]]
    first = goals.aim("retail_estimate") * fsum(shares) / len(shares)
    months = years[spec.solve["year"]]
    return meet(months[:count], first) + meet(months[count:], goals.aim("retail_sum") - first)


def _cells(spec: RetailSpec, service: str, due: list[Retailer]) -> dict[tuple[str, str], float]:
    """Reporter and group with its part of the service; a group's share is divided among who is due."""
    cells: dict[tuple[str, str], float] = {}
    for group, share in spec.groups[service].items():
        sellers = {r.reporter: spec.kinds[r.kind][group] * r.size for r in due if group in spec.kinds[r.kind]}
        whole = fsum(sellers.values())
        cells |= {(reporter, group): share * weight / whole for reporter, weight in sellers.items()}
    return cells

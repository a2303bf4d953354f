"""The province's production shared out to the plants: quantity, value, shipments and stock of each."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import fsum
from pathlib import Path

from .apportion import apportion, rounded
from .constraints import Constraints
from .industry import Industry
from .numbers import Production
from .roster import Month, Reporter, months_of, read_csv
from .seasons import generator, jitter

HERE = Path(__file__).parent
QUANTITY_PLACES, VALUE_PLACES = 3, 1  # of the form
SHARE_SPREAD, PRICE_SPREAD = 0.05, 0.015
MILLIONS = 1000  # in a billion

Totals = dict[tuple[str, Month], Decimal]
Prices = dict[tuple[str, Month], float]


@dataclass(frozen=True, slots=True)
class Plant:
    """`share` of the product while it runs; on the roster but not running, it reports zero."""

    reporter: str
    product: str
    share: float
    runs_from: str
    runs_to: str

    def runs(self, month: Month) -> bool:
        now = f"{month[0]}-{month[1]:02d}"
        return self.runs_from <= now and (not self.runs_to or now <= self.runs_to)


def read_plants() -> list[Plant]:
    return [
        Plant(row["reporter"], row["product"], float(row["share"]), row["runs_from"], row["runs_to"])
        for row in read_csv(HERE / "plants.csv")
    ]


def share_out(
    industry: Industry, roster: Mapping[str, Reporter], goals: Constraints, seed: int
) -> tuple[Production, ...]:
    """Every plant's line of every month it is due."""
    rng = generator(seed, "plants")
    totals = _totals(industry)
    prices = _prices(industry, totals, goals, rng)
    plants = read_plants()
    lines: list[Production] = []
    stocks: dict[Plant, Decimal] = {}
    for (product, month), total in totals.items():
        due = [p for p in plants if p.product == product and roster[p.reporter].due(month)]
        weights = [p.share * jitter(rng, SHARE_SPREAD) if p.runs(month) else 0.0 for p in due]
        keeps = industry.spec.products[product].get("keeps", 0)
        for plant, quantity in zip(due, apportion(total, weights, QUANTITY_PLACES), strict=True):
            value = rounded(float(quantity) * prices[product, month], VALUE_PLACES)
            there = stocks.get(plant, Decimal(0)) + quantity
            stocks[plant] = rounded(float(there) * keeps, QUANTITY_PLACES)
            shipped = there - stocks[plant]
            lines.append(Production(plant.reporter, *month, product, quantity, value, shipped, stocks[plant]))
    return _settled(lines, industry.year, goals)


def _totals(industry: Industry) -> Totals:
    """Every month with the form's places; each year of a product keeps its sum."""
    totals: Totals = {}
    years = industry.spec.years
    for product, series in industry.made.items():
        months = iter(months_of(years["full"], years["open"], years["open_months"]))
        for quantities in series.values():
            whole = rounded(fsum(quantities), QUANTITY_PLACES)
            for quantity, month in zip(apportion(whole, quantities, QUANTITY_PLACES), months, strict=False):
                totals[product, month] = quantity
    return totals


def _prices(industry: Industry, totals: Totals, goals: Constraints, rng: random.Random) -> Prices:
    """Million VND a unit. Power keeps its prices; all others are scaled alike to the output of 2020."""
    prices: Prices = {}
    for product, month in totals:
        spec = industry.spec.products[product]
        drift = (1 + spec["drift"] / 100) ** (month[0] - industry.year)
        prices[product, month] = spec["price"] * drift * jitter(rng, PRICE_SPREAD)
    power = {industry.spec.power["generated"], industry.spec.power["distributed"]}
    worth = {key: float(totals[key]) * prices[key] for key in totals if key[1][0] == industry.year}
    of_power = fsum(value for (product, _), value in worth.items() if product in power)
    free = fsum(worth.values()) - of_power
    scale = (goals.aim("industrial_output") * MILLIONS - of_power) / free
    return {key: price if key[0] in power else price * scale for key, price in prices.items()}


def _settled(lines: list[Production], year: int, goals: Constraints) -> tuple[Production, ...]:
    """What rounding left over of the year's output goes to its largest single value."""
    wanted = goals["industrial_output"].aim * MILLIONS
    left = wanted - sum(line.value for line in lines if line.year == year)
    largest = max(range(len(lines)), key=lambda i: (lines[i].year == year, lines[i].value))
    lines[largest] = lines[largest]._replace(value=lines[largest].value + left)
    return tuple(lines)

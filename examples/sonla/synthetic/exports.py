"""Farm products shipped abroad, by exporter, product, market and month, adding to the published years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import fsum
from pathlib import Path
from typing import Any

import yaml

from .apportion import apportion, rounded
from .constraints import Constraints
from .numbers import Shipment
from .roster import Month, Reporter, months_of, read_csv
from .seasons import generator, jitter

HERE = Path(__file__).parent
MILLION = Decimal(1_000_000)
QUANTITY_PLACES, FOB_PLACES = 3, 0  # of the form


@dataclass(frozen=True)
class ExportSpec:
    years: Mapping[str, Any]
    open_total: float
    spread: float
    price_spread: float
    products: Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Trade:
    """What one exporter sells of a product to a market; `weight` beside the others, of 2020."""

    reporter: str
    product: str
    market: str
    weight: float
    first_year: int
    last_year: int


def read_trades() -> list[Trade]:
    return [
        Trade(
            row["reporter"],
            row["product"],
            row["market"],
            float(row["weight"]),
            int(row["first_year"] or 0),
            int(row["last_year"] or 9999),
        )
        for row in read_csv(HERE / "exporters.csv")
    ]


def ship(roster: Mapping[str, Reporter], goals: Constraints, seed: int) -> tuple[Shipment, ...]:
    """Every shipment, and a line of zero for an exporter's main trade in a month without any.

    A year's total in whole dollars is split over all its trades and months at once, so it is met to the
    dollar.
    """
    text = (HERE / "exports.yaml").read_text(encoding="utf-8")
    spec, trades = ExportSpec(**yaml.safe_load(text)), read_trades()
    told = list(months_of(spec.years["full"], spec.years["open"], spec.years["open_months"]))
    rng = generator(seed, "exports")
    lines: dict[Month, list[Shipment]] = {month: [] for month in told}
    for year in (*spec.years["full"], spec.years["open"]):
        total = goals[f"exports_{year}"].aim if year in spec.years["full"] else Decimal(str(spec.open_total))
        cells = _cells(spec, trades, roster, year)
        weights = [weight * jitter(rng, spec.spread) for weight in cells.values()]
        dollars = apportion(total * MILLION, weights, FOB_PLACES)
        for (trade, month), fob in zip(cells, dollars, strict=True):
            price = spec.products[trade.product]["price"] * jitter(rng, spec.price_spread)
            quantity = rounded(float(fob) / price, QUANTITY_PLACES)
            if month in lines:
                lines[month].append(
                    Shipment(trade.reporter, *month, trade.product, trade.market, quantity, fob)
                )
    for month in told:
        lines[month] += _nothing_shipped(month, lines[month], trades, roster)
    return tuple(line for month in told for line in lines[month])


def _cells(
    spec: ExportSpec, trades: Sequence[Trade], roster: Mapping[str, Reporter], year: int
) -> dict[tuple[Trade, Month], float]:
    """Trade and month with its part of the year, where there is one."""
    cells = {}
    for trade in trades:
        about = spec.products[trade.product]
        if not trade.first_year <= year <= trade.last_year:
            continue
        for month, season in enumerate(about["season"], 1):
            part = trade.weight * about["years"][year] * season / fsum(about["season"])
            if part and roster[trade.reporter].due((year, month)):
                cells[trade, (year, month)] = part
    return cells


def _nothing_shipped(
    month: Month, shipped: Sequence[Shipment], trades: Sequence[Trade], roster: Mapping[str, Reporter]
) -> list[Shipment]:
    """Nothing to report is reported: a zero for the first trade of each exporter without a shipment."""
    silent = {trade.reporter: trade for trade in reversed(trades) if roster[trade.reporter].due(month)}
    for line in shipped:
        silent.pop(line.reporter, None)
    zero = Decimal(0)
    return [Shipment(t.reporter, *month, t.product, t.market, zero, zero) for t in reversed(silent.values())]

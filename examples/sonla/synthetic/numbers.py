"""The invented numbers, one value a line of a form; their fields bear the codes of the form's columns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple


class Production(NamedTuple):
    reporter: str
    year: int
    month: int
    product: str
    quantity: Decimal
    value: Decimal
    shipments: Decimal
    stock: Decimal


class Turnover(NamedTuple):
    reporter: str
    year: int
    month: int
    trade_group: str
    turnover: Decimal


class Shipment(NamedTuple):
    reporter: str
    year: int
    month: int
    product: str
    market: str
    quantity: Decimal
    fob: Decimal


class Village(NamedTuple):
    reporter: str  # the village's own code
    year: int
    households: Decimal
    grid: Decimal
    local: Decimal
    electrified: Decimal


class Connection(NamedTuple):
    reporter: str  # the village's own code
    year: int
    project: str
    connected_on: date
    connected: Decimal


@dataclass(frozen=True, slots=True)
class Numbers:
    """All that is generated, in the order it is written."""

    production: tuple[Production, ...]
    turnover: tuple[Turnover, ...]
    shipments: tuple[Shipment, ...]
    villages: tuple[Village, ...]
    connections: tuple[Connection, ...]


Line = Production | Turnover | Shipment | Village | Connection

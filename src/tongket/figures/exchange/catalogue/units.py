"""`units.yaml`: units of measure, each with how many of its base unit it is."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from tongket.figures.exchange.catalogue.entry import Entry
from tongket.figures.exchange.catalogue.files import collect
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.words import Text

MORE_THAN_NOTHING = Text("một số lớn hơn 0", "a number above 0")


def read_units(folders: Sequence[Path]) -> dict[str, Unit]:
    return {code: _unit(entry) for code, entry in collect(folders, "units.yaml").items()}


def _unit(entry: Entry) -> Unit:
    unit = Unit(
        entry.code(), entry.code("dimension"), _multiplier(entry), entry.text("name"), entry.text("symbol")
    )
    entry.close()
    return unit


def _multiplier(entry: Entry) -> Decimal:
    multiplier = entry.number("multiplier")
    if multiplier <= 0:
        raise entry.wrong("multiplier", MORE_THAN_NOTHING)
    return multiplier

"""A passport for another program: exact values as text, every part and every cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tongket.cli.figures import address_data, figure_data
from tongket.figures.terms.rounding import canonical

if TYPE_CHECKING:
    from tongket.desks.filing.queries import AcceptedCell
    from tongket.desks.ledger.passport import Passport


def passport_data(opened: Passport) -> dict[str, Any]:
    recipe, indicator = opened.recipe, opened.indicator
    return {
        **address_data(opened.address, opened.figure),
        "name": {"vi": opened.name.vi, "en": opened.name.en},
        "definition": {
            "indicator": indicator.code,
            "version": indicator.version,
            "coverage": opened.address.coverage,
            "unit": indicator.unit,
            "price_basis": indicator.price_basis or None,
            "legal_reference": indicator.legal.text if indicator.legal else None,
            "legal_reference_confirmed": indicator.legal.confirmed if indicator.legal else None,
        },
        "decision": opened.target.decision.code if opened.target else None,
        "method": recipe
        and {
            "recipe": recipe.code,
            "method": recipe.method,
            "reference": recipe.reference or None,
        },
        "inputs": [address_data(address, figure) for address, figure in opened.inputs],
        "parts": [
            {**address_data(part.address, part.figure), "contribution": figure_data(part.contribution)}
            for part in opened.parts
        ],
        "senders": [
            {"reporter": sender.reporter, "contribution": figure_data(sender.contribution)}
            for sender in opened.senders
        ],
        "vintages": [
            {
                "address": vintage.address,
                **(figure_data(vintage.figure) or {}),
                "recorded_at": vintage.recorded_at.isoformat(),
                "superseded_at": vintage.superseded_at and vintage.superseded_at.isoformat(),
            }
            for vintage in opened.vintages
        ],
        "cells": [_cell_data(cell) for cell in opened.cells],
        "outstanding": opened.outstanding and {"vi": opened.outstanding.vi, "en": opened.outstanding.en},
        "recomputed": figure_data(opened.recomputed),
        "agrees": opened.agrees,
    }


def _cell_data(cell: AcceptedCell) -> dict[str, Any]:
    return {
        "reporter": cell.reporter,
        "period": str(cell.period),
        "dimensions": dict(cell.dimensions),
        "measure": cell.measure,
        "value": canonical(cell.value),
        "unit": cell.unit,
        "file": cell.place.file,
        "sheet": cell.place.sheet,
        "cell": cell.place.cell,
        "by": cell.by,
    }

"""Observations as rows and rows as observations: the one place that knows both."""

from __future__ import annotations

from dataclasses import astuple, fields
from datetime import datetime
from typing import Any

from tongket.desks.ledger.models import ObservationRow
from tongket.figures.observations.observation import Breakdown, Observation, SeriesKey
from tongket.figures.terms.figure import Cause, DataType, Figure, Margin, ObsStatus
from tongket.figures.terms.indicator import Definition
from tongket.figures.terms.words import Text

KEY = ("indicator", "version", "coverage", "area", "breakdown", "period")
CONTENT = (
    "unit", "price_basis", "value", "data_type", "status", "cause",
    "because_vi", "because_en", "answers", "recipe",
    "margin_error", "margin_low", "margin_high", "margin_confidence",
)  # fmt: skip
Key = tuple[Any, ...]


def write_breakdown(breakdown: Breakdown) -> str:
    return ",".join(f"{dimension}={code}" for dimension, code in breakdown)


def read_breakdown(text: str) -> Breakdown:
    pairs = (part.split("=", 1) for part in text.split(",") if part)
    return tuple((dimension, code) for dimension, code in pairs)


def key_of(observation: Observation) -> Key:
    series, definition = observation.series, observation.series.definition
    return (
        definition.indicator,
        definition.version,
        definition.coverage,
        series.area,
        write_breakdown(series.breakdown),
        observation.period,
    )


def content_of(observation: Observation) -> Key:
    """What makes one vintage differ from the next, in the order of CONTENT."""
    definition, figure = observation.series.definition, observation.figure
    return (
        definition.unit,
        definition.price_basis,
        figure.value,
        figure.data_type.value,
        figure.status.value,
        figure.cause.value if figure.cause else "",
        figure.because.vi if figure.because else "",
        figure.because.en if figure.because else "",
        figure.answers,
        observation.recipe,
        *_margin(figure.margin),
    )


def _margin(margin: Margin | None) -> Key:
    return astuple(margin) if margin else (None,) * len(fields(Margin))


def row_of(observation: Observation, *, run_id: int, moment: datetime) -> ObservationRow:
    named = dict(zip((*KEY, *CONTENT), (*key_of(observation), *content_of(observation)), strict=True))
    return ObservationRow(run_id=run_id, recorded_at=moment, **named)


def figure_of(row: ObservationRow) -> Figure:
    return Figure(
        row.value,
        row.unit,
        DataType(row.data_type),
        ObsStatus(row.status),
        Cause(row.cause) if row.cause else None,
        Text(row.because_vi, row.because_en) if row.because_vi else None,
        row.answers,
        _margin_of(row),
    )


def _margin_of(row: ObservationRow) -> Margin | None:
    ends = row.margin_error, row.margin_low, row.margin_high, row.margin_confidence
    return None if None in ends else Margin(*ends)


def observation_of(row: ObservationRow) -> Observation:
    definition = Definition(row.indicator, row.version, row.coverage, row.unit, row.price_basis)
    series = SeriesKey(definition, row.area, read_breakdown(row.breakdown))
    return Observation(series, row.period, figure_of(row), row.recipe)

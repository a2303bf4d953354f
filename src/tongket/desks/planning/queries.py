"""What the plan says: targets as they were decided, and the tasks of a year."""

from __future__ import annotations

from datetime import datetime

from tongket.desks.planning.models import DecisionRow, TargetRow, TaskRow
from tongket.desks.site.moments import holding
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.review.masthead import TaskLine
from tongket.figures.targets.target import Decision, Target
from tongket.figures.terms.figure import Cause, DataType, Figure
from tongket.figures.terms.indicator import Definition, Direction
from tongket.figures.terms.words import Text

UNKNOWN_ISSUER = Text("chưa rõ cơ quan ban hành", "issuer not known")


def targets(as_of: datetime | None = None) -> tuple[Target, ...]:
    """The targets that hold now, or held at the moment, in the order they were first recorded."""
    decisions = {row.code: _decision(row) for row in holding(DecisionRow.objects.all(), as_of)}
    rows = holding(TargetRow.objects.order_by("order", "code"), as_of)
    return tuple(_target(row, decisions[row.decision]) for row in rows)


def tasks(year: int) -> tuple[TaskLine, ...]:
    """The tasks of a year, in the plan's order."""
    rows = TaskRow.objects.filter(year=year).order_by("order")
    return tuple(
        TaskLine(Text(row.text_vi, row.text_en), Text(row.unit_vi, row.unit_en), row.due) for row in rows
    )


def _decision(row: DecisionRow) -> Decision:
    return Decision(
        code=row.code,
        type=row.type,
        title=Text(row.title_vi, row.title_en),
        issuer=Text(row.issuer_vi, row.issuer_en) if row.issuer_vi else UNKNOWN_ISSUER,
        number=row.number or None,
        dated=row.dated,
        source_url=row.source_url,
        verified=row.verified,
    )


def _target(row: TargetRow, decision: Decision) -> Target:
    definition = Definition(row.indicator, row.version, row.coverage, row.definition_unit, row.price_basis)
    figure = (
        Figure.absent(row.unit, Cause(row.cause))
        if row.value is None
        else Figure(row.value, row.unit, DataType.TARGET)
    )
    return Target(
        code=row.code,
        series=SeriesKey(definition, row.area_code),
        period=row.period,
        shape=row.shape,
        figure=figure,
        bound=row.bound,
        direction=Direction(row.direction),
        decision=decision,
        note=Text(row.note_vi, row.note_en) if row.note_vi else None,
    )

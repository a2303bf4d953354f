"""A release's observations with what is withheld taken out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from tongket.figures.observations.observation import Address, Observation
from tongket.figures.terms.figure import Cause, DataType, Figure


def released(observations: Iterable[Observation], withheld: Collection[str]) -> tuple[Observation, ...]:
    """Withheld figures absent as confidential, status Q; all else as it is.

    `withheld` names them by address. How an estimate was made tells sums of its series' months, so an
    estimate keeps that sentence only where every month of the series is printed.
    """
    if not withheld:
        return tuple(observations)
    seen = [(one, str(Address.of(one.series, one.period)) in withheld) for one in observations]
    touched = {one.series for one, hidden in seen if hidden}
    return tuple(_without(one) if hidden else _quiet(one, one.series in touched) for one, hidden in seen)


def _without(one: Observation) -> Observation:
    unit = one.figure.unit
    return replace(one, figure=Figure.absent(unit, Cause.CONFIDENTIAL))


def _quiet(one: Observation, touched: bool) -> Observation:
    if touched and one.figure.data_type is DataType.ESTIMATE and one.figure.value is not None:
        return replace(one, figure=replace(one.figure, because=None))
    return one

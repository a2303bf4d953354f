"""A recipe as data: the catalogue's answer to "how is this indicator made?"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tongket.figures.terms.area import Level
from tongket.figures.terms.indicator import Definition


@dataclass(frozen=True, slots=True)
class Recipe:
    """Which facts become which observations, and how.

    `method` names an entry of `compile.methods.METHODS`. `where` keeps lines whose dimension is one of
    the codes or lies under one of them in its code list. `breakdowns` lists the splits to compile; the
    empty split is the whole. A method that starts from observations of other recipes names no dataflow and
    no measure. `levels` are the levels of area to compile for. `parameters` are the
    method's own, each checked by the method. A recipe holds for periods that begin within its validity;
    an old one stays, dated.
    """

    code: str
    definition: Definition
    method: str
    dataflow: str
    measure: str
    where: Mapping[str, tuple[str, ...]]
    breakdowns: tuple[tuple[str, ...], ...]
    levels: tuple[Level, ...]
    parameters: Mapping[str, object]
    valid_from: date | None = None
    valid_to: date | None = None
    reference: str = ""

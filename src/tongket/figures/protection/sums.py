"""Tables of sums: parts and wholes, areas in areas, months in years, one coverage in another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from tongket.figures.compile.places import last_day
from tongket.figures.compile.splits import selected, split
from tongket.figures.compile.tally import Job
from tongket.figures.methods.disclosure.cells import Equation
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.protection.behind import Amounts, Slot, of_sums, together
from tongket.figures.protection.linked import Linked, key_of
from tongket.figures.terms.indicator import Shape
from tongket.figures.terms.period import Period

Values = Mapping[Slot, Decimal]


def link_sums(linked: Linked, job: Job, values: Values) -> None:
    """Cells and equations of one recipe of the method `total`."""
    amounts = of_sums(job)
    grain = min((period.length for _, period in values), default=1)
    spans = {slot: _parts(slot, values, grain) for slot in values if slot[1].length > grain}
    flow = job.indicator.shape is Shape.FLOW
    for slot, value in values.items():
        behind = _over(spans[slot], value, values, amounts, flow) if slot in spans else amounts.get(slot, {})
        linked.add(job.recipe, slot, value, behind)
    for slot, parts in spans.items():
        _over_time(linked, slot, parts if flow else parts[-1:], values)
    for whole, children in _families(job, values):
        linked.total(key_of(*whole), [key_of(*child) for child in children])


def _parts(slot: Slot, values: Values, grain: int) -> list[Slot]:
    """The periods of the facts that are in a span, in order."""
    series, span = slot
    periods = (Period(first, grain) for first in range(span.first, span.last + 1, grain))
    return [(series, period) for period in periods if (series, period) in values]


def _over(
    parts: list[Slot], value: Decimal, values: Values, amounts: Mapping[Slot, Amounts], flow: bool
) -> Amounts:
    """Who stands behind a span: an estimated year rests on its months in hand, blown up."""
    if not flow:
        return amounts.get(parts[-1], {}) if parts else {}
    in_hand = sum((values[part] for part in parts), Decimal(0))
    factor = value / in_hand if in_hand and value != in_hand else Decimal(1)
    return together([amounts.get(part, {}) for part in parts], factor)


def _over_time(linked: Linked, whole: Slot, parts: list[Slot], values: Values) -> None:
    """SUM months = year; an estimated year is its months in hand times a factor that is told in print."""
    in_hand = sum((values[part] for part in parts), Decimal(0))
    value = values[whole]
    if not parts or bool(in_hand) != bool(value):
        return
    share = in_hand / value if value else Decimal(1)
    terms = (*((key_of(*part), Decimal(1)) for part in parts), (key_of(*whole), -share))
    linked.over_time.append(Equation(terms))


def _families(job: Job, values: Values) -> Iterable[tuple[Slot, list[Slot]]]:
    """Every printed whole with its printed parts: in each dimension of a split, and on the map."""
    children: dict[tuple[Slot, str], list[Slot]] = {}
    for series, period in values:
        for name, code in series.breakdown:
            above = _above(job, series, name, code)
            if parent := next((one for one in above if (one, period) in values), None):
                children.setdefault(((parent, period), name), []).append((series, period))
        if parent := _area_above(job, series, period, values):
            children.setdefault(((parent, period), "area"), []).append((series, period))
    return ((whole, parts) for (whole, _), parts in children.items())


def _above(job: Job, series: SeriesKey, name: str, code: str) -> Iterable[SeriesKey]:
    """The series that take the part in, nearest first; last of all the one not split by the name."""
    codelist = split(job.recipe, job.context, name).codelist
    for up in codelist.above(code)[1:] if codelist else ():
        yield series.within(**{name: up})
    yield replace(series, breakdown=tuple(pair for pair in series.breakdown if pair[0] != name))


def _area_above(job: Job, series: SeriesKey, period: Period, values: Values) -> SeriesKey | None:
    areas, day = job.context.areas, last_day(period)
    if not areas.knows(series.area, day):
        return None
    above = (replace(series, area=unit.code) for unit in areas.lineage(series.area, day)[1:])
    return next((one for one in above if (one, period) in values), None)


def link_coverages(linked: Linked, jobs: list[Job], values: Mapping[str, Values]) -> None:
    """Where one recipe's selection takes in another's of the same numbers, what lies between is a cell."""
    for wide in jobs:
        for narrow in jobs:
            if wide is not narrow and _takes_in(wide, narrow):
                for (series, period), _ in values[wide.recipe.code].items():
                    inner = SeriesKey(narrow.recipe.definition, series.area), period
                    if not series.breakdown and inner in values[narrow.recipe.code]:
                        linked.beyond(key_of(series, period), key_of(*inner))


def _takes_in(wide: Job, narrow: Job) -> bool:
    one, other = wide.recipe, narrow.recipe
    if (one.dataflow, one.measure, one.definition.unit) != (
        other.dataflow, other.measure, other.definition.unit,
    ):  # fmt: skip
        return False
    outer, inner = selected(one, wide.context), selected(other, narrow.context)
    inside = all(name in inner and inner[name] <= codes for name, codes in outer.items())
    return inside and outer != inner

"""Whom to phone first about a period: what is missing or doubted, by how much of the total hangs on it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from tongket.figures.compile.unit_values import Codes, UnitValues
from tongket.figures.methods.editing.doubt import DoubtRule
from tongket.figures.methods.editing.outliers import hidiroglou_berthelot
from tongket.figures.methods.editing.selective import CallList, Item, call_list
from tongket.figures.methods.ratios import ratio
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.period import Period


def calls(due: Mapping[str, bool], values: UnitValues, period: Period, rule: DoubtRule) -> CallList:
    """Reporters that are due, whether they answered or not, by what an error or a gap there would move.

    Expected of an item is the reporter's own period before, and where that is not known the same period last
    year, times the growth of those that reported it in both. A value is doubted where its movement lies
    outside Hidiroglou and Berthelot's bounds. Missing: see `call_list`. Source: METHODS §4.2, §4.3.
    """
    units: dict[str, dict[str, Item]] = {reporter: {} for reporter in sorted(due)}
    totals: dict[str, Decimal] = {}
    for codes in values.codes(period, period.previous(), period.same_last_year()):
        items = _items(due, values, period, codes, rule)
        name = " ".join(codes)
        for reporter, item in items.items():
            units[reporter][name] = item
        totals[name] = sum((item.value or item.expected or Decimal(0) for item in items.values()), Decimal(0))
    return call_list(units, totals, rule.threshold)


def _items(
    due: Mapping[str, bool], values: UnitValues, period: Period, codes: Codes, rule: DoubtRule
) -> dict[str, Item]:
    """The item of every reporter that has, or ever had, anything of it."""
    order = sorted(due)
    now = [values.of(one, period, codes) if due[one] else None for one in order]
    before = [values.of(one, period.previous(), codes) for one in order]
    last_year = [values.of(one, period.same_last_year(), codes) for one in order]
    grown, in_a_year = _growth(now, before), _growth(now, last_year)
    doubted = set(hidiroglou_berthelot(now, before, rule.bounds).outliers)
    items: dict[str, Item] = {}
    for place, reporter in enumerate(order):
        if not (now[place] or before[place] or last_year[place]):
            continue
        expected = _times(before[place], grown)
        if expected is None:
            expected = _times(last_year[place], in_a_year)
        suspicion = rule.doubted if place in doubted else rule.trusted
        items[reporter] = Item(now[place], expected, suspicion=suspicion)
    return items


def _growth(now: list[Decimal | None], before: list[Decimal | None]) -> Decimal | None:
    """The growth of those known on both sides; 1 where nobody is, so that the past itself is expected."""
    pairs = [(y, x) for y, x in zip(now, before, strict=True) if y is not None and x is not None]
    found = ratio(sum((y for y, _ in pairs), Decimal(0)), sum((x for _, x in pairs), Decimal(0)))
    return Decimal(1) if isinstance(found, Cause) else found


def _times(value: Decimal | None, growth: Decimal | None) -> Decimal | None:
    return None if value is None or growth is None else value * growth

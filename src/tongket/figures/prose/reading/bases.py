"""What a figure is set against, as a code: yoy, mom, qoq, annual_plan …, or the period itself."""

from __future__ import annotations

from tongket.figures.prose.reading.periods import Calendar, When, written


def base_code(base: object, period: str, calendar: Calendar) -> str:
    """A base as it is coded, seen from the period of the figure; empty where it is unknown."""
    if base is None or base == "other":
        return ""
    if not isinstance(base, When):
        return str(base)
    if base.kind == "relative_month":
        return "mom"
    if base.kind == "relative_quarter":
        return "qoq"
    return _dated(base, period, calendar)


def _dated(base: When, period: str, calendar: Calendar) -> str:
    if base.kind == "year" and base.year is None:
        return "yoy"
    settled = calendar.settle(base)
    if not period[:4].isdigit() or settled.year is None:
        return written(settled)
    years = int(period[:4]) - settled.year
    if base.kind == "month" and len(period) == 7 and period[5:].isdigit():
        return _apart(years * 12 + int(period[5:]) - settled.first, 12, base, settled, "mom")
    if base.kind == "quarter" and period[5:6] == "Q":
        return _apart(years * 4 + int(period[6]) - settled.last // 3, 4, base, settled, "qoq")
    alike = base.kind == "year" or written(settled)[4:] == period[4:]
    return "yoy" if years == 1 and alike else written(settled)


def _apart(steps: int, year: int, base: When, settled: When, name: str) -> str:
    """One step back is the period before; a month named without a year may lie in the year before."""
    if steps == 1 or (base.year is None and steps == 1 - year):
        return name
    return "yoy" if steps == year else written(settled)

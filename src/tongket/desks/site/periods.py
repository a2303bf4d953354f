"""What a period is called on a page."""

from __future__ import annotations

from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip
_QUARTERS = ("I", "II", "III", "IV")


def period_name(period: Period) -> Text:
    """`tháng 10/2020`, `October 2020`; a span that has no name of its own keeps its SDMX form."""
    year, month = period.start_year, period.first % 12
    match period.frequency:
        case "A":
            return Text(f"năm {year}", str(year))
        case "S":
            return Text(
                f"6 tháng {'đầu' if month == 0 else 'cuối'} năm {year}",
                f"{'first' if month == 0 else 'second'} half of {year}",
            )
        case "Q":
            return Text(f"quý {_QUARTERS[month // 3]}/{year}", f"quarter {month // 3 + 1} of {year}")
        case "M":
            return Text(f"tháng {month + 1}/{year}", f"{_MONTHS[month]} {year}")
    return Text.same(str(period))

"""`calendars/tet.yaml` and `calendars/limits.yaml`: Tết by the clock in force, its windows, and limits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from tongket.figures.exchange.catalogue.dated import day
from tongket.figures.exchange.catalogue.entry import CORRECT, Entry
from tongket.figures.exchange.catalogue.files import read_yaml
from tongket.figures.exchange.catalogue.refusals import Place, one_of, refusal
from tongket.figures.methods.time_series.calendars import Calendars
from tongket.figures.methods.time_series.chance import Bands
from tongket.figures.methods.time_series.lunar import BEIJING, HANOI, tet_dates
from tongket.figures.methods.time_series.tet import CENTRED_ON, WINDOWS, Window
from tongket.figures.methods.time_series.x13_verdict import Limits
from tongket.figures.terms.rounding import exact
from tongket.figures.terms.words import Text

LIMITS = ("least_years", "q", "m7", "residual_p", "spans", "revision")
BANDS = ("likely", "open")
CLOCKS = (HANOI, BEIJING)
AFTER = Text("một ngày không trước first", "a day not before first")
LATER = Text("một năm không trước from", "a year not before from")
BETWEEN = Text("open không lớn hơn likely, cả hai từ 0 đến 1", "open no larger than likely, both from 0 to 1")
LAST_YEAR = 2100  # the moon's series are good until then


def read_calendars(folders: Sequence[Path]) -> Calendars:
    """What the last folder that has each file says; a limit it leaves out stays as in the folder before."""
    tet = [path for folder in folders if (path := folder / "calendars" / "tet.yaml").is_file()]
    windows, centred_on, days = _tet(tet[-1]) if tet else (WINDOWS, CENTRED_ON, {})
    limits: dict[str, Decimal] = {}
    bands: dict[str, Decimal] = {}
    for folder in folders:
        if (path := folder / "calendars" / "limits.yaml").is_file():
            entry = Entry(read_yaml(path), Place(path))
            limits |= _values(entry, "seasonal_adjustment", LIMITS)
            bands |= _values(entry, "chance", BANDS)
            entry.close()
            _ordered(path, bands)
    least_years = int(limits.pop("least_years", Limits().least_years))
    return Calendars(
        windows,
        centred_on,
        days,
        Limits(least_years=least_years, **{code: float(value) for code, value in limits.items()}),
        Bands(**{code: float(value) for code, value in bands.items()}),
    )


def _values(entry: Entry, key: str, legal: Sequence[str]) -> dict[str, Decimal]:
    values: dict[str, Decimal] = {}
    for part in entry.parts(key):
        code = part.choice("code", legal)
        values[code] = (
            Decimal(part.whole("value", least=3)) if code == "least_years" else part.number("value")
        )
        part.word("reference")
        part.flag("confirmed", default=True)
        part.close()
    return values


def _ordered(path: Path, bands: dict[str, Decimal]) -> None:
    usual = {code: exact(getattr(Bands(), code)) for code in BANDS} | bands
    ends = [Decimal(0), usual["open"], usual["likely"], Decimal(1)]
    if ends != sorted(ends):
        raise refusal(Place(path), "chance", [str(end) for end in ends[1:3]], BETWEEN, CORRECT)


def _tet(path: Path) -> tuple[tuple[Window, ...], tuple[int, int], dict[int, date]]:
    entry = Entry(read_yaml(path), Place(path))
    windows = tuple(_window(part) for part in entry.parts("windows", least=1))
    centred = entry.part("centred_on")
    first, last = centred.whole("first", least=1900), centred.whole("last", least=1900)
    centred.word("reference", "")
    centred.close()
    if last < first:
        raise refusal(entry.place, "centred_on", last, AFTER, CORRECT)
    days = _days(entry, entry.items("zones", ()))
    entry.close()
    return windows, (first, last), days


def _window(part: Entry) -> Window:
    code = part.code()
    first, last = part.whole("first", least=-60), part.whole("last", least=-60)
    if last < first:
        raise part.wrong("last", AFTER)
    part.word("reference")
    part.flag("confirmed", default=True)
    part.close()
    return Window(code, first, last)


def _days(entry: Entry, zones: Sequence[object]) -> dict[int, date]:
    """Tết of every year whose clock is not Hanoi's, and of those whose day the file writes out."""
    apart = _apart(entry)
    days: dict[int, date] = {}
    for number, data in enumerate(zones, 1):
        zone = Entry(data, entry.place.within(f"zones #{number}"))
        first, last = zone.whole("from", least=1900), zone.whole("to", default=LAST_YEAR, least=1900)
        hours = zone.whole("hours", default=HANOI)
        if last < first:
            raise zone.wrong("to", LATER)
        if hours not in CLOCKS:
            raise zone.wrong("hours", one_of(str(clock) for clock in CLOCKS))
        zone.word("reference")
        zone.flag("confirmed", default=True)
        zone.close()
        days |= tet_dates(first, last, hours) if hours != HANOI else {}
        written = CLOCKS.index(hours)
        days |= {year: both[written] for year, both in apart.items() if first <= year <= last}
    return days


def _apart(entry: Entry) -> dict[int, tuple[date, date]]:
    """Both days by year, Hanoi's first, as the file has them."""
    written: dict[int, tuple[date, date]] = {}
    for number, data in enumerate(entry.items("apart", ()), 1):
        one = Entry(data, entry.place.within(f"apart #{number}"))
        year = one.whole("year", least=1900)
        written[year] = day(one, "hanoi"), day(one, "beijing")
        one.close()
    return written

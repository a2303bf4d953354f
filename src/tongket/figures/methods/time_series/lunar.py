"""Tết from the moon and the sun: the Vietnamese lunar new year in a given time zone, for any year.

Rules: a month begins on the local day of the new moon; month 11 holds the winter solstice; of 13 months
between two of them the first without a major solar term (the sun entering a sign) is a leap month; Tết opens
month 1. Positions: J. Meeus, Astronomical Algorithms (2nd ed. 1998), ch. 25 (sun, low accuracy) and ch. 49
(new moon), good to a few minutes; the new moon of no Tết in 1940-2060 comes within 24 minutes of midnight in
Hanoi. The zone: Decision 121/CP of 8 August 1967, UTC+7 from 1 January 1968. Source: METHODS §3.4; TV-18.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from math import floor, pi, sin

HANOI = 7  # hours ahead of UTC; Decision 121/CP of 8 August 1967
BEIJING = 8
SYNODIC_MONTH = 29.530588861
FIRST_NEW_MOON = 2451550.09766  # Julian ephemeris day of the new moon k = 0, 6 January 2000
TO_ORDINAL = 1721425  # Julian day number less Python's ordinal, which is 1 on 1 January of year 1
WINTER = 9  # the signs are counted from the spring equinox in twelfths of the circle
DEGREE = pi / 180


@cache
def tet(year: int, zone: float = HANOI) -> date:
    """The first day of the first lunar month that begins in `year`, by local time `zone` hours from UTC.

    Domain: years 1900 to 2100, within which the series below were made. `zone` 8 gives the Chinese date;
    before 1968 almanacs printed in Vietnam followed that zone.
    """
    if not 1900 <= year <= 2100:
        raise ValueError(f"Tết is computed for the years 1900 to 2100; found {year}.")
    eleventh, next_eleventh = _eleventh_month(year - 1, zone), _eleventh_month(year, zone)
    months = round((_new_moon_day(next_eleventh, zone) - _new_moon_day(eleventh, zone)) / SYNODIC_MONTH)
    after = 2 if months == 12 or _leap_month(eleventh, zone) > 2 else 3
    return date.fromordinal(_new_moon_day(eleventh + after, zone) - TO_ORDINAL)


def tet_dates(first: int, last: int, zone: float = HANOI) -> dict[int, date]:
    """Tết of every year from `first` to `last`."""
    return {year: tet(year, zone) for year in range(first, last + 1)}


def tet_apart(
    first: int, last: int, zone: float = HANOI, other: float = BEIJING
) -> dict[int, tuple[date, date]]:
    """The years in which two time zones do not have Tết on one day, with both days."""
    both = {year: (tet(year, zone), tet(year, other)) for year in range(first, last + 1)}
    return {year: days for year, days in both.items() if days[0] != days[1]}


def _eleventh_month(year: int, zone: float) -> int:
    """The number of the new moon that opens the lunar month with the winter solstice of `year`."""
    last_day = date(year, 12, 31).toordinal() + TO_ORDINAL
    moon = floor((last_day - FIRST_NEW_MOON) / SYNODIC_MONTH) + 1
    while _new_moon_day(moon, zone) > last_day:
        moon -= 1
    return moon if _sign(_new_moon_day(moon, zone), zone) < WINTER else moon - 1


def _leap_month(eleventh: int, zone: float) -> int:
    """How many months after the eleventh the first without a major term stands: one sign at both ends."""
    signs = [_sign(_new_moon_day(eleventh + after, zone), zone) for after in range(15)]
    return next(after for after in range(1, 14) if signs[after] == signs[after + 1])


def _new_moon_day(moon: int, zone: float) -> int:
    """The Julian day number of the local day on which new moon `moon` falls."""
    instant = new_moon(moon) - _clock_error(2000 + moon / 12.3685) / 86400
    return floor(instant + 0.5 + zone / 24)


def _sign(day: int, zone: float) -> int:
    """The sun's sign at the local midnight that opens a day, 0 to 11 from the spring equinox."""
    return floor(sun_longitude(day - 0.5 - zone / 24) / 30)


def new_moon(moon: int) -> float:
    """The Julian ephemeris day of a new moon, 0 being that of 6 January 2000; Meeus (49.1), pp. 350-352."""
    t = moon / 1236.85
    earth = 1 - 0.002516 * t - 0.0000074 * t**2
    sun = DEGREE * (2.5534 + 29.10535670 * moon - 0.0000014 * t**2)
    anomaly = DEGREE * (201.5643 + 385.81693528 * moon + 0.0107582 * t**2)
    latitude = DEGREE * (160.7108 + 390.67050284 * moon - 0.0016118 * t**2)
    node = DEGREE * (124.7746 - 1.56375588 * moon + 0.0020672 * t**2)
    mean = FIRST_NEW_MOON + SYNODIC_MONTH * moon + 0.00015437 * t**2
    terms = (
        (-0.40720, anomaly),
        (0.17241 * earth, sun),
        (0.01608, 2 * anomaly),
        (0.01039, 2 * latitude),
        (0.00739 * earth, anomaly - sun),
        (-0.00514 * earth, anomaly + sun),
        (0.00208 * earth**2, 2 * sun),
        (-0.00111, anomaly - 2 * latitude),
        (-0.00057, anomaly + 2 * latitude),
        (0.00056 * earth, 2 * anomaly + sun),
        (-0.00042, 3 * anomaly),
        (0.00042 * earth, sun + 2 * latitude),
        (0.00038 * earth, sun - 2 * latitude),
        (-0.00024 * earth, 2 * anomaly - sun),
        (-0.00017, node),
        (0.000325, DEGREE * (299.77 + 0.107408 * moon - 0.009173 * t**2)),
        (0.000165, DEGREE * (251.88 + 0.016321 * moon)),
    )
    return mean + sum(size * sin(angle) for size, angle in terms)


def sun_longitude(day: float) -> float:
    """The sun's apparent longitude in degrees, 0 to 360, on a Julian day; Meeus, ch. 25, to 0.01 degree."""
    t = (day - 2451545.0) / 36525
    mean = 280.46646 + 36000.76983 * t + 0.0003032 * t**2
    anomaly = DEGREE * (357.52911 + 35999.05029 * t - 0.0001537 * t**2)
    centre = (
        (1.914602 - 0.004817 * t - 0.000014 * t**2) * sin(anomaly)
        + (0.019993 - 0.000101 * t) * sin(2 * anomaly)
        + 0.000289 * sin(3 * anomaly)
    )
    apparent = mean + centre - 0.00569 - 0.00478 * sin(DEGREE * (125.04 - 1934.136 * t))
    return apparent % 360


def _clock_error(year: float) -> float:
    """Ephemeris time less universal time in seconds, good to two minutes on 1900-2060."""
    return 62.92 + 0.32217 * (year - 2000) + 0.005589 * (year - 2000) ** 2

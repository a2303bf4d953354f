"""A commune's series outlives its district: Sơn La told on the map of its 75 communes, nothing lost."""

from datetime import date
from decimal import Decimal

import pytest

from tongket.figures.observations.book import Book
from tongket.figures.observations.observation import Comparison, Observation, SeriesKey
from tongket.figures.observations.on_map import MapTooEarly, OnMap
from tongket.figures.terms.figure import Cause, Figure, ObsStatus
from tongket.figures.terms.indicator import Direction, Indicator, Indicators, Shape
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

NOW = date(2025, 12, 31)
YEAR, BEFORE = Period.parse("2020"), Period.parse("2019")


def indicator(code, shape, unit, *sides):
    numerator, denominator = sides or ("", "")
    return Indicator(
        code, 1, Text.same(code), unit, shape, Direction.UP, 1, {"all": Text.same(code)},
        numerator=numerator, denominator=denominator,
    )  # fmt: skip


INDICATORS = Indicators(
    {
        "connected": indicator("connected", Shape.FLOW, "household"),
        "households": indicator("households", Shape.STOCK, "household"),
        "lit": indicator("lit", Shape.STOCK, "household"),
        "rate": indicator("rate", Shape.RATIO, "percent", "lit", "households"),
        "villages": indicator("villages", Shape.COUNT, "village"),
    }
)


def seen(code, area, period, value):
    series = SeriesKey(INDICATORS[code].definition(), area)
    return Observation(series, period, Figure(Decimal(value), series.definition.unit), "r")


def communes(sonla, day):
    return {area.code: area for area in sonla.in_force(day, "commune")}


def book(sonla):
    """Made-up connections by commune, district and province: 2019 and 2020, and every month of 2025."""
    observations = []
    days = {BEFORE: date(2019, 12, 31), YEAR: date(2020, 12, 31)}
    days |= {Period.month(2025, month): date(2025, month, 28) for month in range(1, 13)}
    for period, day in days.items():
        units = communes(sonla, day)
        values = {code: 7 + int(code) % 50 + period.start_year - 2019 for code in units}
        observations += [seen("connected", code, period, value) for code, value in values.items()]
        observations.append(seen("connected", "14", period, sum(values.values())))
        by_district = {}
        for code, value in values.items():
            by_district.setdefault(units[code].parent_code, []).append(value)
        if day < date(2025, 7, 1):
            observations += [seen("connected", code, period, sum(own)) for code, own in by_district.items()]
    for code in communes(sonla, days[YEAR]):
        observations.append(seen("households", code, YEAR, 200 + int(code) % 90))
        observations.append(seen("lit", code, YEAR, 190 + int(code) % 90))
        observations.append(seen("rate", code, YEAR, 1))
        observations.append(seen("villages", code, YEAR, 2))
    return Book(INDICATORS, tuple(observations))


@pytest.fixture(scope="module")
def told(sonla):
    return OnMap(book(sonla), sonla, NOW)


def at(book_, code, area, period, comparison=Comparison.LEVEL):
    return book_.figure(SeriesKey(INDICATORS[code].definition(), area), period, comparison)


def zone_totals(on_map, period):
    """The connections of the zones whose communes have no figure of their own, each zone once."""
    zones = {
        figure.because["en"]
        for code in communes(on_map.areas, NOW)
        if (figure := at(on_map.book, "connected", code, period)).cause is Cause.NOT_COMPARABLE
    }
    return sum(int(one.rpartition(": ")[2].rstrip(")").replace(",", "").split(".")[0]) for one in zones)


@pytest.mark.parametrize("period", ["2019", "2020", "2025-01", "2025-03", "2025-08"])
def test_75_communes_and_the_zones_are_the_province_and_the_eleven_districts(told, sonla, period):
    period = Period.parse(period)
    known = [at(told.book, "connected", code, period).value for code in communes(sonla, NOW)]
    whole = at(told.told, "connected", "14", period).value
    assert sum(value for value in known if value is not None) + zone_totals(told, period) == whole
    districts = [
        one.figure.value
        for one in told.told.observations
        if one.period == period
        and one.series.area in {area.code for area in sonla.in_force(date(2025, 6, 30), "district")}
    ]
    assert len(districts) == (0 if period.start_year == 2025 and period.start_month > 6 else len(districts))
    if districts:
        assert sum(districts) == whole


def test_a_year_within_which_the_map_changed_is_told_from_its_months(told):
    """Tô Hiệu took in four former communes, whole: the year that breaks as it was does not break here."""
    year = Period.parse("2025")
    months = [at(told.book, "connected", "03646", month).value for month in year.months()]
    assert at(told.book, "connected", "03646", year).value == sum(months)
    as_was = sum(7 + int(code) % 50 + 6 for code in ("03646", "03649", "03652", "03655"))
    assert months[:6] == [as_was] * 6
    assert months[6:] == [7 + 3646 % 50 + 6] * 6


def test_growth_on_the_later_map_is_of_one_ground(told):
    now, before = (
        sum(7 + int(code) % 50 + since for code in ("03646", "03649", "03652", "03655")) for since in (1, 0)
    )
    growth = at(told.book, "connected", "03646", YEAR, Comparison.SAME_PERIOD_LAST_YEAR).value
    assert growth == pytest.approx(100 * Decimal(now - before) / before)


def test_a_rate_goes_by_its_two_sides(told):
    codes = ("03646", "03649", "03652", "03655")
    lit, households = (sum(base + int(code) % 90 for code in codes) for base in (190, 200))
    figure = at(told.book, "rate", "03646", YEAR)
    assert float(figure.value) == pytest.approx(100 * lit / households)
    assert figure.status is ObsStatus.NORMAL
    assert "quality 1.00, divided by: whole units" in figure.because["en"]


def test_a_commune_of_unknown_shares_stays_absent_with_its_zone(told):
    """Nobody published how Chiềng Ly, Phổng Lăng and Chiềng Bôm were divided in February 2025."""
    figure = at(told.book, "connected", "03721", YEAR)
    assert figure.cause is Cause.NOT_COMPARABLE
    assert "nobody published how much of a former unit went here" in figure.because["en"]
    assert "03721" in figure.because["vi"]
    assert "cả vùng: " in figure.because["vi"]


def test_counts_of_distinct_things_are_not_carried(told):
    figure = at(told.book, "villages", "03646", YEAR)
    assert figure.cause is Cause.NOT_COMPARABLE
    assert "count again from the facts" in figure.because["en"]


def test_what_no_return_names_is_nothing_only_where_all_returns_are_in(sonla):
    some = [
        seen("connected", "03649", YEAR, 5),
        seen("connected", "14", YEAR, 5),
        seen("households", "03649", YEAR, 5),
    ]
    on_map = OnMap(Book(INDICATORS, tuple(some)), sonla, NOW).book
    assert at(on_map, "connected", "03646", YEAR).value == 5
    assert at(on_map, "households", "03646", YEAR).cause is Cause.NOT_ANSWERED


def test_a_map_tells_only_what_came_before_it(told):
    with pytest.raises(MapTooEarly, match="2026-01 ends after 2025-12-31"):
        told.refuse_later(Period.parse("2026-01"))


def test_the_command_tells_a_figure_on_the_map_and_computes_it_again(year):
    """The households connected in 2020 in a commune of today, from the cells of its former communes."""
    address = "households_connected@03922/2020"
    told = year.ask("explain", address, "--map", "2025-07-01")
    assert told["agrees"] is True
    assert Decimal(told["value"]) > 0
    assert told["address"].endswith("map=2025-07-01")
    assert year.ask("explain", f"{address},map=2025-07-01")["value"] == told["value"]
    rate = year.ask("explain", "electrification_rate@03646/2020,compare=change", "--map", "01/07/2025")
    assert rate["agrees"] is True


def test_the_command_compares_on_one_map_and_refuses_two(year):
    of = "electrification_rate@03646/{year}"
    compared = year.ask("compare", of.format(year=2019), of.format(year=2020), "--map", "2025-07-01")
    assert compared["difference"]["value"] is not None
    refused = year.run(
        "compare", of.format(year=2019), of.format(year=2020) + ",map=2025-07-01", lang="en", exit_code=2
    )
    assert "on two maps" in refused

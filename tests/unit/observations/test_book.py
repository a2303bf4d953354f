"""The book derives everything from levels, and says why when it cannot."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tongket.figures.methods.index_numbers.basket import basket
from tongket.figures.methods.weights import IndexWeights, ProductWeight
from tongket.figures.observations.book import Book
from tongket.figures.observations.observation import (
    Address,
    Comparison,
    NotAnAddress,
    Observation,
    SeriesKey,
)
from tongket.figures.terms.codelist import Codelist, Item
from tongket.figures.terms.figure import Cause, DataType, Figure, ObsStatus
from tongket.figures.terms.indicator import Direction, Indicator, Indicators, Shape
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

GROWTH = Comparison.SAME_PERIOD_LAST_YEAR


def _indicator(code, shape, unit="tonne"):
    return Indicator(code, 1, Text.same(code), unit, shape, Direction.UP, 0, {"all": Text.same(code)})


INDICATORS = Indicators(
    {
        "sales": _indicator("sales", Shape.FLOW),
        "iip": _indicator("iip", Shape.INDEX, "index"),
        "people": _indicator("people", Shape.STOCK),
        "rate": _indicator("rate", Shape.RATIO, "percent"),
    }
)


def series(code, **codes):
    definition = INDICATORS[code].definition()
    return SeriesKey(definition, "14", tuple(sorted(codes.items())))


def seen(key, period, value, **more):
    unit = key.definition.unit
    figure = Figure.absent(unit, more["cause"]) if value is None else Figure(Decimal(value), unit, **more)
    return Observation(key, Period.parse(period), figure, "r")


def months(key, year, values, **more):
    return [seen(key, f"{year}-{m:02d}", v, **more) for m, v in enumerate(values, start=1) if v is not None]


def book(*observations, baskets=None):
    return Book(INDICATORS, tuple(observations), baskets or {})


def value(figure):
    return None if figure.value is None else float(figure.value)


def test_a_flow_is_the_sum_of_its_months_on_any_span():
    sales = book(*months(series("sales"), 2019, [10] * 12), *months(series("sales"), 2020, [11] * 12))
    assert value(sales.level(series("sales"), Period.parse("2020"))) == 132
    assert value(sales.level(series("sales"), Period.parse("2020-01/P10M"))) == 110
    assert value(sales.figure(series("sales"), Period.parse("2020-S1"), GROWTH)) == 10
    assert value(sales.figure(series("sales"), Period.parse("2020"), Comparison.CHANGE)) == 12


def test_a_stored_estimate_answers_for_the_year_and_passes_its_status_on():
    estimate = seen(series("sales"), "2020", 140, data_type=DataType.ESTIMATE, status=ObsStatus.ESTIMATED)
    sales = book(estimate, *months(series("sales"), 2019, [10] * 12))
    growth = sales.figure(series("sales"), Period.parse("2020"), GROWTH)
    assert growth.status is ObsStatus.ESTIMATED
    assert growth.data_type is DataType.ESTIMATE


def test_a_missing_month_leaves_the_sum_absent_and_is_named():
    sales = book(*months(series("sales"), 2020, [10] * 11))
    absent = sales.level(series("sales"), Period.parse("2020"))
    assert absent.cause is Cause.NOT_ANSWERED
    assert "2020-12" in absent.reason().vi


def test_the_growth_of_an_index_is_of_sums_never_a_mean_of_growths():
    iip = book(*months(series("iip"), 2019, [100, 200]), *months(series("iip"), 2020, [200, 200]))
    two_months = Period.parse("2020-01/P2M")
    assert value(iip.figure(series("iip"), two_months, GROWTH)) == pytest.approx(100 / 3)
    assert value(iip.level(series("iip"), two_months)) == 200
    assert value(iip.figure(series("iip"), Period.parse("2020-02"), Comparison.BASE_YEAR)) == 100


def test_a_stock_is_its_last_month_and_a_rate_moves_in_points():
    people = book(seen(series("people"), "2020-12", 5), seen(series("rate"), "2015", "86.7"))
    assert value(people.level(series("people"), Period.parse("2020"))) == 5
    rates = book(seen(series("rate"), "2015", "86.7"), seen(series("rate"), "2020", "97.5"))
    points = rates.change(series("rate"), Period.parse("2020"), Period.parse("2015"))
    assert (value(points), points.unit) == (10.8, "point")


def test_a_rate_is_never_put_together_from_months():
    rates = book(*months(series("rate"), 2020, [90] * 12))
    assert rates.level(series("rate"), Period.parse("2020")).cause is Cause.NOT_COLLECTED


def test_nothing_grows_from_zero():
    sales = book(*months(series("sales"), 2019, [0] * 12), *months(series("sales"), 2020, [1] * 12))
    assert sales.figure(series("sales"), Period.parse("2020"), GROWTH).cause is Cause.ZERO_BASE


def test_shares_and_contributions_of_a_flow_add_up():
    whole, a, b = series("sales"), series("sales", market="A"), series("sales", market="B")
    sales = book(
        *(
            seen(key, year, v)
            for key, year, v in [
                (whole, "2019", 100),
                (a, "2019", 60),
                (b, "2019", 40),
                (whole, "2020", 130),
                (a, "2020", 72),
                (b, "2020", 58),
            ]
        )
    )
    year = Period.parse("2020")
    assert [value(sales.figure(k, year, Comparison.CONTRIBUTION)) for k in (a, b)] == [12, 18]
    assert value(sales.figure(a, year, Comparison.SHARE)) == pytest.approx(100 * 72 / 130)
    assert sales.codes(whole, "market") == ("A", "B")


def test_contributions_to_an_index_add_up_to_its_growth():
    weights = IndexWeights(
        "w",
        2015,
        "vsic",
        {"X": 300.0, "Y": 700.0},
        {"p": ProductWeight("X", 60, 100), "r": ProductWeight("X", 40, 50), "s": ProductWeight("Y", 1, 200)},
        Text.same("w"),
    )
    activities = Codelist("vsic", "t", Text.same("t"), {c: Item(c, Text.same(c)) for c in "XY"})
    # METHODS, TV-09: products 110/100, 45/50, 230/200 now; 104, 48, 205 the same month last year.
    levels = {"p": (104, 110), "r": (96, 90), "s": (102.5, 115)}
    whole = {"2019-01": "101.99", "2020-01": "111.10"}
    iip = book(
        *(seen(series("iip"), p, v) for p, v in whole.items()),
        *(
            seen(series("iip", product=c), f"{2019 + i}-01", str(v[i]))
            for c, v in levels.items()
            for i in (0, 1)
        ),
        baskets={"r": basket([weights], activities)},
    )
    month = Period.parse("2020-01")
    points = [value(iip.figure(series("iip", activity=c), month, Comparison.CONTRIBUTION)) for c in "XY"]
    assert points == pytest.approx([0.3530, 8.5793], abs=5e-5)
    assert sum(points) == pytest.approx(value(iip.figure(series("iip"), month, GROWTH)))


@pytest.mark.parametrize(
    "text",
    [
        "IIP:all@14/2020",
        "IIP:all@14/2020-01/P10M,activity=C,compare=same_period_last_year",
        "IIP:all@14/2020,compare=share,map=2025-07-01",
        "exports:farm_goods@14/2020-Q3,market=CN,compare=share",
    ],
)
def test_an_address_reads_back_as_it_was_written(text):
    assert str(Address.parse(text)) == text


def test_an_address_without_coverage_means_all():
    assert Address.parse("IIP@14/2020") == replace(Address.parse("IIP:all@14/2020"))


@pytest.mark.parametrize(
    "text",
    ["IIP", "IIP@14", "IIP:all@14/2020,compare=growth", "IIP@14/20", "@14/2020", "IIP@14/2020,map=soon"],
)
def test_what_is_no_address_is_refused_with_the_legal_form(text):
    with pytest.raises(NotAnAddress) as refused:
        Address.parse(text)
    assert "compare=same_period_last_year" in refused.value.say("vi")

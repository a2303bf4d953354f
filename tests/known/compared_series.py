"""Vectors of series in time: TV-07, TV-14 to TV-16, TV-18."""

from datetime import date
from decimal import Decimal

from tests.known.vectors import Within, compared
from tests.unit.review.invented import catalogue, key, seen, target
from tongket.figures.methods.year_estimate import PastYear, seasonal_share

from tongket.figures.methods.time_series.benchmarking import cholette_dagum, denton
from tongket.figures.methods.time_series.chance import Growths, analytic_chance
from tongket.figures.methods.time_series.lunar import BEIJING, tet
from tongket.figures.methods.time_series.series import Aggregation, Alignment
from tongket.figures.methods.time_series.year_ladder import PastYear, growth_carry, run_rate, seasonal_share
from tongket.figures.observations.book import Book
from tongket.figures.targets.pace import pace_of
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

ROUNDED = Within(
    0.015, Text("chuỗi vào chỉ in hai chữ số thập phân", "the series going in is printed to two decimals")
)


@compared("TV-07", "Denton tỷ lệ của chỉ số quý", "proportional Denton of a quarterly index", 2, ROUNDED)
def _(data):
    found = denton(data["s"], data["annual_mean"], Alignment(4, Aggregation.MEAN))
    yield from zip(found.values, data["x"], strict=True)


def tv14(data):
    return tuple(Decimal(str(data[name])) for name in ("ytd8", "prev_ytd8", "plan"))


@compared("TV-14", "tỷ trọng, ước A, ước B, ước C", "share, estimates A, B and C", 3)
def _(data):
    done, same, _ = tv14(data)
    rest = [Decimal(str(value)) for value in data["prev_last4"]]
    year = PastYear(same, same + sum(rest))
    found = seasonal_share(done, [year], least_years=1)
    yield found.share, data["share"]
    yield found.value, data["est_A"]
    yield growth_carry(done, same, rest, Decimal(1)), data["est_A"]
    yield run_rate(done, 8), data["est_C"]


@compared("TV-14", "phần còn lại phải đạt", "the required rest", 5)
def _(data):
    done, same, plan = tv14(data)
    retail = key("retail_turnover:goods")
    rows = [*_months(retail, 2025, [same / 8] * 8, 1), *_months(retail, 2025, data["prev_last4"], 9)]
    told = Book(catalogue().indicators, (*rows, *_months(retail, 2026, [done / 8] * 8, 1)))
    found = pace_of(target("plan", retail, 2026, str(plan)), told)
    yield plan - done, data["remaining"]
    yield found.required_rest.value, data["rate"]
    yield 100 + found.required_growth.value, data["req_yoy_pct"]


def _months(series, year, values, first):
    months = enumerate(values, start=first)
    return [seen(series, Period.month(year, month), Decimal(str(value))) for month, value in months]


@compared("TV-14", "khả năng đạt kế hoạch", "the chance of the plan", 5)
def _(data):
    done, _, plan = tv14(data)
    found = analytic_chance(plan, done, data["prev_last4"], Growths(8, data["mu"], data["sd"]))
    yield found.independent, data["P_indep"]
    yield found.persistent, data["P_persist"]


@compared("TV-15", "hai Denton của Statistics Canada", "two Dentons of Statistics Canada", 9)
def _(data):
    for case in data["cases"]:
        found = cholette_dagum(case["s"], case["a"], Alignment(4), float(case["rho"]), float(case["lam"]))
        yield from zip(found.values, case["x"], strict=True)


@compared("TV-16", "phân bổ và ngoại suy của QNA 2001", "distribution and extrapolation of QNA 2001", 1)
def _(data):
    yield from zip(denton(data["s"], data["a"], Alignment(4)).values, data["x"], strict=True)


@compared("TV-18", "ngày Tết 2015–2035", "Tết of 2015 to 2035", None)
def _(data):
    for year, day in data["tet"].items():
        yield tet(int(year)), date.fromisoformat(day)


@compared("TV-18", "ba năm khác lịch Trung Quốc", "three years unlike the Chinese calendar", None)
def _(data):
    for year, days in data["differs_from_china"].items():
        yield [tet(int(year)), tet(int(year), BEIJING)], [date.fromisoformat(day) for day in days]

"""A book of results and a plan, from the tables of the examples. The province is invented."""

from tests.spec.handbook.page import Text
from tests.unit.review.invented import catalogue, key, seen, target

from tongket.figures.observations.book import Book
from tongket.figures.terms.period import Period

OUTPUT, RATE, INDEX = key("industrial_output"), key("electrification_rate"), key("IIP")
GOODS, WIDER = key("retail_turnover:goods"), key("retail_turnover:goods_lodging_catering")
RULE = Text(
    "Quy ước của hệ thống; chỉ tiêu mang theo quyết định giao.",
    "A rule of this house; a target carries the decision that set it.",
)


def book(*observations):
    return Book(catalogue().indicators, observations)


def years(series, given, column):
    """Yearly results from a table with a row a year."""
    return [seen(series, int(year), value) for year, value in given.by(column).items() if value is not None]


def months(series, grid):
    """Monthly results from a table with a row a year and columns 01 to 12."""
    return [
        seen(series, Period.month(int(year), month), value)
        for year, row in grid.rows().items()
        for month, value in enumerate(row, start=1)
        if value is not None
    ]


def plan(series, year, value, shape="level", **more):
    return target("plan", series, year, None if value is None else str(value), shape, **more)

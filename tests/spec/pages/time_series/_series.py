"""Series of the examples: rows of years with quarters or months as columns."""

from tests.spec.handbook.page import Text
from tests.spec.handbook.sources import cited

from tongket.figures.methods.time_series.vintages import Known, Release, Triangle

NUMBERS = tuple(f"{month:02d}" for month in range(1, 13))


def run(given, place=0):
    """The values of a table row after row, without what is missing at its end."""
    values = [value for row in given.grids[place].rows().values() for value in row]
    while values and values[-1] is None:
        values.pop()
    return values


def known(given, place=0):
    """A monthly series from a table with a row a year and columns 01 to 12."""
    months = {}
    for year, row in given.grids[place].rows().items():
        months |= {int(year) * 12 + m: value for m, value in enumerate(row) if value is not None}
    return Known(months)


def triangle(series, lag=1):
    """Every month released once, `lag` months after it."""
    return Triangle({month: (Release(month + lag, value),) for month, value in series.months.items()})


DAGUM = cited(
    "Dagum, Cholette, Benchmarking, Temporal Distribution and Reconciliation Methods (2006)",
    "Dagum, Cholette, Benchmarking, Temporal Distribution and Reconciliation Methods (2006)",
    "chương 3; G-Series của Statistics Canada",
    "ch. 3; G-Series of Statistics Canada",
)
FULL = Text(
    "chuỗi chỉ báo phải đủ mọi kỳ; mốc thiếu hoặc năm chưa trọn thì không ràng buộc.",
    "the indicator has to be full; a missing benchmark or an unfinished year sets no constraint.",
)
ADD = Text(
    "quy tắc tỷ lệ không dùng cho số âm; dùng quy tắc cộng.",
    "the proportional rule is not for negative numbers; use the additive.",
)

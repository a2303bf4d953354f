"""Records of a month from a table of units: this month, last month, the same month last year."""

from decimal import Decimal

from tests.spec.handbook.page import Text, facts
from tests.spec.handbook.sources import cited

from tongket.figures.methods.imputation.donors import Donors
from tongket.figures.methods.imputation.record import Record

UNITS = facts(
    """
    unit | now | before | last_year
    A    | 110 | 100    | 55
    B    | 121 | 110    | 44
    C    | 99  | 90     | 66
    X    | …   | 200    | 90
    """,
    caption=Text("Số liệu của ngành; đơn vị X chưa báo cáo", "Data of the class; unit X has not reported"),
)


def records(given, **more):
    """Every unit as a record of one class, X with what else is known of it."""
    return [
        Record(unit, ("10",), now, before, last_year, **(more if unit == "X" else {}))
        for unit, (now, before, last_year) in given.first.rows().items()
    ]


def of_x(rung, given, seed="", **more):
    """What one rung answers for X, with the units that answered as donors."""
    everybody = records(given, **more)
    return rung(everybody[-1], Donors(everybody, least=2), seed)


def decimal(number):
    return Decimal(str(number))


DE_WAAL = cited(
    "de Waal, Pannekoek, Scholtus, Handbook of Statistical Data Editing and Imputation (2011)",
    "de Waal, Pannekoek, Scholtus, Handbook of Statistical Data Editing and Imputation (2011)", "chương 7", "ch. 7",
)  # fmt: skip
FLOOR = Text(
    "giá trị gán âm bị chặn ở 0, trừ chỉ tiêu có thể âm.",
    "an imputed value below 0 is cut at 0, except for items that may be negative.",
)

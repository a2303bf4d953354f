"""Cells of a table with who stands behind each, from a readable table of contributions."""

from decimal import Decimal

from tests.spec.handbook.page import Text

from tongket.figures.methods.disclosure.cells import Cell, Contribution, Equation
from tongket.figures.methods.disclosure.rules import Rules, Threshold

RULES = Rules((Threshold(3, Decimal(20)),), Decimal(20))
NEGATIVE = Text(
    "số âm: chỉ quy tắc ngưỡng còn nghĩa.", "with negative numbers only the threshold rule has a meaning."
)
UNKNOWN = Text(
    "chưa biết ai đứng sau ô thì không xét được, ô được liệt kê; đơn vị chưa trả lời vẫn được đếm.",
    "a cell nobody is named behind cannot be judged and is listed; who has not answered still counts.",
)
ZERO = Text(
    "ô 0 không có ai đứng sau (không thể có) được in.",
    "a 0 with nobody behind it (it cannot be otherwise) is printed.",
)


def cell(key, amounts, total=None, **more):
    """A cell of these contributions, by the names of its units."""
    parts = tuple(Contribution(unit, amount) for unit, amount in amounts.items())
    return Cell(key, sum(amounts.values()) if total is None else total, parts, **more)


def of_many(key, value, **more):
    """A cell of six equal units: safe by itself."""
    return cell(key, {f"{key}{i}": Decimal(value) / 6 for i in range(6)}, **more)


def row_of(given, whole="whole"):
    """A line of cells and their total: cells with one unit are of that unit alone, others of many."""
    cells = []
    for key, value in given.by("value").items():
        owner = given.by("owner")[key]
        cells.append(of_many(key, value) if owner == "many" else cell(key, {owner: Decimal(value)}))
    total = sum(one.value for one in cells)
    return [*cells, Cell(whole, total)], [Equation.total(whole, [one.key for one in cells])]

"""From the unit of a measure to the unit of an indicator, before anything of another unit is added."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from tongket.figures.compile.context import Context, RecipeRefused
from tongket.figures.compile.recipe import Recipe
from tongket.figures.compile.tally import Convert
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.words import Text


def conversion(recipe: Recipe, context: Context, measure: str, to: str) -> tuple[str, Convert]:
    """How sums of a measure become the unit `to`, and the dimension to keep apart until then.

    A measure with a unit of its own needs no dimension. A measure in the unit of each line's item is
    kept apart by item and converted item by item; an item that measures something else is refused.
    """
    target = unit_of(recipe, context.units, to)
    code = context.measure_units.get((recipe.dataflow, measure))
    if code:
        unit = unit_of(recipe, context.units, code)
        return "", lambda value, thing: unit.convert(value, target)
    dimension = context.item_dimension(recipe.dataflow)
    items = context.codelist(recipe.dataflow, dimension) if dimension and code is not None else None
    if dimension is None or items is None:
        raise RecipeRefused(_NO_UNIT.format(recipe=recipe.code, dataflow=recipe.dataflow, measure=measure))

    def convert(value: Decimal, item: str) -> Decimal:
        return unit_of(recipe, context.units, items[item].unit).convert(value, target)

    return dimension, convert


def unit_of(recipe: Recipe, units: Mapping[str, Unit], code: str) -> Unit:
    if code not in units:
        raise RecipeRefused(_UNKNOWN.format(recipe=recipe.code, code=code, legal=", ".join(units)))
    return units[code]


_UNKNOWN = Text(
    "Công thức “{recipe}”: không có đơn vị tính “{code}”. Các đơn vị hiện có: {legal}.",
    "Recipe “{recipe}”: there is no unit “{code}”. Units: {legal}.",
)
_NO_UNIT = Text(
    "Công thức “{recipe}”: chỉ số đo “{measure}” của “{dataflow}” không có đơn vị tính, và biểu không có "
    "đúng một chiều mà mỗi mã có đơn vị riêng. Hãy ghi đơn vị vào biểu hoặc vào danh mục.",
    "Recipe “{recipe}”: the measure “{measure}” of “{dataflow}” has no unit, and the form does not have "
    "exactly one dimension whose codes have their own. Write the unit into the form or the code list.",
)

"""`weights/<code>.yaml` and its `.csv`: the weights of a production index, dated and referenced."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tongket.figures.exchange.catalogue.dated import described
from tongket.figures.exchange.catalogue.entry import A_NUMBER, CORRECT, DECLARE, MERGE, ONCE, Entry
from tongket.figures.exchange.catalogue.files import read_rows
from tongket.figures.exchange.catalogue.refusals import Place, one_of, refusal
from tongket.figures.methods.weights import IndexWeights, ProductWeight
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.words import Text

KINDS = ("activity", "product")
MORE_THAN_NOTHING = Text("một số lớn hơn 0", "a number above 0")
A_CLASS = Text("một sản phẩm có ngành (cột activity)", "a product that has an activity (column activity)")
GIVE_CLASS = Text(
    "Hãy ghi ngành của sản phẩm này trong danh mục sản phẩm.", "Give this product its activity in its list."
)
GIVE_WEIGHT = Text("Hãy thêm một dòng activity cho ngành này.", "Add an activity line for this class.")


def read_weights(folders: Sequence[Path], codelists: Mapping[str, Codelist]) -> dict[str, IndexWeights]:
    return {code: _weights(entry, codelists) for code, entry in described(folders, "weights").items()}


def _weights(entry: Entry, codelists: Mapping[str, Codelist]) -> IndexWeights:
    activities = codelists[entry.reference("activity_list", codelists)]
    products = codelists[entry.reference("product_list", codelists, default="products")]
    activity_weights, product_weights = _lines(entry.place.file.with_suffix(".csv"), activities, products)
    weights = IndexWeights(
        code=entry.code(),
        base_year=entry.whole("base_year", least=1900),
        activity_list=activities.code,
        activities=activity_weights,
        products=product_weights,
        reference=entry.text("reference"),
        synthetic=entry.flag("synthetic", default=False),
        valid_from=entry.day_or_none("valid_from"),
    )
    entry.close()
    return weights


def _lines(
    path: Path, activities: Codelist, products: Codelist
) -> tuple[dict[str, float], dict[str, ProductWeight]]:
    by_activity: dict[str, float] = {}
    by_product: dict[str, ProductWeight] = {}
    classes: list[tuple[Place, str]] = []
    for place, cells in read_rows(path, ("kind", "code", "weight", "base_quantity")):
        code, weight = cells["code"], _positive(place, cells, "weight")
        if code in by_activity or code in by_product:
            raise refusal(place, "code", code, ONCE, MERGE)
        if cells["kind"] == "activity":
            _known(place, code, activities)
            by_activity[code] = weight
        elif cells["kind"] == "product":
            _known(place, code, products)
            activity = _class_of(place, products, code)
            base = _positive(place, cells, "base_quantity") if cells["base_quantity"] else None
            by_product[code] = ProductWeight(activity, weight, base)
            classes.append((place, activity))
        else:
            raise refusal(place, "kind", cells["kind"], one_of(KINDS), CORRECT)
    for place, activity in classes:
        _check_tree(place, activity, activities, by_activity)
    return by_activity, by_product


def _known(place: Place, code: str, codelist: Codelist) -> None:
    if code not in codelist:
        raise refusal(place, "code", code, one_of(codelist.items, code), DECLARE)


def _class_of(place: Place, products: Codelist, code: str) -> str:
    activity = products[code].attributes.get("activity", "")
    if not activity:
        raise refusal(place, "code", code, A_CLASS, GIVE_CLASS)
    return activity


def _check_tree(place: Place, activity: str, activities: Codelist, weighted: Mapping[str, float]) -> None:
    """The class, its division and its section each carry a weight; the groups between carry none."""
    way = activities.above(activity)
    for code in (way[0], *way[-2:]):
        if code not in weighted:
            legal = Text("một trọng số cho ngành {code}", "a weight for the activity {code}").format(
                code=code
            )
            raise refusal(place, "code", None, legal, GIVE_WEIGHT)


def _positive(place: Place, cells: Mapping[str, str], column: str) -> float:
    try:
        number = float(cells[column])
    except ValueError:
        raise refusal(place, column, cells[column] or None, A_NUMBER, CORRECT) from None
    if not 0 < number < float("inf"):
        raise refusal(place, column, cells[column], MORE_THAN_NOTHING, CORRECT)
    return number

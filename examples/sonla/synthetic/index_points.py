"""What one unit of a product adds to the index of all industry, by plain arithmetic from the weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

SECTIONS = "BCDE"


@dataclass(frozen=True, slots=True)
class IndexPoints:
    """The points of all industry that a unit of a product made in a month adds, and a product's section.

    The fixed-base index is linear in the quantities, so these are all that is needed.
    """

    whole: Mapping[str, float]
    section_of: Mapping[str, str]


def index_points(
    rows: Sequence[Mapping[str, str]], classes: Mapping[str, str], sections: Mapping[str, str]
) -> IndexPoints:
    """Sibling shares multiplied from product to section (METHODS §1.1, steps 1 to 5).

    `rows` are those of the weights file, `classes` gives a product's class, `sections` its section; a
    division is a class's first two digits.
    """
    weight = {row["code"]: float(row["weight"]) for row in rows}
    base = {row["code"]: float(row["base_quantity"]) for row in rows if row["kind"] == "product"}
    parent = {code: classes[code] for code in base}
    parent |= {classes[code]: classes[code][:2] for code in base}
    parent |= {classes[code][:2]: sections[code] for code in base}
    siblings: dict[str, float] = {}
    for code, above in parent.items():
        siblings[above] = siblings.get(above, 0) + weight[code]
    industry = fsum(weight[code] for code in SECTIONS)

    def carried(code: str) -> float:
        share = 1.0
        while code in parent:
            share *= weight[code] / siblings[parent[code]]
            code = parent[code]
        return share

    of_industry = {section: weight[section] / industry for section in SECTIONS}
    whole = {code: 100 * carried(code) / base[code] * of_industry[sections[code]] for code in base}
    return IndexPoints(whole, {code: sections[code] for code in base})

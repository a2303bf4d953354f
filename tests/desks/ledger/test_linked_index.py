"""New weights, laid over the catalogue as data: the index is linked and explained across the link."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.desks.filing.books import book
from tests.desks.ledger.conftest import Desk
from tests.desks.site.opening import EXAMPLE

from tongket.desks.filing.actions import import_file
from tongket.desks.ledger import doors
from tongket.desks.registry.actions import load_areas, load_reporters
from tongket.figures.exchange.catalogue import PRODUCT_CATALOGUE, Catalogue, read_catalogue
from tongket.figures.observations.observation import Address

WEIGHTS = """
code: iip_2019
activity_list: vsic
base_year: 2019
valid_from: 2020-01-01
synthetic: true
reference: {vi: "giả lập", en: "made up"}
"""
LINES = """kind,code,weight,base_quantity
activity,C,400,
activity,10,400,
activity,1076,400,
activity,D,600,
activity,35,600,
activity,3511,600,
product,tea,1,
product,electricity,1,
"""
RECIPES = """
- code: iip
  indicator: IIP
  coverage: all
  method: production_index
  dataflow: industrial_production
  measure: quantity
  breakdowns: [[], [activity]]
  levels: [province]
  parameters: {{weights: [iip_2015, iip_2019], link: {link}}}
  valid_to: 2021-12-31
"""


def overlaid(folder: Path, link: str) -> Catalogue:
    files = {
        "weights/iip_2019.yaml": WEIGHTS,
        "weights/iip_2019.csv": LINES,
        "recipes.yaml": RECIPES.format(link=link),
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text.lstrip(), encoding="utf-8")
    return read_catalogue(PRODUCT_CATALOGUE, EXAMPLE / "catalogue", folder)


@pytest.mark.parametrize("link", ["annual_overlap", "one_month", "over_the_year"])
def test_an_index_on_new_weights_is_linked_explained_and_computed_again(
    store, office: Path, tmp_path: Path, link: str
):
    catalogue = overlaid(tmp_path / "overlay", link)
    load_areas(by="t", folder=office)
    load_reporters(by="t", folder=office)
    months = [f"2019-{month:02d}" for month in range(1, 13)] + ["2020-01"]
    made = {
        "DN001": ("electricity", [100] * 12 + [120]),
        "DN002": ("tea", [10 + n for n in range(12)] + [12]),
    }
    for reporter, (product, quantities) in made.items():
        lines = {
            month: {(product,): {"quantity": quantity, "value": 10}}
            for month, quantity in zip(months, quantities, strict=True)
        }
        path = book(tmp_path / f"{reporter}.xlsx", catalogue, reporter, lines)
        assert import_file(by="t", path=path, catalogue=catalogue).outcome == "accepted"
    desk = Desk(catalogue, tmp_path / "facts")
    desk.compile()
    of_january = "IIP@14/2020-01"
    growth = desk.passport(f"{of_january},compare=same_period_last_year")
    assert growth.agrees
    assert sum(part.contribution.value for part in growth.parts) == pytest.approx(growth.figure.value)
    assert float(growth.figure.value) == pytest.approx(expected(link))
    for address in (of_january, f"{of_january},activity=D", f"{of_january},activity=C,compare=contribution"):
        assert desk.passport(address).agrees
    assert doors.working(catalogue).at(Address.parse("IIP@14/2019-12")).value is not None


def expected(link: str) -> float:
    """The growth on January 2019, from the weights of the two products alone: electricity 1 and tea."""
    rows = [
        line.split(",")
        for line in (EXAMPLE / "catalogue/weights/iip_2015.csv").read_text("utf-8").splitlines()
    ]
    weight = {code: float(value) for _, code, value, _ in rows[1:]}
    base = {code: float(value) for kind, code, _, value in rows[1:] if kind == "product"}
    share = weight["D"] / (weight["C"] + weight["D"])

    def old(electricity, tea):
        return share * electricity / base["electricity"] + (1 - share) * tea / base["tea"]

    def new(electricity, tea):
        return 0.6 * electricity / 100 + 0.4 * tea / 15.5

    year = [(100, 10 + month) for month in range(12)]
    january = new(120, 12) / old(*year[0])
    if link == "annual_overlap":
        return 100 * (january * sum(old(*one) for one in year) / 12 - 1)
    at = year[-1] if link == "one_month" else year[0]
    return 100 * (january * old(*at) / new(*at) - 1)

"""A new form, code list and indicator, laid over the catalogue as data, work without a line of code."""

from __future__ import annotations

import shutil
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

FILES = {
    "codelists.yaml": """
- code: stations
  version: "1"
  name: {vi: "Cửa hàng xăng dầu", en: "Petrol stations"}
  file: stations.csv
  source: made up
""",
    "codelists/stations.csv": """
code,parent,name_vi,name_en
road,,Trên đường,On the road
river,,Trên sông,On the river
""",
    "forms/petrol.yaml": """
code: petrol
version: 1
name: {vi: "Báo cáo cửa hàng xăng dầu", en: "Petrol stations"}
frequency: M
reporter: registered
reporter_headers: ["Mã đơn vị"]
tables:
  - code: stations
    name: {vi: "Cửa hàng", en: "Stations"}
    dataflow: petrol
    dimensions:
      - {code: station, codelist: stations, name: {vi: "Loại", en: "Kind"}, headers: ["Mã loại"]}
    measures:
      - code: sold
        unit: million_vnd
        required: true
        name: {vi: "Doanh thu", en: "Sold"}
        headers: ["Doanh thu"]
""",
    "indicators.yaml": """
- code: petrol_sales
  version: 1
  name: {vi: "Doanh thu xăng dầu", en: "Petrol sales"}
  unit: billion_vnd
  shape: flow
  direction: up
  decimals: 1
  coverages: {all: {vi: "Doanh thu xăng dầu", en: "Petrol sales"}}
  breakdowns: [station]
""",
    "recipes.yaml": """
- code: petrol_sales
  indicator: petrol_sales
  method: total
  dataflow: petrol
  measure: sold
  breakdowns: [[], [station]]
  levels: [province]
""",
}


@pytest.fixture
def wider(tmp_path: Path) -> Catalogue:
    """The catalogue of the example with one more form, list, indicator and recipe laid over it."""
    overlay = tmp_path / "overlay"
    for name, text in FILES.items():
        path = overlay / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip(), encoding="utf-8")
    return read_catalogue(PRODUCT_CATALOGUE, EXAMPLE / "catalogue", overlay)


def test_an_indicator_nobody_wrote_code_for_is_filed_compiled_and_explained(
    store, office: Path, wider: Catalogue, tmp_path: Path
):
    own = shutil.copytree(office, tmp_path / "office")
    register = own / "reporters.csv"
    register.write_text(register.read_text("utf-8").replace("retail_services", "petrol"), "utf-8")
    load_areas(by="t", folder=own)
    load_reporters(by="t", folder=own)
    lines = {("road",): {"sold": 2500}, ("river",): {"sold": 500}}
    path = book(tmp_path / "petrol.xlsx", wider, "HK001", {"2020-01": lines}, ("petrol", "stations"))
    assert import_file(by="t", path=path, catalogue=wider).outcome == "accepted"
    desk = Desk(wider, tmp_path / "facts")
    desk.compile()
    book_now = doors.working(wider)
    assert book_now.at(Address.parse("petrol_sales@14/2020-01")).value == 3
    assert float(book_now.at(Address.parse("petrol_sales@14/2020-01,station=road")).value) == 2.5
    assert desk.passport("petrol_sales@14/2020-01").agrees

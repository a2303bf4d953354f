"""Promises about the product's own catalogue, and that an office extends it without code."""

import time
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from tongket.figures.exchange.catalogue import PRODUCT_CATALOGUE, read_catalogue
from tongket.figures.terms.words import Text

EXAMPLES = Path(__file__).parents[2] / "examples"
PRODUCT = read_catalogue(PRODUCT_CATALOGUE)
LISTS = ("vsic", "products", "markets", "trade_groups", "electricity_projects")


def texts(value: object) -> Iterator[Text]:
    """Every text there is inside a value."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def test_it_loads_with_every_kind():
    for kind in (PRODUCT.units, PRODUCT.windows, PRODUCT.indicators.entries, PRODUCT.forms, PRODUCT.recipes):
        assert kind
    assert set(LISTS) <= set(PRODUCT.codelists)
    assert set(PRODUCT.words) == {"prose", "review"}


@pytest.mark.parametrize("kind", ["units", "indicators", "codelists", "windows", "forms", "weights"])
def test_every_text_is_complete_composed_and_without_stray_spaces(kind):
    for text in texts(getattr(PRODUCT, kind)):
        for words in (text.vi, text.en):
            assert words
            assert unicodedata.is_normalized("NFC", words), words
            assert words == " ".join(words.split()), words


@pytest.mark.parametrize("office", sorted(EXAMPLES.glob("*/catalogue")), ids=lambda path: path.parent.name)
def test_an_example_office_completes_it(office):
    """What only an office can have, the product's recipes find in it: its weights, its projects."""
    catalogue = read_catalogue(PRODUCT_CATALOGUE, office)
    for recipe in catalogue.recipes:
        assert recipe.parameters.get("weights", "none") in {*catalogue.weights, "none"}
        for mapped in recipe.parameters.get("map", {}).values():
            assert mapped["codelist"] in catalogue.codelists
    assert catalogue.codelists["electricity_projects"].items


def test_activities_are_numbered_as_their_parents_are():
    for item in PRODUCT.codelists["vsic"].items.values():
        match len(item.code):
            case 1:
                assert item.parent == ""
            case 2:
                assert len(item.parent) == 1
            case _:
                assert item.parent == item.code[:-1]


def test_the_industry_of_the_production_index_is_there_down_to_the_class():
    vsic = PRODUCT.codelists["vsic"]
    for section in "BCDE":
        leaves = [code for code in vsic.below(section) if not vsic.children(code)]
        assert leaves
        assert all(len(code) == 4 for code in leaves)


def test_farm_goods_are_a_group_and_industry_makes_some_of_them():
    products = PRODUCT.codelists["products"]
    farm = products.below("farm_products") - {"farm_products"}
    assert len(farm) >= 20
    assert {products[code].unit for code in farm} == {"tonne"}
    assert products["tea"].attributes == {"activity": "1076"}
    assert "electricity" not in farm
    assert all("activity" in products[code].attributes for code in products.children("industrial_products"))


def test_the_markets_are_the_countries_of_iso_3166_without_the_home_country():
    markets = PRODUCT.codelists["markets"].items
    assert len(markets) == 248
    assert "VN" not in markets
    assert markets["CN"].name == Text("Trung Quốc", "China")
    assert len({item.name.vi for item in markets.values()}) == len(markets)
    assert len({item.name.en for item in markets.values()}) == len(markets)


def test_no_reference_to_a_law_claims_to_have_been_read_without_saying_where():
    for indicator in PRODUCT.indicators.entries.values():
        if indicator.legal and indicator.legal.confirmed:
            assert indicator.legal.url


def test_it_reads_in_a_moment(tmp_path):
    best = min(_seconds() for _ in range(3))
    assert best < 0.150, f"{best:.3f} s"


def _seconds() -> float:
    start = time.perf_counter()
    read_catalogue(PRODUCT_CATALOGUE)
    return time.perf_counter() - start


OFFICE = {
    "units.yaml": """
- {code: piglet, dimension: piglet, multiplier: 1, name: {vi: con, en: piglet}, symbol: {vi: con, en: piglet}}
""",
    "codelists.yaml": """
- {code: breeds, version: "1", name: {vi: giống lợn, en: breeds of pig}, source: sở, file: breeds.csv}
""",
    "codelists/breeds.csv": "code,name_vi,name_en\nban,lợn bản,local pig\nlai,lợn lai,crossed pig\n",
    "indicators.yaml": """
- code: piglets_born
  version: 1
  name: {vi: Số lợn con sinh ra, en: Piglets born}
  unit: piglet
  shape: flow
  direction: up
  decimals: 0
  coverages: {all: {vi: Số lợn con sinh ra, en: Piglets born}}
  breakdowns: [breed]
""",
    "forms/piglets.yaml": """
code: piglets
version: 1
name: {vi: Báo cáo lợn con, en: Piglets}
frequency: Q
reporter: area
reporter_headers: [Mã xã]
window: cut_15
tables:
  - code: litters
    name: {vi: Đàn, en: Litters}
    dataflow: piglets
    dimensions:
      - {code: breed, codelist: breeds, name: {vi: Giống, en: Breed}, headers: [Mã giống]}
    measures:
      - {code: born, unit: piglet, required: true, name: {vi: Sinh ra, en: Born}, headers: [Số con]}
""",
    "recipes.yaml": """
- code: piglets_born
  indicator: piglets_born
  method: total
  dataflow: piglets
  measure: born
  breakdowns: [[], [breed]]
  levels: [province, commune]
""",
}


def test_an_office_adds_an_indicator_a_form_a_unit_and_a_code_list_without_code(tmp_path):
    for name, text in OFFICE.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    office = read_catalogue(PRODUCT_CATALOGUE, tmp_path)
    assert office.indicators["piglets_born"].definition().unit == "piglet"
    assert office.forms["piglets"].table("litters").dimension("breed").codelist == "breeds"
    assert office.codelists["breeds"]["ban"].name.en == "local pig"
    assert office.recipes[-1].breakdowns == ((), ("breed",))
    assert len(office.recipes) == len(PRODUCT.recipes) + 1


def test_the_glossary_is_one_table_in_order():
    lines = (EXAMPLES.parent / "GLOSSARY.md").read_text(encoding="utf-8").splitlines()
    rows = [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")][1:]
    assert len(rows) >= 70
    assert all(len(row) == 4 for row in rows)
    terms = [row[0].casefold() for row in rows]
    assert terms == sorted(set(terms))

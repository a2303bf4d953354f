"""Frames, price indices, published figures, calendars: what an office's data may say, and what is refused."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from tongket.figures.observations.published import Published
from tongket.figures.terms.period import Period

FRAME = {
    "frames/shops.yaml": """
code: shops
counted_on: 2019-12-31
reference: {vi: dàn mẫu, en: a frame}
""",
    "frames/shops.csv": """kind,code,stratum,population,auxiliary,group,response_class,area
stratum,large,,2,,a,,
stratum,small,,40,980.5,a,,
unit,DN1,large,,,,,99
unit,DN2,small,,12.5,,near,
""",
}
PRICES = {
    "prices/ppi.yaml": """
code: ppi
codelists: [products, industries]
published_on: 2021-01-31
synthetic: true
reference: {vi: giá, en: prices}
""",
    "prices/ppi.csv": "code,period,index\ntea,2010,100\ntea,2020-01,131.5\nC,2010,100\n",
}
PUBLISHED = {
    "published/yearbook.yaml": """
code: yearbook
unit: tonne
published_on: 2021-06-30
reference: {vi: niên giám, en: yearbook}
""",
    "published/yearbook.csv": """area,period,value,breakdown,status
VN,2020,100.5,product=tea,P
VN,2020,900,,
""",
}
BASES = {
    "price_bases.yaml": "- {code: b, base_year: 2010, reference: {vi: TT, en: Circular}, confirmed: false}\n"
}
LIMITS = """
seasonal_adjustment:
  - {code: least_years, value: 7, reference: ours}
  - {code: q, value: 0.8, reference: ours}
chance:
  - {code: likely, value: 0.9, reference: ours}
"""
TET = """
zones:
  - {from: 1900, to: 1967, hours: 8, reference: x, confirmed: false}
  - {from: 1968, hours: 7, reference: y}
windows:
  - {code: before, first: -10, last: -1, reference: ours}
centred_on: {first: 2000, last: 2030}
apart:
  - {year: 2007, hanoi: 2007-02-17, beijing: 2007-02-18}
"""


def test_a_frame_is_read_with_its_day_and_reference(shelf):
    frame = shelf.read(FRAME).frames["shops"]
    assert (frame.counted_on, frame.reference.en, frame.synthetic) == (date(2019, 12, 31), "a frame", False)
    assert frame.strata["small"].population == 40
    assert frame.strata["small"].x_total == Decimal("980.5")
    assert (frame.units["DN2"].x, frame.units["DN2"].response_class) == (Decimal("12.5"), "near")
    assert (frame.units["DN1"].x, frame.units["DN1"].area) == (None, "99")


def test_price_indices_and_their_base_years(shelf):
    office = shelf.read(PRICES, BASES)
    assert office.prices["ppi"].prices["tea"][Period.month(2020, 1)] == Decimal("131.5")
    assert office.prices["ppi"].synthetic
    assert (office.price_bases[2010].confirmed, office.price_bases[2010].valid_from) == (False, None)


def test_published_figures(shelf):
    found = shelf.read(PUBLISHED).published["yearbook"]
    assert isinstance(found, Published)
    tea = found.figures["VN", (("product", "tea"),), Period.year(2020)]
    assert (tea.value, tea.unit, tea.status) == (Decimal("100.5"), "tonne", "P")
    assert found.figures["VN", (), Period.year(2020)].status == "A"


def test_an_office_changes_a_limit_and_keeps_the_others(shelf):
    calendars = shelf.read({"calendars/limits.yaml": LIMITS}).calendars
    assert (calendars.limits.least_years, calendars.limits.q, calendars.limits.m7) == (7, 0.8, 1.0)
    assert (calendars.bands.likely, calendars.bands.open) == (0.9, 0.4)


def test_tet_by_the_clock_in_force(shelf):
    calendars = shelf.read({"calendars/tet.yaml": TET}).calendars
    assert [(one.code, one.first) for one in calendars.windows] == [("before", -10)]
    assert calendars.centred_on == (2000, 2030)
    assert calendars.tet[2007] == date(2007, 2, 17)
    assert calendars.tet[1965] == date(1965, 2, 2)  # Beijing's, as almanacs printed it then
    assert 1990 not in calendars.tet


GIVEN = {**FRAME, **PRICES, **PUBLISHED, **BASES}
GIVEN |= {"calendars/limits.yaml": LIMITS, "calendars/tet.yaml": TET}
CASES = yaml.safe_load(Path(__file__).with_name("office_refusals.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['file']}: {case['instead']}")
def test_what_is_wrong_is_refused_with_its_place(shelf, case):
    file, standing = case["file"], GIVEN[case["file"]]
    assert case["there"] in standing, "the case no longer fits its file"
    spoilt = {**GIVEN, file: standing.replace(case["there"], case["instead"], 1)}
    error = shelf.refusal(spoilt)
    said = shelf.said(error)
    assert said.startswith(f"over1/{file}")
    assert case["says"] in said
    assert "Hợp lệ: " in shelf.said(error, "vi")


def test_lines_without_a_description_are_refused(shelf):
    said = shelf.said(shelf.refusal({"frames/shops.csv": FRAME["frames/shops.csv"]}))
    assert "Legal: a .yaml file of the same name" in said


def test_a_recipe_of_observations_reads_no_returns(shelf, small):
    told = "code: t, indicator: output, method: published, dataflow: production, parameters: {figures: a}"
    both = f"\n- {{{told}}}\n"
    said = shelf.said(shelf.refusal(**{"recipes.yaml": small["recipes.yaml"] + both}))
    assert "key “dataflow”: found “production”" in said


def test_a_recipe_that_starts_from_what_nobody_makes_is_refused_with_the_file(shelf, small):
    stray = "\n- {code: sa, indicator: output, method: seasonal_adjustment, parameters: {series: sales}}\n"
    said = shelf.said(shelf.refusal(**{"recipes.yaml": small["recipes.yaml"] + stray}))
    assert said.startswith("base/recipes.yaml: Recipe “sa”: no recipe makes “sales:all”.")

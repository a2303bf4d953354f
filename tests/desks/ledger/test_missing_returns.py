"""A return that is out: its range, and what a ladder named in the catalogue puts in its place."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from tests.desks.filing.books import book
from tests.desks.ledger.conftest import Desk
from tests.desks.site.opening import EXAMPLE

from tongket.desks.filing.actions import import_file
from tongket.desks.registry.actions import load_areas, load_reporters
from tongket.figures.exchange.catalogue import PRODUCT_CATALOGUE, Catalogue, CatalogueError, read_catalogue
from tongket.figures.terms.figure import Cause, ObsStatus

SHOPS = [f"HK{number:03d}" for number in range(1, 8)]
HEAD = "code,kind,name,tax_code,activity,area_code,valid_from,valid_to,forms,synthetic\n"
LINE = '{code},household_business,"Hộ bán lẻ (giả lập)",,4719,03652,2015-01-01,,retail_services,yes\n'
MONTHS = [f"2020-{month:02d}" for month in range(1, 6)]
RECIPE = """
- code: retail_goods
  indicator: retail_turnover
  coverage: goods
  method: total
  dataflow: retail_services
  measure: turnover
  where: {trade_group: [goods]}
  breakdowns: [[], [trade_group]]
  levels: [province]
  parameters: {impute: shops, range: shops}
"""
LADDER = """
- code: shops
  rungs: [ratio_to_previous]
  classes: [[kind, commune]]
  least_donors: 5
  take_all_share: 0.5
  range: {periods: 4, least: 3, slack: 0}
  reference: made up
"""


def overlaid(folder: Path, **files: str) -> Catalogue:
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text.lstrip(), encoding="utf-8")
    return read_catalogue(PRODUCT_CATALOGUE, EXAMPLE / "catalogue", folder)


def filed(catalogue: Catalogue, office: Path, folder: Path) -> Desk:
    """Seven shops sold for 100, 110, 120, 130 and 140 billion; the last shop's May is out."""
    own = shutil.copytree(office, folder / "office")
    register = HEAD + "".join(LINE.format(code=code) for code in SHOPS)
    (own / "reporters.csv").write_text(register, encoding="utf-8")
    load_areas(by="t", folder=own)
    load_reporters(by="t", folder=own)
    table = catalogue.forms["retail_services"].tables[0]
    for code in SHOPS:
        lines = {
            month: {("food",): {"turnover": 90_000 + 10_000 * place}}
            for place, month in enumerate(MONTHS, start=1)
            if (code, month) != (SHOPS[-1], MONTHS[-1])
        }
        path = book(folder / f"{code}.xlsx", catalogue, code, lines, ("retail_services", table.code))
        assert import_file(by="t", path=path, catalogue=catalogue).outcome == "accepted"
    desk = Desk(catalogue, folder / "facts")
    desk.compile()
    return desk


def test_the_ladder_stands_in_and_the_passport_says_for_whom(store, office: Path, tmp_path: Path):
    desk = filed(overlaid(tmp_path / "overlay", recipes=RECIPE, imputation=LADDER), office, tmp_path)
    opened = desk.passport("retail_turnover:goods@14/2020-05")
    # The six that answered went from 780 to 840, so the seventh is taken to have gone from 130 to 140.
    assert (opened.figure.value, opened.figure.status) == (Decimal(980), ObsStatus.IMPUTED)
    assert "HK007 (ratio_to_previous; 6)" in opened.figure.because["vi"]
    assert "14.3 % of the figure" in opened.figure.because["en"]
    assert opened.agrees
    assert opened.outstanding is None


def test_before_it_comes_the_return_bounds_the_figure_by_its_own_past(store, office: Path, tmp_path: Path):
    recipe = RECIPE.replace("impute: shops, ", "")
    desk = filed(overlaid(tmp_path / "overlay", recipes=recipe, imputation=LADDER), office, tmp_path)
    opened = desk.passport("retail_turnover:goods@14/2020-05")
    assert opened.figure.cause is Cause.NOT_ANSWERED
    assert opened.agrees
    # 840 billion are in, and the seventh shop sold between 100 and 130 in its four months.
    assert "940–970 billion VND" in opened.outstanding["en"]
    assert "most depends on: HK007" in opened.outstanding["en"]
    assert "ảnh hưởng nhiều nhất: HK007" in opened.outstanding["vi"]


@pytest.mark.parametrize(
    ("there", "instead", "says"),
    [
        ("[ratio_to_previous]", "[balance]", "ratio_to_previous, same_month_growth"),
        ("[ratio_to_previous]", "[]", "at least one rung"),
        ("[[kind, commune]]", "[[colour]]", "division"),
        ("take_all_share: 0.5", "take_all_share: 0", "a number above 0, at most 1"),
        ("slack: 0", "slack: -1", "a number from 0"),
        ("least_donors: 5", "least_donors: 0", "least_donors"),
    ],
)
def test_a_ladder_that_cannot_be_climbed_is_refused(tmp_path: Path, there: str, instead: str, says: str):
    with pytest.raises(CatalogueError) as caught:
        overlaid(tmp_path / "overlay", imputation=LADDER.replace(there, instead))
    assert says in caught.value.say("en")
    assert "imputation.yaml" in caught.value.say("vi")

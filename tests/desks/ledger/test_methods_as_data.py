"""Further methods are reached by data alone: files laid over the catalogue, filed, compiled, explained."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.desks.filing.books import book
from tests.desks.filing.conftest import Take
from tests.desks.ledger.conftest import Desk
from tests.desks.site.opening import EXAMPLE

from tongket.desks.ledger import doors
from tongket.desks.ledger.queries import recorded
from tongket.figures.exchange.catalogue import PRODUCT_CATALOGUE, Catalogue, read_catalogue
from tongket.figures.observations.observation import Address
from tongket.figures.terms.figure import Cause, ObsStatus
from tongket.figures.terms.period import Period


def flow(code: str, basis: str = "current") -> str:
    return f"""
- code: {code}
  version: 1
  name: {{vi: "{code} vi", en: "{code}"}}
  unit: billion_vnd
  shape: flow
  direction: up
  decimals: 1
  price_basis: {basis}
  coverages: {{all: {{vi: "{code} vi", en: "{code}"}}}}
"""


FLOWS = ("sampled", "told", "nearest", "by_month", "by_district", "raked", "deseasoned")
FILES = {
    "indicators.yaml": "".join(map(flow, FLOWS)) + flow("volume", "constant_2010"),
    "frames/makers.yaml": """
code: makers
counted_on: 2018-12-31
synthetic: true
reference: {vi: "Dàn mẫu thử", en: "A trial frame"}
""",
    "frames/makers.csv": """
kind,code,stratum,population,auxiliary,area
stratum,all,,10,,
unit,DN001,all,,,03808
unit,DN002,all,,,03982
""",
    "prices/trial.yaml": """
code: trial
codelists: [vsic]
published_on: 2021-01-15
synthetic: true
reference: {vi: "Giá thử", en: "Trial prices"}
""",
    "prices/trial.csv": "code,period,index\nD,2010,100\n"
    + "".join(f"D,{year}-{m:02d},200\n" for year in (2018, 2019) for m in range(1, 13)),
    "published/yearbook.yaml": """
code: yearbook
unit: billion_vnd
published_on: 2021-02-01
synthetic: true
reference: {vi: "Niên giám thử", en: "Trial yearbook"}
""",
    "published/yearbook.csv": "area,period,value\n14,2018,2.4\n14,2019,6\n14,2018-01,0.8\n",
    "recipes.yaml": """
- {code: sampled, indicator: sampled, method: survey_total, dataflow: industrial_production, measure: value,
   levels: [province, district], parameters: {frame: makers, estimator: expansion}}
- {code: volume, indicator: volume, method: constant_prices, dataflow: industrial_production, measure: value,
   parameters: {prices: trial, base: 2010, item: {dimension: product, attribute: activity, codelist: vsic}}}
- {code: nearest, indicator: nearest, method: benchmark,
   parameters: {series: industrial_output, benchmarks: told}}
- {code: by_month, indicator: by_month, method: disaggregation,
   parameters: {benchmarks: told, follows: industrial_output, rule: fernandez}}
- {code: raked, indicator: raked, method: raking, levels: [district],
   parameters: {series: by_district, totals: told}}
- {code: by_district, indicator: by_district, method: total, dataflow: industrial_production, measure: value,
   levels: [district], parameters: {year_estimate: best}}
- {code: told, indicator: told, method: published, parameters: {figures: yearbook}}
- {code: deseasoned, indicator: deseasoned, method: seasonal_adjustment,
   parameters: {series: industrial_output}}
""",
}


@pytest.fixture
def wider(tmp_path: Path) -> Catalogue:
    overlay = tmp_path / "overlay"
    for name, text in FILES.items():
        path = overlay / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip(), encoding="utf-8")
    return read_catalogue(PRODUCT_CATALOGUE, EXAMPLE / "catalogue", overlay)


@pytest.fixture
def desk(store, wider: Catalogue, take: Take, catalogue: Catalogue, tmp_path: Path) -> Desk:
    """DN001 made 0.1 and DN002 0.3 billion a month in 2018, half as much again in 2019."""
    for year, more in ((2018, 1), (2019, 1.5)):
        for name, value in (("DN001", 100), ("DN002", 300)):
            line = {("electricity",): {"quantity": 1, "value": value * more}}
            months = {f"{year}-{m:02d}": line for m in range(1, 13)}
            take(book(tmp_path / f"{name}_{year}.xlsx", catalogue, name, months))
    made = Desk(wider, tmp_path / "facts")
    made.compile()
    return made


def test_methods_are_reached_and_explained_by_data_alone(desk: Desk, wider: Catalogue):
    book_ = doors.working(wider)

    def figure(address: str):
        opened = desk.passport(address)
        assert opened.agrees, address
        return book_.at(Address.parse(address))

    # Two of ten drawn: 5 x 0.4; 100 x (1 - 0.2) x 0.02 / 2 is the variance, and it came back from the store.
    sampled = figure("sampled@14/2018-01")
    assert sampled.value == 2
    assert float(sampled.margin.error) ** 2 == pytest.approx(100 * 0.8 * 0.02 / 2)
    assert sampled.margin.low < 2 < sampled.margin.high
    assert sampled.because["vi"].startswith("DÀN MẪU GIẢ LẬP: ")
    assert figure("sampled@14/2019").value == 12 * 3

    volume = figure("volume@14/2019-12")
    assert (float(volume.value), volume.status) == (0.3, ObsStatus.ESTIMATED)
    assert float(sum(figure(f"nearest@14/2018-{m:02d}").value for m in range(1, 13))) == pytest.approx(2.4)
    assert float(figure("nearest@14/2019-12").value) > 0.5
    months = [figure(f"by_month@14/2019-{m:02d}").cause for m in (1, 12)]
    assert months == [Cause.UNDEFINED] * 2  # two years are too few to follow anything
    assert [float(figure(f"raked@{code}/2018-01").value) for code in ("120", "123")] == [0.2, 0.6]
    assert figure("deseasoned@14/2019-12").cause is Cause.UNDEFINED
    assert "24" in figure("deseasoned@14/2019-12").because["vi"]


def test_what_was_recorded_before_a_compile_is_known_with_its_moment(
    desk: Desk, wider: Catalogue, take: Take, catalogue: Catalogue, tmp_path: Path
):
    corrected = {"2018-01": {("electricity",): {"quantity": 1, "value": 200}}}
    take(book(tmp_path / "again.xlsx", catalogue, "DN001", corrected))
    run = desk.compile()
    series = doors.working(wider).series("industrial_output", area="14")
    found = recorded(series)[Period.month(2018, 1)]
    assert [float(one.value) for one in found] == [0.4, 0.5]
    assert found[0].known_at < found[1].known_at
    before = recorded(series, run.moment)[Period.month(2018, 1)]
    assert [float(one.value) for one in before] == [0.4]

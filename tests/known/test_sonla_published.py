"""The invented returns of Sơn La, read back cell by cell, add up to what was published.

Nothing of the product or of the generator is used to read or to compute: sheets are opened raw, and each
figure is worked out here in its own words. The figures are those of examples/sonla/published.csv.
"""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest
from python_calamine import CalamineWorkbook

ROOT = Path(__file__).parents[2]
OFFICE = ROOT / "examples" / "sonla"
CODELISTS = ROOT / "src" / "tongket" / "catalogue" / "codelists"

MONTHS = range(1, 13)


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


class Line(NamedTuple):
    """A row of a sheet under its headers, with what the head of the sheet says."""

    batch: str
    reporter: str
    period: str
    cells: dict[str, object]

    def number(self, header: str) -> Decimal:
        return Decimal(repr(self.cells[header]))


def read_lines(path: Path, batch: str) -> list[Line]:
    lines = []
    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python()
        assert any("SYNTHETIC" in str(cell) for cell in rows[0]), f"{path} {name} is not marked"
        head = {row[0]: row[1] for row in rows[:6]}
        top = next(i for i, row in enumerate(rows) if str(row[0]).startswith("Mã "))
        for row in rows[top + 1 :]:
            cells = dict(zip(rows[top], row, strict=True))
            reporter = head.get("Đơn vị báo cáo") or row[0]
            lines.append(Line(batch, str(reporter), str(head["Kỳ"]), cells))
    return lines


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The same seed written twice, side by side."""
    command = [sys.executable, str(OFFICE / "make_returns.py")]
    outs = [tmp_path_factory.mktemp(name) for name in ("first", "second")]
    running = [subprocess.Popen([*command, str(out)], stdout=subprocess.DEVNULL) for out in outs]
    assert [process.wait() for process in running] == [0, 0]
    return outs


@pytest.fixture(scope="module")
def returns(folders: list[Path]) -> dict[str, list[Line]]:
    """All lines by the kind of return, which is the folder they lie in."""
    found = defaultdict(list)
    for path in sorted(folders[0].rglob("*.xlsx")):
        batch, kind = path.relative_to(folders[0]).parts[:2]
        found[kind] += read_lines(path, batch)
    return found


def shown(value: Decimal | float, places: int) -> Decimal:
    return Decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def growth(now: Decimal | float, before: Decimal | float) -> Decimal:
    return shown(100 * (Decimal(now) / Decimal(before) - 1), 2)


def test_the_same_seed_writes_the_same_bytes(folders: list[Path]) -> None:
    def prints(folder: Path) -> dict[str, str]:
        files = sorted(folder.rglob("*.xlsx"))
        return {str(f.relative_to(folder)): sha256(f.read_bytes()).hexdigest() for f in files}

    first, second = (prints(folder) for folder in folders)
    assert len(first) > 300
    assert first == second


def quantities(lines: list[Line]) -> dict[tuple[str, str], Decimal]:
    made: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for line in lines:
        made[str(line.cells["Mã sản phẩm"]), line.period] += line.number("Sản lượng sản xuất")
    return made


def test_electricity(returns: dict[str, list[Line]]) -> None:
    made = quantities(returns["san-xuat"])
    year, before = (sum(made["electricity", f"{y}-{m:02d}"] for m in MONTHS) for y in (2020, 2019))
    assert (shown(year, 2), shown(before, 2)) == (Decimal("11634.79"), Decimal("10078.53"))
    assert (growth(year, before), shown(year - before, 2)) == (Decimal("15.44"), Decimal("1556.26"))
    assert growth(made["electricity", "2020-10"], made["electricity", "2019-10"]) == Decimal("120.73")


def index_levels(made: dict[tuple[str, str], Decimal], month: str) -> dict[str, float]:
    """The levels of a month: each node, up to "all", is the weighted mean of those under it."""
    weights = table(OFFICE / "catalogue/weights/iip_2015.csv")
    weight = {row["code"]: float(row["weight"]) for row in weights}
    above = {row["code"]: row["activity"] for row in table(CODELISTS / "products.csv")}
    for row in table(CODELISTS / "vsic.csv"):
        above[row["code"]] = row["parent"] or "all"
    levels = {
        row["code"]: 100 * float(made[row["code"], month]) / float(row["base_quantity"])
        for row in weights
        if row["kind"] == "product"
    }
    children: dict[str, list[str]] = defaultdict(list)
    for code in weight:
        parent = above[code]
        while parent != "all" and parent not in weight:
            parent = above[parent]  # groups carry no weight of their own
        children[parent].append(code)

    def level(code: str) -> float:
        parts = children.get(code)
        if parts:
            levels[code] = sum(weight[p] * level(p) for p in parts) / sum(weight[p] for p in parts)
        return levels[code]

    level("all")
    return levels


PUBLISHED_INDEX = {
    "year": {"all": "13.50", "B": "1.82", "C": "6.14", "E": "3.27"},
    "half": {"all": "-24.47"},
    "october": {"all": "97.55", "B": "1.81", "C": "13.39", "D": "119.94", "E": "4.87"},
}


def test_index_of_production(returns: dict[str, list[Line]]) -> None:
    made = quantities(returns["san-xuat"])
    levels = {(y, m): index_levels(made, f"{y}-{m:02d}") for y in (2019, 2020) for m in MONTHS}
    spans = {"year": MONTHS, "half": range(1, 7), "october": range(10, 11)}
    for span, figures in PUBLISHED_INDEX.items():
        for node, published in figures.items():
            now, before = (sum(levels[y, m][node] for m in spans[span]) for y in (2020, 2019))
            assert growth(now, before) == Decimal(published), (span, node)


def test_gross_output(returns: dict[str, list[Line]]) -> None:
    value = {"electricity": Decimal(), "all": Decimal()}
    for line in returns["san-xuat"]:
        if line.period.startswith("2020"):
            amount = line.number("Giá trị sản xuất (triệu đồng)") / 1000
            value["all"] += amount
            if line.cells["Mã sản phẩm"] == "electricity":
                value["electricity"] += amount
    assert shown(value["all"], 0) == 21606
    assert value["electricity"] > value["all"] / 2


def test_retail_prints_alike_before_and_after_december(returns: dict[str, list[Line]]) -> None:
    groups = {row["code"] for row in table(CODELISTS / "trade_groups.csv") if row["parent"] == "goods"}
    goods: dict[str, Decimal] = defaultdict(Decimal)
    for line in returns["ban-le"]:
        if line.cells["Mã nhóm"] in groups:
            goods[line.period] += line.number("Doanh thu (triệu đồng)") / 1000
        assert (line.batch == "2-after") == (line.period >= "2020-12")
    eleven, twelve = (
        {year: sum(goods[f"{year}-{month:02d}"] for month in range(1, last)) for year in (2018, 2019, 2020)}
        for last in (12, 13)
    )
    share = (eleven[2018] / twelve[2018] + eleven[2019] / twelve[2019]) / 2
    estimate = eleven[2020] / share
    assert shown(estimate, 0) == shown(twelve[2020], 0) == 20217
    assert shown(estimate, 1) != shown(twelve[2020], 1)


def test_exports(returns: dict[str, list[Line]]) -> None:
    by_year = defaultdict(list)
    for line in returns["xuat-khau"]:
        if line.number("Trị giá FOB (USD)") > 0:
            by_year[line.period[:4]].append(line)
    dollars = {
        year: sum(line.number("Trị giá FOB (USD)") for line in lines) for year, lines in by_year.items()
    }
    assert (shown(dollars["2020"] / 10**6, 0), shown(dollars["2019"] / 10**6, 2)) == (112, Decimal("140.16"))
    assert growth(dollars["2019"], dollars["2018"]) == Decimal("23.45")
    for year, products, markets in (("2020", 16, 14), ("2019", 16, 15)):
        assert len({line.cells["Mã sản phẩm"] for line in by_year[year]}) == products
        assert len({line.cells["Mã thị trường"] for line in by_year[year]}) == markets


def test_electrification(returns: dict[str, list[Line]]) -> None:
    stock: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for line in returns["dien"]:
        if "Tổng số hộ" in line.cells:
            households, lit = line.number("Tổng số hộ"), line.number("Tổng số hộ có điện")
            assert lit <= households
            stock[line.period, "households"] += households
            stock[line.period, "lit"] += lit
    rates = {year: 100 * stock[year, "lit"] / stock[year, "households"] for year in ("2015", "2019", "2020")}
    assert (stock["2015", "lit"], stock["2015", "households"]) == (232_200, 267_716)
    assert (stock["2017", "lit"], stock["2017", "households"]) == (253_096, 277_982)
    assert (shown(rates["2015"], 1), shown(rates["2020"], 1)) == (Decimal("86.7"), Decimal("97.5"))
    assert 94 < rates["2019"] < 96


def test_connections(returns: dict[str, list[Line]]) -> None:
    areas = [row for row in table(OFFICE / "areas.csv") if row["valid_from"] == "2015-01-01"]
    district = {row["code"]: row["parent_code"] for row in areas}
    commune = {row["code"]: row["parent_code"] for row in table(OFFICE / "villages.csv")}
    lines = [line for line in returns["dien"] if "Mã dự án" in line.cells]
    villages = {line.reporter for line in lines}
    communes = {commune[village] for village in villages}
    districts = {district[code] for code in communes}
    assert sum(line.number("Số hộ được cấp điện") for line in lines) == 17_540
    assert (len(villages), len(communes), len(districts)) == (333, 66, 11)
    assert "116" not in districts
    assert all(line.cells["Ngày đóng điện"].year == int(line.period) for line in lines)
    yearly = sum(
        len({line.reporter for line in lines if line.period == year}) for year in {i.period for i in lines}
    )
    assert yearly > len(villages)  # distinct counts of years must not add to that of the span


def test_every_reporter_answers_every_month_it_is_due(returns: dict[str, list[Line]]) -> None:
    kinds = {"industrial_production": "san-xuat", "retail_services": "ban-le", "exports": "xuat-khau"}
    months = [f"{year}-{month:02d}" for year in (2018, 2019, 2020) for month in MONTHS]
    months += ["2021-01", "2021-02", "2021-03"]
    for row in table(OFFICE / "reporters.csv"):
        due = {
            m for m in months if row["valid_from"] <= f"{m}-01" and f"{m}-28" <= (row["valid_to"] or "9999")
        }
        assert "(giả lập)" in row["name"]
        for form in row["forms"].split("|"):
            answered = {line.period for line in returns[kinds[form]] if line.reporter == row["code"]}
            assert answered == due, (row["code"], form)

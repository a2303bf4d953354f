"""The year in one command: what was published comes out, is traced to its cells, and stays as released."""

from __future__ import annotations

import html
import re
import shutil
from decimal import Decimal

import openpyxl
import pytest
from tests.desks.papers.reading import docx_text, enough, pdf_text, pptx_text
from tests.known.conftest import Year

from tongket.figures.review.content import Quote
from tongket.figures.terms.numerals import read_number
from tongket.figures.terms.rounding import exact, round_half_away

GROWTH = "compare=same_period_last_year"

# What the office and the statistics office published of 2020, at the precision they printed it with.
# Sources: examples/sonla/published.csv.
PUBLISHED = {
    f"IIP@14/2020,{GROWTH}": "13.5",
    f"IIP@14/2020,activity=B,{GROWTH}": "1.82",
    f"IIP@14/2020,activity=C,{GROWTH}": "6.14",
    f"IIP@14/2020,activity=E,{GROWTH}": "3.27",
    f"IIP@14/2020-S1,{GROWTH}": "-24.47",
    f"IIP@14/2020-10,{GROWTH}": "97.55",
    f"IIP@14/2020-10,activity=B,{GROWTH}": "1.81",
    f"IIP@14/2020-10,activity=C,{GROWTH}": "13.39",
    f"IIP@14/2020-10,activity=D,{GROWTH}": "119.94",
    f"IIP@14/2020-10,activity=E,{GROWTH}": "4.87",
    "product_volume:electricity@14/2020": "11634.79",
    f"product_volume:electricity@14/2020,{GROWTH}": "15.44",
    "product_volume:electricity@14/2020,compare=change": "1556.26",
    f"product_volume:electricity@14/2020-10,{GROWTH}": "120.73",
    "industrial_output@14/2020": "21606",
    "retail_turnover:goods@14/2020": "20217",
    "exports:farm_goods@14/2020": "112",
    "exports:farm_goods@14/2019": "140.16",
    "export_products:farm_goods@14/2020": "16",
    "export_markets:farm_goods@14/2020": "14",
    "households@14/2015": "267716",
    "households_with_electricity@14/2015": "232200",
    "electrification_rate@14/2015": "86.7",
    "electrification_rate@14/2020": "97.5",
    "households_connected@14/2016-01/P60M": "17540",
    "villages_connected@14/2016-01/P60M": "333",
    "communes_connected@14/2016-01/P60M": "66",
    "districts_connected@14/2016-01/P60M": "11",
}


@pytest.fixture(scope="module", params=[("--release", "1"), ()], ids=["as released", "as of now"])
def passports(year: Year, request: pytest.FixtureRequest):
    """The passports of all of them, opened by one command."""
    opened = year.ask("explain", *PUBLISHED, *request.param)
    return {one["address"].replace(":all@", "@"): one for one in opened}


@pytest.mark.parametrize("address", PUBLISHED)
def test_a_published_figure_comes_out_and_is_recomputed_from_its_cells(passports, address):
    passport, published = passports[address], Decimal(PUBLISHED[address])
    assert round_half_away(Decimal(passport["value"]), -published.as_tuple().exponent) == published
    assert passport["agrees"] is True
    assert passport["recomputed"]["value"] == passport["value"]
    assert passport["cells"]
    assert all(cell["file"] and cell["sheet"] and cell["cell"] for cell in passport["cells"])


KEY_TABLE = (
    "13,5", "1,82", "6,14", "3,27", "−24,47", "97,55", "11.634,79", "15,44", "21.606", "20.217", "112",
    "16", "14", "17.540", "333", "66", "11", "86,7%", "232.200", "267.716", "97,5",
)  # fmt: skip


@pytest.mark.parametrize("number", KEY_TABLE)
def test_every_published_figure_stands_in_the_key_table(year: Year, number: str):
    table = _key_table(year.printed)
    assert re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d.,]*\d)", table), table


def test_what_is_synthetic_says_so_on_the_screen(year: Year):
    assert "Số liệu báo cáo giả lập" in year.printed


def test_the_demo_again_gives_the_same_and_imports_nothing(year: Year):
    again = year.run("demo")
    assert " 0 số được ghi" in again
    assert "Lần công bố 1 đã có, giữ nguyên." in again
    assert _key_table(again) == _key_table(year.printed)


def _key_table(printed: str) -> str:
    """From the caption of the key table to the list of files."""
    found = re.search(r"Bảng 1\..*?(?=^Tổng kết:)", printed, re.DOTALL | re.MULTILINE)
    assert found
    return found[0]


@pytest.mark.parametrize(
    ("day", "communes", "districts"),
    [("2020-12-31", 204, 12), ("2025-03-01", 200, 12), ("2025-07-01", 75, 0)],
)
def test_the_map_has_three_vintages_and_says_what_is_not_verified(year: Year, day, communes, districts):
    known = year.ask("areas", "--on", day)
    levels = [unit["level"] for unit in known["units"]]
    assert (levels.count("commune"), levels.count("district")) == (communes, districts)
    assert known["unverified"]["links"] > 0
    first_step = [event for event in known["events"] if event["effective"] == "2025-02-01"]
    assert not all(event["verified"] for event in first_step)


TRAPS = {
    "retail-2021": ("retail_turnover:goods", "retail_turnover:goods_lodging_catering"),
    "exports-2021": ("exports:farm_goods", "exports:goods"),
}


@pytest.mark.parametrize("target", TRAPS)
def test_an_unlike_comparison_is_refused_with_its_reason_in_json(year: Year, target):
    asked = {one["target"]: one for one in year.ask("targets", "--year", 2021)}[target]
    left, right = TRAPS[target]
    refusal = next(one for one in asked["not_compared"] if one["not_comparable"]["left"] == left)
    assert refusal["value"] is None
    assert refusal["not_comparable"]["right"] == right
    assert "khác phạm vi" in refusal["not_comparable"]["reason"]["vi"]


@pytest.mark.parametrize("wrong", ["19,7", "42,9", "42,86"])
def test_no_paper_prints_a_growth_rate_of_unlike_things(year: Year, wrong):
    for text in texts(year, "vi").values():
        assert wrong not in text


def test_the_papers_explain_what_they_do_not_compare(year: Year):
    for text in (texts(year, "vi")[name] for name in ("docx", "pdf", "html", "xlsx")):
        assert "khác phạm vi" in " ".join(text.split())


def test_a_rate_is_never_worked_out_from_the_households_connected(year: Year):
    cells = year.ask("explain", "electrification_rate@14/2020")["cells"]
    assert {cell["measure"] for cell in cells} == {"households", "electrified"}


def test_a_target_that_was_never_published_stays_empty_with_that_cause(year: Year):
    congress = [one for one in year.ask("targets") if one["plan"]["cause"] == "not_published"]
    assert congress
    assert {one["verdict"] for one in congress} == {"cannot_say"}


def texts(year: Year, lang: str) -> dict[str, str]:
    """What each of the six papers says."""
    stem = "tong-ket-2020-lan-1" if lang == "vi" else "review-2020-release-1"
    folder = year.data / "review"
    return {
        "docx": docx_text((folder / f"{stem}.docx").read_bytes()),
        "pdf": pdf_text((folder / f"{stem}.pdf").read_bytes()),
        "html": (folder / f"{stem}.html").read_text(encoding="utf-8"),
        "pptx": pptx_text((folder / f"{stem}.pptx").read_bytes()),
        "xlsx": _sheets(folder / f"{stem}.xlsx"),
        "txt": (folder / f"{stem}.txt").read_text(encoding="utf-8"),
    }


def _sheets(path) -> str:
    book = openpyxl.load_workbook(path)
    return "\n".join(str(cell) for sheet in book for row in sheet.values for cell in row if cell is not None)


@pytest.fixture(scope="module")
def corrected(year: Year, tmp_path_factory: pytest.TempPathFactory) -> Year:
    """The same data a day later: a person mends one quantity of one plant and sends the workbook again."""
    folder = tmp_path_factory.mktemp("corrected")
    later = Year(shutil.copytree(year.data, folder / "data"), "")
    name = "DN001_2020.xlsx"
    sent = next((later.data / "sample-returns").rglob(name))
    book = openpyxl.load_workbook(sent)
    cell = book["Tháng 10"]["D10"]
    cell.value = float(cell.value) + 100
    book.save(folder / name)
    later.run("import", folder / name)
    later.run("compile")
    return later


def test_one_corrected_quantity_is_a_new_vintage_with_its_cause(year: Year, corrected: Year):
    changes = {one["address"]: one for one in corrected.ask("release", "pending")["changed"]}
    october = changes["IIP:all@14/2020-10"]
    assert Decimal(october["after"]) > Decimal(october["before"])
    (cell,) = october["cells"]
    assert cell["place"] == "DN001_2020.xlsx ▸ Tháng 10 ▸ D10"
    assert Decimal(cell["after"]) - Decimal(cell["before"]) == 100
    assert "IIP:all@14/2020-09" not in changes
    assert "product_volume:electricity@14/2020-10" in changes


def test_the_release_prints_as_it_was(year: Year, corrected: Year, tmp_path):
    before = {path.name: path.read_bytes() for path in (year.data / "review").iterdir()}
    corrected.run("review", "--release", 1, "--all-languages", "--out", tmp_path)
    after = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert before.keys() == after.keys()
    assert [name for name in before if before[name] != after[name]] == []


def test_both_vintages_of_the_corrected_figure_can_be_asked(corrected: Year):
    address = "product_volume:electricity@14/2020"
    then, now = (corrected.ask("explain", address, *words) for words in (["--release", "1"], []))
    assert (then["agrees"], now["agrees"]) == (True, True)
    assert Decimal(now["value"]) - Decimal(then["value"]) == 100
    october = [one["value"] for one in now["vintages"] if one["address"].endswith("/2020-10")]
    assert len(october) == 2


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_report_holds_the_same_numbers_in_word_pdf_and_page(year: Year, lang: str):
    """Word, PDF and page are one report: each number of the page stands in the other two as often."""
    said = texts(year, lang)
    quoted = [Quote(text, "") for text in re.findall(r'data-figure="[^"]*"[^>]*>([^<]+)<', said["html"])]
    assert len(quoted) > 300
    for name in ("docx", "pdf"):
        assert enough(said[name], quoted), name


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_slides_workbook_and_press_text_print_no_number_that_the_report_has_not(year: Year, lang: str):
    said = texts(year, lang)
    report = set(NUMBER.findall(_visible(said["html"])))
    for name in ("pptx", "txt"):
        strange = set(NUMBER.findall(said[name])) - report
        assert strange <= _harmless(said[name]), (name, strange)


NUMBER = re.compile(r"−?\d(?:[\d.,]*\d)?")


def _visible(page: str) -> str:
    return html.unescape(re.sub(r"<(style|script).*?</\1>|<[^>]+>", " ", page, flags=re.DOTALL))


def _harmless(text: str) -> set[str]:
    """Slide numbers and the like: whole numbers below a hundred."""
    return {number for number in NUMBER.findall(text) if number.isdigit() and int(number) < 100}


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_workbook_holds_the_tables_numbers_as_numbers(year: Year, lang: str):
    """Each number listed on the last sheet stands in the report, and in its cell with the same value."""
    page = texts(year, lang)["html"]
    quoted = re.findall(r'data-figure="([^"]*)"[^>]*>([^<]+)<', page)
    report = {(html.unescape(address), html.unescape(text)) for address, text in quoted}
    name = "tong-ket-2020-lan-1.xlsx" if lang == "vi" else "review-2020-release-1.xlsx"
    book = openpyxl.load_workbook(year.data / "review" / name)
    listed = [row for row in book.worksheets[-1].values if row[-1] and "@" in str(row[-1])]
    assert len(listed) > 300
    for sheet, cell, printed, address in listed:
        assert (address, printed) in report
        assert _stands_in(book[sheet][cell].value, printed, lang), (sheet, cell, printed)


def _stands_in(value: object, printed: str, lang: str) -> bool:
    """A note holds the number in its words; any other cell holds it as a number of the same places."""
    if isinstance(value, str):
        return printed in value
    token = NUMBER.search(printed)[0]
    point = "," if lang == "vi" else "."
    places = len(token.partition(point)[2])
    return round_half_away(exact(value), places) == read_number(token, lang)


def test_power_is_the_provinces_strength_and_what_it_is_set_against_is_synthetic(year: Year):
    told = year.ask("structure", "--year", 2020)
    lines = {line["code"]: line for line in told["industries"]}
    assert [code for code, line in lines.items() if line["strong"]] == ["D"]
    for line in lines.values():
        parts = {name: Decimal(figure["value"]) for name, figure in line["change"].items()}
        assert parts["national"] + parts["industry"] + parts["regional"] == parts["change"]
    printed = year.run("structure", "--year", 2020)
    assert "Thế mạnh (thương số trên 1): D " in printed
    assert "SỐ GIẢ LẬP" in printed
    assert "2018, 2019, 2020" in year.run("structure", "--year", 2031, exit_code=2)


def test_a_short_index_is_not_adjusted_and_output_at_constant_prices_says_whose_prices(year: Year):
    adjusted, constant = year.ask("explain", "IIP_adjusted@14/2020-12", "industrial_output_constant@14/2020")
    assert "60 tháng" in adjusted["reason"]["vi"]
    assert adjusted["agrees"]
    assert constant["agrees"]
    assert "CHỈ SỐ GIÁ GIẢ LẬP" in year.run("explain", "industrial_output_constant@14/2020")


def test_three_months_are_too_few_for_a_chance_and_the_pace_is_told(year: Year):
    retail = next(one for one in year.ask("targets", "--year", 2021) if one["target"] == "retail-2021")
    assert retail["pace"]["through"] == "2021-Q1"
    assert Decimal(retail["pace"]["pace_index"]["value"]) < 100
    assert "mới có 2 (tháng 1 và 2 tính một)" in retail["chance"]["cannot_say"]["vi"]
    assert "Nhịp độ và khả năng đạt" in year.run("targets", "--year", 2021)

"""The made-up numbers, tables and charts of the sample paper."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from tongket.figures.review.content import Cell, Chart, Column, Note, Quote, Row, Series, Table
from tongket.figures.terms.numerals import write_number
from tongket.figures.terms.words import Lang, Text

YEARS = ("2016", "2017", "2018", "2019", "2020")
INDUSTRIES = (
    Text("Khai khoáng", "Mining and quarrying"),
    Text("Công nghiệp chế biến, chế tạo", "Manufacturing"),
    Text("Sản xuất và phân phối điện", "Electricity supply"),
    Text("Cung cấp nước, xử lý rác thải", "Water supply and waste treatment"),
)


def in_language(lang: Lang) -> Callable[[str, str], str]:
    """Chooses between the Vietnamese and the English words."""
    return lambda vi, en: vi if lang == "vi" else en


def number(value: float, lang: Lang, address: str, decimals: int = 1) -> Quote:
    """A number as the language prints it."""
    return Quote(write_number(Decimal(str(value)), decimals, lang), address)


def number_cell(
    value: float, lang: Lang, address: str, decimals: int = 1, notes: tuple[str, ...] = ()
) -> Cell:
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return Cell((number(value, lang, address, decimals),), notes, value, pattern)


def indicator_table(lang: Lang) -> Table:
    """Six columns, a group row, an indented row, notes, and a cell that is empty for a reason."""
    say = in_language(lang)
    heads = (
        say("Chỉ tiêu", "Indicator"),
        say("Đơn vị", "Unit"),
        say("Năm 2019", "2019"),
        say("Kế hoạch năm 2020", "Plan for 2020"),
        say("Ước năm 2020", "Estimate for 2020"),
        say("So với năm 2019 (%)", "On 2019 (%)"),
    )
    columns = tuple(
        Column(head, align, share)
        for head, align, share in zip(
            heads,
            ("left", "centre", "right", "right", "right", "right"),
            (3.4, 1.3, 1.2, 1.3, 1.3, 1.2),
            strict=True,
        )
    )
    caption = say("Bảng 1. Các chỉ tiêu chủ yếu năm 2020", "Table 1. Main indicators of 2020")
    source = say("Tổng hợp từ phiếu giả lập.", "Compiled from made-up returns.")
    return Table("indicators", caption, columns, _indicator_rows(lang), _indicator_notes(lang), source)


def _indicator_rows(lang: Lang) -> tuple[Row, ...]:
    say = in_language(lang)
    billion = say("tỷ đồng", "VND bn")
    return (
        Row((Cell((say("Công nghiệp", "Industry"),)), *[Cell(()) for _ in range(5)]), strong=True),
        Row(
            (
                Cell((say("Chỉ số sản xuất công nghiệp", "Index of industrial production"),)),
                Cell(("%",)),
                number_cell(108.4, lang, "IIP:all@99/2019"),
                number_cell(110.0, lang, "IIP:all@99/2020!TARGET"),
                number_cell(111.3, lang, "IIP:all@99/2020"),
                number_cell(11.3, lang, "IIP:all@99/2020?same_period_last_year"),
            ),
            level=1,
        ),
        Row(
            (
                Cell((say("Giá trị sản xuất, giá hiện hành", "Output at current prices"),)),
                Cell((billion,)),
                number_cell(18234.5, lang, "OUTPUT:current@99/2019"),
                number_cell(19500, lang, "OUTPUT:current@99/2020!TARGET"),
                number_cell(19987.6, lang, "OUTPUT:current@99/2020"),
                number_cell(9.6, lang, "OUTPUT:current@99/2020?same_period_last_year"),
            ),
            level=1,
        ),
        Row(
            (
                Cell((say("Bán lẻ hàng hóa", "Retail sales of goods"),), ("1",)),
                Cell((billion,)),
                number_cell(17654.0, lang, "RETAIL:goods@99/2019"),
                number_cell(21300.0, lang, "RETAIL:all@99/2020!TARGET", notes=("1",)),
                number_cell(18765.4, lang, "RETAIL:goods@99/2020"),
                Cell(("…",), ("2",)),
            ),
            strong=True,
        ),
    )


def _indicator_notes(lang: Lang) -> tuple[Note, ...]:
    say = in_language(lang)
    return (
        Note(
            "1",
            (
                say("Kế hoạch tính cả lưu trú, ăn uống: ", "The plan counts lodging and catering too: "),
                number(2345.6, lang, "RETAIL:services@99/2020"),
                say(" tỷ đồng dịch vụ.", " bn of services."),
            ),
        ),
        Note(
            "2", (say("Không so sánh được: hai vế khác phạm vi.", "Not comparable: the coverages differ."),)
        ),
    )


def retail_chart(lang: Lang) -> Chart:
    """Two lines that cross, one with a hole."""
    say = in_language(lang)
    goods, services = (
        (12345.6, 13456.7, 14987.0, 17654.0, 18765.4),
        (13100.2, None, 14300.9, 15210.3, 15020.8),
    )
    return Chart(
        "retail",
        say("Biểu đồ 1. Bán lẻ hàng hóa và dịch vụ", "Chart 1. Retail sales of goods and services"),
        say(
            "Bán lẻ hàng hóa tăng đều; dịch vụ chững lại năm cuối.",
            "Goods rise steadily; services stall at the end.",
        ),
        "line",
        say("tỷ đồng", "VND bn"),
        YEARS,
        (
            _series(say("Hàng hóa", "Goods"), goods, lang, "RETAIL:goods"),
            _series(say("Dịch vụ", "Services"), services, lang, "RETAIL:services"),
        ),
        notes=(Note("*", (say("Có số ước tính.", "Estimates in part."),)),),
        source=say("Phiếu giả lập.", "Made-up returns."),
    )


def industry_chart(lang: Lang) -> Chart:
    """Bars with long names, one below zero."""
    say = in_language(lang)
    growth = (-4.2, 13.1, 16.9, 5.4)
    return Chart(
        "growth",
        say("Biểu đồ 2. Tốc độ tăng theo ngành", "Chart 2. Growth by industry"),
        say("Điện tăng nhanh nhất, khai khoáng giảm.", "Electricity grows fastest; mining falls."),
        "bar",
        "%",
        tuple(name[lang] for name in INDUSTRIES),
        (_series(say("So với năm trước", "On the year before"), growth, lang, "IIP:industry"),),
    )


def district_table(lang: Lang, rows: int = 45) -> Table:
    """A long table: it crosses pages, so that its heads have to repeat."""
    say = in_language(lang)
    columns = (
        Column(say("Xã", "Commune"), "left", 2.5),
        Column(say("Số hộ", "Households"), "right", 1),
        Column(say("Hộ có điện", "With electricity"), "right", 1),
        Column(say("Tỷ lệ (%)", "Rate (%)"), "right", 1),
    )
    body = tuple(
        Row(
            (
                Cell((say(f"Xã giả định số {n}", f"Made-up commune {n}"),)),
                number_cell(1000 + 7 * n, lang, f"HOUSEHOLDS@{n:05d}/2020", 0),
                number_cell(900 + 7 * n, lang, f"CONNECTED@{n:05d}/2020", 0),
                number_cell(90 + n % 10, lang, f"RATE@{n:05d}/2020"),
            )
        )
        for n in range(1, rows + 1)
    )
    caption = say("Hộ dân được dùng điện theo xã", "Households with electricity by commune")
    return Table("electricity_by_commune", caption, columns, body, source=say("Số giả lập.", "Made up."))


def _series(name: str, values: tuple[float | None, ...], lang: Lang, address: str) -> Series:
    points = tuple(
        None if value is None else number(value, lang, f"{address}@99/{index}")
        for index, value in enumerate(values)
    )
    return Series(name, points, values)

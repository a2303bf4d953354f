"""The workbook: numbers that count, formats that print them as in the report, addresses on the last sheet."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from tests.desks.papers.exhibits import district_table
from tests.desks.papers.reading import xlsx_book
from tests.desks.papers.sample import sample

from tongket.desks.papers import xlsx
from tongket.figures.review.content import Cell, Paper, Table, quotes_of


@pytest.fixture
def book(paper: Paper):
    return xlsx_book(xlsx.render(paper))


def tables(paper: Paper) -> list[Table]:
    return [block for block in paper.all_blocks() if isinstance(block, Table)]


def test_a_sheet_for_each_table_between_cover_and_passports(paper: Paper, book) -> None:
    ends = {"vi": ("Bìa", "Địa chỉ số liệu"), "en": ("Cover", "Passports")}[paper.lang]
    assert book.sheetnames == [ends[0], "indicators", "electricity_by_commune", ends[1]]


def test_every_number_of_the_tables_is_listed_with_its_address(paper: Paper, book) -> None:
    listed = Counter(row[2:4] for row in book.worksheets[-1].iter_rows(min_row=2, values_only=True))
    assert listed == Counter(
        (quote.text, quote.address) for table in tables(paper) for quote in quotes_of(table)
    )


def test_a_listed_cell_holds_the_number_it_prints(paper: Paper, book) -> None:
    for sheet, place, text, _ in book.worksheets[-1].iter_rows(min_row=2, values_only=True):
        cell = book[sheet][place]
        if isinstance(cell.value, (int, float)):
            assert as_printed(cell.value, cell.number_format, paper.lang) == text
        else:
            assert text in cell.value


def as_printed(value: float, number_format: str, lang: str) -> str:
    decimals = len(number_format.partition('"')[0].partition(".")[2])
    text = f"{value:,.{decimals}f}"
    return text if lang == "en" else text.translate(str.maketrans(",.", ".,"))


def test_the_mark_of_a_note_leaves_the_cell_a_number(book) -> None:
    cell = book["indicators"]["D8"]
    assert cell.value == 21300
    assert cell.number_format == '#,##0.0"(1)"'


def test_an_empty_cell_with_a_cause_keeps_its_mark(book) -> None:
    assert book["indicators"]["F8"].value == "…(2)"


def test_release_and_notice_on_the_cover_and_on_each_sheet(paper: Paper, book) -> None:
    for sheet in book.worksheets[:-1]:
        text = "\n".join(str(cell.value) for row in sheet.iter_rows(max_row=6) for cell in row if cell.value)
        assert paper.running in text
        assert paper.synthetic in text
        assert paper.running in sheet.oddFooter.center.text


def test_print_setup_and_frozen_heads(book) -> None:
    for sheet in book.worksheets[1:-1]:
        assert sheet.page_setup.paperSize == 9
        assert sheet.freeze_panes == "B5"
        assert sheet.print_title_rows == "$4:$4"


def test_a_sheet_has_the_short_name_of_its_table(paper: Paper) -> None:
    named = replace(district_table(paper.lang), sheet="Điện theo xã: 2020")
    book = xlsx_book(xlsx.render(replace(paper, blocks=(named,), annexes=())))
    assert book.sheetnames[1] == "Điện theo xã_ 2020"


def test_a_row_is_high_enough_for_its_longest_text(paper: Paper) -> None:
    table = district_table(paper.lang, 1)
    long = replace(table.rows[0], cells=(Cell(("từ " * 60,)), *table.rows[0].cells[1:]))
    sheet = xlsx_book(
        xlsx.render(replace(paper, blocks=(replace(table, rows=(long,)),), annexes=()))
    ).worksheets[1]
    assert sheet.row_dimensions[5].height > 3 * 15


def test_two_thousand_rows_and_names_that_excel_forbids() -> None:
    long = replace(district_table("vi", 2000), name="bảng [a]: " + "x" * 40)
    paper = replace(sample("vi"), blocks=(long, long), annexes=())
    book = xlsx_book(xlsx.render(paper))
    assert len(set(book.sheetnames)) == 4
    assert max(map(len, book.sheetnames)) <= 31
    assert book.worksheets[1].max_row == 4 + 2000 + 1

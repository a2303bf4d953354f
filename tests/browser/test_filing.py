"""The clerk's month and the specialist's morning, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect
from tests.browser.looking import axe, fits, picture
from tests.desks.site.opening import opened

OFFICE = opened()

from tongket.desks.filing import actions  # noqa: E402
from tongket.desks.filing.models import CellRow, Filing  # noqa: E402
from tongket.desks.registry.actions import load_areas, load_reporters  # noqa: E402
from tongket.desks.site.catalogue import catalogue  # noqa: E402
from tongket.figures.terms.period import Period  # noqa: E402

FORM = "industrial_production"


@pytest.fixture(scope="module", autouse=True)
def period(site) -> None:
    """September is in the figures, October is asked for, of the one reporter the clerk files for."""
    load_areas(by="t", folder=OFFICE)
    load_reporters(by="t", folder=OFFICE)
    form = catalogue().forms[FORM]
    for month in ("2020-08", "2020-09", "2020-10", "2020-11"):
        actions.open_campaign(by="t", form=form, period=Period.parse(month), catalogue=catalogue())
    before = filing("2020-09")
    typed = {"products": [["electricity", "110", "9000", "", ""]]}
    actions.save_draft(by="t", filing=before, data=typed, revision=0, lang="vi", catalogue=catalogue())
    actions.submit(by="t", filing=before, catalogue=catalogue())
    actions.accept(by="t", filing=before, catalogue=catalogue())


def filing(month: str) -> Filing:
    return Filing.objects.get(reporter="DN001", campaign__form=FORM, campaign__period=Period.parse(month))


def test_the_clerk_makes_a_mistake_reads_the_sentence_mends_it_and_holds_the_receipt(open_page, pictures):
    page = open_page("clerk", "/")
    picture(page, "clerk-home", pictures)
    page.get_by_role("link", name=re.compile("tháng 10.2020")).click()
    expect(page.locator("h1")).to_contain_text("Báo cáo sản xuất công nghiệp")
    expect(page.get_by_text("trước 110")).to_be_visible()
    quantity = page.get_by_label(re.compile("^B1"))
    quantity.fill("12o")
    page.get_by_label(re.compile("^C1")).fill("9.100")
    expect(page.locator("[data-faults]")).to_contain_text("B1")
    picture(page, "clerk-mistake", pictures)
    axe(page)
    page.get_by_role("button", name="Nộp báo cáo").click()
    expect(page.locator("[data-faults]")).to_contain_text("Chưa nộp được")
    page.get_by_label(re.compile("^B1")).fill("120")
    expect(page.locator("[data-faults]")).to_be_hidden()
    expect(page.locator("[data-status]")).to_contain_text("Đã lưu lúc")
    expect(page.locator("[data-change]").first).to_have_text("+9,1%")
    page.get_by_role("button", name="Nộp báo cáo").click()
    expect(page.locator("h1")).to_have_text("Đã nhận báo cáo")
    expect(page.locator("main")).to_contain_text("2020-10-")
    picture(page, "clerk-receipt", pictures)
    axe(page)
    found = page.request.get(page.get_by_role("link", name="Tải biên nhận PDF").get_attribute("href"))
    assert found.body().startswith(b"%PDF")


def test_the_same_by_workbook(open_page, pictures, tmp_path: Path):
    page = open_page("clerk", filing("2020-11").get_absolute_url())
    with page.expect_download() as downloaded:
        page.get_by_role("link", name="Tải biểu Excel").click()
    path = tmp_path / "sent.xlsx"
    downloaded.value.save_as(path)
    book = openpyxl.load_workbook(path)
    sheet = book["Sản phẩm"]
    head = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Sản lượng sản xuất")
    sheet.cell(head.row + 1, head.column - 1).value = "electricity"
    sheet.cell(head.row + 1, head.column).value = 130
    sheet.cell(head.row + 1, head.column + 1).value = 9500
    book.save(path)
    page.get_by_label(re.compile("Gửi biểu Excel")).set_input_files(path)
    page.get_by_role("button", name="Đọc vào biểu").click()
    expect(page.get_by_text("Đã đọc sent.xlsx vào biểu")).to_be_visible()
    expect(page.get_by_label(re.compile("^B1"))).to_have_value("130")
    page.get_by_role("button", name="Nộp báo cáo").click()
    expect(page.locator("h1")).to_have_text("Đã nhận báo cáo")


def test_a_workbook_of_another_period_is_told_so(open_page, tmp_path: Path):
    page = open_page("clerk", filing("2020-08").get_absolute_url())
    with page.expect_download() as downloaded:
        page.get_by_role("link", name="Tải biểu Excel").click()
    path = tmp_path / "other.xlsx"
    downloaded.value.save_as(path)
    book = openpyxl.load_workbook(path)
    sheet = book["Sản phẩm"]
    period = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "2020-08")
    period.value = "2020-07"
    head = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Sản lượng sản xuất")
    sheet.cell(head.row + 1, head.column).value = 100
    sheet.cell(head.row + 1, head.column + 1).value = 8000
    book.save(path)
    page.get_by_label(re.compile("Gửi biểu Excel")).set_input_files(path)
    page.get_by_role("button", name="Đọc vào biểu").click()
    expect(page.locator("[data-faults]")).to_contain_text("không phải báo cáo này")


def test_the_specialist_queries_a_cell_and_accepts_the_correction(open_page, pictures):
    page = open_page("specialist", "/")
    picture(page, "specialist-home", pictures)
    page.goto("/filing/")
    axe(page)
    picture(page, "campaigns", pictures)
    page.goto(f"/filing/{filing('2020-10').pk}/review/")
    axe(page)
    picture(page, "review", pictures)
    page.get_by_label("Ô", exact=True).select_option(index=1)
    page.get_by_label("Câu hỏi").fill("Tăng so với tháng trước vì sao?")
    page.get_by_role("button", name="Gửi câu hỏi").click()
    expect(page.get_by_text("Đã gửi câu hỏi")).to_be_visible()

    clerk = open_page("clerk", filing("2020-10").get_absolute_url())
    expect(clerk.get_by_text("Tăng so với tháng trước vì sao?")).to_be_visible()
    picture(clerk, "clerk-query", pictures)
    clerk.get_by_label(re.compile("^B1")).fill("121")
    expect(clerk.locator("[data-status]")).to_contain_text("Đã lưu lúc")
    clerk.get_by_role("button", name="Nộp báo cáo").click()
    expect(clerk.locator("h1")).to_have_text("Đã nhận báo cáo")

    page.goto(f"/filing/{filing('2020-10').pk}/review/")
    page.get_by_role("button", name="Nhận báo cáo").click()
    expect(
        page.get_by_text("được nhận vào số liệu").or_(page.get_by_text("Đã nhận báo cáo vào số liệu"))
    ).to_be_visible()
    assert CellRow.objects.get(period="2020-10", measure="quantity", superseded_at=None).value == 121


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("width", [1280, 320])
def test_the_pages_of_one_filing_can_be_used_by_everybody(open_page, pictures, lang, width):
    for who, path in (
        ("clerk", filing("2020-08").get_absolute_url()),
        ("specialist", f"/filing/{filing('2020-11').pk}/review/"),
        ("specialist", f"/filing/periods/{filing('2020-08').campaign_id}/"),
    ):
        page = open_page(who, path, lang=lang, width=width)
        expect(page.locator("h1")).to_have_count(1)
        axe(page)
        fits(page)
        picture(page, f"{who}{path.replace('/', '-')}{lang}-{width}", pictures)


def test_what_is_typed_while_the_line_is_lost_is_sent_when_it_is_back(open_page):
    page = open_page("clerk", filing("2020-08").get_absolute_url())
    page.get_by_role("button", name="Thêm dòng").click()
    expect(page.get_by_label(re.compile("^A1"))).to_be_visible()
    page.get_by_label(re.compile("^A1")).fill("electricity")
    expect(page.locator("[data-status]")).to_contain_text("Đã lưu lúc")
    page.context.set_offline(True)
    page.get_by_label(re.compile("^B1")).fill("77")
    expect(page.locator("[data-status]")).to_contain_text("Mất kết nối")
    page.context.set_offline(False)
    expect(page.locator("[data-status]")).to_contain_text("Đã lưu lúc", timeout=15_000)
    assert filing("2020-08").draft["products"][0][1] == "77"


def test_a_block_is_pasted_from_a_sheet(open_page):
    page = open_page("clerk", filing("2020-08").get_absolute_url())
    first = page.get_by_label(re.compile("^A1"))
    first.focus()
    page.evaluate(
        """text => {
            const data = new DataTransfer();
            data.setData('text/plain', text);
            document.activeElement.dispatchEvent(
                new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
        }""",
        "electricity\t5\t6\ncement\t7\t8\n",
    )
    expect(page.get_by_label(re.compile("^B2"))).to_have_value("7")


def test_somebody_else_s_filing_does_not_exist(open_page):
    page = open_page("clerk", f"/filing/{Filing.objects.exclude(reporter='DN001').first().pk}/")
    expect(page.locator("h1")).not_to_contain_text("Báo cáo sản xuất")
    page = open_page("nobody", filing("2020-10").get_absolute_url())
    expect(page.locator("h1")).to_have_text("Bạn không có quyền mở trang này")

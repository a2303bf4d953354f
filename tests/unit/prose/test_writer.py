"""What the writer writes, as a table of cases in both languages."""

import inspect
from decimal import Decimal

import pytest
from tests.unit.review.invented import (
    FIVE_YEARS,
    book,
    catalogue,
    key,
    months,
    outline,
    seen,
    target,
    targets,
    writer,
)

from tongket.figures.observations.book import Book
from tongket.figures.observations.observation import Comparison, Observation
from tongket.figures.prose.plans import plan, target_line, verdict_line
from tongket.figures.prose.spans import plain, sentence
from tongket.figures.prose.writer import Writer
from tongket.figures.targets.against import compare_with_plan
from tongket.figures.targets.judge import judge
from tongket.figures.terms.figure import Cause, DataType, Figure, ObsStatus
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

YEAR, BEFORE = Period.year(2020), Period.year(2019)
OUTPUT, RATE = key("industrial_output"), key("electrification_rate")
FARM = key("exports:farm_goods")
COUNTS = [key(f"{what}_connected") for what in ("households", "villages", "communes", "districts")]

CASES = {
    "level": (
        lambda w: w.level(OUTPUT, YEAR),
        "Giá trị sản xuất công nghiệp (theo giá hiện hành) năm 2020 đạt 16.481 tỷ đồng.",
        "In 2020 gross industrial output at current prices reached 16,481 billion VND.",
    ),
    "level of a quarter": (
        lambda w: w.level(OUTPUT, Period.parse("2020-Q3")),
        "Giá trị sản xuất công nghiệp (theo giá hiện hành) quý III/2020 đạt 5.274 tỷ đồng.",
        "In the third quarter of 2020 gross industrial output at current prices reached 5,274 billion VND.",
    ),
    "estimate with growth": (
        lambda w: w.level_with_growth(key("retail_turnover:goods"), YEAR),
        "Tổng mức bán lẻ hàng hóa năm 2020 ước đạt 14.876 tỷ đồng, tăng 4,7% so với năm 2019.",
        "In 2020 retail sales of goods reached an estimated 14,876 billion VND, up 4.7% on 2019.",
    ),
    "preliminary with a fall": (
        lambda w: w.level_with_growth(FARM, YEAR, when=False),
        "Giá trị hàng hóa nông sản tham gia xuất khẩu sơ bộ đạt 87 triệu USD, giảm 9,4% so với năm 2019.",
        "The value of farm goods exported reached a preliminary 87 million USD, down 9.4% on 2019.",
    ),
    "growth of a year": (
        lambda w: w.growth(key("IIP"), YEAR),
        "Chỉ số sản xuất công nghiệp năm 2020 tăng 11,4% so với năm 2019.",
        "In 2020 the index of industrial production rose by 11.4% on 2019.",
    ),
    "growth of ten months": (
        lambda w: w.growth(key("product_volume:electricity"), Period.cumulated(2020, 10)),
        "Sản lượng điện sản xuất 10 tháng năm 2020 tăng 10,96% so với cùng kỳ năm trước.",
        "In the first ten months of 2020 electricity generated rose by 10.96% on the same period of the year "
        "before.",
    ),
    "growth on the month before": (
        lambda w: w.growth(OUTPUT, Period.month(2020, 10), Comparison.PREVIOUS_PERIOD),
        "Giá trị sản xuất công nghiệp (theo giá hiện hành) tháng 10/2020 giảm 22,2% so với tháng 9/2020.",
        "In October 2020 gross industrial output at current prices fell by 22.2% on September 2020.",
    ),
    "growths of parts": (
        lambda w: w.growths_of_parts(key("IIP"), YEAR, "activity", ("B", "C", "D", "E")),
        "Trong đó: ngành khai khoáng giảm 1,82%; ngành công nghiệp chế biến, chế tạo tăng 6,00%; ngành sản "
        "xuất và phân phối điện tăng 16,81%; ngành cung cấp nước, xử lý rác thải, nước thải tăng 2,75%.",
        "Of which: mining and quarrying down 1.82%; manufacturing up 6.00%; electricity and gas supply up "
        "16.81%; water supply and waste treatment up 2.75%.",
    ),
    "largest parts": (
        lambda w: w.largest_parts(FARM, YEAR, "market", 2, 1),
        "Lớn nhất là Trung Quốc 41,3 triệu USD (chiếm 47,3%); Nhật Bản 14,0 triệu USD (chiếm 16,0%).",
        "The largest were China (41.3 million USD, 47.3% of the whole); Japan (14.0 million USD, 16.0% of "
        "the whole).",
    ),
    "rate from one year to another": (
        lambda w: w.from_to(RATE, Period.year(2015), YEAR),
        "Tỷ lệ hộ được sử dụng điện tăng từ 81,3% năm 2015 lên 94,0% năm 2020.",
        "The share of households with electricity rose from 81.3% in 2015 to 94.0% in 2020.",
    ),
    "what a rate is made of": (
        lambda w: w.fraction(RATE, [BEFORE, YEAR]),
        "Năm 2019 có 37.720 hộ được sử dụng điện trên tổng số 41.000 hộ; năm 2020 có 39.480 hộ được sử dụng "
        "điện trên tổng số 42.000 hộ.",
        "In 2019, 37,720 households had electricity out of 41,000 households; in 2020, 39,480 households had "
        "electricity out of 42,000 households.",
    ),
    "counts of one list": (
        lambda w: w.counts(COUNTS, FIVE_YEARS),
        "Giai đoạn 2016-2020, các dự án đã đóng điện cho 5.321 hộ tại 87 thôn, bản thuộc 31 xã của 2 huyện.",
        "In 2016–2020 projects connected 5,321 households in 87 villages of 31 communes in 2 districts.",
    ),
    "products and markets": (
        lambda w: w.counts([key("export_products:farm_goods"), key("export_markets:farm_goods")], YEAR),
        "Năm 2020 có 2 sản phẩm nông sản được xuất khẩu sang 3 thị trường.",
        "Farm exports in 2020 consisted of 2 products and went to 3 markets.",
    ),
    "plan of growth": (
        lambda w: target_line(w, targets()[4]),
        "Chỉ số sản xuất công nghiệp tăng 8,5%.",
        "Growth of 8.5% in the index of industrial production.",
    ),
    "plan of a rate": (
        lambda w: target_line(w, targets()[7]),
        "Tỷ lệ hộ được sử dụng điện đạt 95%.",
        "The share of households with electricity at 95%.",
    ),
    "plan with a bound": (
        lambda w: plan(w, targets()[2]),
        "Trên 100 triệu USD.",
        "Over 100 million USD.",
    ),
    "verdict on a level": (
        lambda w: verdict_line(w, judge(targets()[2], w.book)),
        "Giá trị hàng hóa nông sản tham gia xuất khẩu năm 2020 sơ bộ đạt 87 triệu USD, bằng 87,3% kế hoạch "
        "(chỉ tiêu tại Kế hoạch năm 2020 của tỉnh Giả Định: trên 100 triệu USD). Kết quả không đạt chỉ tiêu.",
        "In 2020 the value of farm goods exported reached a preliminary 87 million USD, 87.3% of the plan "
        "(target of the Plan of Giả Định for 2020: over 100 million USD). The result does not reach the "
        "target.",
    ),
    "verdict on a growth": (
        lambda w: verdict_line(w, judge(targets()[0], w.book)),
        "Chỉ số sản xuất công nghiệp năm 2020 tăng 11,4% so với năm 2019, cao hơn mức đề ra 2,4 điểm phần "
        "trăm (chỉ tiêu tại Kế hoạch năm 2020 của tỉnh Giả Định: tăng 9%). Kết quả đạt chỉ tiêu.",
        "In 2020 the index of industrial production rose by 11.4% on 2019, 2.4 percentage points above the "
        "target (target of the Plan of Giả Định for 2020: growth of 9%). The result reaches the target.",
    ),
    "no verdict": (
        lambda w: verdict_line(w, judge(targets()[3], w.book)),
        "Tỷ lệ hộ được sử dụng điện năm 2020 đạt 94,0%. Chưa đánh giá được: mức chỉ tiêu tại Nghị quyết Đại "
        "hội chưa từng được công bố.",
        "In 2020 the share of households with electricity reached 94.0%. No verdict: the value of the target "
        "in the Resolution of the Congress was never published.",
    ),
    "an unlike comparison": (
        lambda w: w.refusal(compare_with_plan(FARM, targets()[6], w.book)),
        "Không so sánh được “Giá trị hàng hóa nông sản tham gia xuất khẩu” với “Giá trị hàng hóa tham gia "
        "xuất khẩu”: khác phạm vi.",
        "“Exports of farm goods” cannot be compared with “Exports of goods”: the coverages differ.",
    ),
}


def speaking(lang, of=None):
    plain_writer = writer(lang, of)
    return Writer(plain_writer.book, plain_writer.names, outline().growth_decimals)


@pytest.mark.parametrize("name", CASES)
def test_writer(name):
    write, vi, en = CASES[name]
    assert plain(sentence(write(speaking("vi")))) == vi
    assert plain(sentence(write(speaking("en")))) == en


def told(write, *observations, lang="vi"):
    return plain(sentence(write(speaking(lang, Book(catalogue().indicators, observations)))))


def test_a_missing_figure_says_why_and_one_never_collected_says_nothing():
    withheld = Observation(OUTPUT, YEAR, Figure.absent("billion_vnd", Cause.CONFIDENTIAL), "r")
    assert told(lambda w: w.level(OUTPUT, YEAR), withheld) == (
        "Giá trị sản xuất công nghiệp (theo giá hiện hành) năm 2020: "
        "không công bố (bảo mật thông tin thống kê)."
    )
    assert told(lambda w: w.level(OUTPUT, YEAR)) == ""
    assert told(lambda w: w.level_with_growth(OUTPUT, YEAR), seen(OUTPUT, 2020, 5)).endswith("đạt 5 tỷ đồng.")


def test_a_month_is_named_where_a_cause_has_its_code():
    names = writer("vi").names
    assert names.reason(Text.same("thiếu 2020-12")) == "thiếu tháng 12/2020"
    assert names.reason(Text.same("ước từ 2020-01–2020-11, 91,0 %")) == "ước từ 11 tháng năm 2020, 91,0%"
    assert names.reason(Text.same("2018: 5")) == "2018: 5"


def test_a_part_that_is_withheld_keeps_its_place_in_the_list():
    part = FARM.within(market="CN")
    withheld = Observation(part, YEAR, Figure.absent("million_usd", Cause.CONFIDENTIAL), "r")
    assert told(lambda w: w.growths_of_parts(FARM, YEAR, "market"), withheld) == (
        "Trong đó: Trung Quốc không công bố (bảo mật thông tin thống kê)."
    )


def test_a_growth_that_prints_as_zero_is_told_as_no_change():
    close = (seen(OUTPUT, 2019, "1000"), seen(OUTPUT, 2020, "1000.3"))
    assert told(lambda w: w.growth(OUTPUT, YEAR), *close).endswith("năm 2020 không đổi so với năm 2019.")
    assert told(lambda w: w.level_with_growth(OUTPUT, YEAR), *close).endswith("không đổi so với năm 2019.")


def test_a_rate_that_falls_goes_down_and_one_that_stays_stays():
    fallen = (seen(RATE, 2019, "90"), seen(RATE, 2020, "88.04"))
    assert "giảm từ 90,0% năm 2019 xuống 88,0% năm 2020" in told(
        lambda w: w.from_to(RATE, BEFORE, YEAR), *fallen
    )
    still = (seen(RATE, 2019, "90"), seen(RATE, 2020, "90.01"))
    assert "giữ ở mức 90,0%" in told(lambda w: w.from_to(RATE, BEFORE, YEAR), *still)


def test_one_thing_is_not_several_in_english():
    one = (seen(COUNTS[0], YEAR, 1), seen(COUNTS[3], YEAR, 1))
    assert told(lambda w: w.counts(COUNTS, YEAR), *one, lang="en") == (
        "In 2020 projects connected 1 household in 1 district."
    )


def test_the_running_year_is_told_by_its_pace_without_a_result():
    history = [
        *months(OUTPUT, 2018, "900"),
        *months(OUTPUT, 2019, "1000"),
        *list(months(OUTPUT, 2020, "900"))[:7],
    ]
    running = target("t", OUTPUT, 2020, "1000")
    assert told(lambda w: verdict_line(w, judge(running, w.book)), *history) == (
        "Giá trị sản xuất công nghiệp (theo giá hiện hành) năm 2020: lũy kế chậm hơn nhịp độ các năm trước."
    )


@pytest.mark.parametrize(
    ("period", "vi", "en"),
    [
        ("2020", "năm 2020", "2020"),
        ("2020-S1", "6 tháng đầu năm 2020", "the first six months of 2020"),
        ("2020-S2", "6 tháng cuối năm 2020", "the last six months of 2020"),
        ("2020-Q3", "quý III/2020", "the third quarter of 2020"),
        ("2020-10", "tháng 10/2020", "October 2020"),
        ("2020-01/P10M", "10 tháng năm 2020", "the first ten months of 2020"),
        ("2016-01/P5Y", "giai đoạn 2016-2020", "2016–2020"),
        ("2020-03/P4M", "từ tháng 3/2020 đến tháng 6/2020", "March 2020 to June 2020"),
    ],
)
def test_periods_by_their_shortest_name(period, vi, en):
    assert writer("vi").names.period(Period.parse(period)) == vi
    assert writer("en").names.period(Period.parse(period)) == en


def test_firmness_decides_the_verb():
    kinds = {
        "đạt": {},
        "sơ bộ đạt": {"status": ObsStatus.PROVISIONAL},
        "ước đạt": {"data_type": DataType.ESTIMATE},
        "dự báo đạt": {"data_type": DataType.FORECAST},
    }
    for verb, figure in kinds.items():
        said = told(lambda w: w.level(RATE, YEAR, when=False), seen(RATE, YEAR, Decimal(90), **figure))
        assert said == f"Tỷ lệ hộ được sử dụng điện {verb} 90,0%."


def test_no_sentence_is_made_from_two_figures():
    """What the writer takes is series and periods: the book alone sets figures against each other."""
    for name, method in inspect.getmembers(Writer, inspect.isfunction):
        if not name.startswith("_") and name not in ("absence", "amount", "places", "pattern"):
            assert "Figure" not in str(inspect.signature(method)), name
    assert book().indicators is catalogue().indicators


def test_where_a_part_is_withheld_the_largest_are_those_of_the_parts_that_are_told():
    hidden = Observation(
        FARM.within(market="CN"), YEAR, Figure.absent("million_usd", Cause.CONFIDENTIAL), "r"
    )
    whole, nothing = seen(FARM, 2020, 10), seen(FARM.within(market="DE"), 2020, 0)
    shown = seen(FARM.within(market="JP"), 2020, 3)
    assert told(lambda w: w.largest_parts(FARM, YEAR, "market", 3), whole, hidden, shown, nothing) == (
        "Trong các phần được công bố, lớn nhất là Nhật Bản 3 triệu USD (chiếm 30,0%)."
    )
    assert told(lambda w: w.largest_parts(FARM, YEAR, "market", 3), whole, shown).startswith("Lớn nhất là")

"""Rows and notes of the tables: what is unlike stays apart, what is an estimate says so, nothing twice."""

from decimal import Decimal

from tests.unit.review import invented
from tests.unit.review.invented import key, review, seen, written
from tests.unit.review.reading import notes, row, table

from tongket.figures.observations.observation import Observation
from tongket.figures.review.content import Chart, Paragraph, plain
from tongket.figures.terms.figure import Cause, Figure
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text


def test_trap_a_goods_have_no_target_of_goods_lodging_and_catering():
    goods = row(review("vi"), "key_indicators", "Tổng mức bán lẻ hàng hóa")
    assert goods.cells[-1].spans == ("–",)
    assert notes(review("vi"), "key_indicators", goods.cells[-1]) == [
        "Không so sánh được “Tổng mức bán lẻ hàng hóa” với “Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ "
        "lưu trú, ăn uống”: khác phạm vi."
    ]


def test_trap_b_farm_goods_have_no_target_of_all_goods():
    farm = row(review("vi"), "key_indicators", "Giá trị hàng hóa nông sản tham gia xuất khẩu")
    assert farm.cells[-1].spans == ("–",)
    assert "khác phạm vi" in notes(review("vi"), "key_indicators", farm.cells[-1])[0]
    goods = row(review("en"), "next_targets", "Exports of goods")
    assert goods.cells[2].spans == goods.cells[4].spans == ("…",)
    assert notes(review("en"), "next_targets", goods.cells[2]) == [
        "No figure: not collected.",
        "“Exports of farm goods” cannot be compared with “Exports of goods”: the coverages differ.",
    ]


def test_trap_c_the_rate_is_never_worked_out_from_households_connected():
    households = row(review("vi"), "key_indicators", "Số hộ được cấp điện, giai đoạn 2016-2020")
    (note,) = notes(review("vi"), "key_indicators", households.cells[0])
    assert note.endswith("không được tính từ “Số hộ được cấp điện”.")
    told = [n for b in review("vi").blocks if isinstance(b, Paragraph) for n in b.notes]
    assert any(plain(n.spans) == note for n in told)


def test_an_estimate_says_how_it_was_made_where_the_book_knows():
    how = Text("ước từ 2020-01–2020-11 theo mùa vụ", "estimated from 2020-01–2020-11 by season")
    paper = written(
        seen(key("retail_turnover:goods"), 2020, "100", because=how, **invented.ESTIMATE),
        seen(key("retail_turnover:goods"), 2019, "90"),
    )
    cell = row(paper, "key_indicators", "Retail sales of goods").cells[4]
    assert notes(paper, "key_indicators", cell) == [
        "Estimated from the first eleven months of 2020 by season."
    ]
    (paragraph,) = (b for b in paper.blocks if isinstance(b, Paragraph) and b.notes)
    assert "an estimated 100 billion VND" in plain(paragraph.spans)
    assert plain(paragraph.notes[0].spans).startswith(
        "Retail sales of goods: estimated from the first eleven"
    )


def test_parts_are_told_as_an_estimate_once_in_the_head_of_their_column():
    groups = table(review("vi"), "retail_groups")
    assert groups.columns[2].head == "Ước năm 2020"
    assert [bool(line.cells[2].notes) for line in groups.rows] == [True, False, False, False]
    assert [line.cells[2].number for line in groups.rows[1:]] == [7444, 2100, 905]


def test_an_only_child_of_the_tree_is_not_told_twice():
    codes = {"": "13.5", "B": "2", "05": "2", "0510": "2", "C": "6", "10": "5", "11": "7"}
    growing = [
        seen(key("IIP", activity=code) if code else key("IIP"), year, level)
        for code, growth in codes.items()
        for year, level in ((2019, "100"), (2020, str(100 + Decimal(growth))))
    ]
    labels = [plain(line.cells[0].spans) for line in table(written(*growing), "industry").rows]
    assert labels[1:] == [
        "Mining and quarrying",
        "Manufacturing",
        "Manufacture of food products",
        "Manufacture of beverages",
    ]


def test_each_target_names_its_decision_and_whether_it_was_read():
    exports = row(review("en"), "next_targets", "Exports of goods")
    assert notes(review("en"), "next_targets", exports.cells[3]) == [
        "Resolution of the Congress (quoted from a secondary source; the document itself was not seen)."
    ]
    rate = row(review("en"), "next_targets", "Share of households with electricity")
    assert notes(review("en"), "next_targets", rate.cells[3]) == ["Plan of Giả Định for 2021."]


def test_a_bound_is_printed_and_leaves_the_number_a_number():
    plan = row(review("vi"), "key_indicators", "Giá trị hàng hóa nông sản tham gia xuất khẩu").cells[3]
    assert plain(plan.spans) == "trên\u00a0100"
    assert (plan.number, plan.number_format) == (100, '"trên\u00a0"#,##0')


def test_a_count_changes_by_its_unit_and_not_by_percent():
    more = (
        seen(key("export_markets:farm_goods"), 2020, 14),
        seen(key("export_markets:farm_goods"), 2019, 15),
    )
    line = row(written(*more), "key_indicators", "Markets for farm exports")
    assert plain(line.cells[6].spans) == "−1"
    assert "in the unit of the row" in notes(written(*more), "key_indicators", line.cells[6])[0]


def test_coverages_of_one_indicator_share_a_definition():
    labels = [plain(line.cells[0].spans) for line in table(review("en"), "methods").rows]
    assert "Retail sales of goods; Retail sales of goods and turnover of lodging and catering" in labels


def test_the_district_table_has_the_districts_under_the_province():
    labels = [plain(r.cells[0].spans) for r in table(review("en"), "electricity_by_district").rows]
    assert labels == ["Giả Định Province", "Suối Mơ District", "Đồi Chè City"]


def test_a_withheld_part_keeps_its_row_under_its_sign_and_the_chart_leaves_it_out():
    goods, year = key("retail_turnover:goods"), Period.year(2020)
    food, cars = goods.within(trade_group="food"), goods.within(trade_group="cars")
    hidden = Figure.absent("billion_vnd", Cause.CONFIDENTIAL)
    paper = written(
        seen(goods, 2019, "90"), seen(goods, 2020, "100"), seen(food, 2019, "60"), seen(food, 2020, "70"),
        seen(cars, 2019, "30"), Observation(cars, year, hidden, "r"),
    )  # fmt: skip
    groups = table(paper, "retail_groups")
    assert [plain(cell.spans) for cell in groups.rows[-1].cells[1:]] == ["30", "c", "c", "c"]
    assert [(note.mark, plain(note.spans)[:13]) for note in groups.notes] == [("c", "Not published")]
    (chart,) = (
        block for block in paper.blocks if isinstance(block, Chart) and block.name == "retail_by_group"
    )
    assert chart.series[0].values == (70.0,)
    assert "left out" in plain(chart.notes[-1].spans)

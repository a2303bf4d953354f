"""How many different things have something."""

from tests.spec.handbook.page import Page, Text, facts

from tongket.figures.methods.totals import distinct_count

PAGE = Page(
    title=Text("Đếm không trùng", "Distinct count"),
    of=(distinct_count,),
    what=Text(
        "Bao nhiêu mặt hàng, thị trường, bản khác nhau có phát sinh; mỗi thứ đếm một lần trong kỳ.",
        "How many different products, markets or villages have something; each counts once in the period.",
    ),
    formula="n = #{ i : Σ yᵢ > 0 }",
    where=Text(
        "Σ y: tổng của một mặt hàng (thị trường, bản) trong kỳ.",
        "Σ y: the sum of one product (market, village) over the period.",
    ),
    when=Text(
        "“16 mặt hàng nông sản, 14 thị trường”. Không cộng số đếm của các tháng hay các phần: một mặt hàng có thể có ở nhiều tháng.",
        "“16 farm products to 14 markets”. Counts of months or parts never add: one thing may stand in several.",
    ),
    missing=Text("thứ không có số liệu thì không được đếm.", "a thing without a number does not count."),
    zero=Text("tổng bằng 0 thì không đếm.", "a sum of 0 does not count."),
    negative=Text(
        "tổng âm (rút lại nhiều hơn phát sinh) không đếm.",
        "a negative sum (more taken back than there was) does not count.",
    ),
    source=Text("Quy ước của hệ thống.", "A rule of this house."),
)


@PAGE.example(
    "Ba mặt hàng trong hai tháng: tháng 1 có 2, tháng 2 có 2, hai tháng có 2",
    "Three products in two months: 2 in January, 2 in February, 2 in both together",
    facts("""
        item   | 2020-01 | 2020-02
        coffee | 5       | 7
        tea    | 4       | -4
        mango  | 0       | 3
    """),
    answers="""
        answer    | value
        2020-01   | 2
        2020-02   | 2
        cumulated | 2
    """,
    note=Text(
        "Chè được ghi 4 rồi rút lại 4, nên cả hai tháng không tính chè.",
        "Tea was reported at 4 and taken back, so it does not count in the two months.",
    ),
)
def _(given):
    months = {month: distinct_count(given[month]) for month in given.first.columns}
    return {**months, "cumulated": distinct_count(sum(row) for row in given.first.rows().values())}

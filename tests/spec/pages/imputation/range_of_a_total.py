"""Before the deadline: the widest total the absent returns could cause."""

from tests.spec.handbook.page import Page, Text, beside, facts

from tongket.figures.methods.imputation.outstanding import Bounds, growth_bounds, history_bounds, total_range

PAGE = Page(
    title=Text("Khoảng của tổng khi còn thiếu báo cáo", "The range of a total while returns are out"),
    of=(total_range, history_bounds, growth_bounds),
    what=Text(
        "Trước hạn, tổng sẽ nằm trong khoảng nào, tùy các báo cáo còn thiếu; và thiếu của ai làm khoảng rộng nhất: gọi người đó trước.",
        "Before the deadline, where the total can end up, whatever the absent returns bring; and whose absence makes it widest: phone them first.",
    ),
    formula="[K + Σ low, K + Σ high]",
    where=Text(
        "K: phần đã có; low, high: ít nhất và nhiều nhất đơn vị đó từng có, nới thêm một phần nếu muốn; đơn vị có mùa vụ: cùng tháng năm trước nhân tỷ số năm ít nhất và nhiều nhất.",
        "K: what is in; low, high: the least and the most the unit ever had, widened by a slack if wanted; for a seasonal unit the same month last year times its least and largest yearly ratio.",
    ),
    when=Text(
        "Theo dõi thu báo cáo: đã đủ để công bố chưa?", "While returns come in: is there enough to publish?"
    ),
    missing=Text(
        "đơn vị không có đủ lịch sử (3 kỳ) thì không có khoảng, và được nêu tên.",
        "a unit without enough history (3 periods) leaves no range and is named.",
    ),
    zero=Text(
        "0 trong quá khứ là một số: đơn vị từng ngừng có thể ngừng nữa.",
        "a 0 of the past is a number: who stood still may do so again.",
    ),
    negative=Text("số âm được tính đúng dấu.", "negative numbers count with their sign."),
    source=Text("Quy ước của hệ thống.", "A rule of this house."),
)


@PAGE.example(
    "Đã có 100, còn thiếu ba đơn vị",
    "100 is in, three units are out",
    facts(
        """
        unit | 2019-12 | 2020-01 | 2020-02
        A    | 0       | 5       | 3
        B    | 10      | 40      | 20
        C    | 3       | 3       | 3
    """,
        caption=Text("Các kỳ trước của đơn vị còn thiếu", "The past of the units that are out"),
    ),
    answers="""
        answer | value
        low    | 113
        high   | 148
        first  | B
        width  | 30
    """,
)
def _(given):
    bounds = {unit: history_bounds(row) for unit, row in given.first.rows().items()}
    found = total_range(100, bounds)
    return {"low": found.low, "high": found.high, "first": found.drivers[0][0], "width": found.drivers[0][1]}


@PAGE.example(
    "Đơn vị mùa vụ: cùng tháng năm trước 200, tỷ số từng có 0,9; 1,1; 1,3",
    "A seasonal unit: 200 last year, past ratios 0.9, 1.1, 1.3",
    facts("""
        unit | last_year
        A    | 200
    """),
    beside(
        """
        case | x₁  | x₂  | x₃
        A    | 0.9 | 1.1 | 1.3
        B    | 0.9 | …   | 1.3
    """,
        caption=Text("Tỷ số năm trên năm", "Year-on-year ratios"),
    ),
    answers="""
        case | low | high
        A    | 180 | 260
        B    | …   | …
    """,
)
def _(given):
    (last,) = given["last_year"]
    found = {case: growth_bounds(last, row) for case, row in given.grids[1].rows().items()}
    return {
        case: (one.low, one.high) if isinstance(one, Bounds) else (None, None) for case, one in found.items()
    }

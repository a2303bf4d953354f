"""Late returns filled before an index is added up."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import AMOUNTS, irip

from tongket.figures.methods.index_numbers.gaps import How, Ladder, fill_gaps

PAGE = Page(
    title=Text("Bù báo cáo chậm khi tính chỉ số", "Late returns of an index"),
    of=(fill_gaps,),
    what=Text(
        "Báo cáo chậm của một cơ sở được bù theo thứ bậc: mức tăng của ngành từ các cơ sở có ở cả hai tháng; cùng tháng năm trước nhân mức tăng của ngành cha; giữ nguyên tháng trước, nhiều nhất một tháng. Số đã báo cáo không bao giờ bị đổi.",
        "A late return is filled by a ladder: growth of the class from units seen in both months; the same month last year times the growth of the parent; last month carried, one month at most. What was reported never changes.",
    ),
    formula="1) q(t) = q(t−1) Σ q(t) / Σ q(t−1)\n2) q(t) = q(t−12) Σ q(t) / Σ q(t−12)\n3) q(t) = q(t−1)",
    where=Text(
        "Σ: các cơ sở khớp của ngành (1) hoặc của ngành cha (2).",
        "Σ: matched units of the class (1) or of its parent (2).",
    ),
    when=Text(
        "Trước khi tổng hợp chỉ số tháng. Số bù mang trạng thái I.",
        "Before a monthly index is added up. What is filled has status I.",
    ),
    missing=Text(
        "không bậc nào bù được thì để trống, rồi nút cha bù khi tổng hợp; trước báo cáo đầu tiên của cơ sở không bù gì.",
        "what no rung reaches stays missing for the parent's index; before a unit's first return nothing is filled.",
    ),
    zero=Text(
        "cơ sở bằng 0 tháng trước giữ 0; ngành có tổng bằng 0 thì sang bậc sau.",
        "a unit at 0 stays at 0; a class whose sum was 0 goes to the next rung.",
    ),
    negative=AMOUNTS,
    source=irip("mục ước lượng số liệu thiếu", "imputation of missing data"),
)


@PAGE.example(
    "Cơ sở B chậm báo cáo tháng 2: ngành tăng 10 %",
    "Unit B is late in February: its class grew by 10 %",
    facts("""
        unit | 2020-01 | 2020-02
        A    | 100     | 110
        B    | 50      | …
        C    | 50      | 55
    """),
    answers="""
        unit | 2020-01 | 2020-02 | how
        A    | 100.0   | 110.0   | observed
        B    | 50.0    | 55.0    | class_growth
        C    | 50.0    | 55.0    | observed
    """,
)
def _(given):
    filled = fill_gaps(given.array(), Ladder([0, 0, 0], [0]))
    names = [How(int(how)).name.lower() for how in filled.how[:, 1]]
    return {unit: (*row, how) for unit, row, how in zip("ABC", filled.values, names, strict=True)}


@PAGE.example(
    "Cả ngành vắng: giữ tháng trước một lần, rồi để trống",
    "Nobody in the class: carried once, then empty",
    facts("""
        unit | 2020-01 | 2020-02 | 2020-03
        A    | 100     | …       | …
    """),
    answers="""
        unit | 2020-01 | 2020-02 | 2020-03
        A    | 100     | 100     | …
    """,
)
def _(given):
    return {"A": fill_gaps(given.array(), Ladder([0], [0])).values[0]}

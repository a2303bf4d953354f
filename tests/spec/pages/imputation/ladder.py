"""The ladder of imputation."""

from decimal import Decimal

from tests.spec.handbook.page import Page, Text
from tests.spec.pages.imputation._records import DE_WAAL, FLOOR, UNITS, records

from tongket.figures.methods.imputation.ladder import imputation_rate, impute
from tongket.figures.methods.imputation.record import Escalated

PAGE = Page(
    title=Text("Thứ bậc gán số liệu", "The ladder of imputation"),
    of=(impute, imputation_rate),
    what=Text(
        "Mỗi chỗ trống nhận câu trả lời tốt nhất có thể có, kèm cách gán và các đơn vị làm căn cứ: suy diễn, nguồn hành chính, tỷ số so tháng trước, tăng trưởng cùng tháng, trung bình lớp, lấy của đơn vị tương tự, giữ nguyên.",
        "Each gap gets the best answer that can be had, with its method and donors: deductive, administrative, ratio to the month before, growth on the same month, class mean, hot deck, carry forward.",
    ),
    formula="y(X) = y₁(X) ∨ y₂(X) ∨ …;   A7 = Σ w|y| (imputed) / Σ w|y|",
    where=Text(
        "y₁, y₂ …: các bậc; bậc không trả lời được thì hỏi bậc sau. A7: tỷ lệ số gán theo giá trị.",
        "y₁, y₂ …: the rungs; where one has no answer the next is asked. A7: the imputation rate by value.",
    ),
    when=Text(
        "Sau hạn báo cáo. Đơn vị quá lớn không bị gán lặng lẽ: giá trị chỉ được đề xuất và chờ duyệt. Số đã báo cáo không bao giờ bị đổi.",
        "After the deadline. A dominant unit is never imputed silently: the value is proposed and waits for approval. What was reported never changes.",
    ),
    missing=Text(
        "không bậc nào trả lời được: để trống, có lý do.", "no rung answers: it stays empty, with its cause."
    ),
    zero=Text(
        "đơn vị tháng trước bằng 0 giữ 0, trừ khi cùng tháng năm trước có: đó là mùa vụ.",
        "a unit at 0 last month stays at 0, unless it had something in the same month last year: that is a season.",
    ),
    negative=FLOOR,
    source=DE_WAAL,
)


@PAGE.example(
    "Đơn vị X chưa báo cáo: tháng trước 200, lớp tăng 10 %",
    "Unit X has not reported: 200 last month, the class grew by 10 %",
    UNITS,
    answers="""
        answer     | value
        X          | 220
        method     | ratio_to_previous
        donors     | A, B, C
        rate       | 0.40
    """,
    note=Text("A7 = 220 / (330 + 220).", "A7 = 220 / (330 + 220)."),
)
def _(given):
    everybody = records(given)
    found = impute(everybody, least_donors=3)
    one = found["X"]
    return {
        "X": one.value,
        "method": one.method,
        "donors": one.donors,
        "rate": imputation_rate(everybody, found),
    }


@PAGE.example(
    "X là đơn vị quá lớn: chỉ đề xuất, chưa có giá trị",
    "X is a dominant unit: a proposal only, no value yet",
    UNITS,
    answers="""
        answer    | value
        escalated | yes
        proposal  | 220
        rate      | 0.00
    """,
)
def _(given):
    everybody = records(given, take_all=True)
    found = impute(everybody, least_donors=3)
    one = found["X"]
    return {
        "escalated": isinstance(one, Escalated), "proposal": one.proposal.value,
        "rate": imputation_rate(everybody, found),
    }  # fmt: skip


@PAGE.example(
    "Nguồn hành chính đứng trước tỷ số",
    "An administrative source goes before the ratio",
    UNITS,
    answers="""
        answer | value
        X      | 214
        method | administrative
    """,
    note=Text("Hóa đơn điện tử của X trong tháng: 214.", "Electronic invoices of X in the month: 214."),
)
def _(given):
    one = impute(records(given, administrative=Decimal(214)), least_donors=3)["X"]
    return {"X": one.value, "method": one.method}

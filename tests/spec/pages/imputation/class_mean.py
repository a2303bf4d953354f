"""The class mean."""

from tests.spec.handbook.page import Page, Text
from tests.spec.pages.imputation._records import DE_WAAL, FLOOR, UNITS, of_x

from tongket.figures.methods.imputation.rungs import class_mean

PAGE = Page(
    title=Text("Gán bằng trung bình của lớp", "The class mean"),
    of=(class_mean,),
    what=Text("Trung bình của các đơn vị cùng lớp đã trả lời.", "The mean of the class's answers."),
    formula="y = Σ y(c) / n(c)",
    where=Text("y(c): trả lời của lớp; n(c): số đơn vị.", "y(c): answers of the class; n(c): units."),
    when=Text("Đơn vị chưa có quá khứ.", "A unit without a past."),
    missing=Text(
        "lớp không đủ đơn vị thì nới lớp, rồi sang bậc sau.",
        "with too few donors the class is widened, then the next rung is asked.",
    ),
    zero=Text("trả lời 0 được tính.", "an answer of 0 counts."),
    negative=FLOOR,
    source=DE_WAAL,
)


@PAGE.example(
    "(110 + 121 + 99) / 3",
    "(110 + 121 + 99) / 3",
    UNITS,
    answers="""
        answer | value
        X      | 110
        method | class_mean
        donors | A, B, C
    """,
)
def _(given):
    found = of_x(class_mean, given)
    return {"X": found.value, "method": found.method, "donors": found.donors}

"""Hot deck: the value of one donor."""

from tests.spec.handbook.page import Page, Text
from tests.spec.pages.imputation._records import DE_WAAL, FLOOR, UNITS, of_x

from tongket.figures.methods.imputation.rungs import hot_deck

PAGE = Page(
    title=Text("Lấy của một đơn vị tương tự (hot deck)", "Hot deck"),
    of=(hot_deck,),
    what=Text(
        "Giá trị của một đơn vị cùng lớp, rút ngẫu nhiên theo hạt giống của kỳ và tên đơn vị: rút lại luôn ra cùng một đơn vị.",
        "The value of one unit of the class, drawn by the period's seed and the unit's name: drawn again it is the same one.",
    ),
    formula="y(X) = y(d),   d = argmin SHA-256(seed | X | d)",
    where=Text(
        "d: đơn vị cho số; không phụ thuộc thứ tự hay các chỗ trống khác.",
        "d: the donor; neither order nor other gaps matter.",
    ),
    when=Text("Khi trung bình sẽ làm phân bố hẹp đi.", "Where a mean would narrow the distribution."),
    missing=Text(
        "lớp không có đơn vị nào thì sang bậc sau.", "with nobody in the class the next rung is asked."
    ),
    zero=Text("0 của đơn vị cho số là một giá trị.", "a donor's 0 is a value."),
    negative=FLOOR,
    source=DE_WAAL,
)


@PAGE.example(
    "Cùng hạt giống, cùng đơn vị; giá trị đúng của đơn vị đó",
    "The same seed, the same donor; the value is the donor's own",
    UNITS,
    answers="""
        answer        | value
        same_again    | yes
        donor_s_value | yes
        donors        | 1
    """,
)
def _(given):
    found, again = (of_x(hot_deck, given, seed="2020-11") for _ in range(2))
    return {
        "same_again": found == again,
        "donor_s_value": found.value == given.by("now")[found.donors[0]],
        "donors": len(found.donors),
    }

"""A value divided into parts that add to it exactly."""

from decimal import Decimal
from fractions import Fraction

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import cited

from tongket.figures.methods.crosswalk.apportion import apportion

PAGE = Page(
    title=Text("Chia một số thành các phần nguyên", "Apportionment"),
    of=(apportion,),
    what=Text(
        "Chia một số theo tỷ lệ sao cho các phần là số nguyên (hoặc tròn ở chữ số đã chọn) và cộng lại đúng bằng số đó.",
        "Divides a number by shares into whole parts (or parts of a chosen place) that add to it exactly.",
    ),
    formula="⌊T s⌋ + 0 | 1",
    where=Text(
        "T: số đem chia; s: tỷ lệ; đơn vị thừa trao cho phần dư lớn nhất, bằng nhau thì theo thứ tự mã.",
        "T: the number; s: shares; the units left go to the largest remainders, ties in the order of the codes.",
    ),
    when=Text(
        "Số hộ, số dân của xã cũ chia cho xã mới.",
        "Households or people of a former commune divided over later ones.",
    ),
    missing=Text("không áp dụng: số thiếu không chia.", "does not apply: what is missing is not divided."),
    zero=Text(
        "0 chia thành các số 0; tổng tỷ lệ bằng 0 bị từ chối.",
        "0 is divided into zeros; shares that sum to 0 are refused.",
    ),
    negative=Text("chia theo độ lớn, giữ dấu.", "the size is divided and the sign kept."),
    source=cited(
        "Balinski, Young, Fair Representation (1982)",
        "Balinski, Young, Fair Representation (1982)",
        "tr. 17, bài toán Alabama",
        "p. 17, the Alabama case",
    ),
)


@PAGE.example(
    "26 đơn vị cho năm phần",
    "26 units over five parts",
    facts("""
        part | population
        A    | 9061
        B    | 7179
        C    | 5259
        D    | 3319
        E    | 1182
    """),
    answers="""
        part | value
        A    | 9
        B    | 7
        C    | 5
        D    | 4
        E    | 1
    """,
)
def _(given):
    return apportion(Decimal(26), {part: Fraction(size) for part, size in given.by("population").items()})

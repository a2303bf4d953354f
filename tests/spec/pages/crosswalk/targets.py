"""Targets set on a former map."""

from decimal import Decimal

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.pages.crosswalk._map import ABS, LINKS, walk_of

from tongket.figures.methods.crosswalk.targets import Reallocated, carry_rate, reallocate_targets

PAGE = Page(
    title=Text("Chỉ tiêu giao trên bản đồ cũ", "Targets set on a former map"),
    of=(reallocate_targets, carry_rate),
    what=Text(
        "Chỉ tiêu của huyện cũ được chia cho các xã mới theo số năm gốc; nơi không chia được thì chỉ tiêu hết hiệu lực, kèm lý do. Chỉ tiêu tốc độ không chia: chỉ giữ ở đơn vị không đổi ranh giới.",
        "A former district's target is divided over the later communes by base-year values; where that cannot be it is retired with the reason. A rate does not divide: it is kept only where the unit did not change.",
    ),
    formula=Text("T(mới) = Σ T(cũ) · b / Σ b", "T(new) = Σ T(old) · b / Σ b"),
    where=Text("b: số năm gốc của từng phần.", "b: base-year value of each piece."),
    when=Text("Năm có sáp nhập giữa kỳ kế hoạch.", "A year with a merger amid the plan."),
    missing=Text(
        "chỉ tiêu không có mức, hoặc phần không có số gốc: hết hiệu lực.",
        "a target without a value or a piece without a base is retired.",
    ),
    zero=Text("số gốc bằng 0: hết hiệu lực.", "a base of 0 is retired."),
    negative=Text("không có chỉ tiêu âm.", "targets are not negative."),
    source=ABS,
)


@PAGE.example(
    "Huyện N gồm xã a và b, chỉ tiêu 1000; huyện S gồm xã c, chỉ tiêu chưa biết",
    "District N of communes a and b has a target of 1000; S of commune c one that is not known",
    facts(
        """
        old | value
        a   | 500
        b   | 300
        c   | 4
    """,
        caption=Text("Số năm gốc", "Base-year values"),
    ),
    LINKS,
    answers="""
        new | value
        x   | 250
        y   | 750
        c   | retired
    """,
    note=Text("a nhận 625, chia 0,4 và 0,6; b nhận 375.", "a gets 625, divided 0.4 and 0.6; b gets 375."),
)
def _(given):
    base = given.by("value")
    members = {"N": {code: base[code] for code in "ab"}, "S": {"c": base["c"]}}
    found = reallocate_targets({"N": Decimal(1000), "S": None}, members, walk_of(given))
    return {code: one.value if isinstance(one, Reallocated) else "retired" for code, one in found.items()}


@PAGE.example(
    "Chỉ tiêu tỷ lệ 98 %: chỉ xã c giữ được",
    "A rate of 98 %: only commune c keeps it",
    facts("""
        old | value
        a   | 0.98
        b   | 0.98
        c   | 0.98
    """),
    LINKS,
    answers="""
        old | value
        a   | retired
        b   | retired
        c   | 0.98
    """,
)
def _(given):
    walk = walk_of(given)
    found = {old: carry_rate(rate, old, walk) for old, rate in given.by("value").items()}
    return {old: one[1] if isinstance(one, tuple) else "retired" for old, one in found.items()}

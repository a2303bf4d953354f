"""Indices on another map: aggregated anew."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.pages.crosswalk._map import ABS, LINKS, walk_of

from tongket.figures.methods.crosswalk.convert import NotConvertible, convert
from tongket.figures.methods.index_numbers.elementary import dutot

PAGE = Page(
    title=Text("Chuyển chỉ số sang bản đồ khác", "Indices on another map"),
    of=(convert,),
    what=Text(
        "Chỉ số không cộng theo địa bàn, nên không chuyển được: chuyển lượng sản phẩm của hai kỳ rồi tính chỉ số lại. Trung vị và số đếm không trùng không chuyển được bằng cách nào.",
        "An index does not add over areas and is not converted: quantities of both periods are, and the index is made anew. Medians and distinct counts cannot be carried at all.",
    ),
    formula=Text("I(mới) = Σ s q₁(cũ) / Σ s q₀(cũ)", "I(new) = Σ s q₁(old) / Σ s q₀(old)"),
    where=Text(
        "q₀, q₁: lượng của xã cũ ở hai kỳ; s: tỷ lệ chia.",
        "q₀, q₁: quantities of former units in both periods; s: shares.",
    ),
    when=Text("Chỉ số sản xuất theo địa bàn sau khi sáp nhập.", "A production index by area after a merger."),
    missing=Text("như chỉ tiêu cộng được.", "as for flows."),
    zero=Text("gốc bằng 0: không có chỉ số.", "a base of 0 leaves no index."),
    negative=Text("bị từ chối.", "refused."),
    source=ABS,
)


@PAGE.example(
    "Sản lượng hai kỳ; chuyển thẳng chỉ số thì bị từ chối",
    "Quantities of two periods; converting the index itself is refused",
    facts("""
        old | q₀  | q₁
        a   | 100 | 110
        b   | 60  | 90
        c   | 50  | 50
    """),
    LINKS,
    answers="""
        answer  | value
        x       | 1.10
        y       | 1.30
        c       | 1.00
        refused | yes
    """,
    note=Text("y: (66 + 90) / (60 + 60).", "y: (66 + 90) / (60 + 60)."),
)
def _(given):
    walk = walk_of(given)
    base, now = (convert(given.by(name), walk, "flow").values() for name in ("q₀", "q₁"))
    return {**{code: dutot([base[code]], [now[code]]) for code in base}, "refused": _refused(walk)}


def _refused(walk):
    try:
        convert({}, walk, "index")
    except NotConvertible:
        return True
    return False

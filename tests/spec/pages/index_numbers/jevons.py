"""Jevons elementary index."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import AMOUNTS, ppi

from tongket.figures.methods.index_numbers.elementary import jevons

PAGE = Page(
    title=Text("Chỉ số Jevons", "Jevons index"),
    of=(jevons,),
    what=Text(
        "Chỉ số cấp cơ sở không có quyền số: trung bình nhân của các tỷ số giá (hoặc lượng) của từng đơn vị.",
        "An elementary index without weights: the geometric mean of the units' relatives.",
    ),
    formula="I = ∏ (xᵢ,₁ / xᵢ,₀)^(1/n)",
    where=Text(
        "x₀, x₁: giá hoặc lượng của đơn vị i ở kỳ gốc và kỳ này; n: số đơn vị có số liệu ở cả hai kỳ.",
        "x₀, x₁: price or quantity of unit i before and now; n: units known in both periods.",
    ),
    when=Text(
        "Khi các đơn vị cùng loại nhưng khác quy cách, đơn vị đo hoặc mức giá, và không có quyền số. Đổi đơn "
        "vị đo không làm thay đổi kết quả; đảo chiều thời gian cho số nghịch đảo.",
        "When units are alike but differ in make, measure or level, and there are no weights. Another unit of "
        "measure changes nothing, and time reversed gives the inverse.",
    ),
    missing=Text(
        "đơn vị thiếu ở một trong hai kỳ bị loại khỏi cả hai; không còn đơn vị nào thì không có chỉ số.",
        "a unit missing on either side is left out of both; with none left there is no index.",
    ),
    zero=Text(
        "đơn vị có kỳ gốc bằng 0 bị loại; kỳ này bằng 0 thì không xác định, vì một đơn vị ngừng hẳn sẽ kéo cả "
        "chỉ số về 0.",
        "a unit at 0 before is left out; a unit at 0 now leaves the index undefined, for one stop would make "
        "the whole 0.",
    ),
    negative=AMOUNTS,
    source=ppi("chương 9, công thức (9.3)", "ch. 9, (9.3)"),
)


@PAGE.example(
    "Bốn cơ sở, một cơ sở thiếu báo cáo",
    "Four units, one of them missing",
    facts("""
        unit | before | now
        A    | 10     | 20
        B    | 40     | 20
        C    | 10     | 80
        D    | 50     | …
    """),
    answers="""
        answer | value
        Jevons | 2.0000
    """,
)
def _(given):
    return {"Jevons": jevons(given["before"], given["now"])}


@PAGE.example(
    "Một cơ sở ngừng hẳn",
    "One unit stops",
    facts("""
        unit | before | now
        A    | 10     | 20
        B    | 40     | 0
    """),
    answers="""
        answer | value
        Jevons | undefined
    """,
)
def _(given):
    return {"Jevons": jevons(given["before"], given["now"])}

"""A true outlier kept from ruling a total."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import cited

from tongket.figures.methods.estimation.growth import winsorised

PAGE = Page(
    title=Text("Giá trị ngoại lệ có thật: winsor hóa loại II", "A true outlier: type II winsorisation"),
    of=(winsorised,),
    what=Text(
        "Đơn vị mẫu rất lớn và đúng: nó đại diện cho chính nó bằng toàn bộ giá trị, nhưng đại diện cho các đơn vị khác chỉ đến ngưỡng K.",
        "A very large sampled unit that is right: it stands for itself with its whole value, and for others with K only.",
    ),
    formula="y* = f y + (1 − f) K   (y > K)",
    where=Text("f: tỷ lệ chọn mẫu; K: ngưỡng.", "f: sampling fraction; K: the cutoff."),
    when=Text(
        "Khi kiểm tra xong và số là đúng. Số sai thì sửa, không winsor hóa.",
        "When it was checked and is right. A wrong value is corrected, not winsorised.",
    ),
    missing=Text("không áp dụng.", "does not apply."),
    zero=Text(
        "số không vượt ngưỡng giữ nguyên; điều tra toàn bộ (f = 1) giữ nguyên.",
        "what is not above the cutoff stays; so does a take-all unit (f = 1).",
    ),
    negative=Text("giữ nguyên.", "stays."),
    source=cited(
        "Kokic, Bell, Journal of Official Statistics 10 (1994)",
        "Kokic, Bell, Journal of Official Statistics 10 (1994)",
        "tr. 419–435",
        "pp. 419–435",
    ),
)


@PAGE.example(
    "f = 0,25 và K = 400",
    "f = 0.25 and K = 400",
    facts("""
        unit | y
        1    | 1000
        2    | 300
    """),
    beside("""
        parameter | value
        f         | 0.25
        K         | 400
    """),
    answers="""
        unit | value
        1    | 550
        2    | 300
    """,
)
def _(given):
    return {unit: winsorised(y, given.value("K"), given.value("f")) for unit, y in given.by("y").items()}

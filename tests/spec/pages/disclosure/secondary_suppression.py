"""Secondary suppression."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import sdc
from tests.spec.pages.disclosure._cells import NEGATIVE, RULES, UNKNOWN, ZERO, row_of

from tongket.figures.methods.disclosure.policy import Cost, Policy
from tongket.figures.methods.disclosure.protect import protect

PAGE = Page(
    title=Text("Giấu thêm ô (bảo mật thứ cấp)", "Secondary suppression"),
    of=(protect,),
    what=Text(
        "Giấu riêng ô không an toàn thì lấy tổng trừ các ô khác là ra. Tìm tập ô giấu thêm ít tốn nhất để không ai suy ra được ô nào trong mức bảo vệ, trên mọi bảng liên quan cùng lúc.",
        "An unsafe cell alone is the total less the others. Find the cheapest further cells to withhold so that nobody can work out any within its protection level, in all linked tables at once.",
    ),
    formula="min Σ cᵢ yᵢ   s.t.  M f = 0,  f(p) ≥ a(p) + UPL,  M g = 0,  g(p) ≤ a(p) − LPL",
    where=Text(
        "y = 1: ô được giấu; c: giá phải trả (giá trị ô, hoặc 1); M: các phương trình của bảng; f, g: bảng mà người ngoài không loại được.",
        "y = 1: withheld; c: its cost (the cell's value, or 1); M: the equations; f, g: tables an outsider cannot rule out.",
    ),
    when=Text(
        "Trước mỗi lần công bố. Kết quả như nhau mỗi lần chạy; hết giờ thì vẫn an toàn, chỉ là chưa chắc rẻ nhất, và được nói rõ.",
        "Before every release. The same pattern each time; where time runs out it is still safe, perhaps not the cheapest, and says so.",
    ),
    missing=UNKNOWN,
    zero=ZERO,
    negative=NEGATIVE,
    source=sdc("mục 4.4; Fischetti, Salazar (2001)", "§4.4; Fischetti, Salazar (2001)"),
)
GIVEN = (
    facts("""
        cell | value
        a    | 50
        b    | 5
        c    | 12
        d    | 80
    """),
    beside(
        """
        cell | owner
        a    | U
        b    | many
        c    | many
        d    | many
    """,
        caption=Text("Đứng sau ô (nhiều: sáu đơn vị bằng nhau)", "Behind the cell (many: six equal units)"),
    ),
)


@PAGE.example(
    "Ô a chỉ có một đơn vị: giấu thêm ô c, vì ô b quá nhỏ để che 20 %",
    "Cell a has one unit: c goes too, for b is too small to hide 20 %",
    *GIVEN,
    answers="""
        cell | withheld | status | low | high
        a    | yes      | A      | 0   | 62
        b    | no       | F      | …   | …
        c    | yes      | D      | 0   | 62
        d    | no       | F      | …   | …
    """,
    note=Text(
        "Người ngoài biết a + c = 62, không biết hơn. F: tự do; A, D: giấu vì ít đơn vị, giấu để che.",
        "An outsider knows that a + c = 62, and no more. F: free; A, D: withheld for small counts, withheld to hide.",
    ),
)
def _(given):
    cells, lines = row_of(given)
    found = protect(cells, lines, RULES)
    rows = {}
    for key in "abcd":
        interval = found.intervals.get(key)
        ends = (None, None) if interval is None else (interval.lower, interval.upper)
        rows[key] = (key in found.withheld, found.statuses[key].conf, *ends)
    return rows


@PAGE.example(
    "Giá là số ô, không phải giá trị: vẫn hai ô",
    "Cost by count and not by value: two cells still",
    *GIVEN,
    answers="""
        answer   | value
        withheld | 2
        safe     | yes
    """,
)
def _(given):
    cells, lines = row_of(given)
    found = protect(cells, lines, RULES, Policy(cost=Cost.COUNT))
    return {"withheld": len(found.withheld), "safe": found.safe}

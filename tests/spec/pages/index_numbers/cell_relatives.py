"""Relatives of cells on the month before, from matched units."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import AMOUNTS, ppi

from tongket.figures.methods.index_numbers.elementary import cell_relatives, matched, pair_relatives

PAGE = Page(
    title=Text("Tỷ số tháng trên tháng của từng ô", "Month-on-month relatives of cells"),
    of=(cell_relatives, pair_relatives, matched),
    what=Text(
        "Mỗi ô (một sản phẩm ở một địa bàn) có một tỷ số so với tháng liền trước, chỉ tính các đơn vị báo cáo ở cả hai tháng.",
        "Each cell (a product in a place) gets a relative on the month just before, from units that answered in both.",
    ),
    formula="r(t) = f(x(t), x(t−1)),   f: Dutot, Carli, Jevons",
    where=Text(
        "x(t): số liệu tháng t của các đơn vị trong ô; f: công thức cấp cơ sở được chọn.",
        "x(t): amounts of the cell's units in month t; f: the elementary formula chosen.",
    ),
    when=Text("Bước đầu của chỉ số tháng nhân liên hoàn.", "The first step of a monthly chained index."),
    missing=Text(
        "đơn vị bỏ một tháng thì không tính cả tháng đó lẫn tháng sau (so với tháng lịch liền trước, không phải “lần gần nhất thấy”); không có đơn vị nào khớp thì thiếu.",
        "a unit that skips a month counts neither in it nor in the next (the calendar month before, not “last seen”); with no matched unit the relative is missing.",
    ),
    zero=Text("theo công thức được chọn.", "as the chosen formula."),
    negative=AMOUNTS,
    source=ppi("chương 9 (mẫu khớp)", "ch. 9 (matched sample)"),
)


@PAGE.example(
    "Ba đơn vị, hai ô, tổng trên tổng (Dutot)",
    "Three units, two cells, sums over sums (Dutot)",
    facts("""
        unit | 2020-01 | 2020-02 | 2020-03
        A    | 100     | 110     | …
        B    | 100     | 90      | 120
        C    | 50      | 60      | 66
    """),
    beside(
        """
        unit | cell
        A    | 0
        B    | 0
        C    | 1
    """,
        caption=Text("Ô của từng đơn vị", "Cell of each unit"),
    ),
    answers="""
        cell | 2020-01 | 2020-02 | 2020-03
        0    | 1.0000  | 1.0000  | 1.3333
        1    | 1.0000  | 1.2000  | 1.1000
    """,
    note=Text("Ô 0, tháng 3: chỉ còn đơn vị B, 120 / 90.", "Cell 0 in March: only B is matched, 120 / 90."),
)
def _(given):
    found = cell_relatives(given.array(), [int(cell) for cell in given["cell"]], 2)
    return dict(zip("01", found.relatives, strict=True))

"""Levels from period-on-period relatives."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import ppi

from tongket.figures.methods.index_numbers.series import chain

PAGE = Page(
    title=Text("Nhân liên hoàn", "Chaining relatives"),
    of=(chain,),
    what=Text(
        "Mức chỉ số từ các tỷ số kỳ này so với kỳ trước.", "Index levels from relatives on the period before."
    ),
    formula="I(t) = I(t−1) × x(t)",
    where=Text(
        "x: tỷ số so kỳ trước; I trước kỳ đầu là 100.",
        "x: relative on the period before; I is 100 before the first.",
    ),
    when=Text("Khi chỉ có tốc độ từng kỳ.", "When only period growth is known."),
    missing=Text(
        "một kỳ thiếu làm chuỗi dừng: các kỳ sau thiếu.",
        "a missing period stops the chain: what follows is missing.",
    ),
    zero=Text(
        "tỷ số 0 cho mức 0, rồi chuỗi dừng: không mức nào suy ra được từ 0.",
        "a relative of 0 is a level of 0, and the chain stops: no level follows from 0.",
    ),
    negative=Text("bị từ chối.", "refused."),
    source=ppi("chương 15, chỉ số nối chuỗi", "ch. 15, chained indices"),
)


@PAGE.example(
    "Bốn kỳ; kỳ thứ tư thiếu, và một chuỗi ngừng",
    "Four periods; the fourth missing, and a series that stops",
    facts("""
        series | 2020-01 | 2020-02 | 2020-03 | 2020-04
        A      | 1.1     | 1.0     | 0.9     | …
        B      | 1.1     | 0       | 1.0     | 1.0
    """),
    answers="""
        series | 2020-01 | 2020-02 | 2020-03 | 2020-04
        A      | 110.0   | 110.0   | 99.0    | …
        B      | 110.0   | 0.0     | …       | …
    """,
)
def _(given):
    return dict(zip("AB", chain(given.array()), strict=True))

"""The fewest fields to change."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import cited

from tongket.figures.methods.editing.feasible import feasible
from tongket.figures.methods.editing.localise import Edit, Field, localise

PAGE = Page(
    title=Text("Tìm ô sai (Fellegi–Holt)", "Error localisation (Fellegi–Holt)"),
    of=(localise, feasible),
    what=Text(
        "Một bản ghi vi phạm các ràng buộc: tìm tập ô ít nhất (có trọng số tin cậy) cần đổi để mọi ràng buộc cùng thỏa mãn.",
        "A record breaks its edits: find the fewest fields (weighted by reliability) to change so that all edits can hold together.",
    ),
    formula="min Σ w d,   d ∈ {0, 1},   a·x ≤ b",
    where=Text(
        "d = 1: ô được đổi; w: độ tin cậy của ô; a·x ≤ b: các ràng buộc. Mọi lời giải được chứng minh bằng số học chính xác.",
        "d = 1: the field changes; w: its reliability; a·x ≤ b: the edits. Every solution is proved in exact arithmetic.",
    ),
    when=Text(
        "Bản ghi nhỏ (vài chục ô) với ràng buộc tuyến tính.",
        "Small records (tens of fields) with linear edits.",
    ),
    missing=Text("ô trống luôn được điền và không tốn gì.", "a blank is always filled and costs nothing."),
    zero=Text("0 là một giá trị.", "0 is a value."),
    negative=Text("theo ràng buộc.", "as the edits say."),
    source=cited(
        "Fellegi, Holt, JASA 71 (1976); ví dụ của gói R errorlocate",
        "Fellegi, Holt, JASA 71 (1976); example of R package errorlocate",
        "phần giới thiệu",
        "readme",
    ),
)


@PAGE.example(
    "Lợi nhuận = doanh thu − chi phí; chi phí ít nhất 60 % doanh thu",
    "Profit = turnover − cost; cost at least 60 % of turnover",
    facts("""
        field    | value
        profit   | 750
        cost     | 125
        turnover | 200
    """),
    beside(
        """
        edit | profit | cost | turnover | relation | bound
        1    | 1      | 1    | -1       | =        | 0
        2    | 0      | -1   | 0.6      | <=       | 0
        3    | 0      | -1   | 0        | <=       | 0
        4    | 0      | 0    | -1       | <=       | 0
    """,
        caption=Text("Ràng buộc", "Edits"),
    ),
    answers="""
        answer    | value
        solutions | profit
        weight    | 1
        profit    | 75
    """,
    note=Text(
        "Chỉ đổi lợi nhuận thành 200 − 125 = 75 là đủ.",
        "Changing profit alone, to 200 − 125 = 75, is enough.",
    ),
)
def _(given):
    names = ("profit", "cost", "turnover")
    edits = [
        Edit({name: row[place] for place, name in enumerate(names) if row[place]}, row[3], row[4])
        for row in given.grids[1].rows().values()
    ]
    found = localise([Field(name, value) for name, value in given.first.by("value").items()], edits)
    return {
        "solutions": sorted(found.solutions[0]),
        "weight": found.weight,
        "profit": found.witness["profit"],
    }

"""Selective editing: whom to phone first."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import cited

from tongket.figures.methods.editing.selective import (
    Item,
    Simulated,
    call_list,
    global_score,
    local_score,
    scale,
    threshold_for_bias,
)

PAGE = Page(
    title=Text("Hiệu đính chọn lọc: gọi ai trước", "Selective editing: whom to phone first"),
    of=(local_score, global_score, scale, call_list, threshold_for_bias),
    what=Text(
        "Mỗi đơn vị có một điểm: sai sót hoặc chỗ trống ở đó làm tổng sai bao nhiêu. Gọi theo điểm từ cao xuống; dưới ngưỡng thì để máy gán.",
        "Each unit gets a score: by how much a mistake or a gap there can move the total. Phone from the highest down; below the threshold it is imputed.",
    ),
    formula="d = p w |y − ŷ| / T;   S = (Σ dᵅ)^(1/α)",
    where=Text(
        "p: mức nghi ngờ (0–1); w: quyền số; ŷ: giá trị dự kiến; T: tổng; α = 1: cộng, 2: Euclid, ∞: lớn nhất.",
        "p: suspicion (0–1); w: weight; ŷ: expected; T: total; α = 1: sum, 2: Euclid, ∞: the largest.",
    ),
    when=Text(
        "Khi không đủ người gọi hết. Ngưỡng lấy từ một kỳ đã hiệu đính đầy đủ: sai lệch còn lại dưới 20 % sai số chuẩn.",
        "When there are not enough people to phone everybody. The threshold comes from a fully edited round: the bias left is under 20 % of the standard error.",
    ),
    missing=Text(
        "chưa báo cáo: toàn bộ giá trị dự kiến nằm trong rủi ro; không có dự kiến thì không xếp hạng được và được nêu riêng.",
        "no answer puts the whole expected value at stake; with nothing expected a unit cannot be ranked and is listed apart.",
    ),
    zero=Text(
        "T = 0: không có điểm; dùng giá trị dự kiến lớn nhất làm thước đo.",
        "T = 0 gives no score; the largest expected value serves as the scale.",
    ),
    negative=Text("xét theo độ lớn.", "judged by size."),
    source=cited(
        "Hedlin, Journal of Official Statistics 19 (2003); de Waal, Pannekoek, Scholtus (2011)",
        "Hedlin, Journal of Official Statistics 19 (2003); de Waal, Pannekoek, Scholtus (2011)",
        "chương 6",
        "ch. 6",
    ),
)


@PAGE.example(
    "Ba đơn vị, T = 250 000",
    "Three units, T = 250 000",
    facts("""
        unit | y    | ŷ
        A    | 9500 | 8200
        B    | 300  | 110
        C    | 40   | 38
    """),
    beside("""
        unit | w  | p
        A    | 1  | 0.4
        B    | 12 | 0.9
        C    | 12 | 0.1
    """),
    answers="""
        answer  | value
        A       | 0.208
        B       | 0.8208
        C       | 0.00096
        sum     | 1.02976
        largest | 0.8208
    """,
    note=Text("Điểm nhân 100.", "Scores times 100."),
)
def _(given):
    rows = zip(given.first.keys, given["y"], given["ŷ"], given["w"], given["p"], strict=True)
    scores = {
        unit: 100 * local_score(y, expected, w, p, scale(250_000, [expected]))
        for unit, y, expected, w, p in rows
    }
    return {
        **scores,
        "sum": global_score(list(scores.values())),
        "largest": global_score(list(scores.values()), None),
    }


@PAGE.example(
    "Danh sách gọi: đơn vị C chưa báo cáo đứng đầu",
    "The call list: C, which has not answered, comes first",
    facts("""
        unit | y    | ŷ
        A    | 9500 | 8200
        B    | 300  | 110
        C    | …    | 5000
        D    | 70   | …
    """),
    beside("""
        unit | w  | p
        A    | 1  | 0.4
        B    | 12 | 0.9
        C    | 1  | 1
        D    | 1  | 1
    """),
    answers="""
        answer   | value
        calls    | C, B, A
        unscored | D
        first    | 0.02
    """,
)
def _(given):
    rows = zip(given.first.keys, given["y"], given["ŷ"], given["w"], given["p"], strict=True)
    units = {unit: {"retail": Item(y, expected, w, p)} for unit, y, expected, w, p in rows}
    found = call_list(units, {"retail": 250_000})
    return {
        "calls": [call.unit for call in found.calls],
        "unscored": found.unscored,
        "first": found.calls[0].score,
    }


@PAGE.example(
    "Ngưỡng từ một kỳ đã hiệu đính, sai số chuẩn 100: sai lệch cho phép 20",
    "A threshold from an edited round, standard error 100: a bias of 20 is allowed",
    facts("""
        unit | score | effect
        A    | 0.1   | 5
        B    | 0.2   | -3
        C    | 0.5   | 40
    """),
    answers="""
        answer    | value
        threshold | 0.2
    """,
    note=Text(
        "Bỏ qua A: lệch 5; bỏ qua A và B: 2; bỏ qua cả ba: 42.",
        "Leaving A alone: 5; A and B: 2; all three: 42.",
    ),
)
def _(given):
    rounds = [Simulated(score, effect) for score, effect in given.first.rows().values()]
    return {"threshold": threshold_for_bias(rounds, 100)}

"""Only like figures are compared."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.pages.targets._plans import GOODS, OUTPUT, RATE, RULE, WIDER, book, plan, years
from tests.unit.review.invented import key

from tongket.figures.observations.observation import Address
from tongket.figures.targets.against import underivable, unlike_series
from tongket.figures.targets.set_against import Against, set_against

PAGE = Page(
    title=Text("Chỉ so sánh số liệu cùng định nghĩa", "Only like figures are compared"),
    of=(set_against, unlike_series, underivable),
    what=Text(
        "Hai số chỉ được so khi cùng chỉ tiêu, phạm vi, đơn vị, giá và bản đồ; nếu không thì nói vì sao không so được. Tỷ lệ chỉ được giải thích bằng tử số và mẫu số của chính nó.",
        "Two figures are compared only when indicator, coverage, unit, prices and map are the same; otherwise it is said why not. A rate is explained by its own numerator and denominator alone.",
    ),
    formula=Text(
        "định nghĩa(x) = định nghĩa(y)  ⇒  y − x,  100 (y/x − 1)",
        "definition(x) = definition(y)  ⇒  y − x,  100 (y/x − 1)",
    ),
    where=Text(
        "x, y: hai số có địa chỉ, kết quả hoặc kế hoạch.", "x, y: two addressed figures, results or plans."
    ),
    when=Text(
        "Luôn luôn: bảng, biểu đồ, câu văn. 24 200 (hàng hóa, lưu trú, ăn uống) không phải là tăng trưởng trên 20 217 (hàng hóa).",
        "Always: table, chart, sentence. 24,200 (goods, lodging, catering) is no growth on 20,217 (goods).",
    ),
    missing=Text(
        "thiếu một số thì không có so sánh, kèm lý do.", "either missing leaves none, with the cause."
    ),
    zero=Text("gốc bằng 0 thì không có tốc độ.", "a base of 0 leaves no growth."),
    negative=Text("gốc âm: không xác định.", "a negative base is undefined."),
    source=RULE,
)


@PAGE.example(
    "Bán lẻ: cùng phạm vi thì so được, khác phạm vi thì từ chối",
    "Retail: compared with the same coverage, refused with another",
    facts("""
        year | value
        2019 | 18842
        2020 | 20217
    """),
    answers="""
        answer           | value
        difference       | 1375
        growth           | 7.30
        wider_plan       | not_comparable
        other_indicator  | not_comparable
        rate_by_projects | not_comparable
    """,
)
def _(given):
    told = book(*years(GOODS, given, "value"))
    targets = [plan(WIDER, 2021, 24200)]
    place = f"@{GOODS.area}/"
    goods = [Address.parse(f"retail_turnover:goods{place}{year}") for year in (2019, 2020)]
    wider = Address.parse(f"retail_turnover:goods_lodging_catering{place}2021,compare=plan,target=plan")
    alike, unlike = set_against(*goods, told, targets), set_against(goods[1], wider, told, targets)
    assert isinstance(alike, Against)
    names = {True: "not_comparable", False: "none"}
    rate, projects = RATE.definition, key("households_connected").definition
    return {
        "difference": alike.difference, "growth": alike.growth,
        "wider_plan": names[not isinstance(unlike, Against)],
        "other_indicator": names[unlike_series(GOODS, OUTPUT, told.indicators) is not None],
        "rate_by_projects": names[underivable(rate, projects, told.indicators) is not None],
    }  # fmt: skip
